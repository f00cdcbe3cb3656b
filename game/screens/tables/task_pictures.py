"""Pictures beside a task: debts as walls and savings as towers of bricks, months as leaves, a day as its light."""

from collections.abc import Callable, Hashable
from functools import partial
from math import pi, sin

from game.art.light import DAY, EVENING, LIGHTS, MORNING, Tone, mixed
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect, Size
from game.ui.theme import Theme
from game.ui.widgets import Artwork

COURSE = 10
"""Bricks of a wall beside each other."""
TOWER = 4
"""Bricks of a tower on top of each other."""
YEAR = 12
"""Months in a row."""
MOST_MONTHS = 36
CELL_EMS = 1.3
OUTLINE = 0.09
SKY_STEPS = 9.5
"""A sky says nothing that has to be read: it does not grow with the text."""


def wall(theme: Theme, bricks: int, most: int) -> Artwork:
    """What is owed: course upon course, every other one half a brick further, with room for `most`."""
    high = max(1, -(-most // COURSE))
    cell = _cell(theme)
    size = Size((COURSE + 0.5) * cell.w, (high + 1) * cell.h)

    def paint(canvas: Canvas) -> None:
        floor = size.h - cell.h * 0.5
        for at in range(bricks):
            course, along = divmod(at, COURSE)
            x = (along + 0.5 * (course % 2)) * cell.w
            _brick(canvas, Rect(x, floor - (course + 1) * cell.h, cell.w, cell.h), theme.colours.fills[1], theme)
        _plate(canvas, Rect(0, floor, size.w, cell.h * 0.4), theme)

    return _picture(theme, ("wall", bricks, high), size, paint)


def towers(theme: Theme, bricks: int, most: int) -> Artwork:
    """What is left: towers of a few bricks. What is missing lies below the plate, hollow."""
    cell = _cell(theme)
    count = max(1, -(-max(most, bricks) // TOWER))
    missing = max(0, -bricks)
    size = Size(max(count, missing, COURSE * 0.5) * 1.1 * cell.w, (TOWER + 1 + (1 if missing else 0)) * cell.h)

    def paint(canvas: Canvas) -> None:
        floor = (TOWER + 0.5) * cell.h
        for at in range(bricks):
            tower, story = divmod(at, TOWER)
            place = Rect(tower * 1.1 * cell.w, floor - (story + 1) * cell.h, cell.w, cell.h)
            _brick(canvas, place, theme.colours.fills[2], theme)
        for at in range(missing):
            hole = Rect(at * 1.1 * cell.w, floor + cell.h * 0.5, cell.w, cell.h * 0.8)
            canvas.outline(hole, theme.colours.warning, width=theme.thick, radius=cell.w * 0.1)
        _plate(canvas, Rect(0, floor, size.w, cell.h * 0.4), theme)

    return _picture(theme, ("towers", bricks, count), size, paint)


def calendar(theme: Theme, months: int | None) -> Artwork:
    """A leaf a month, a row a year. Without an end the leaves are hollow and an arrow leads on and on."""
    cell = _cell(theme)
    shown = YEAR if months is None else min(months, MOST_MONTHS)
    is_open = months is None or months > MOST_MONTHS
    size = Size((YEAR + 1) * cell.w, -(-shown // YEAR) * cell.h * 1.25)

    def paint(canvas: Canvas) -> None:
        for at in range(shown):
            row, along = divmod(at, YEAR)
            leaf = Rect(along * cell.w, row * cell.h * 1.25, cell.w * 0.86, cell.h)
            _leaf(canvas, leaf, theme, is_hollow=months is None)
        if is_open:
            _arrow(canvas, Rect(YEAR * cell.w, size.h - cell.h * 1.25, cell.w, cell.h), theme)

    return _picture(theme, ("calendar", shown, months is None), size, paint)


def sky(theme: Theme, share: float) -> Artwork:
    """The light of a part of a day: 0 is the morning, 1 the evening."""
    first, then, along = (MORNING, DAY, share * 2) if share < 0.5 else (DAY, EVENING, share * 2 - 1)
    side = theme.space(SKY_STEPS)

    def blend(one: Tone, other: Tone) -> Tone:
        return mixed(one, other, along)

    def paint(canvas: Canvas) -> None:
        horizon = side * 0.76
        canvas.gradient(Rect(0, 0, side, horizon), blend(first.sky[0], then.sky[0]), blend(first.sky[-1], then.sky[-1]))
        wide = side * 0.26
        height = sin(pi * (0.14 + 0.72 * share))
        sun = Rect(side * (0.14 + 0.5 * share), horizon - wide - height * side * 0.42 + wide * 0.6, wide, wide)
        canvas.ellipse(sun.grown(wide * 0.25), blend(first.halo, then.halo))
        canvas.ellipse(sun, blend(first.sun, then.sun))
        canvas.rect(Rect(0, horizon, side, side - horizon), blend(first.ground[1], then.ground[1]))
        is_lit = LIGHTS[then.time].lamps and along > 0.5
        _houses(canvas, Rect(0, horizon, side, side * 0.2), blend(first.hills[2], then.hills[2]), is_lit=is_lit)
        canvas.outline(Rect(0, 0, side, side), theme.colours.edge, width=theme.border)

    return _picture(theme, ("sky", share), Size(side, side), paint)


def _houses(canvas: Canvas, ground: Rect, colour: Colour, *, is_lit: bool) -> None:
    """A skyline of bricks; in the evening their windows shine."""
    for at, high in ((0.02, 0.9), (0.24, 1.5), (0.62, 1.1), (0.82, 1.7)):
        house = Rect(at * ground.w, ground.y - high * ground.h * 0.6, ground.w * 0.18, high * ground.h)
        canvas.rect(house, colour)
        stud = Rect(house.x + house.w * 0.25, house.y - ground.h * 0.14, house.w * 0.5, ground.h * 0.16)
        canvas.rect(stud, colour)
        if is_lit:
            pane = Rect(house.x + house.w * 0.3, house.y + house.w * 0.4, house.w * 0.4, house.w * 0.4)
            canvas.rect(pane, EVENING.sun)


def _picture(theme: Theme, key: Hashable, size: Size, paint: Callable[[Canvas], None]) -> Artwork:
    place = Rect(0, 0, float(round(size.w)), float(round(size.h)))
    return Artwork(paint=partial(_paint, paint), key=(key, theme.key, theme.em), rect=place)


def _paint(paint: Callable[[Canvas], None], canvas: Canvas, _rect: Rect, _now_s: float) -> None:
    paint(canvas)


def _cell(theme: Theme) -> Size:
    return Size(float(round(CELL_EMS * theme.em)), float(round(CELL_EMS * theme.em * 0.85)))


def _brick(canvas: Canvas, place: Rect, face: Colour, theme: Theme) -> None:
    """A brick with two studs that reach into the one above."""
    edge, thin = theme.colours.ink, max(1.0, place.w * OUTLINE)
    for at in (0.14, 0.58):
        stud = Rect(place.x + at * place.w, place.y - place.h * 0.2, place.w * 0.3, place.h * 0.4)
        canvas.rect(stud, edge)
        canvas.rect(stud.inset(thin), face)
    canvas.rect(place, edge, radius=thin)
    canvas.rect(place.inset(thin / 2), face, radius=thin)


def _plate(canvas: Canvas, place: Rect, theme: Theme) -> None:
    canvas.rect(place, theme.colours.edge, radius=place.h * 0.3)


def _leaf(canvas: Canvas, place: Rect, theme: Theme, *, is_hollow: bool) -> None:
    """A leaf of a calendar with its head; a hollow one is an outline with nothing written on it."""
    colours, thin = theme.colours, max(1.0, place.w * OUTLINE)
    edge = colours.warning if is_hollow else colours.teal
    canvas.rect(place, edge, radius=thin * 2)
    canvas.rect(place.inset(thin), colours.card, radius=thin)
    if not is_hollow:
        canvas.rect(Rect(place.x, place.y, place.w, place.h * 0.42), edge, radius=thin * 2)


def _arrow(canvas: Canvas, place: Rect, theme: Theme) -> None:
    middle, colour = place.centre.y, theme.colours.warning
    tip = (
        Point(place.right, middle),
        Point(place.x + place.w * 0.4, place.y),
        Point(place.x + place.w * 0.4, place.bottom),
    )
    canvas.rect(Rect(place.x, middle - place.h * 0.14, place.w * 0.5, place.h * 0.28), colour)
    canvas.polygon(tip, colour)
