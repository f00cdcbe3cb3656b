"""The PIN of staff, typed on the screen. What is typed is shown as dots, and thrown away with the screen."""

from math import ceil
from typing import Final

from game.canvas.geometry import Rect
from game.kiosk.pin import LONGEST
from game.screens.chrome import back_button
from game.screens.kiosk.pin_gate import PinGate
from game.screens.kiosk.wishes import Wish, Wishes
from game.screens.screen import Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Item, line, panel
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Backdrop, Button, ProgressDots, Text, Tone

DIGIT: Final = "digit:"
ERASE: Final = "erase"
ENTER: Final = "enter"
BACK: Final = "back"
PAPER_EMS: Final = 24.0
ROWS: Final = ("123", "456", "789")


class KeypadScreen:
    """Asks for the PIN. Where too many were wrong, it says how long to wait."""

    def __init__(self, services: Services, gate: PinGate, wishes: Wishes) -> None:
        self._services = services
        self._gate = gate
        self._wishes = wishes
        self._typed = ""
        self._was_wrong = False
        self._now_s = 0.0

    def view(self, frame: Frame) -> View:
        """Return the keypad."""
        self._now_s = frame.now_s
        theme, page, words = frame.theme, frame.page, self._services.words
        top = page.y + theme.target + theme.gap
        area = narrowed(Rect(page.x, top, page.w, page.bottom - top), PAPER_EMS * theme.em)
        digits = [line(*(self._digit(each) for each in row), share=True) for row in ROWS]
        last = line(
            Button(id=ERASE, label=words("kiosk.erase")),
            self._digit("0"),
            Button(id=ENTER, label=words("kiosk.enter"), tone=Tone.PRIMARY),
            share=True,
        )
        items: list[Item] = [
            Text(text=words("kiosk.pin"), role="heading", align="centre"),
            ProgressDots(label=self._told(), at=len(self._typed), count=LONGEST),
            *digits,
            last,
        ]
        paper = panel("keypad", words("kiosk.pin"), items, area, frame, anchor="centre")
        return View((Backdrop(rect=frame.area), *paper, back_button(frame, self._services)))

    def use(self, control_id: str, step: int) -> Transition:
        """Type, erase, try, or go back."""
        if control_id == BACK:
            return self.back()
        if control_id.startswith(DIGIT):
            self._typed = (self._typed + control_id.removeprefix(DIGIT))[:LONGEST]
            self._was_wrong = False
        elif control_id == ERASE:
            self._typed = ""
        elif control_id == ENTER and self._typed:
            typed, self._typed = self._typed, ""
            if self._gate.opens(typed, self._now_s):
                return self._wishes.ask(Wish.LET_IN)
            self._was_wrong = True
        return Stay(("tap",))

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Let the visitor go on."""
        return self._wishes.ask(Wish.BACK)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a second less has to be waited."""
        wait_s = self._gate.wait_s(now_s)
        return now_s + wait_s - (ceil(wait_s) - 1) if wait_s > 0 else None

    def _told(self) -> str:
        words, wait_s = self._services.words, self._gate.wait_s(self._now_s)
        if wait_s > 0:
            return words("kiosk.pin_wait", count=ceil(wait_s))
        if self._was_wrong:
            return words("kiosk.pin_wrong")
        return words("kiosk.pin_typed", count=len(self._typed))

    def _digit(self, digit: str) -> Button:
        return Button(id=DIGIT + digit, label=digit)
