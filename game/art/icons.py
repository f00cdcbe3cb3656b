"""Small pictures of bricks for marks, meters and lists."""

from game.art.light import Tone
from game.art.pen import Pen
from game.art.solids import box
from game.art.view import Box, View
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect

PLAIN_LIGHT = (1.0, 1.0, 1.0)


def paint_brick(canvas: Canvas, rect: Rect, colour: Tone, *, studs: tuple[int, int] = (2, 1)) -> None:
    """Paint a brick of some studs as large as fits, in the middle of `rect`."""
    w, d = studs
    unit = max(2, int(min(rect.w / (w + d + 0.3), rect.h / ((w + d) * 0.47 + 2.0))))
    view = View(unit)
    local = view.bounds(Box(0, 0, 0, w, d, 3))
    area = Rect(round(rect.centre.x - local.w / 2), round(rect.centre.y - local.h / 2), local.w, local.h)

    def paint(inner: Canvas) -> None:
        pen = Pen(inner, view, PLAIN_LIGHT, -local.x, -local.y)
        shades = pen.tones(colour)
        box(pen, (0, 0, 0), (w, d, 3), shades)
        for x, y in sorted(((x, y) for x in range(w) for y in range(d)), key=sum):
            pen.stud(x + 0.5, y + 0.5, 3, shades)

    canvas.picture(("brick", colour, studs), area, paint)
