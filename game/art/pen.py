"""Draws on a canvas in studs and plates instead of pixels."""

from collections.abc import Sequence
from typing import NamedTuple

from game.art.light import Tones, tones
from game.art.view import View
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect

Spot3 = tuple[float, float, float]


class Pen(NamedTuple):
    """A canvas, the view it is seen in, and the light that falls.

    (dx, dy) is the pixel of (0, 0, 0) on the canvas.
    """

    canvas: Canvas
    view: View
    tint: tuple[float, float, float]
    dx: float
    dy: float
    lamps: bool = False

    def at(self, x: float, y: float, z: float) -> Point:
        """The pixel of a place."""
        view = self.view
        return Point((x - y) * view.u + self.dx, (x + y) * view.v - z * view.p + self.dy)

    def face(self, corners: Sequence[Spot3], colour: Colour) -> None:
        """A flat polygon in space."""
        self.canvas.polygon([self.at(x, y, z) for x, y, z in corners], colour)

    def tones(self, colour: tuple[int, int, int]) -> Tones:
        """The tones of a colour under the light of this pen."""
        return tones(colour, self.tint)

    def stud(self, x: float, y: float, z: float, shades: Tones) -> None:
        """A stud whose foot is centred on a place."""
        u, v = self.view.u, self.view.v
        rx, rise = u * 0.43, max(1.0, u * 0.2)
        ry = rx * v / u
        at = self.at(x, y, z)
        ellipse = self.canvas.ellipse
        if u >= 12:
            ellipse(Rect(at.x - rx * 0.86, at.y - ry * 0.72, rx * 2.1, ry * 2), shades.dent)
        ellipse(Rect(at.x - rx, at.y - ry, rx * 2, ry * 2), shades.left_low)
        self.canvas.rect(Rect(at.x - rx, at.y - rise, rx * 2, rise), shades.left_low)
        ellipse(Rect(at.x - rx, at.y - ry - rise, rx * 2, ry * 2), shades.edge)
        inset = max(0.6, u * 0.035)
        ellipse(Rect(at.x - rx + inset, at.y - ry - rise + inset, rx * 2 - inset, ry * 2 - inset * 1.1), shades.rim)
