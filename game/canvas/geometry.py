"""Places and sizes in device pixels (floats); the origin is top-left and y grows downwards."""

from typing import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: float
    y: float

    def shifted(self, dx: float, dy: float) -> "Point":
        """The point moved by (dx, dy)."""
        return Point(self.x + dx, self.y + dy)


class Size(NamedTuple):
    """A width and a height, both >= 0."""

    w: float
    h: float


class Rect(NamedTuple):
    """An upright rectangle. It holds its left and top edges, not its right and bottom ones."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """X of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Y of the bottom edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    @property
    def origin(self) -> Point:
        """The top-left corner."""
        return Point(self.x, self.y)

    @property
    def size(self) -> Size:
        """Width and height without the place."""
        return Size(self.w, self.h)

    def inset(self, dx: float, dy: float | None = None) -> "Rect":
        """Shrunk by dx on the left and right and by dy (default dx) above and below; never below zero size."""
        vertical = dx if dy is None else dy
        w, h = max(0.0, self.w - 2 * dx), max(0.0, self.h - 2 * vertical)
        return Rect(self.x + (self.w - w) / 2, self.y + (self.h - h) / 2, w, h)

    def grown(self, by: float) -> "Rect":
        """Larger by `by` on every side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def shifted(self, dx: float, dy: float) -> "Rect":
        """Moved by (dx, dy)."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def contains(self, point: Point) -> bool:
        """Whether the point is inside."""
        return self.x <= point.x < self.x + self.w and self.y <= point.y < self.y + self.h

    def holds(self, other: "Rect", slack: float = 0.0) -> bool:
        """Whether the other rectangle lies wholly inside, give or take `slack` pixels."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: "Rect") -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def common(self, other: "Rect") -> "Rect":
        """The shared area; of zero size where there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def around(self, other: "Rect") -> "Rect":
        """The smallest rectangle that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


NOWHERE = Rect(0, 0, 0, 0)
"""The place of what has not been arranged."""
