"""What lies around the base plate: bricks, tufts and stones, puddles and lanes, all in tones close to the ground.

They stand on the same lattice of studs as the plate, so that the plain is of bricks too. Chance has no part in it.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from game.art.bits import PAINTERS, Bit, Strewer
from game.art.camera import Camera
from game.art.light import Light, mixed
from game.art.pen import Pen
from game.art.piece import Piece
from game.art.view import Box
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.assets import BackdropKind

BITS: Mapping[BackdropKind, tuple[Bit, ...]] = MappingProxyType(
    {
        "hills": ("tuft", "plate", "tuft", "stone", "row", "bush"),
        "sea": ("shell", "plate", "stone", "row", "tuft", "shell"),
        "city": ("tile", "plate", "puddle", "row", "tile", "stone"),
        "clouds": (),
    }
)
STEP = 5
"""Studs from one place to the next, both ways."""

FREE_BEHIND, FREE_BEFORE = 1.6, 4.4
"""Nothing lies nearer to the plate, in studs; before it falls its shadow."""

LANE_PLACE = 3
"""Every so many rows of places a town has a lane."""

DEPTHS = 4
"""Steps in which the tones follow the ground toward the front."""

SPACE = Box(-1.6, -1.6, 0, 1.6, 1.6, 4)


def strewn(camera: Camera, base: tuple[int, int], plain: Rect, light: Light, kind: BackdropKind) -> Iterator[Piece]:
    """All of it in the plain, from back to front."""
    bits = BITS[kind]
    if not bits:
        return
    view, start = camera.view, camera.origin
    local = view.bounds(SPACE)
    for i, j in _places(camera, plain):
        bit, x, y = _chosen(bits, i, j, is_town=kind == "city")
        if bit is None or _on_plate(x, y, base):
            continue
        at = view.at(x, y).shifted(*start)
        rect = local.shifted(round(at.x), round(at.y))
        depth = (at.y - plain.y) / plain.h
        if rect.meets(plain) and rect.y + 0.6 * rect.h > plain.y:
            level = min(DEPTHS - 1, int(depth * DEPTHS))
            yield Piece(("strewn", bit, level, view.u, light.time), rect, _painter(camera, light, bit, level, local))


def _places(camera: Camera, plain: Rect) -> Iterator[tuple[int, int]]:
    """All places of the lattice in or near the plain, from back to front."""
    u, v = camera.view.u * STEP, camera.view.v * STEP
    first, last = (plain.y - camera.origin.y) / v, (plain.bottom - camera.origin.y) / v
    left, right = (plain.x - camera.origin.x) / u, (plain.right - camera.origin.x) / u
    for down in range(int(first) - 2, int(last) + 3):
        for across in range(int(left) - 2, int(right) + 3):
            if (down + across) % 2 == 0:
                yield (down + across) // 2, (down - across) // 2


def _chosen(bits: tuple[Bit, ...], i: int, j: int, *, is_town: bool) -> tuple[Bit | None, float, float]:
    """What lies at a place, and where in studs."""
    x, y = float(i * STEP), float(j * STEP)
    if is_town and j % LANE_PLACE == 0:
        return "lane", x, y
    number = (i * 7349 + j * 9151) % 1013
    if number % 5 < 2:
        return None, x, y
    return bits[number // 5 % len(bits)], x + number % 3 - 1, y + number // 3 % 3 - 1


def _on_plate(x: float, y: float, base: tuple[int, int]) -> bool:
    w, d = base
    return -FREE_BEHIND < x < w + FREE_BEFORE and -FREE_BEHIND < y < d + FREE_BEFORE


def _painter(camera: Camera, light: Light, bit: Bit, level: int, local: Rect) -> Callable[[Canvas], None]:
    def paint(canvas: Canvas) -> None:
        far, near = light.ground
        ground = mixed(far, near, (level + 0.5) / DEPTHS)
        pen = Pen(canvas, camera.view, light.tint, -local.x, -local.y)
        PAINTERS[bit](Strewer(pen, light, ground, level / DEPTHS))

    return paint
