"""Where to stand: how large a set is shown in a rectangle, and which part of it."""

from collections.abc import Iterable
from typing import NamedTuple

from game.art.view import PLATE, TILT, Box, View
from game.canvas.geometry import Point, Rect
from game.content.assets import Spot

FIGURE_HIGH = 8.7
FIGURE_HALF_WIDE = 2.6
"""Room that a figure takes, in half studs; the arms of a speaker included."""

TALLEST_SHARE, TALLEST_IN_STRIP = 0.46, 0.56
"""A figure takes at most this share of the height of the rectangle."""

HEADROOM, HEADROOM_IN_STRIP = 0.07, 0.02
FEET_SHARE, FEET_IN_STRIP = 0.9, 0.78
"""Heads keep this distance from the top, feet this one from the bottom, as shares of the height."""

STRIP_FROM, STRIP_TO = 1.7, 2.3
"""A rectangle this much wider than high begins to be a strip, and is one."""

CROP = 1.3
"""In a strip people count more than the set: the camera comes this much nearer than it takes to fill the width."""

SMALLEST_UNIT = 4


class Frame(NamedTuple):
    """A rectangle in half studs, as the view sees it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def w(self) -> float:
        """Width."""
        return self.right - self.left

    @property
    def h(self) -> float:
        """Height."""
        return self.bottom - self.top


class Camera(NamedTuple):
    """A view, and the pixel of the back corner of the base plate."""

    view: View
    origin: Point
    top: float
    """y of the highest thing, in pixels."""


def whole(base: tuple[int, int], boxes: Iterable[Box]) -> Frame:
    """All of a set: the base plate with its edge, and what stands on it."""
    w, d = base
    top = min([0.0, *((box.x0 + box.y0) * TILT - box.z1 * PLATE for box in boxes)])
    return Frame(-d, top, w, (w + d) * TILT + 3.2)


def company(spots: Iterable[Spot]) -> Frame:
    """What has to be seen: everybody, from head to foot."""
    places = [(x - y, (x + y) * TILT) for x, y in (spot.at for spot in spots)]
    across, down = [x for x, _ in places], [y for _, y in places]
    return Frame(min(across) - FIGURE_HALF_WIDE, min(down) - FIGURE_HIGH, max(across) + FIGURE_HALF_WIDE, max(down) + 1)


def camera(rect: Rect, scene: Frame, people: Frame) -> Camera:
    """Come as near as needed to fill the rectangle, but keep everybody in it.

    A strip has paper below it that grows and shrinks: there the camera comes nearer, and feet stand higher.
    """
    strip = _strip(rect)
    fill = max(rect.w / scene.w * _between(1.0, CROP, strip), rect.h / scene.h)
    tallest = rect.h * _between(TALLEST_SHARE, TALLEST_IN_STRIP, strip) / FIGURE_HIGH
    air = _between(HEADROOM, HEADROOM_IN_STRIP, strip)
    keep = min(rect.w / people.w, rect.h * (1 - air) / people.h, tallest)
    view = View(max(SMALLEST_UNIT, int(min(fill, keep))))
    x = _placed(rect.x, rect.w, people.left, people.right, scene.left, scene.right, view.u)
    tall = rect.h / view.u
    feet = tall * _between(FEET_SHARE, FEET_IN_STRIP, strip) - people.bottom
    y = rect.y + _height(tall, scene, feet, tall * air - people.top) * view.u
    return Camera(view, Point(round(x), round(y)), round(y + scene.top * view.u))


def _strip(rect: Rect) -> float:
    """0 for a rectangle like a page or a card, 1 for a strip; the change is gradual, so that no size makes it jump."""
    return min(1.0, max(0.0, (rect.w / max(1.0, rect.h) - STRIP_FROM) / (STRIP_TO - STRIP_FROM)))


def _between(page: float, strip: float, share: float) -> float:
    return page + (strip - page) * share


def _placed(
    start: float, length: float, left: float, right: float, edge_left: float, edge_right: float, unit: int
) -> float:
    """Put the middle of the company in the middle, without leaving room beside a set that could fill it."""
    origin = start + length / 2 - (left + right) / 2 * unit
    if (edge_right - edge_left) * unit >= length:
        return min(max(origin, start + length - edge_right * unit), start - edge_left * unit)
    return start + length / 2 - (edge_left + edge_right) / 2 * unit


def _height(tall: float, scene: Frame, feet: float, heads: float) -> float:
    """Distance of the origin from the top, in half studs; with `feet` the feet stand well, `heads` is the least.

    A set that fits is shown whole, otherwise there is no more than a strip of sky above it and nothing below it.
    """
    if scene.h <= tall:
        return (tall - scene.h) * 0.55 - scene.top
    return max(heads, min(feet, tall * 0.2 - scene.top), tall - scene.bottom)
