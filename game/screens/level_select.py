"""The stories to choose from: a card each, with its first picture."""

from collections.abc import Mapping
from typing import Final

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.records.saves import load_save
from game.screens.chrome import back_button, corner, header
from game.screens.level_card import LevelCard, card_height, placed_card
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Stay, Transition
from game.screens.services import Services
from game.story.level import LevelId
from game.ui.arrange import column, scrolling
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import grid
from game.ui.view import View
from game.ui.widgets import Artwork, Text, Widget

LEVEL: Final = "level:"
CARD_EMS = 17.0
"""Least width of a card."""
MOST_ACROSS = 3


class LevelSelectScreen:
    """Shows the campaign, chapter by chapter."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._saved: Mapping[LevelId, bool] | None = None
        """Which levels have a save; None when that has to be looked up (again)."""

    def view(self, frame: Frame) -> View:
        """Return the cards on the sky."""
        words = self._services.words
        titled, area = header(frame, words("levels.title"))
        placed = self._chapters(frame, area)
        cards = scrolling("levels", words("levels.list"), placed, area, frame, on_paper=False)
        widgets: tuple[Widget, ...] = (
            self._sky(frame),
            cards,
            *titled,
            back_button(frame, self._services),
            *corner(frame, self._services),
        )
        return View(widgets, default_focus=self._first())

    def use(self, control_id: str, step: int) -> Transition:
        """Open a story where it was left, or at its content note."""
        if not control_id.startswith(LEVEL):
            return Pop(("page",))
        name = LevelId(control_id.removeprefix(LEVEL))
        level = self._services.library().levels[name]
        screen = self._routes.resume(level) if self._saves()[name] else self._routes.content_note(level)
        self._saved = None
        return Push(screen, ("page",))

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
        """A morning without a place yet."""

        def painted(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            self._diorama.paint(canvas, rect, Staging("", "morning"), motion=False)

        return Artwork(paint=painted, key="sky", rect=frame.area)

    def _saves(self) -> Mapping[LevelId, bool]:
        if self._saved is None:
            folder, levels = self._services.folder, self._services.library().campaign.levels
            self._saved = {level: load_save(folder, level) is not None for level in levels}
        return self._saved

    def _first(self) -> str:
        """The story to go on with: a saved one, else the first that was not won yet."""
        levels, progress = self._services.library().campaign.levels, self._services.progress.current
        saved = [level for level in levels if self._saves()[level]]
        fresh = [level for level in levels if not progress.of(level).won]
        chosen = (*saved, *fresh, *levels)
        return f"{LEVEL}{chosen[0]}" if chosen else ""

    def _chapters(self, frame: Frame, area: Rect) -> tuple[Widget, ...]:
        """The cards of all chapters below each other, and a word about what is missing."""
        library = self._services.library()
        placed: list[Widget] = []
        y = area.y
        for chapter in library.campaign.chapters:
            title = column([Text(text=chapter.title, role="heading")], Rect(area.x, y, area.w, 0), frame)
            cards = self._cards(chapter.levels, Rect(area.x, title[-1].rect.bottom + frame.theme.gap, area.w, 0), frame)
            placed += [*title, *cards]
            y = max(card.rect.bottom for card in cards) + frame.theme.space(3)
        if missing := self._missing():
            placed += column([Text(text=missing, role="small")], Rect(area.x, y, area.w, 0), frame)
        return tuple(placed)

    def _missing(self) -> str:
        library, words = self._services.library(), self._services.words
        broken = {fault.file for fault in library.faults if fault.severity == "error"}
        if broken:
            return words("levels.faults", count=len(broken))
        return "" if library.campaign.levels else words("levels.none")

    def _cards(self, levels: tuple[LevelId, ...], area: Rect, frame: Frame) -> tuple[Widget, ...]:
        gap = frame.theme.space(2.5)
        across = self._across(area.w, len(levels), frame)
        cards = [self._card(level) for level in levels]
        wide = (area.w - (across - 1) * gap) // across
        high = max(card_height(card, wide, frame) for card in cards)
        places = grid(area, len(cards), across, high, gap)
        return tuple(
            widget for card, place in zip(cards, places, strict=True) for widget in placed_card(card, place, frame)
        )

    def _across(self, room: float, count: int, frame: Frame) -> int:
        if frame.shape is Shape.TALL:
            return 1
        return max(1, min(MOST_ACROSS, count, int(room // (CARD_EMS * frame.theme.em))))

    def _card(self, name: LevelId) -> LevelCard:
        return LevelCard(
            words=self._services.words,
            diorama=self._diorama,
            control_id=f"{LEVEL}{name}",
            level=self._services.library().levels[name],
            progress=self._services.progress.current.of(name),
            is_saved=self._saves()[name],
        )
