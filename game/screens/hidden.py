"""The quick exit: a blank page of notes that could belong to any program."""

from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.screens.screen import Pace, Stay, Transition
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Artwork


class HiddenScreen:
    """Shows ruled paper and answers to nothing. The way out is closing the window, as with any program."""

    pace = Pace.SILENT

    def view(self, frame: Frame) -> View:
        """Return the page; it carries no word, so there is nothing to recognise."""
        colours, step = frame.theme.colours, frame.theme.space(5)

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            canvas.rect(rect, colours.card)
            for row in range(2, int(rect.h // step)):
                y = rect.y + row * step
                canvas.line((Point(rect.x, y), Point(rect.right, y)), colours.edge, width=1)

        return View((Artwork(paint=paint, key=("hidden", frame.theme.key), rect=frame.area),))

    def use(self, control_id: str, step: int) -> Transition:
        """There are no controls."""
        return Stay()

    def command(self, command: Command) -> Transition:
        """Nothing brings the game back: somebody may be watching."""
        return Stay()

    def back(self) -> Transition:
        """Nothing brings the game back."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return None: nothing moves."""
        return None
