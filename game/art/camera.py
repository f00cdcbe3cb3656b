"""Where to stand: how large a set is shown in a rectangle, and which part of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.art.view import PLATE, TILT, Box, View
from game.canvas.geometry import Point, Rect
from game.content.assets import Spot

FIGURE_HIGH = 8.7
FIGURE_HALF_WIDE = 2.6
"""Room that a figure takes, in half studs; the arms of a speaker included."""

TALLEST_SHARE = 0.46
"""A figure takes at most this share of the height of the rectangle."""

HEADROOM = 0.07
FEET_SHARE = 0.9
"""Heads keep this distance from the top, feet this one from the bottom, as shares of the height."""

SMALLEST_UNIT = 4


@dataclass(frozen=True, slots=True)
class Frame:
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


@dataclass(frozen=True, slots=True)
class Camera:
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
    """Come as near as needed to fill the rectangle, but keep everybody in it."""
    fill = max(rect.w / scene.w, rect.h / scene.h)
    keep = min(rect.w / people.w, rect.h * (1 - HEADROOM) / people.h, rect.h * TALLEST_SHARE / FIGURE_HIGH)
    view = View(max(SMALLEST_UNIT, int(min(fill, keep))))
    x = _placed(rect.x, rect.w, people.left, people.right, scene.left, scene.right, view.u)
    y = rect.y + _height(rect.h / view.u, scene, people) * view.u
    return Camera(view, Point(round(x), round(y)), round(y + scene.top * view.u))


def _placed(
    start: float, length: float, left: float, right: float, edge_left: float, edge_right: float, unit: int
) -> float:
    """Put the middle of the company in the middle, without leaving room beside a set that could fill it."""
    origin = start + length / 2 - (left + right) / 2 * unit
    if (edge_right - edge_left) * unit >= length:
        return min(max(origin, start + length - edge_right * unit), start - edge_left * unit)
    return start + length / 2 - (edge_left + edge_right) / 2 * unit


def _height(tall: float, scene: Frame, people: Frame) -> float:
    """Distance of the origin from the top, in half studs."""
    if scene.h <= tall:
        return (tall - scene.h) * 0.55 - scene.top
    feet = tall * FEET_SHARE - people.bottom
    lowest = tall - scene.bottom
    return max(tall * HEADROOM - people.top, min(feet, tall * 0.2 - scene.top), lowest)
