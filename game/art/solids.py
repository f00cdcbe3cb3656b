"""Paints single bricks: three lit sides, soft lower halves, bright upper edges, studs."""

from collections.abc import Callable, Mapping
from math import ceil
from types import MappingProxyType

from game.art.light import Tone, Tones, tones
from game.art.panels import dial, pane, sheet
from game.art.pen import Pen, Spot3
from game.art.roofs import gable, slope
from game.art.rounds import ball, cylinder, leaf, wheel
from game.canvas.geometry import Point
from game.content.assets import Brick, BrickKind

BRICK_PLATES = 3.0
JOINT_STUDS = 4
DAYLIGHT = (1.0, 1.0, 1.0)
SMALL_PX = 7.0
"""Sides lower than this many pixels are painted plain."""

Cells = frozenset[tuple[int, int]]


def paint_brick(pen: Pen, brick: Brick, colour: Tone, second: Tone, *, studs: Cells, shines: bool) -> None:
    """Paint one brick. `studs` are the cells of its top that lie open, counted from its own corner.

    What shines by itself is as bright in the dark as by day.
    """
    shades, others = tones(colour, DAYLIGHT) if shines else pen.tones(colour), pen.tones(second)
    match brick.kind:
        case "box" | "tile":
            box(pen, brick.at, brick.size, shades)
            x, y, z = brick.at
            for cx, cy in sorted(studs, key=sum):
                pen.stud(x + cx + 0.5, y + cy + 0.5, z + brick.size[2], shades)
        case "slope":
            slope(pen, brick, colour, second)
        case "gable":
            gable(pen, brick, colour, second)
        case "ball":
            ball(pen, brick, shades)
        case "pane":
            pane(pen, brick, colour, others, shines=shines)
        case "cylinder" | "wheel" | "leaf" | "sheet" | "dial":
            _TWO_COLOURED[brick.kind](pen, brick, shades, others)


_TWO_COLOURED: Mapping[BrickKind, Callable[[Pen, Brick, Tones, Tones], None]] = MappingProxyType(
    {"cylinder": cylinder, "wheel": wheel, "leaf": leaf, "sheet": sheet, "dial": dial}
)


def box(pen: Pen, at: Spot3, size: Spot3, shades: Tones) -> None:
    """A plain block: top, left and right side."""
    x0, y0, z0 = at
    x1, y1, z1 = x0 + size[0], y0 + size[1], z0 + size[2]
    polygon, place = pen.canvas.polygon, pen.at
    left, front, right = place(x0, y1, z1), place(x1, y1, z1), place(x1, y0, z1)
    polygon([place(x0, y0, z1), right, front, left], shades.top)
    tall = (z1 - z0) * pen.view.p
    left_foot, front_foot, right_foot = (p.shifted(0, tall) for p in (left, front, right))
    polygon([left, front, front_foot, left_foot], shades.left)
    polygon([front, right, right_foot, front_foot], shades.right)
    if tall < SMALL_PX:
        return
    low = tall * 0.55
    polygon([left.shifted(0, low), front.shifted(0, low), front_foot, left_foot], shades.left_low)
    polygon([front.shifted(0, low), right.shifted(0, low), right_foot, front_foot], shades.right_low)
    courses(pen, at, size, shades)
    thin = max(0.8, pen.view.u * 0.055)
    polygon([left, front, front.shifted(0, thin), left.shifted(0, thin)], shades.edge)
    polygon([front, right, right.shifted(0, thin), front.shifted(0, thin)], shades.left)


def courses(pen: Pen, at: Spot3, size: Spot3, shades: Tones) -> None:
    """The joints between the bricks of a block that is several courses high; upright joints are staggered."""
    x0, y0, z0 = at
    x1, y1, z1 = x0 + size[0], y0 + size[1], z0 + size[2]
    if size[2] <= BRICK_PLATES:
        return
    thin = max(0.6, pen.view.u * 0.04)
    place, polygon = pen.at, pen.canvas.polygon
    for row in range(ceil(size[2] / BRICK_PLATES - 0.05)):
        z = z0 + row * BRICK_PLATES
        rise = (min(z1, z + BRICK_PLATES) - z) * pen.view.p
        if row:
            left, front, right = place(x0, y1, z), place(x1, y1, z), place(x1, y0, z)
            polygon([left, front, front.shifted(0, thin), left.shifted(0, thin)], shades.seam)
            polygon([front, right, right.shifted(0, thin), front.shifted(0, thin)], shades.right_low)
        start = 2 if row % 2 else JOINT_STUDS
        for along in range(start, int(size[0]), JOINT_STUDS):
            _joint(pen, place(x0 + along, y1, z), (thin, thin / 2), rise, shades.seam)
        for along in range(start, int(size[1]), JOINT_STUDS):
            _joint(pen, place(x1, y1 - along, z), (thin, -thin / 2), rise, shades.right_low)


def _joint(pen: Pen, foot: Point, slant: tuple[float, float], rise: float, colour: Tone) -> None:
    beside = foot.shifted(*slant)
    pen.canvas.polygon([foot, beside, beside.shifted(0, -rise), foot.shifted(0, -rise)], colour)
