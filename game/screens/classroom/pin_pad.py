"""The teacher's PIN, typed on the screen. What is typed is shown as dots, and thrown away with the screen."""

from typing import Final

from game.canvas.geometry import Rect
from game.classroom.views.parts import Notice
from game.screens.chrome import corner
from game.screens.classroom.notices import told
from game.screens.services import Services
from game.ui.arrange import Item, line, panel
from game.ui.frame import Frame
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, ProgressDots, Text, Tone

DIGIT: Final = "digit:"
ERASE: Final = "erase"
ENTER: Final = "enter"
DIGITS: Final = 6
PAPER_EMS: Final = 24.0
ROWS: Final = ("123", "456", "789")


class PinPad:
    """Holds the digits typed so far."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._typed = ""

    def view(self, notice: Notice | None, frame: Frame) -> View:
        """Return the pad; `notice` says why the last PIN was not taken."""
        words, page, theme = self._services.words, frame.page, frame.theme
        top = page.y + theme.target + theme.gap
        area = narrowed(Rect(page.x, top, page.w, page.bottom - top), PAPER_EMS * theme.em)
        last = line(
            Button(id=ERASE, label=words("projector.erase"), enabled=bool(self._typed)),
            self._digit("0"),
            Button(id=ENTER, label=words("projector.enter"), tone=Tone.PRIMARY, enabled=len(self._typed) == DIGITS),
            share=True,
        )
        count = len(self._typed)
        items: list[Item] = [
            Text(text=words("projector.pin"), role="heading", align="centre"),
            Text(text=words("projector.pin_hint"), ink="soft", align="centre"),
            *([Text(text=told(words, notice), ink="warning", align="centre")] if notice and not count else []),
            ProgressDots(label=words("projector.pin_typed", count=count), at=count, count=DIGITS),
            *(line(*(self._digit(each) for each in row), share=True) for row in ROWS),
            last,
        ]
        paper = panel("pin", words("projector.pin"), items, area, frame, anchor="centre")
        return View((Backdrop(rect=frame.area), *paper, *corner(frame, self._services)))

    def use(self, control_id: str) -> str:
        """Type or erase; return a PIN when one is entered, and nothing otherwise."""
        if control_id.startswith(DIGIT):
            self.type(control_id.removeprefix(DIGIT))
        elif control_id == ERASE:
            self._typed = ""
        elif control_id == ENTER:
            typed, self._typed = self._typed, ""
            return typed
        return ""

    def type(self, digit: str) -> None:
        """Take one more digit."""
        self._typed = (self._typed + digit)[:DIGITS]

    def _digit(self, digit: str) -> Button:
        return Button(id=DIGIT + digit, label=digit, enabled=len(self._typed) < DIGITS)
