"""Light that lamps and windows give: halos around lamps, pools below them, patches of sun on the floor."""

from collections.abc import Iterator

from game.art.light import Light
from game.art.piece import Piece
from game.art.scenery import Item
from game.art.view import Box, View
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.assets import Brick, Time

STEPS, ALPHA = 14, 10
LARGEST_PX = 219.0
"""Size of a halo at most."""

HALO_HALF_STUDS = 5.5
POOL_STUDS = 3.2
POOL_STEPS, POOL_ALPHA = 9, 15
LAMP: tuple[int, int, int] = (255, 208, 120)

SUN: dict[Time, tuple[int, int, int, int]] = {"morning": (255, 248, 218, 124), "day": (255, 252, 236, 60)}
"""The sun on the floor, and how strong it is. In the evening it stands on the other side of the house."""

WALL_REACH = 2.2
"""A window that begins so near to a wall hangs on it."""

SHEER = -0.2
"""Studs that a ray goes to the side while it goes one stud from the wall."""

PATCH_FROM, PATCH_TO = 6.0, 11.6
"""Where a patch begins and ends, in studs from the wall."""

MULLION = 0.12
"""Share of the patch that lies in the shade of the cross bar."""


def halo(at: Point, unit: int) -> Piece:
    """A halo around a pixel: discs that fade outwards. `unit` is half a stud."""
    size = min(LARGEST_PX, round(unit * HALO_HALF_STUDS) * 2.0)
    rect = Rect(round(at.x - size / 2), round(at.y - size / 2), size, size)
    return Piece(("glow", LAMP), rect, lambda canvas: _discs(canvas, rect, STEPS, ALPHA))


def pool(at: Point, view: View) -> Piece:
    """What a lamp lights of the ground around a pixel."""
    w, h = (round(2.82 * POOL_STUDS * step) for step in (view.u, view.v))
    rect = Rect(round(at.x - w / 2), round(at.y - h / 2), w, h)
    return Piece(("pool", LAMP), rect, lambda canvas: _discs(canvas, rect, POOL_STEPS, POOL_ALPHA))


def _discs(canvas: Canvas, rect: Rect, steps: int, alpha: int) -> None:
    for step in range(steps):
        share = (1 - step / steps) ** 1.6
        w, h = rect.w * share, rect.h * share
        canvas.ellipse(Rect((rect.w - w) / 2, (rect.h - h) / 2, w, h), (*LAMP, alpha))


def sun_patches(
    items: tuple[Item, ...], base: tuple[int, int], view: View, origin: Point, light: Light
) -> Iterator[Piece]:
    """The sun that falls on the floor of a room, through the windows in its walls."""
    if light.time not in SUN:
        return
    for item in items:
        for brick, _ in item.build.bricks:
            x, y, _z = (part + shift for part, shift in zip(brick.at, item.at, strict=True))
            if _is_window(brick) and min(x, y) < WALL_REACH and item.at[2] > 0:
                glass = Box(x, y, 0, x + brick.size[0], y + brick.size[1], 0)
                yield _patch(glass, base, view, origin, light)


def _is_window(brick: Brick) -> bool:
    w, d, h = brick.size
    return (brick.kind == "pane" or brick.colour == "glass") and max(w, d) > 1.5 and h > 1.5


def _patch(glass: Box, base: tuple[int, int], view: View, origin: Point, light: Light) -> Piece:
    along_x = glass.x1 - glass.x0 > glass.y1 - glass.y0
    start, end = (glass.x0, glass.x1) if along_x else (glass.y0, glass.y1)
    middle, bar = (start + end) / 2, (end - start) * MULLION / 2
    panes = []
    for a, b in ((start, middle - bar), (middle + bar, end)):
        rays = ((a, PATCH_FROM), (b, PATCH_FROM), (b, PATCH_TO), (a, PATCH_TO))
        places = [(along + SHEER * far, far) if along_x else (far, along + SHEER * far) for along, far in rays]
        panes.append([view.at(min(x, base[0]), min(y, base[1])) for x, y in places])
    corners = [corner for pane in panes for corner in pane]
    left, top = min(x for x, _ in corners) // 1, min(y for _, y in corners) // 1
    size = max(x for x, _ in corners) - left + 1, max(y for _, y in corners) - top + 1

    def paint(canvas: Canvas) -> None:
        for pane in panes:
            canvas.polygon([corner.shifted(-left, -top) for corner in pane], SUN[light.time])

    key = ("sun patch", view.u, light.time, *panes[0], *panes[1])
    return Piece(key, Rect(left, top, size[0] // 1, size[1] // 1).shifted(*origin), paint)
