"""Soft shadows on the ground, cast to the right, darkest where a thing touches it."""

from collections.abc import Callable

from game.art.light import Light
from game.art.pen import Pen
from game.art.view import Box, View
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.assets import ShadowKind

CAST_X, CAST_Y = 0.13, -0.05
"""Studs of shadow for each plate of height."""

LONGEST = 3.0
"""Studs."""

SOFT = 0.35
"""Width of the soft edge, in studs."""


def shadow_rect(view: View, box: Box) -> Rect:
    """The pixels a shadow may cover, seen from the pixel of the corner of its plot."""
    long = _length(box)
    wide = long * CAST_Y / CAST_X
    return view.bounds(Box(box.x0 - SOFT, box.y0 - SOFT + wide, 0, box.x1 + SOFT + long, box.y1 + SOFT, 0))


def shadow_painter(view: View, light: Light, box: Box, kind: ShadowKind, limit: Box) -> Callable[[Canvas], None]:
    """Paints the shadow of a thing on a canvas of the size of `shadow_rect`; nothing falls beyond `limit`."""
    rect = shadow_rect(view, box)
    r, g, b, alpha = light.shadow
    long = _length(box)
    wide = long * CAST_Y / CAST_X

    def paint(canvas: Canvas) -> None:
        pen = Pen(canvas, view, light.tint, -rect.x, -rect.y)
        for grow, share in ((SOFT, 0.4), (0.05, 0.6)):
            colour = (r, g, b, round(alpha * share))
            if kind == "round":
                _round(pen, box, long, grow, colour)
                continue
            x0, y0, x1, y1 = box.x0 - grow, box.y0 - grow, box.x1 + grow, box.y1 + grow
            outline = [
                (x0, y1),
                (x1, y1),
                (x1 + long, y1 + wide),
                (x1 + long, y0 + wide),
                (x0 + long, y0 + wide),
                (x0, y0),
            ]
            inside = [(min(max(x, limit.x0), limit.x1), min(max(y, limit.y0), limit.y1), 0.0) for x, y in outline]
            pen.face(inside, colour)

    return paint


def _round(pen: Pen, box: Box, long: float, grow: float, colour: tuple[int, int, int, int]) -> None:
    radius = ((box.x1 - box.x0) + (box.y1 - box.y0)) / 4 * 0.86 + grow
    middle = pen.at((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 0)
    reach = long * 0.35 * pen.view.u
    rx, ry = radius * 1.41 * pen.view.u, radius * 1.41 * pen.view.v
    pen.canvas.ellipse(Rect(middle.x - rx + reach, middle.y - ry, rx * 2, ry * 2), colour)


def _length(box: Box) -> float:
    return min(LONGEST, (box.z1 - box.z0) * CAST_X)
