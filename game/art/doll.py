"""A pen for figures: rounded shapes in a space 120 wide and 212 high, feet at the bottom, lit from the left."""

from collections.abc import Sequence
from typing import NamedTuple

from game.art.light import Tone
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect

WIDE, TALL = 120.0, 212.0
MIDDLE = 60.0
CURVE_STEPS = 5

Spot2 = tuple[float, float]


class Doll(NamedTuple):
    """A canvas on which one figure is drawn. `faces` is 1 when it looks right, -1 when it looks left.

    Shapes are given for a figure that looks right; those drawn with `turned` points are mirrored when it looks left.
    """

    canvas: Canvas
    scale: float
    """Pixels for one unit."""
    faces: int
    dx: float = 0.0
    dy: float = 0.0
    """Shift in units."""

    def spot(self, x: float, y: float) -> Point:
        """The pixel of a place that is the same for both directions."""
        return Point((x + self.dx) * self.scale, (y + self.dy) * self.scale)

    def turn(self, x: float) -> float:
        """A place across, mirrored when the figure looks left."""
        return MIDDLE + (x - MIDDLE) * self.faces

    def round(self, x: float, y: float, w: float, h: float, radius: float, colour: Colour) -> None:
        """A rounded rectangle from its top-left corner."""
        at = self.spot(x, y)
        self.canvas.rect(Rect(at.x, at.y, w * self.scale, h * self.scale), colour, radius=radius * self.scale)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """An ellipse around its middle."""
        at = self.spot(x - rx, y - ry)
        self.canvas.ellipse(Rect(at.x, at.y, rx * 2 * self.scale, ry * 2 * self.scale), colour)

    def stroke(self, points: Sequence[Spot2], width: float, colour: Colour) -> None:
        """A line with round ends."""
        self.canvas.line([self.spot(x, y) for x, y in points], colour, width=width * self.scale)

    def shape(self, points: Sequence[Spot2], colour: Colour) -> None:
        """A filled shape with straight sides."""
        self.canvas.polygon([self.spot(x, y) for x, y in points], colour)

    def blob(self, points: Sequence[Spot2], colour: Colour) -> None:
        """A filled shape whose outline runs smoothly through the points."""
        self.shape(smooth(points), colour)

    def turned(self, points: Sequence[Spot2]) -> list[Spot2]:
        """Points that are mirrored when the figure looks left."""
        return [(self.turn(x), y) for x, y in points]

    def arc(self, x: float, y: float, wide: float, deep: float, width: float, colour: Tone) -> None:
        """A shallow bow: hanging (a smile) when `deep` > 0, standing when < 0."""
        steps = [-1 + step / 3 for step in range(7)]
        self.stroke([(x + wide / 2 * at, y + deep * (1 - at * at)) for at in steps], width, colour)


def smooth(points: Sequence[Spot2]) -> list[Spot2]:
    """A closed Catmull-Rom curve through the points."""
    count = len(points)
    curve = []
    for place in range(count):
        p0, p1, p2, p3 = (points[(place + shift) % count] for shift in (-1, 0, 1, 2))
        for step in range(CURVE_STEPS):
            t = step / CURVE_STEPS
            curve.append((_catmull(p0[0], p1[0], p2[0], p3[0], t), _catmull(p0[1], p1[1], p2[1], p3[1], t)))
    return curve


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
