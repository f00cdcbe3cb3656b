"""Text as large as still shows everything at once: nobody scrolls on a projector."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect, Size
from game.screens.classroom.projector import ProjectorScreen
from game.screens.notebook.notebook_panel import CARDS
from game.screens.runner import Runner
from game.ui.frame import Frame
from game.ui.intents import Intent
from game.ui.theme import make_theme
from game.ui.view import View
from game.ui.widgets import ScrollArea

ROOM_SCALE: Final = 1.5
"""Read from the back of a room: 40 pixels for the smallest words at 1920 x 1080."""
SCALES: Final = (1.35, 1.2, 1.1, 1.0)
"""What is tried when there is too much to show at the scale that is wanted."""


class Large:
    """Has the methods of a `Runner` that the loop of the game needs."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    @property
    def is_over(self) -> bool:
        """Whether the projector has been left."""
        return self._runner.is_over

    def frame(self, size: Size, now_s: float) -> Frame:
        """Return what the screen is shown in: at the largest scale at which all of it is seen."""
        wanted = self._runner.frame(size, now_s)
        if self.is_over or not isinstance(self._runner.screen, ProjectorScreen):
            return wanted
        scales = [scale for scale in SCALES if scale < wanted.theme.text_scale]
        frames = (wanted, *(_scaled(wanted, scale) for scale in scales))
        return next((frame for frame in frames if _shows_all(self._runner.view(frame))), frames[-1])

    def view(self, frame: Frame) -> View:
        """Return what is to be seen now."""
        return self._runner.view(frame)

    def handle(self, intent: Intent, frame: Frame) -> None:
        """Do what somebody at the projector wants."""
        self._runner.handle(intent, frame)

    def paint(self, canvas: Canvas, frame: Frame) -> Sequence[Rect] | None:
        """Paint what changed; see `Runner.paint`."""
        return self._runner.paint(canvas, frame)

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make something ready; see `Runner.prepare`."""
        return self._runner.prepare(canvas, frame)

    def repaint(self) -> None:
        """Forget what was painted."""
        self._runner.repaint()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the screen changes by itself."""
        return self._runner.wakes_s(now_s)


def _scaled(frame: Frame, scale: float) -> Frame:
    theme = frame.theme
    return replace(frame, theme=make_theme(frame.size, scale, theme.contrast, moves=theme.moves))


def _shows_all(view: View) -> bool:
    """Say whether nothing is scrolled away but cards of the notebook, of which there are always more."""
    return not any(isinstance(each, ScrollArea) and each.id != CARDS and each.reach > 0 for each in view.widgets)
