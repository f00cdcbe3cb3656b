"""The loop: show what changed, sleep until something happens or moves, do what the player wants."""

import gc
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from game.background import Background
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect, Size
from game.desktop.loop import Desktop
from game.modes import Mode
from game.ui.frame import Frame
from game.ui.intents import Intent

if TYPE_CHECKING:
    from game.content.library import Library
    from game.kiosk.heartbeat import Heartbeat
    from game.learning.home import HomeRecords

_LONGEST_SLEEP_S = 60.0
_LONGEST_SLEEP_WATCHED_S = 0.5
"""Signs of life are due each second."""
_SPARE_S = 0.012
"""With so much time before the next picture, something can be made ready for later."""


class AtWork(Protocol):
    """A game that the loop keeps going; see `game.screens.runner.Runner`."""

    @property
    def is_over(self) -> bool: ...

    def frame(self, size: Size, now_s: float) -> Frame: ...

    def handle(self, intent: Intent, frame: Frame) -> None: ...

    def paint(self, canvas: Canvas, frame: Frame) -> Sequence[Rect] | None: ...

    def prepare(self, canvas: Canvas, frame: Frame) -> bool: ...

    def repaint(self) -> None: ...

    def wakes_s(self, now_s: float) -> float | None: ...


def run(
    desktop: Desktop,
    runner: AtWork,
    library: "Background[Library]",
    mode: Mode,
    heartbeat: "Heartbeat | None" = None,
    records: "HomeRecords | None" = None,
) -> None:
    """Show the first picture, then keep the game going until it is left."""
    show(desktop, runner)
    gc.freeze()
    gc.enable()
    library.start()  # after the first picture, which needs nothing of it
    sleep_s = _LONGEST_SLEEP_S if heartbeat is None else _LONGEST_SLEEP_WATCHED_S
    if records:
        records.start()
    try:
        while not runner.is_over:
            touched = turn(desktop, runner, sleep_s)
            if heartbeat is not None:
                _beat(heartbeat, touched=touched)
            if desktop.take_closing() and mode.may_quit:
                return
    finally:
        if records:
            records.stop()


def turn(desktop: Desktop, runner: AtWork, most_s: float) -> bool:
    """Show what changed, sleep until something happens or moves but at most so long, and do what the player wants.

    Returns whether the player wanted anything.
    """
    now_s = show(desktop, runner)
    wakes_s = runner.wakes_s(now_s)
    sleep_s = most_s if wakes_s is None else min(most_s, wakes_s - time.monotonic())
    if sleep_s > _SPARE_S and runner.prepare(desktop.canvas, runner.frame(desktop.size, now_s)):
        sleep_s = 0.0
    intents = desktop.events(max(0.0, sleep_s))
    for intent in intents:
        runner.handle(intent, runner.frame(desktop.size, time.monotonic()))
    return bool(intents)


def show(desktop: Desktop, runner: AtWork) -> float:
    """Paint and present what changed, and return the time on the clock of which it is the picture."""
    now_s = time.monotonic()
    if desktop.take_stale():
        runner.repaint()
    desktop.present(runner.paint(desktop.canvas, runner.frame(desktop.size, now_s)))
    return now_s


def _beat(heartbeat: "Heartbeat", *, touched: bool) -> None:
    now_s = time.monotonic()
    if touched:
        heartbeat.touched(now_s)
    heartbeat.beat(now_s)
