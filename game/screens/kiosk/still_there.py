"""“Still there?”: before a visitor is forgotten they are asked, and see how long they have to answer."""

from math import ceil
from typing import Final

from game.canvas.geometry import Rect
from game.screens.screen import Pop, Screen, Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item, dialog, line, panel
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.layout import narrowed
from game.ui.view import View
from game.ui.widgets import Button, Gauge, Text, Tone

HERE: Final = "here"
PAPER_EMS: Final = 34.0


class StillThereScreen:
    """Lies over what the visitor was at. Anything they do is an answer, and the kiosk takes it."""

    def __init__(self, services: Services, below: Screen, gone_s: float, countdown_s: float) -> None:
        self._services = services
        self._below = below
        self._gone_s = gone_s
        self._countdown_s = countdown_s

    def view(self, frame: Frame) -> View:
        """Return the question with the seconds that are left, as bricks that go one by one."""
        words, page = self._services.words, frame.page
        area = narrowed(Rect(page.x, page.y, page.w, page.h), PAPER_EMS * frame.theme.em)
        left = self._left(frame.now_s)
        items: list[Item] = [
            Text(text=words("kiosk.still_there"), role="title", align="centre"),
            Text(text=words("kiosk.still_there_more"), role="speech", align="centre"),
            Gap(0.5),
            Gauge(label=words("kiosk.seconds_left"), value=left, most=ceil(self._countdown_s)),
            Gap(0.5),
            line(Button(id=HERE, label=words("kiosk.here"), tone=Tone.GOLD), side="centre"),
        ]
        paper = panel("still-there", words("kiosk.still_there"), items, area, frame, anchor="centre")
        return dialog(self._below.view(frame), paper, frame, default_focus=HERE)

    def use(self, control_id: str, step: int) -> Transition:
        """Go on."""
        return Pop()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """Go on."""
        return Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the next second has gone."""
        left = self._left(now_s)
        return self._gone_s - (left - 1) if left else None

    def _left(self, now_s: float) -> int:
        return max(0, ceil(self._gone_s - now_s))
