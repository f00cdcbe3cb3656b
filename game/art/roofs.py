"""Paints slanted bricks: wedges, awnings and gable roofs."""

from game.art.light import Tone, Tones, mixed
from game.art.pen import Pen, Spot3
from game.content.assets import SIDES, Brick


def slope(pen: Pen, brick: Brick, colour: Tone, second: Tone) -> None:
    """A wedge whose high edge is opposite to `side`; with a second colour it is striped like an awning."""
    x, y, z = brick.at
    w, d, h = brick.size
    x1, y1, z1 = x + w, y + d, z + h
    shades, stripes = pen.tones(colour), pen.tones(second)
    match brick.side:
        case "left":
            roof, run = [(x, y, z1), (x1, y, z1), (x1, y1, z), (x, y1, z)], w
            pen.face([(x1, y, z1), (x1, y1, z), (x1, y, z)], shades.right)
            face = mixed(shades.top, shades.left, 0.55)
            band = mixed(stripes.top, stripes.left, 0.55)
        case "right":
            roof, run = [(x, y1, z1), (x, y, z1), (x1, y, z), (x1, y1, z)], d
            pen.face([(x, y1, z1), (x1, y1, z), (x, y1, z)], shades.left)
            face = mixed(shades.top, shades.right, 0.55)
            band = mixed(stripes.top, stripes.right, 0.55)
        case "back-left":
            pen.face([(x1, y, z1), (x1, y1, z1), (x1, y1, z), (x1, y, z)], shades.right)
            pen.face([(x, y1, z), (x1, y1, z1), (x1, y1, z)], shades.left)
            return
        case "back-right":
            pen.face([(x, y1, z1), (x1, y1, z1), (x1, y1, z), (x, y1, z)], shades.left)
            pen.face([(x1, y, z), (x1, y1, z1), (x1, y1, z)], shades.right)
            return
    pen.face(roof, face)
    count = max(1, round(run))
    if second != colour:
        for stripe in range(1, count, 2):
            pen.face(_strip(roof, stripe / count, (stripe + 1) / count), band)
    else:
        _tiles(pen, roof, shades, face)
    low = roof[2], roof[3]
    rise = 0.25
    pen.face(
        [low[0], low[1], (low[1][0], low[1][1], low[1][2] + rise), (low[0][0], low[0][1], low[0][2] + rise)],
        shades.edge,
    )


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
    """Rows of roof tiles: a light line and a shadow line under each."""
    a, b, c, d = roof
    length = max(abs(d[0] - a[0]), abs(d[1] - a[1]))
    rows = max(2, round(length * 1.5))
    dark, bright = mixed(face, shades.right_low, 0.4), mixed(face, shades.edge, 0.3)
    thin = 0.16 / rows
    for row in range(1, rows):
        share = row / rows
        pen.face(_row(roof, share - thin, share), bright)
        pen.face(_row(roof, share, share + thin * 1.2), dark)
    columns = max(1, round(max(abs(b[0] - a[0]), abs(b[1] - a[1]))))
    for row in range(rows):
        for column in range(1, columns):
            across = (column + (0.5 if row % 2 else 0.0)) / columns
            if across < 1:
                upper, lower = (
                    _row(roof, row / rows, (row + 1) / rows)[:2],
                    _row(roof, row / rows, (row + 1) / rows)[2:],
                )
                top, foot = _between(upper[0], upper[1], across), _between(lower[1], lower[0], across)
                side = (
                    _between(upper[0], upper[1], across + 0.1 / columns),
                    _between(lower[1], lower[0], across + 0.1 / columns),
                )
                pen.face([top, side[0], side[1], foot], dark)


def _row(roof: list[Spot3], start: float, end: float) -> list[Spot3]:
    """A part of a four-cornered face from side to side."""
    a, b, c, d = roof
    return [_between(a, d, start), _between(b, c, start), _between(b, c, end), _between(a, d, end)]


def gable(pen: Pen, brick: Brick, colour: Tone, second: Tone) -> None:
    """A roof with two slopes. Its ridge runs along x for the sides left and back-right, along y for the others."""
    x, y, z = brick.at
    w, d, h = brick.size
    x1, y1, z1 = x + w, y + d, z + h
    shades, walls = pen.tones(colour), pen.tones(second)
    over = 0.4  # the eaves stand out over the gable wall
    if SIDES.index(brick.side) % 2:
        mid = y + d / 2
        pen.face([(x1 - over, y + 0.4, z), (x1 - over, mid, z1 - 0.5), (x1 - over, y1 - 0.4, z)], walls.right)
        roof = [(x, mid, z1), (x1, mid, z1), (x1, y1, z), (x, y1, z)]
        face = mixed(shades.top, shades.left, 0.6)
        back = [(x1, mid, z1), (x1, y, z), (x1, y, z - 0.5), (x1, mid, z1 - 0.9)]
        front = [(x1, mid, z1), (x1, y1, z), (x1, y1, z - 0.5), (x1, mid, z1 - 0.9)]
        eaves = [(x, y1, z), (x1, y1, z), (x1, y1, z - 0.6), (x, y1, z - 0.6)]
        side, foot = shades.right, shades.left_low
    else:
        mid = x + w / 2
        pen.face([(x + 0.4, y1 - over, z), (mid, y1 - over, z1 - 0.5), (x1 - 0.4, y1 - over, z)], walls.left)
        roof = [(mid, y1, z1), (mid, y, z1), (x1, y, z), (x1, y1, z)]
        face = mixed(shades.top, shades.right, 0.6)
        back = [(mid, y1, z1), (x, y1, z), (x, y1, z - 0.5), (mid, y1, z1 - 0.9)]
        front = [(mid, y1, z1), (x1, y1, z), (x1, y1, z - 0.5), (mid, y1, z1 - 0.9)]
        eaves = [(x1, y, z), (x1, y1, z), (x1, y1, z - 0.6), (x1, y, z - 0.6)]
        side, foot = shades.left, shades.right_low
    pen.face(roof, face)
    _tiles(pen, roof, shades, face)
    pen.face(back, side)
    pen.face(front, side)
    pen.face(eaves, foot)
