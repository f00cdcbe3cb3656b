"""From studs to pixels: the one projection all bricks are drawn in."""

from typing import NamedTuple

from game.canvas.geometry import Point, Rect

TILT = 0.47
"""How far the camera looks down: a stud is this much higher than wide on the screen."""

PLATE = 0.5
"""Height of a plate (a third of a brick), in half stud widths."""


class View(NamedTuple):
    """A parallel view from the front corner of the base plate.

    x runs down-right, y runs down-left, both in studs; z runs up, in plates. All three steps are whole pixels, so that
    bricks painted apart fit together exactly.
    """

    u: int
    """Half the width of a stud, in pixels, >= 1."""

    @property
    def v(self) -> int:
        """Half the height of a stud, in pixels."""
        return max(1, round(self.u * TILT))

    @property
    def p(self) -> int:
        """Height of a plate, in pixels."""
        return max(1, round(self.u * PLATE))

    def at(self, x: float, y: float, z: float = 0.0) -> Point:
        """The pixel of a place, seen from the pixel of (0, 0, 0)."""
        return Point((x - y) * self.u, (x + y) * self.v - z * self.p)

    def bounds(self, box: "Box") -> Rect:
        """The upright rectangle of whole pixels around a box, studs on top included."""
        left, right = (box.x0 - box.y1) * self.u, (box.x1 - box.y0) * self.u
        top = (box.x0 + box.y0) * self.v - box.z1 * self.p - 0.3 * self.u
        bottom = (box.x1 + box.y1) * self.v - box.z0 * self.p
        x, y = left // 1 - 1, top // 1 - 1
        return Rect(x, y, right // 1 + 2 - x, bottom // 1 + 2 - y)


class Box(NamedTuple):
    """A block of space: studs in x and y, plates in z."""

    x0: float
    y0: float
    z0: float
    x1: float
    y1: float
    z1: float

    def shifted(self, x: float, y: float, z: float) -> "Box":
        """The same block elsewhere."""
        return Box(self.x0 + x, self.y0 + y, self.z0 + z, self.x1 + x, self.y1 + y, self.z1 + z)

    def around(self, other: "Box") -> "Box":
        """The smallest block that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            min(self.z0, other.z0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
            max(self.z1, other.z1),
        )

    def turned(self, depth: float) -> "Box":
        """A quarter turn clockwise (seen from above) of a block that lies in a plot `depth` studs deep."""
        return Box(depth - self.y1, self.x0, self.z0, depth - self.y0, self.x1, self.z1)
