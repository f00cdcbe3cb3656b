"""Asks before a window of the class is closed."""

from game.canvas.geometry import Rect
from game.screens.screen import Pop, Quit, Screen, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, dialog, line, panel
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

STAY, LEAVE = "stay", "leave"
PAPER_EMS = 34.0


class LeavingScreen:
    """Lies over the screen that would be gone."""

    def __init__(self, services: Services, below: Screen, title: str, hint: str) -> None:
        self._services = services
        self._below = below
        self._title = title
        self._hint = hint

    def view(self, frame: Frame) -> View:
        """Return the question."""
        words, page = self._services.words, frame.page
        items: list[Item] = [
            Text(text=self._title, role="heading"),
            Text(text=self._hint),
            Gap(0.5),
            line(
                Button(id=STAY, label=words("projector.stay"), tone=Tone.PRIMARY),
                Button(id=LEAVE, label=words("projector.leave_yes"), final=True),
                share=True,
            ),
        ]
        area = narrowed(Rect(page.x, page.y, page.w, page.h), PAPER_EMS * frame.theme.em)
        paper = panel("leave", self._title, items, area, frame, anchor="centre")
        return dialog(self._below.view(frame), paper, frame, default_focus=STAY)

    def use(self, control_id: str, step: int) -> Transition:
        """Leave, or stay."""
        return Quit() if control_id == LEAVE else Pop()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Stay."""
        return Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the screen below changes."""
        return self._below.wakes_s(now_s)
