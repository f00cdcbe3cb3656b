"""The base plate: square plates of studs, its thick edge, and the shadows that lie on it.

All pieces are small pictures that many places share, so that a whole plate costs little more than one of its pieces.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.art.light import Light, Tone, mixed
from game.art.pen import Pen
from game.art.view import Box, View
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.assets import Area, Palette, SetPlan

PLATE_STUDS = 4
"""Side of a square piece of ground."""

EDGE_PLATES = (1.0, 3.0)
"""Thickness of the ground and of the base below it."""

SHADE_REACH = 2.4
"""How far the soft shadow under the base reaches, in half stud heights."""

SHADE_STEPS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One stud of ground."""

    colour: str
    smooth: bool


Piece = tuple[tuple[Cell, ...], ...]
"""Rows along y of cells along x."""


def cells(plan: SetPlan) -> Piece:
    """The whole ground of a set; later areas cover earlier ones."""
    w, d = plan.base
    grid = [[Cell("", smooth=False)] * w for _ in range(d)]
    for area in (plan.ground, *plan.areas):
        _spread(area, grid)
    return tuple(tuple(row) for row in grid)


def _spread(area: Area, grid: list[list[Cell]]) -> None:
    first, second = Cell(area.colour, area.smooth), Cell(area.second, area.smooth)
    step = 2 if area.smooth else 1
    for y in range(area.at[1], min(len(grid), area.at[1] + area.size[1])):
        for x in range(area.at[0], min(len(grid[y]), area.at[0] + area.size[0])):
            grid[y][x] = second if (x // step + y // step) % 2 else first


@dataclass(frozen=True, slots=True)
class Ground:
    """Paints the pieces of a base plate in one view and light."""

    view: View
    light: Light
    tint: tuple[float, float, float]
    palette: Palette
    edge: str

    def paint(self, canvas: Canvas, origin: Point, grid: Piece) -> None:
        """Paint the plate; `origin` is the pixel of its back corner."""
        w, d = len(grid[0]), len(grid)
        size = PLATE_STUDS
        for x, y in sorted(((x, y) for x in range(0, w, size) for y in range(0, d, size)), key=sum):
            piece = tuple(row[x : x + size] for row in grid[y : y + size])
            self._piece(canvas, origin, piece, x, y)
        for x in range(0, w, size):
            self._edge(canvas, origin, grid[d - 1][x : x + size], x, d, left=True)
        for y in range(0, d, size):
            self._edge(canvas, origin, tuple(row[w - 1] for row in grid[y : y + size]), w, y, left=False)

    def _piece(self, canvas: Canvas, origin: Point, piece: Piece, x: int, y: int) -> None:
        view, size = self.view, PLATE_STUDS
        variant = (x * 7 + y * 13) // size % 3
        box = Box(0, 0, 0, size, size, 0)
        local = view.bounds(box)
        at = view.at(x, y)
        rect = local.shifted(origin.x + at.x, origin.y + at.y)
        key = ("ground", view.u, self.light.time, self.tint, piece, variant)
        canvas.picture(key, rect, self._piece_painter(piece, variant, local))

    def _piece_painter(self, piece: Piece, variant: int, local: Rect) -> Callable[[Canvas], None]:
        def paint(canvas: Canvas) -> None:
            pen = Pen(canvas, self.view, self.tint, -local.x, -local.y)
            size, over = PLATE_STUDS, 0.06
            kinds = {cell for row in piece for cell in row}
            if len(kinds) == 1:
                self._flat(pen, next(iter(kinds)), (-over, -over, size + over, size + over), variant)
            else:
                for y, row in enumerate(piece):
                    for x, cell in enumerate(row):
                        self._flat(pen, cell, (x - over, y - over, x + 1 + over, y + 1 + over), variant)
            self._joints(pen, piece)
            for y, row in enumerate(piece):
                for x, cell in enumerate(row):
                    if not cell.smooth:
                        pen.stud(x + 0.5, y + 0.5, 0, pen.tones(self._colour(cell, variant)))

        return paint

    def _colour(self, cell: Cell, variant: int) -> Tone:
        colour = self.palette.colours.get(cell.colour, (0, 0, 0))
        return mixed(colour, (255, 240, 190) if variant == 1 else (60, 70, 80), (0.0, 0.035, 0.03)[variant])

    def _flat(self, pen: Pen, cell: Cell, area: tuple[float, float, float, float], variant: int) -> None:
        x0, y0, x1, y1 = area
        pen.face([(x0, y0, 0), (x1, y0, 0), (x1, y1, 0), (x0, y1, 0)], pen.tones(self._colour(cell, variant)).top)

    def _joints(self, pen: Pen, piece: Piece) -> None:
        """Thin dark lines where plates meet, and between smooth tiles."""
        size, thin = PLATE_STUDS, max(0.03, 0.8 / (2 * pen.view.u))
        dent = pen.tones(self._colour(piece[-1][-1], 0)).dent
        pen.face([(0, size - thin, 0), (size, size - thin, 0), (size, size, 0), (0, size, 0)], dent)
        pen.face([(size - thin, 0, 0), (size, 0, 0), (size, size, 0), (size - thin, size, 0)], dent)
        if piece[1][1].smooth:
            shades = pen.tones(self._colour(piece[1][1], 0))
            pen.face([(0, 2 - thin, 0), (size, 2 - thin, 0), (size, 2, 0), (0, 2, 0)], shades.dent)
            pen.face([(2 - thin, 0, 0), (2, 0, 0), (2, size, 0), (2 - thin, size, 0)], shades.dent)
            pen.face([(0, 2, 0), (size, 2, 0), (size, 2 + thin, 0), (0, 2 + thin, 0)], shades.rim)

    def _edge(self, canvas: Canvas, origin: Point, row: tuple[Cell, ...], x: int, y: int, *, left: bool) -> None:
        view = self.view
        at = view.at(x, y)
        width, slant = PLATE_STUDS * view.u, PLATE_STUDS * view.v
        tall = round(sum(EDGE_PLATES) * view.p)
        height = slant + tall + round(SHADE_REACH * view.v * 2)
        corner = Point(origin.x + at.x - (0 if left else width), origin.y + at.y)
        rect = Rect(corner.x, corner.y, width, height)
        first = (x + y) % 8 == 0
        key = ("edge", view.u, self.light.time, self.tint, row, self.edge, left, first)
        canvas.picture(key, rect, self._edge_painter(row, width, slant, left=left, first=first))

    def _edge_painter(
        self, row: tuple[Cell, ...], width: int, slant: int, *, left: bool, first: bool
    ) -> Callable[[Canvas], None]:
        def paint(canvas: Canvas) -> None:
            pen = Pen(canvas, self.view, self.tint, 0, 0)
            start, end = (0, slant) if left else (slant, 0)

            def band(
                low: float,
                high: float,
                colour: tuple[int, int, int] | tuple[int, int, int, int],
                a: float = 0,
                b: float = 1,
            ) -> None:
                ya, yb = start + (end - start) * a, start + (end - start) * b
                xa, xb = width * a, width * b
                canvas.polygon(
                    [Point(xa, ya + low), Point(xb, yb + low), Point(xb, yb + high), Point(xa, ya + high)], colour
                )

            skin, body = EDGE_PLATES[0] * self.view.p, sum(EDGE_PLATES) * self.view.p
            for step in range(SHADE_STEPS):
                reach = SHADE_REACH * self.view.v * 2 * (1 - step / SHADE_STEPS) * (1.0 if not left else 0.7)
                canvas.polygon(
                    [
                        Point(0, start + body),
                        Point(width, end + body),
                        Point(width, end + body + reach),
                        Point(0, start + body + reach),
                    ],
                    (*self.light.shadow[:3], self.light.shadow[3] // (SHADE_STEPS - 1)),
                )
            shades = pen.tones(self.palette.colours.get(self.edge, (0, 0, 0)))
            mid, low = (shades.left, shades.left_low) if left else (shades.right, shades.right_low)
            band(skin, body, mid)
            band(skin + (body - skin) * 0.55, body, low)
            cut = 0.5 if first else 0.02
            band(skin, body, shades.seam if left else shades.right_low, cut, cut + 0.012)
            cells = row if left else row[::-1]
            for place, cell in enumerate(cells):
                top = pen.tones(self._colour(cell, 0))
                band(0, skin + 0.5, top.left if left else top.right, place / len(cells), (place + 1) / len(cells))
            band(skin - 0.5, skin + 1, low)
            band(0, max(0.8, self.view.u * 0.05), pen.tones(self._colour(row[0], 0)).edge if left else top.left)

        return paint
