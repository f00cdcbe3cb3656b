"""The stories to choose from: a card each, with its first picture."""

from collections.abc import Mapping
from typing import Final

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.records.saves import load_save
from game.records.way import keep_way
from game.screens.chrome import back_button, corner, header
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Stay, Transition
from game.screens.services import Services
from game.screens.stories.card_pictures import CardPictures
from game.screens.stories.level_card import LevelCard
from game.screens.stories.level_list import LevelList, chapter_start
from game.screens.ways import chosen_path, is_open
from game.story.level import LevelId
from game.ui.arrange import scrolling
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Artwork, Widget

LEVEL: Final = "level:"
MORNING = Staging("", "morning")


class LevelSelectScreen:
    """Shows the campaign, chapter by chapter, or one path through it."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, pictures: CardPictures) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._pictures = pictures
        self._path = chosen_path(services)
        self._saved: Mapping[LevelId, bool] | None = None
        """Which levels have a save; None when that has to be looked up (again)."""

    def view(self, frame: Frame) -> View:
        """Return the cards on the sky."""
        words, first = self._services.words, self._first()
        titled, area = header(frame, words("levels.title"))
        placed = LevelList(self._services, self._path, self._card).placed(area, frame)
        begin = chapter_start(placed, first, area)
        cards = scrolling("levels", words("levels.list"), placed, area, frame, on_paper=False, starts_at=begin)
        widgets: tuple[Widget, ...] = (
            self._sky(frame),
            cards,
            *titled,
            back_button(frame, self._services),
            *corner(frame, self._services),
        )
        return View(widgets, default_focus=first)

    def prepare(self, canvas: Canvas, _frame: Frame) -> bool:
        """Paint the picture of one more card."""
        return self._pictures.prepare(canvas)

    def use(self, control_id: str, step: int) -> Transition:
        """Open a story where it was left, or at its content note; read what a closed one tells; or go another way."""
        kind, _, name = control_id.partition(":")
        match f"{kind}:":
            case "level:":
                return self._open(LevelId(name))
            case "read:":
                return Push(self._routes.messages(self._services.library().levels[LevelId(name)]), ("page",))
            case "listen:":
                return Push(self._routes.help())
            case "practice:":
                return Push(self._routes.practice(), ("page",))
            case "path:":
                keep_way(self._services.folder, name)
                self._path = chosen_path(self._services)
                return Stay(("page",))
            case _:
                return Pop(("page",))

    def command(self, command: Command) -> Transition:
        """Open the notebook or the settings."""
        match command:
            case Command.NOTEBOOK:
                return Push(self._routes.notebook(None), ("page",))
            case Command.SETTINGS | Command.PAUSE:
                return Push(self._routes.settings(), ("page",))
            case _:
                return Stay()

    def back(self) -> Transition:
        """Go back to the title."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    def _sky(self, frame: Frame) -> Artwork:
        """A morning without a place yet: as a layer, for a picture as large as the window would be smoothed."""

        def painted(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            canvas.layer("sky", rect, lambda sheet: self._diorama.paint(sheet, rect, MORNING, motion=False))

        return Artwork(paint=painted, shows=MORNING, rect=frame.area)

    def _open(self, name: LevelId) -> Transition:
        level = self._services.library().levels[name]
        screen = self._routes.resume(level) if self._saves()[name] else self._routes.content_note(level)
        self._saved = None
        return Push(screen, ("page",))

    def _saves(self) -> Mapping[LevelId, bool]:
        if self._saved is None:
            folder, levels = self._services.folder, self._services.library().campaign.levels
            self._saved = {level: load_save(folder, level) is not None for level in levels}
        return self._saved

    def _first(self) -> str:
        """The story to go on with: a saved one, else the first that was not won yet, among those that are open."""
        here = self._path.levels if self._path else self._services.library().campaign.levels
        levels = [level for level in here if is_open(self._services, level)]
        progress = self._services.progress.current
        saved = [level for level in levels if self._saves()[level]]
        fresh = [level for level in levels if not progress.of(level).won]
        chosen = (*saved, *fresh, *levels)
        return f"{LEVEL}{chosen[0]}" if chosen else ""

    def _card(self, name: LevelId) -> LevelCard:
        return LevelCard(
            words=self._services.words,
            pictures=self._pictures,
            control_id=f"{LEVEL}{name}",
            level=self._services.library().levels[name],
            progress=self._services.progress.current.of(name),
            is_saved=self._saves()[name],
        )
