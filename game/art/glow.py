"""The halo of a lamp: discs that fade outwards."""

from game.art.piece import Piece
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect

STEPS = 14
ALPHA = 10
LARGEST_PX = 219.0


def glow_piece(at: Point, radius: float, colour: tuple[int, int, int]) -> Piece:
    """A halo around a pixel."""
    size = min(LARGEST_PX, round(radius) * 2.0)

    def paint(canvas: Canvas) -> None:
        for step in range(STEPS):
            share = (1 - step / STEPS) ** 1.6
            edge = size * (1 - share) / 2
            canvas.ellipse(Rect(edge, edge, size * share, size * share), (*colour, ALPHA))

    return Piece(("glow", colour), Rect(round(at.x - size / 2), round(at.y - size / 2), size, size), paint)
