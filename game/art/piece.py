"""A picture at its place, ready to be shown again and again."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect


class Piece(NamedTuple):
    """What `Canvas.picture` needs to know."""

    key: Hashable
    rect: Rect
    paint: Callable[[Canvas], None]

    def prepare(self, canvas: Canvas) -> bool:
        """Have it painted for later; False if it is there already."""
        return canvas.prepare(self.key, self.rect, self.paint)

    def show(self, canvas: Canvas, only: Rect, up_px: float = 0.0) -> None:
        """Show it, moved up; not if it lies outside `only`."""
        rect = self.rect.shifted(0, -up_px) if up_px else self.rect
        if rect.meets(only):
            canvas.picture(self.key, rect, self.paint)
