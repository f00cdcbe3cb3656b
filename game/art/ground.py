"""The base plate: square plates of studs, its thick edge, and the shadows that lie on it.

All pieces are small pictures that many places share, so that a whole plate costs little more than one of its pieces.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from game.art.light import Light, Tone, mixed, tones
from game.art.pen import Pen
from game.art.piece import Piece
from game.art.view import Box, View
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect
from game.content.assets import Area, Palette, SetPlan

PLATE_STUDS = 4
"""Side of a square piece of ground."""

EDGE_PLATES = (1.0, 3.0)
"""Thickness of the ground and of the base below it."""

SHADE_REACH = 2.4
"""How far the soft shadow under the base reaches, in half stud heights."""

SHADE_STEPS = 5
SHADE_END = 0.55
"""At the left and right corners of the plate the shadow tapers over this share of a piece."""


class Cell(NamedTuple):
    """One stud of ground."""

    colour: str
    smooth: bool


Grid = tuple[tuple[Cell, ...], ...]
"""Rows along y of cells along x."""


def cells(plan: SetPlan) -> Grid:
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


class Ground(NamedTuple):
    """Makes the pieces of a base plate in one view and light."""

    view: View
    light: Light
    tint: tuple[float, float, float]
    palette: Palette
    edge: str

    def pieces(self, origin: Point, grid: Grid) -> Iterator[Piece]:
        """All of the plate, in painting order; `origin` is the pixel of its back corner."""
        w, d, size = len(grid[0]), len(grid), PLATE_STUDS
        for x, y in sorted(((x, y) for x in range(0, w, size) for y in range(0, d, size)), key=sum):
            yield self._plate(origin, tuple(row[x : x + size] for row in grid[y : y + size]), x, y)
        for x in range(0, w, size):
            yield self._edge(origin, grid[d - 1][x : x + size], Point(x, d), left=True, is_corner=x == 0)
        for y in range(0, d, size):
            yield self._edge(
                origin, tuple(row[w - 1] for row in grid[y : y + size]), Point(w, y), left=False, is_corner=y == 0
            )

    def _plate(self, origin: Point, plate: Grid, x: int, y: int) -> Piece:
        one_kind = len({*chain(*plate)}) == 1
        # Plates of one mould differ a little; patterned ones are few, and stay as they are.
        variant = (x * 7 + y * 13) // PLATE_STUDS % 5 // 3 if one_kind and not plate[0][0].smooth else 0
        local = self.view.bounds(Box(0, 0, 0, PLATE_STUDS, PLATE_STUDS, 0))
        at = self.view.at(x, y)
        key = ("ground", self.view.u, self.light.time, self.tint, plate[0][0] if one_kind else plate, variant)

        def paint(canvas: Canvas) -> None:
            self._paint_plate(Pen(canvas, self.view, self.tint, -local.x, -local.y), plate, variant)

        return Piece(key, local.shifted(origin.x + at.x, origin.y + at.y), paint)

    def _paint_plate(self, pen: Pen, plate: Grid, variant: int) -> None:
        size, over = PLATE_STUDS, 0.06
        if len({*chain(*plate)}) == 1:
            self._flat(pen, plate[0][0], (-over, -over, size + over, size + over), variant)
        else:
            for y, row in enumerate(plate):
                for x, cell in enumerate(row):
                    self._flat(pen, cell, (x - over, y - over, x + 1 + over, y + 1 + over), variant)
        self._joints(pen, plate)
        for y, row in enumerate(plate):
            for x, cell in enumerate(row):
                if not cell.smooth:
                    pen.stud(x + 0.5, y + 0.5, 0, pen.tones(self._colour(cell, variant)))

    def _colour(self, cell: Cell, variant: int) -> Tone:
        colour = self.palette.colours.get(cell.colour, (0, 0, 0))
        return mixed(colour, (255, 240, 190), 0.045 * variant)

    def _flat(self, pen: Pen, cell: Cell, area: tuple[float, float, float, float], variant: int) -> None:
        x0, y0, x1, y1 = area
        pen.face([(x0, y0, 0), (x1, y0, 0), (x1, y1, 0), (x0, y1, 0)], pen.tones(self._colour(cell, variant)).top)

    def _joints(self, pen: Pen, plate: Grid) -> None:
        """Thin dark lines where plates meet, and between smooth tiles."""
        size, thin = PLATE_STUDS, max(0.03, 0.8 / (2 * pen.view.u))
        dent = pen.tones(self._colour(plate[-1][-1], 0)).dent
        pen.face([(0, size - thin, 0), (size, size - thin, 0), (size, size, 0), (0, size, 0)], dent)
        pen.face([(size - thin, 0, 0), (size, 0, 0), (size, size, 0), (size - thin, size, 0)], dent)
        if plate[1][1].smooth:
            shades = pen.tones(self._colour(plate[1][1], 0))
            pen.face([(0, 2 - thin, 0), (size, 2 - thin, 0), (size, 2, 0), (0, 2, 0)], shades.dent)
            pen.face([(2 - thin, 0, 0), (2, 0, 0), (2, size, 0), (2 - thin, size, 0)], shades.dent)
            pen.face([(0, 2, 0), (size, 2, 0), (size, 2 + thin, 0), (0, 2 + thin, 0)], shades.rim)

    def _edge(self, origin: Point, row: tuple[Cell, ...], at: Point, *, left: bool, is_corner: bool) -> Piece:
        """Four studs of the left or right side of the base plate, with the shadow below them; it ends at the corner."""
        view = self.view
        pixel = view.at(at.x, at.y)
        width, slant = PLATE_STUDS * view.u, PLATE_STUDS * view.v
        rect = Rect(
            origin.x + pixel.x - (0 if left else width),
            origin.y + pixel.y,
            width,
            slant + round(sum(EDGE_PLATES) * view.p) + round(SHADE_REACH * view.v * 2),
        )
        cells = (row[0],) if len({*row}) == 1 else row
        key = ("edge", view.u, self.light.time, self.tint, cells, self.edge, left, is_corner)
        return Piece(key, rect, lambda canvas: self._paint_edge(canvas, cells, left=left, is_corner=is_corner))

    def _paint_edge(self, canvas: Canvas, row: tuple[Cell, ...], *, left: bool, is_corner: bool) -> None:
        view = self.view
        width, slant = PLATE_STUDS * view.u, PLATE_STUDS * view.v
        side = Side(canvas, width, *((0, slant) if left else (slant, 0)))
        skin, body = EDGE_PLATES[0] * view.p, sum(EDGE_PLATES) * view.p
        for step in range(SHADE_STEPS):
            reach = SHADE_REACH * view.v * 2 * (1 - step / SHADE_STEPS) * (0.7 if left else 1.0)
            ends = (1 - step / SHADE_STEPS) * SHADE_END if is_corner else 0.0
            low_left, low_right = (ends, 1.0) if left else (0.0, 1 - ends)
            side.shade(
                body, reach, (*self.light.shadow[:3], self.light.shadow[3] // (SHADE_STEPS - 1)), low_left, low_right
            )
        shades = tones(self.palette.colours.get(self.edge, (0, 0, 0)), self.tint)
        mid, low = (shades.left, shades.left_low) if left else (shades.right, shades.right_low)
        side.band(skin, body, mid)
        side.band(skin + (body - skin) * 0.55, body, low)
        side.band(skin, body, shades.seam if left else shades.right_low, 0.5, 0.512)
        for place, cell in enumerate(row if left else row[::-1]):
            top = tones(self._colour(cell, 0), self.tint)
            share = place / len(row), (place + 1) / len(row)
            side.band(0, skin + 0.5, top.left if left else top.right, *share)
            side.band(0, max(0.8, view.u * 0.05), top.edge if left else top.left, *share)
        side.band(skin - 0.5, skin + 1, low)


class Side(NamedTuple):
    """A slanted side of the base plate: its upper edge runs from (0, start) to (width, end), in pixels."""

    canvas: Canvas
    width: float
    start: float
    end: float

    def band(self, low: float, high: float, colour: Colour, left: float = 0.0, right: float = 1.0) -> None:
        """A stripe between two distances below the edge, from a share of the width to another."""
        slant = self.end - self.start
        a, b = (
            Point(self.width * left, self.start + slant * left),
            Point(self.width * right, self.start + slant * right),
        )
        self.canvas.polygon([a.shifted(0, low), b.shifted(0, low), b.shifted(0, high), a.shifted(0, high)], colour)

    def shade(self, top: float, reach: float, colour: Colour, left: float, right: float) -> None:
        """A shadow below the side; its lower edge goes only from one share of the width to the other."""
        slant, low = self.end - self.start, top + reach
        corners = [(0.0, top), (1.0, top), (right, low), (left, low)]
        self.canvas.polygon([Point(self.width * at, self.start + slant * at + down) for at, down in corners], colour)
