"""Small signs made of shapes, so that no font has to have them.

Every sign is drawn in a square of 24 x 24 units with strokes of `STROKE` units, and scaled to its place.
"""

from collections.abc import Callable, Mapping, Sequence
from math import cos, pi, sin
from typing import Literal, NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect

IconName = Literal[
    "help", "exit", "sound", "mute", "back", "settings", "notebook", "history", "pause", "play", "check", "warning",
    "lock", "star", "left", "right", "up", "down", "bricks", "heart", "plus", "minus", "close", "fullscreen", "search",
]  # fmt: skip

GRID = 24.0
STROKE = 2.4


class Pen(NamedTuple):
    """Draws in icon units. `ink` is the sign, `ground` what shows through its holes."""

    canvas: Canvas
    ink: Colour
    ground: Colour

    @property
    def scale(self) -> float:
        """Pixels of one icon unit."""
        return self.canvas.size.w / GRID

    def line(self, *points: tuple[float, float], width: float = STROKE, colour: Colour | None = None) -> None:
        """A stroke through points."""
        self.canvas.line(self._places(points), colour or self.ink, width=width * self.scale)

    def area(self, *points: tuple[float, float]) -> None:
        """A filled shape."""
        self.canvas.polygon(self._places(points), self.ink)

    def dot(self, x: float, y: float, radius: float, colour: Colour | None = None) -> None:
        """A filled circle."""
        box = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        self.canvas.ellipse(self._box(box), colour or self.ink)

    def box(self, x: float, y: float, w: float, h: float, radius: float, colour: Colour | None = None) -> None:
        """A filled rectangle with round corners."""
        self.canvas.rect(self._box(Rect(x, y, w, h)), colour or self.ink, radius=radius * self.scale)

    def arc(self, x: float, y: float, radius: float, start: float, end: float) -> None:
        """A stroke along a circle; angles in turns, clockwise from the right."""
        steps = 20
        angles = [2 * pi * (start + (end - start) * step / steps) for step in range(steps + 1)]
        self.line(*((x + radius * cos(angle), y + radius * sin(angle)) for angle in angles))

    def _places(self, points: Sequence[tuple[float, float]]) -> list[Point]:
        return [Point(x * self.scale, y * self.scale) for x, y in points]

    def _box(self, box: Rect) -> Rect:
        return Rect(*(value * self.scale for value in box))


def paint_icon(canvas: Canvas, name: IconName, rect: Rect, ink: Colour, ground: Colour) -> None:
    """Show a sign in the largest square in the middle of `rect`."""
    side = min(rect.w, rect.h)
    square = Rect(rect.centre.x - side / 2, rect.centre.y - side / 2, side, side)
    canvas.picture(("icon", name, ink, ground), square, lambda local: DRAWINGS[name](Pen(local, ink, ground)))


def _help(pen: Pen) -> None:
    pen.dot(12, 12, 10.5)
    hole = Pen(pen.canvas, pen.ground, pen.ink)
    hole.arc(12, 9.2, 3.2, -0.5, 0.2)
    hole.line((13, 12.2), (12, 13.2), (12, 14.4))
    hole.dot(12, 17.8, 1.5)


def _exit(pen: Pen) -> None:
    pen.line((13, 3), (4, 3), (4, 21), (13, 21))
    pen.line((9.5, 12), (20, 12))
    pen.line((16, 7.5), (20.5, 12), (16, 16.5))


def _speaker(pen: Pen) -> None:
    pen.area((2, 9), (6, 9), (12, 4), (12, 20), (6, 15), (2, 15))


def _sound(pen: Pen) -> None:
    _speaker(pen)
    pen.arc(12.5, 12, 4, -0.14, 0.14)
    pen.arc(12.5, 12, 8.4, -0.14, 0.14)


def _mute(pen: Pen) -> None:
    _speaker(pen)
    pen.line((15.5, 9), (21.5, 15))
    pen.line((21.5, 9), (15.5, 15))


def _back(pen: Pen) -> None:
    pen.line((20, 12), (4.5, 12))
    pen.line((11, 5), (4, 12), (11, 19))


def _settings(pen: Pen) -> None:
    for y, x in ((5.5, 16.0), (12.0, 8.0), (18.5, 14.0)):
        pen.line((3, y), (21, y))
        pen.dot(x, y, 3.1)
        pen.dot(x, y, 1.2, pen.ground)


def _notebook(pen: Pen) -> None:
    pen.box(4.5, 2, 16, 20, 2.6)
    pen.box(9, 6, 8, 5, 0.9, pen.ground)
    for y in (6, 12, 18):
        pen.line((2.6, y), (6.4, y), width=1.9)


def _history(pen: Pen) -> None:
    pen.arc(13, 12, 8.4, -0.42, 0.4)
    pen.line((1.8, 7), (5.2, 10.2), (9, 7.6))
    pen.line((13, 7.4), (13, 12.4), (16.4, 14.4))


def _pause(pen: Pen) -> None:
    pen.box(5, 4, 5, 16, 1.2)
    pen.box(14, 4, 5, 16, 1.2)


def _play(pen: Pen) -> None:
    pen.area((6, 3.5), (20.5, 12), (6, 20.5))


def _check(pen: Pen) -> None:
    pen.line((4, 12.5), (9.6, 18), (20, 6.5), width=3.4)


def _warning(pen: Pen) -> None:
    pen.area((12, 1.8), (23.2, 21.6), (0.8, 21.6))
    pen.line((12, 8.6), (12, 14.2), width=2.8, colour=pen.ground)
    pen.dot(12, 18, 1.6, pen.ground)


def _lock(pen: Pen) -> None:
    pen.arc(12, 9, 4.6, -0.5, 0)
    pen.line((7.4, 9), (7.4, 12))
    pen.line((16.6, 9), (16.6, 12))
    pen.box(4.5, 11, 15, 10.5, 2)
    pen.dot(12, 16.2, 1.9, pen.ground)


def _star(pen: Pen) -> None:
    radii = (10.8, 4.7)
    tips = ((12 + radii[i % 2] * sin(pi * i / 5), 12.6 - radii[i % 2] * cos(pi * i / 5)) for i in range(10))
    pen.area(*tips)


def _left(pen: Pen) -> None:
    pen.line((15, 4.5), (7.5, 12), (15, 19.5), width=3)


def _right(pen: Pen) -> None:
    pen.line((9, 4.5), (16.5, 12), (9, 19.5), width=3)


def _up(pen: Pen) -> None:
    pen.line((12, 20.5), (12, 5))
    pen.line((5.5, 11), (12, 4.5), (18.5, 11), width=3)


def _down(pen: Pen) -> None:
    pen.line((12, 3.5), (12, 19))
    pen.line((5.5, 13), (12, 19.5), (18.5, 13), width=3)


def _bricks(pen: Pen) -> None:
    for x in (0.4, 12.4):
        pen.box(x, 8.2, 11.2, 11, 2)
        pen.box(x + 2.3, 5.4, 6.6, 5, 1.6)


def _heart(pen: Pen) -> None:
    pen.dot(7.4, 8.6, 5.6)
    pen.dot(16.6, 8.6, 5.6)
    pen.area((2.6, 11.6), (7.4, 8), (12, 7), (16.6, 8), (21.4, 11.6), (12, 21.8))


def _plus(pen: Pen) -> None:
    pen.line((12, 4.5), (12, 19.5), width=3)
    pen.line((4.5, 12), (19.5, 12), width=3)


def _minus(pen: Pen) -> None:
    pen.line((4.5, 12), (19.5, 12), width=3)


def _close(pen: Pen) -> None:
    pen.line((5, 5), (19, 19), width=3)
    pen.line((19, 5), (5, 19), width=3)


def _fullscreen(pen: Pen) -> None:
    for x, y in ((4, 4), (20, 4), (4, 20), (20, 20)):
        inward_x, inward_y = (5 if x < 12 else -5), (5 if y < 12 else -5)
        pen.line((x + inward_x, y), (x, y), (x, y + inward_y))


def _search(pen: Pen) -> None:
    pen.arc(10, 10, 6.6, 0, 1)
    pen.line((15, 15), (21, 21), width=3.2)


DRAWINGS: Mapping[IconName, Callable[[Pen], None]] = {
    "help": _help,
    "exit": _exit,
    "sound": _sound,
    "mute": _mute,
    "back": _back,
    "settings": _settings,
    "notebook": _notebook,
    "history": _history,
    "pause": _pause,
    "play": _play,
    "check": _check,
    "warning": _warning,
    "lock": _lock,
    "star": _star,
    "left": _left,
    "right": _right,
    "up": _up,
    "down": _down,
    "bricks": _bricks,
    "heart": _heart,
    "plus": _plus,
    "minus": _minus,
    "close": _close,
    "fullscreen": _fullscreen,
    "search": _search,
}
