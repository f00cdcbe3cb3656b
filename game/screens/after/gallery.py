"""The endings of each story: those seen, to look back at, and those still closed."""

from collections.abc import Mapping
from typing import Final

from game.art.diorama import Diorama
from game.canvas.geometry import Rect
from game.records.gallery import Seen, load_gallery
from game.screens.after.gallery_card import EndingCard
from game.screens.beside import opened_beside
from game.screens.chrome import BACK, back_button, corner, header
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Stay, Transition
from game.screens.services import Services
from game.story.level import Level, PassageId
from game.ui import sizes
from game.ui.arrange import Item, beside, line, panel, scrolling
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import grid, narrowed
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, Stepper, Text, Widget

STORY = "story"
LOOK: Final = "ending:"
REACHED = "reached"
HEAD_EMS, STORY_EMS = 56.0, 22.0
"""Most width of the head, and the width from which the story stands beside the way to what has been reached."""
CARD_EMS, MOST_ACROSS = 13.0, 4
"""Least width of a card, and how many stand side by side at most."""
MOST_TALLER = 0.4
"""How much higher than it needs to be a card may be made where there is room, to its width."""


class GalleryScreen:
    """Shows one story at a time."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, level: Level | None) -> None:
        """Without a level it opens at the first story of which an ending was seen."""
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._stories = self._all(level)
        self._at = self._first(level)
        self._kept: Mapping[PassageId, Seen] | None = None
        """The ways to the endings of this story; None when they have to be looked up (again)."""

    def view(self, frame: Frame) -> View:
        """Return the endings of one story."""
        words, services = self._services.words, self._services
        titled, area = header(frame, words("gallery.title"))
        head = self._head(narrowed(area, HEAD_EMS * frame.theme.em), frame)
        top = head[0].rect.bottom + frame.theme.space(2)
        room = Rect(area.x, top, area.w, max(area.bottom - top, frame.theme.target))
        # Where large text leaves hardly any room below the head, everything scrolls together.
        placed = self._cards(room, frame)
        if room.h < area.h / 2:
            placed, head, room = (*head, *placed), (), area
        body = (*head, scrolling("endings", words("gallery.list"), placed, room, frame, on_paper=False))
        edge = (back_button(frame, services), *corner(frame, services))
        return View((Backdrop(rect=frame.area), *titled, *body, *edge), default_focus=self._focus())

    def use(self, control_id: str, step: int) -> Transition:
        """Turn to another story, or look back at an ending."""
        if control_id == STORY:
            self._at = (self._at + (step or 1)) % max(len(self._stories), 1)
            self._kept = None
            return Stay(("page",))
        if control_id == REACHED:
            return Push(self._routes.achievements(), ("page",))
        if control_id.startswith(LOOK):
            ending = PassageId(control_id.removeprefix(LOOK))
            way = self._ways().get(ending)
            self._kept = None
            return Push(self._routes.look_back(self._level, ending, way), ("page",))
        return Pop(("page",)) if control_id == BACK else Stay()

    def command(self, command: Command) -> Transition:
        """Open the notebook or the settings."""
        return opened_beside(self._routes, command)

    def back(self) -> Transition:
        """Go back to where the gallery was opened."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _all(self, level: Level | None) -> tuple[Level, ...]:
        library = self._services.library()
        listed = [library.levels[each] for each in library.campaign.levels]
        return tuple(listed if level is None or level in listed else [*listed, level])

    def _first(self, level: Level | None) -> int:
        if level is not None:
            return self._stories.index(level)
        progress = self._services.progress.current
        seen = (place for place, each in enumerate(self._stories) if progress.of(each.id).endings)
        return next(seen, 0)

    @property
    def _level(self) -> Level:
        return self._stories[self._at]

    def _seen(self, level: Level) -> frozenset[PassageId]:
        return self._services.progress.current.of(level.id).endings & level.endings.keys()

    def _ways(self) -> Mapping[PassageId, Seen]:
        if self._kept is None:
            self._kept = load_gallery(self._services.folder, self._level.id)
        return self._kept

    def _head(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Return paper with the story that is shown, and the way to what has been reached."""
        words = self._services.words
        reached = Button(id=REACHED, label=words("praise.title"), icon="star")
        if not self._stories:
            return panel("head", words("gallery.title"), [Text(text=words("levels.none")), line(reached)], area, frame)
        level = self._level
        label = words(
            "gallery.story",
            at=self._at + 1,
            stories=len(self._stories),
            found=len(self._seen(level)),
            count=len(level.endings),
        )
        story = Stepper(id=STORY, label=label, value=level.title)
        room = area.w - sizes.width(reached, frame) - frame.theme.gap - 2 * frame.theme.pad
        items: list[Item] = [beside(reached, story)] if room >= STORY_EMS * frame.theme.em else [story, line(reached)]
        return panel("head", words("gallery.title"), items, area, frame)

    def _cards(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        cards = self._endings()
        if not cards:
            return ()
        gap = frame.theme.space(2)
        across = max(1, min(MOST_ACROSS, int(area.w // (CARD_EMS * frame.theme.em)), len(cards)))
        across = min(across, 2) if frame.shape is Shape.TALL else across
        wide = (area.w - (across - 1) * gap) // across
        least = max(card.least_height(wide, frame) for card in cards)
        down = -(-len(cards) // across)
        high = min(max(least, (area.h - (down - 1) * gap) // down), least + MOST_TALLER * wide)
        places = grid(area, len(cards), across, high, gap)
        words_h = max(card.told_height(wide, frame) for card in cards)
        placed = (card.placed(place, words_h, frame) for card, place in zip(cards, places, strict=True))
        return tuple(widget for widgets in placed for widget in widgets)

    def _endings(self) -> tuple[EndingCard, ...]:
        if not self._stories:
            return ()
        words, level, seen = self._services.words, self._level, self._seen(self._level)
        return tuple(
            EndingCard(words, self._diorama, level, ending, ending.id in seen, f"{LOOK}{ending.id}")
            for ending in level.endings.values()
        )

    def _focus(self) -> str:
        seen = (card.control_id for card in self._endings() if card.is_seen)
        return next(seen, STORY)
