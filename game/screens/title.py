"""The title: a village in the morning, the name of the game in bricks, and the ways in."""

from collections.abc import Callable
from typing import NamedTuple

from game import __version__
from game.art.diorama import Diorama
from game.art.staging import Actor, Staging
from game.canvas.geometry import Rect
from game.records.latest import Latest, load_latest
from game.screens.chrome import corner, corner_width
from game.screens.lettering import lettering
from game.screens.picture import Picture
from game.screens.routes import Routes
from game.screens.screen import Push, Quit, Screen, Stay, Transition
from game.screens.services import Services
from game.story.recall import due
from game.ui.arrange import Anchor, Gap, Item, Side, line, panel
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

CONTINUE = "continue"
PLAY = "play"
REMEMBER = "remember"
NOTEBOOK = "notebook"
GALLERY = "gallery"
SETTINGS = "settings"
GIVE = "give"
QUIT = "quit"

FAREWELL = Staging(
    "title",
    "morning",
    (
        Actor("sari", "sari", "hopeful"),
        Actor("mother", "ibu-sari", "calm"),
        Actor("aunt", "aunt-yati", "hopeful"),
        Actor("brother", "brother-dimas", "hopeful"),
    ),
)

COLUMN_EMS = 23.0
"""Width of the menu beside the village."""
MENU_EMS = 32.0
"""Most width of the menu below the village."""
NAME_SHARES = {Shape.WIDE: 0.34, Shape.TALL: 0.2, Shape.TIGHT: 0.18}
"""How much of the height the name may take."""
MENU_SHARES = {Shape.WIDE: 1.0, Shape.TALL: 0.5, Shape.TIGHT: 0.62}
"""How much of the height below the name the menu may take before it scrolls."""


class _Layout(NamedTuple):
    name: Rect
    menu: Rect
    anchor: Anchor
    people: Rect


class TitleScreen:
    """The lowest screen: everything begins here and comes back here."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama) -> None:
        self._services = services
        self._routes = routes
        self._picture = Picture(diorama, FAREWELL, services.words("title.picture"))
        self._latest: Latest | None = None
        self._has_due = False
        self._is_stale = True
        """Whether another screen may have changed what can be continued or remembered."""

    def view(self, frame: Frame) -> View:
        """Return the village with the name and the menu."""
        latest = self._continued()
        side: Side = "centre" if frame.shape is Shape.TALL else "left"
        name = lettering(
            self._services.words("title.name"), _name_area(frame), frame, one_line=_is_tight(frame), side=side
        )
        layout = _layout(frame, name.rect)
        items = self._menu(frame, latest)
        menu = panel("menu", self._services.words("title.name"), items, layout.menu, frame, anchor=layout.anchor)
        people = _beside(layout.people, menu[0].rect, frame)
        art = self._picture.artwork(frame, people)
        return View((art, name, *menu, *corner(frame, self._services)), default_focus=CONTINUE if latest else PLAY)

    def use(self, control_id: str, step: int) -> Transition:
        """Go where the menu says."""
        if control_id == QUIT:
            return Quit()
        routes = self._routes
        ways: dict[str, Callable[[], Screen]] = {
            CONTINUE: self._continue,
            PLAY: routes.level_select,
            REMEMBER: routes.refresher,
            NOTEBOOK: lambda: routes.notebook(None),
            GALLERY: lambda: routes.gallery(None),
            SETTINGS: routes.settings,
        }
        if routes.giving:
            ways[GIVE] = routes.giving
        if control_id not in ways:
            return Stay()
        self._is_stale = True
        return Push(ways[control_id](), ("page",))

    def command(self, command: Command) -> Transition:
        """Open what has a key of its own."""
        match command:
            case Command.NOTEBOOK:
                return self.use(NOTEBOOK, 0)
            case Command.SETTINGS | Command.PAUSE:
                return self.use(SETTINGS, 0)
            case _:
                return Stay()

    def back(self) -> Transition:
        """Stay: Escape three times hides the game, so that once must not close it."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when somebody in the village blinks."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _continued(self) -> Latest | None:
        if self._is_stale:
            self._latest, self._is_stale = load_latest(self._services.folder), False
            today = self._services.today()
            self._has_due = bool(due(self._services.progress.current.on(today).memories, today))
        return self._latest

    def _continue(self) -> Screen:
        level = self._services.library().levels.get(self._latest.level) if self._latest else None
        return self._routes.resume(level) if level else self._routes.level_select()

    def _menu(self, frame: Frame, latest: Latest | None) -> list[Item]:
        words, mode = self._services.words, self._services.mode
        first = Tone.PLAIN if latest else Tone.PRIMARY
        ways = [Button(id=PLAY, label=words("title.play"), icon="bricks" if latest else "play", tone=first)]
        if latest:
            ways.insert(0, Button(id=CONTINUE, label=words("title.continue"), icon="play", tone=Tone.PRIMARY))
        remember = [Button(id=REMEMBER, label=words("recall.title"), icon="history")] if self._has_due else []
        rest = [
            Button(id=NOTEBOOK, label=words("title.notebook"), icon="notebook", tone=Tone.QUIET),
            Button(id=GALLERY, label=words("gallery.title"), icon="star", tone=Tone.QUIET),
            Button(id=SETTINGS, label=words("title.settings"), icon="settings", tone=Tone.QUIET),
        ]
        if self._routes.giving:
            rest.append(Button(id=GIVE, label=words("giving.give"), icon="heart", tone=Tone.QUIET))
        if mode.may_quit:
            rest.append(Button(id=QUIT, label=words("title.quit"), icon="close", tone=Tone.QUIET))
        saved = [Text(text=f"“{latest.title}”", role="small", ink="soft", align="centre")] if latest else []
        if _is_tight(frame):
            return [*saved, line(*ways, share=True), *remember, line(*rest, share=True)]
        about = words("title.about", version=__version__)
        return [
            Text(text=words("title.tagline"), role="narration", ink="soft", align="centre"),
            Gap(0.5),
            *ways[:1],
            *saved,
            *ways[1:],
            *remember,
            line(*rest[:2], share=True),
            line(*rest[2:4], share=True),
            *([line(*rest[4:], share=True)] if rest[4:] else []),
            Gap(0.5),
            Text(text=about, role="small", ink="soft", align="centre"),
        ]


def _is_tight(frame: Frame) -> bool:
    return frame.shape is Shape.TIGHT


def _name_area(frame: Frame) -> Rect:
    theme, page = frame.theme, frame.page
    high = page.h * NAME_SHARES[frame.shape]
    match frame.shape:
        case Shape.WIDE:
            return Rect(page.x, page.y, COLUMN_EMS * theme.em, high)
        case Shape.TALL:
            return Rect(page.x, page.y + theme.target + theme.gap, page.w, high)
        case Shape.TIGHT:
            return Rect(page.x, page.y, page.w - corner_width(frame) - theme.gap, high)


def _layout(frame: Frame, name: Rect) -> _Layout:
    """Place the rest around the name."""
    theme, page = frame.theme, frame.page
    top = max(name.bottom, page.y + theme.target) + theme.gap
    below = Rect(page.x, top, page.w, page.bottom - top)
    if frame.shape is Shape.WIDE:
        wide = max(name.w, COLUMN_EMS * theme.em)
        menu = Rect(page.x, name.bottom + theme.space(2.5), wide, page.bottom - name.bottom - theme.space(2.5))
        x = menu.right + theme.space(2)
        return _Layout(name, menu, "top", Rect(x, page.y + theme.target, page.right - x, page.h - theme.target))
    high = below.h * MENU_SHARES[frame.shape]
    menu = Rect(below.x, below.bottom - high, below.w, high)
    most = MENU_EMS * theme.em if frame.shape is Shape.TALL else below.w
    return _Layout(name, narrowed(menu, most), "bottom", below)


def _beside(people: Rect, menu: Rect, frame: Frame) -> Rect:
    """What the menu leaves of the room for the people, when it lies below them."""
    if menu.x >= people.right or menu.right <= people.x:
        return people
    return Rect(people.x, people.y, people.w, max(menu.y - frame.theme.gap - people.y, frame.theme.target))
