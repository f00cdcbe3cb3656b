"""To take along: what was learned and who helps, for a phone to read off the screen."""

from collections.abc import Sequence
from typing import Final

from game.canvas.geometry import Rect
from game.screens.chrome import BACK, body_area
from game.screens.chrome import page as whole_page
from game.screens.kiosk.take_away_text import Piece
from game.screens.qr_picture import qr_picture
from game.screens.screen import Pace, Pop, Stay, Transition
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Gap, Item, line, panel
from game.ui.frame import Frame, Shape
from game.ui.intents import Command
from game.ui.layout import Flex, columns, rows
from game.ui.view import View
from game.ui.widgets import Panel, Stepper, Text, Widget

PIECE: Final = "piece"
CODE_SHARE: Final = 0.5
"""Of a wide window's width, at most."""
TALL_SHARE: Final = 0.48
"""Of a tall window's height, at most."""
TIGHT_SHARE: Final = 0.66
"""Of what a small window leaves for all."""


class TakeAwayScreen:
    """Shows one code at a time, with the words that are in it."""

    pace = Pace.READING

    def __init__(self, services: Services, pieces: Sequence[Piece]) -> None:
        """There is at least one piece."""
        self._services = services
        self._pieces = pieces
        self._at = 0

    def view(self, frame: Frame) -> View:
        """Return the code beside, or above, its words."""
        title = self._services.words("kiosk.take_title")
        area = body_area(frame, title)
        has_code_above = min(frame.upper.size) >= min(area.size)
        if frame.shape is Shape.TIGHT and not has_code_above:
            most_px = TIGHT_SHARE * min(area.size)
            code = qr_picture(self._piece.text, self._piece.title, most_px, "l")
            how, *rest = self._items()
            items = [how, line(code, side="centre"), *rest]
            body: tuple[Widget, ...] = panel(self._name, title, items, area, frame, anchor="fill")
            return whole_page(frame, self._services, title, body, default_focus=self._focus)
        gap = frame.theme.space(2.5)
        if has_code_above:
            place, words_area = frame.upper, area
        elif frame.shape is Shape.WIDE:
            place, words_area = columns(area, min(area.h, CODE_SHARE * area.w), Flex(), gap=gap)
        else:
            place, words_area = rows(area, min(area.w, TALL_SHARE * area.h), Flex(), gap=gap)
        body = (*self._sheet(place, frame), *panel(self._name, title, self._items(), words_area, frame, anchor="top"))
        return whole_page(frame, self._services, title, body, default_focus=self._focus)

    def use(self, control_id: str, step: int) -> Transition:
        """Turn to another code, or go back."""
        if control_id == PIECE:
            self._at = (self._at + step) % len(self._pieces)
            return Stay(("page",))
        return self.back() if control_id == BACK else Stay()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Go back to what can be done next."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None

    @property
    def _piece(self) -> Piece:
        return self._pieces[self._at]

    @property
    def _focus(self) -> str:
        return PIECE if len(self._pieces) > 1 else BACK

    @property
    def _name(self) -> str:
        """Each piece is read from its beginning."""
        return f"take-away:{self._at}"

    def _sheet(self, place: Rect, frame: Frame) -> tuple[Widget, ...]:
        """The code in the middle of white paper that is as large as it."""
        rim = frame.theme.space(1)
        code = qr_picture(self._piece.text, self._piece.title, min(place.size) - 2 * rim, "l")
        at = Rect(place.centre.x - code.rect.w / 2, place.y + rim, code.rect.w, code.rect.h)
        placed = sizes.place(code, at, frame)
        return (Panel(rect=placed.rect.grown(rim)), placed)

    def _items(self) -> list[Item]:
        words = self._services.words
        count = len(self._pieces)
        chooser = Stepper(
            id=PIECE,
            label=words("kiosk.take_code"),
            value=words("kiosk.take_code_of", at=self._at + 1, count=count),
        )
        return [
            Text(text=words("kiosk.take_how"), role="body"),
            *([chooser] if count > 1 else []),
            Gap(0.5),
            Text(text=self._piece.title, role="heading"),
            *(Text(text=each) for each in self._piece.lines),
            Gap(0.5),
            Text(text=words("kiosk.take_safety"), role="small", ink="soft"),
        ]
