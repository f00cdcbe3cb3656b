"""Paints round bricks: cylinders, balls, wheels and leaves."""

from math import cos, pi, sin

from game.art.light import Tone, Tones, mixed
from game.art.panels import Panel
from game.art.pen import Pen
from game.canvas.geometry import Point, Rect
from game.content.assets import Brick

STEPS = 6
"""Corners in which each curved band is drawn."""


def cylinder(pen: Pen, brick: Brick, shades: Tones, cap: Tones) -> None:
    """An upright round brick; the second colour is that of its top."""
    x, y, z = brick.at
    w, d, h = brick.size
    rx = (w + d) / 2 * pen.view.u * 0.7
    ry = rx * pen.view.v / pen.view.u
    top = pen.at(x + w / 2, y + d / 2, z + h)
    tall = h * pen.view.p

    def band(start: float, end: float, colour: Tone) -> None:
        angles = [pi * (start + (end - start) * step / STEPS) for step in range(STEPS + 1)]
        lower = [top.shifted(-rx * cos(angle), tall + ry * sin(angle)) for angle in angles]
        pen.canvas.polygon([*lower, Point(lower[-1].x, top.y), Point(lower[0].x, top.y)], colour)

    band(0, 1, shades.left_low)
    band(0.06, 0.55, shades.left)
    band(0.2, 0.3, mixed(shades.left, shades.edge, 0.4))
    band(0.66, 1, shades.right)
    inset = max(0.8, pen.view.u * 0.05)
    pen.canvas.ellipse(Rect(top.x - rx, top.y - ry, rx * 2, ry * 2), cap.edge)
    pen.canvas.ellipse(Rect(top.x - rx + inset, top.y - ry + inset, (rx - inset) * 2, ry * 2 - inset * 1.3), cap.top)


def ball(pen: Pen, brick: Brick, shades: Tones) -> None:
    """A round thing: fruit, a lamp globe, a bundle of leaves."""
    x, y, z = brick.at
    w, d, h = brick.size
    centre = pen.at(x + w / 2, y + d / 2, z + h / 2)
    rx = (w + d) / 2 * pen.view.u * 0.72
    ry = h * pen.view.p * 0.5 + (w + d) / 2 * pen.view.v * 0.35
    for share, shift, colour in (
        (1.0, 0.0, shades.right),
        (0.88, 0.1, shades.left),
        (0.66, 0.22, shades.top),
        (0.3, 0.42, shades.edge),
    ):
        mx, my = centre.x - rx * shift, centre.y - ry * shift
        pen.canvas.ellipse(Rect(mx - rx * share, my - ry * share, rx * share * 2, ry * share * 2), colour)


def wheel(pen: Pen, brick: Brick, tyre: Tones, hub: Tones) -> None:
    """A wheel that stands on the ground with its hub toward `side`."""
    panel = Panel.of(brick)
    for grow, tone in ((0.5, tyre.right_low), (0.44, tyre.left), (0.27, hub.top), (0.12, hub.right)):
        ring = [(0.5 + grow * cos(pi * step / 8), 0.5 + grow * sin(pi * step / 8)) for step in range(16)]
        pen.face([panel.spot(a, b) for a, b in ring], tone)


def leaf(pen: Pen, brick: Brick, shades: Tones, rib: Tones) -> None:
    """A long leaf from the corner at `at` that hangs over by its height; it grows by w in x and by d in y.

    Negative growth is not written; `side` says toward which corner: right +x+y, left -x+y, back-left -x-y,
    back-right +x-y.
    """
    x, y, z = brick.at
    toward_x = 1 if brick.side in ("right", "back-right") else -1
    toward_y = 1 if brick.side in ("right", "left") else -1
    w, d, fall = brick.size[0] * toward_x, brick.size[1] * toward_y, brick.size[2]
    root, tip = pen.at(x, y, z), pen.at(x + w, y + d, z - fall)
    bend = pen.at(x + w * 0.5, y + d * 0.5, z + 1.2)
    length = ((tip.x - root.x) ** 2 + (tip.y - root.y) ** 2) ** 0.5 or 1.0
    broad = pen.view.u * 0.62
    nx, ny = -(tip.y - root.y) / length * broad, (tip.x - root.x) / length * broad
    if ny < 0:
        nx, ny = -nx, -ny
    middle = [root, _curve(root, bend, tip, 0.35), _curve(root, bend, tip, 0.7), tip]
    upper = [point.shifted(-nx * by, -ny * by) for point, by in zip(middle[1:3], (1.0, 0.8), strict=True)]
    lower = [point.shifted(nx * by, ny * by) for point, by in zip(middle[1:3], (1.0, 0.8), strict=True)]
    pen.canvas.polygon([root, *lower, tip, middle[2], middle[1]], shades.right)
    pen.canvas.polygon([root, *upper, tip, middle[2], middle[1]], shades.top)
    pen.canvas.line(middle, rib.edge, width=max(1.0, pen.view.u * 0.06))


def _curve(start: Point, bend: Point, end: Point, share: float) -> Point:
    one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return Point(one * start.x + two * bend.x + three * end.x, one * start.y + two * bend.y + three * end.y)
