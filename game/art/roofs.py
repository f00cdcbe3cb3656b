"""Paints slanted bricks: wedges, awnings and gable roofs."""

from game.art.light import Tone, Tones, mixed
from game.art.pen import Pen, Spot3
from game.content.assets import SIDES, Brick

LIP = 0.25
"""Thickness of the lit lower edge of an awning, in plates."""

EAVES = 0.4
"""How far a roof stands out over its gable wall, in studs."""

ROWS_PER_STUD = 1.5


def slope(pen: Pen, brick: Brick, colour: Tone, second: Tone) -> None:
    """A wedge whose high edge is opposite to `side`; with a second colour it is striped like an awning."""
    x, y, z = brick.at
    x1, y1, z1 = x + brick.size[0], y + brick.size[1], z + brick.size[2]
    shades = pen.tones(colour)
    match brick.side:
        case "left":
            pen.face([(x1, y, z1), (x1, y1, z), (x1, y, z)], shades.right)
            _awning(pen, [(x, y, z1), (x1, y, z1), (x1, y1, z), (x, y1, z)], colour, second, dark=False)
        case "right":
            pen.face([(x, y1, z1), (x1, y1, z), (x, y1, z)], shades.left)
            _awning(pen, [(x, y1, z1), (x, y, z1), (x1, y, z), (x1, y1, z)], colour, second, dark=True)
        case "back-left":
            pen.face([(x1, y, z1), (x1, y1, z1), (x1, y1, z), (x1, y, z)], shades.right)
            pen.face([(x, y1, z), (x1, y1, z1), (x1, y1, z)], shades.left)
        case "back-right":
            pen.face([(x, y1, z1), (x1, y1, z1), (x1, y1, z), (x, y1, z)], shades.left)
            pen.face([(x1, y, z), (x1, y1, z1), (x1, y1, z)], shades.right)


def _awning(pen: Pen, roof: list[Spot3], colour: Tone, second: Tone, *, dark: bool) -> None:
    """A slanted face from its upper edge (first two corners) to its lower one: striped, or tiled."""
    shades, stripes = pen.tones(colour), pen.tones(second)
    face, band = (mixed(tone.top, tone.right if dark else tone.left, 0.55) for tone in (shades, stripes))
    pen.face(roof, face)
    upper, other, low, corner = roof
    count = max(1, round(abs(other[0] - upper[0]) + abs(other[1] - upper[1])))
    if second == colour:
        _tiles(pen, roof, shades, face)
    else:
        for stripe in range(1, count, 2):
            pen.face(_strip(roof, stripe / count, (stripe + 1) / count), band)
    pen.face([low, corner, (*corner[:2], corner[2] + LIP), (*low[:2], low[2] + LIP)], shades.edge)


def _strip(roof: list[Spot3], start: float, end: float) -> list[Spot3]:
    """A part of a four-cornered face, cut from its upper to its lower edge."""
    a, b, c, d = roof
    return [_between(a, b, start), _between(a, b, end), _between(d, c, end), _between(d, c, start)]


def _between(first: Spot3, second: Spot3, share: float) -> Spot3:
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def _tiles(pen: Pen, roof: list[Spot3], shades: Tones, face: Tone) -> None:
    """Rows of roof tiles: a light line and a shadow line between them, and staggered joints."""
    upper, other, _, corner = roof
    rows = max(2, round(ROWS_PER_STUD * max(abs(corner[0] - upper[0]), abs(corner[1] - upper[1]))))
    columns = max(1, round(max(abs(other[0] - upper[0]), abs(other[1] - upper[1]))))
    dark, bright = mixed(face, shades.right_low, 0.4), mixed(face, shades.edge, 0.3)
    thin = 0.16 / rows
    for row in range(rows):
        if row:
            pen.face(_row(roof, row / rows - thin, row / rows), bright)
            pen.face(_row(roof, row / rows, row / rows + thin * 1.2), dark)
        band = _row(roof, row / rows, (row + 1) / rows)
        for column in range(1, columns):
            across = (column + row % 2 * 0.5) / columns
            if across < 1:
                pen.face(_strip(band, across, across + 0.1 / columns), dark)


def _row(roof: list[Spot3], start: float, end: float) -> list[Spot3]:
    """A part of a four-cornered face from side to side."""
    a, b, c, d = roof
    return [_between(a, d, start), _between(b, c, start), _between(b, c, end), _between(a, d, end)]


def gable(pen: Pen, brick: Brick, colour: Tone, second: Tone) -> None:
    """A roof with two slopes. Its ridge runs along x for the sides left and back-right, along y for the others."""
    x, y, z = brick.at
    x1, y1, z1 = x + brick.size[0], y + brick.size[1], z + brick.size[2]
    shades, walls = pen.tones(colour), pen.tones(second)
    if SIDES.index(brick.side) % 2:
        mid, wall = (y + y1) / 2, x1 - EAVES
        pen.face([(wall, y + EAVES, z), (wall, mid, z1 - 0.5), (wall, y1 - EAVES, z)], walls.right)
        ridge, other, far, low, corner = (x1, mid, z1), (x, mid, z1), (x1, y, z), (x1, y1, z), (x, y1, z)
        roof, face = [other, ridge, low, corner], mixed(shades.top, shades.left, 0.6)
        rake, foot = shades.right, shades.left_low
    else:
        mid, wall = (x + x1) / 2, y1 - EAVES
        pen.face([(x + EAVES, wall, z), (mid, wall, z1 - 0.5), (x1 - EAVES, wall, z)], walls.left)
        ridge, other, far, low, corner = (mid, y1, z1), (mid, y, z1), (x, y1, z), (x1, y1, z), (x1, y, z)
        roof, face = [ridge, other, corner, low], mixed(shades.top, shades.right, 0.6)
        rake, foot = shades.left, shades.right_low
    pen.face(roof, face)
    _tiles(pen, roof, shades, face)
    for end in (far, low):
        pen.face([ridge, end, _lowered(end, 0.5), _lowered(ridge, 0.9)], rake)
    pen.face([corner, low, _lowered(low, 0.6), _lowered(corner, 0.6)], foot)


def _lowered(spot: Spot3, plates: float) -> Spot3:
    return (spot[0], spot[1], spot[2] - plates)
