"""A prop turned and recoloured as a set wants it, ready to be painted as one picture."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.art.light import Light, Tone
from game.art.order import painting_order
from game.art.pen import Pen
from game.art.solids import Cells, paint_brick
from game.art.view import Box, View
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.assets import SIDES, Brick, Palette, Prop

SOLID = ("box", "tile", "slope", "gable", "cylinder")
WINDOW_GLASS = "glass"
NO_CELLS: Cells = frozenset()


class Look(NamedTuple):
    """How named colours look in a set."""

    palette: Palette
    light: Light
    tint: tuple[float, float, float]
    indoors: bool

    def colour(self, name: str) -> tuple[Tone, bool]:
        """The colour, and whether it shines by itself. From inside, windows show the sky."""
        if self.indoors and name == WINDOW_GLASS:
            return self.light.sky[1], True
        if self.light.lamps and name in self.palette.lit:
            return self.palette.lit[name], True
        return self.palette.colours.get(name, (0, 0, 0)), False


class Build(NamedTuple):
    """A prop as it stands in a set; its own corner is at (0, 0, 0)."""

    key: tuple[object, ...]
    """Tells apart all builds that look different."""
    bricks: tuple[tuple[Brick, Cells], ...]
    """In painting order, each with the cells of its top that show studs."""
    box: Box
    glow: tuple[float, float, float] | None

    def rect(self, view: View) -> Rect:
        """The pixels it covers, seen from the pixel of its corner."""
        rect = view.bounds(self.box)
        return rect.grown(view.u) if any(brick.kind == "leaf" for brick, _ in self.bricks) else rect

    def painter(self, view: View, look: Look) -> Callable[[Canvas], None]:
        """Paints it on a canvas of the size of `rect`."""
        rect = self.rect(view)

        def paint(canvas: Canvas) -> None:
            pen = Pen(canvas, view, look.tint, -rect.x, -rect.y)
            for brick, studs in self.bricks:
                colour, shines = look.colour(brick.colour)
                paint_brick(pen, brick, colour, look.colour(brick.second)[0], studs=studs, shines=shines)

        return paint


def built(prop: Prop, turn: int, recolour: Mapping[str, str]) -> Build:
    """The prop after `turn` quarter turns, with some of its colours exchanged."""
    bricks = [_recoloured(brick, recolour) for brick in prop.bricks]
    glow = prop.glow
    for _ in range(turn):
        depth = max(brick_box(brick).y1 for brick in bricks)
        bricks = [turned(brick, depth) for brick in bricks]
        if glow:
            glow = (depth - glow[1], glow[0], glow[2])
    boxes = [brick_box(brick) for brick in bricks]
    box = boxes[0]
    for other in boxes[1:]:
        box = box.around(other)
    ordered = [(bricks[place], open_cells(place, bricks, boxes)) for place in painting_order(boxes)]
    return Build((prop.id, turn, tuple(sorted(recolour.items()))), tuple(ordered), box, glow)


def brick_box(brick: Brick) -> Box:
    """The space a brick fills. Leaves grow from `at` toward their side and hang down."""
    x, y, z = brick.at
    w, d, h = brick.size
    if brick.kind != "leaf":
        return Box(x, y, z, x + w, y + d, z + h)
    toward_x = 0 if brick.side in ("right", "back-right") else -w
    toward_y = 0 if brick.side in ("right", "left") else -d
    return Box(x + toward_x, y + toward_y, z - h, x + toward_x + w, y + toward_y + d, z + 1.2)


def turned(brick: Brick, depth: float) -> Brick:
    """The brick after a clockwise quarter turn of a plot that is `depth` studs deep."""
    x, y, z = brick.at
    w, d, h = brick.size
    corner = depth - y if brick.kind == "leaf" else depth - y - d
    side = SIDES[(SIDES.index(brick.side) + 1) % 4]
    return Brick(brick.kind, brick.colour, brick.second, (corner, x, z), (d, w, h), side)


def open_cells(place: int, bricks: list[Brick], boxes: list[Box]) -> Cells:
    """The cells on top of a brick on which nothing stands."""
    if bricks[place].kind != "box":
        return NO_CELLS
    box = boxes[place]
    cells = {(cx, cy) for cx in range(int(box.x1 - box.x0 + 0.1)) for cy in range(int(box.y1 - box.y0 + 0.1))}
    level = box.z1 + 0.1
    for other, brick in zip(boxes, bricks, strict=True):
        if other.z0 <= level < other.z1 and brick.kind in SOLID:
            cells -= {
                (cx, cy)
                for cx, cy in cells
                if other.x0 < box.x0 + cx + 0.9
                and box.x0 + cx + 0.1 < other.x1
                and other.y0 < box.y0 + cy + 0.9
                and box.y0 + cy + 0.1 < other.y1
            }
    return frozenset(cells)


def _recoloured(brick: Brick, recolour: Mapping[str, str]) -> Brick:
    if not recolour:
        return brick
    colour, second = recolour.get(brick.colour, brick.colour), recolour.get(brick.second, brick.second)
    return Brick(brick.kind, colour, second, brick.at, brick.size, brick.side)
