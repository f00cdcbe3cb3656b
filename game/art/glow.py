"""The halo of a lamp: discs that fade outwards."""

from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect

STEPS = 7
ALPHA = 15


def paint_glow(canvas: Canvas, at: Point, radius: float, colour: tuple[int, int, int]) -> None:
    """Paint a halo around a pixel."""
    size = min(219.0, round(radius) * 2.0)

    def paint(inner: Canvas) -> None:
        for step in range(STEPS):
            share = (1 - step / STEPS) ** 1.3
            edge = size * (1 - share) / 2
            inner.ellipse(Rect(edge, edge, size * share, size * share), (*colour, ALPHA))

    canvas.picture(("glow", colour), Rect(round(at.x - size / 2), round(at.y - size / 2), size, size), paint)
