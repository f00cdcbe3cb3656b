"""A house of bricks that stands for a goal: built as far as the money reaches, and the rest of it faint."""

from collections.abc import Iterator
from typing import NamedTuple

from game.art.icons import PLAIN_LIGHT
from game.art.light import Tone, mixed
from game.art.pen import Pen
from game.art.solids import box
from game.art.view import Box, View
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.giving.campaign import Campaign
from game.screens.toy_bricks import FAINT, tone
from game.ui.frame import Frame
from game.ui.palette import Palette
from game.ui.widgets import Artwork

_WIDE, _DEEP = 6, 4
_COURSE = 3
"""Plates: the height of a brick."""
_COURSES = 4
_DOOR = (2, 4)
"""From which stud to which the front is open, in all courses but the uppermost."""
_WALL, _ROOF, _GROUND, _DOOR_LEAF = 0, 1, 2, 3
_ROOF_FILL, _GRASS_FILL = 1, 0
_PALE_GRASS, _PALE_WALL = 0.35, 0.3


class _Block(NamedTuple):
    at: tuple[int, int, int]
    size: tuple[int, int, int]
    part: int


def house(campaign: Campaign, label: str, frame: Frame, side: float) -> Artwork:
    """Return the house of a campaign in a square of some pixels; `label` says in words how far it is."""
    goal = campaign.goal.minor
    blocks = tuple(_blocks())
    built = min(len(blocks), len(blocks) * campaign.raised.minor // goal) if goal else len(blocks)

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        _paint(canvas, rect, blocks, built, frame.theme.colours)

    return Artwork(paint=paint, label=label, key=("house", built, frame.theme.key), rect=Rect(0, 0, side, side))


def _blocks() -> Iterator[_Block]:
    """Yield the bricks in the order in which they are laid."""
    for course in range(_COURSES):
        yield from sorted(_ring(course), key=lambda block: block.at[0] + block.at[1])
        if course == _COURSES - 2:  # what stands behind it is painted before it
            yield _Block((_DOOR[0], _DEEP - 1, 0), (_DOOR[1] - _DOOR[0], 1, _COURSE * (_COURSES - 1)), _DOOR_LEAF)
    yield from _roof()


def _ring(course: int) -> Iterator[_Block]:
    """Yield one course of the walls. Behind, nobody sees where bricks meet, so they are long there."""
    z = course * _COURSE
    is_open = course < _COURSES - 1
    yield _Block((0, 0, z), (_WIDE, 1, _COURSE), _WALL)
    yield _Block((0, 1, z), (1, _DEEP - 2, _COURSE), _WALL)
    yield _Block((_WIDE - 1, 1, z), (1, _DEEP - 2, _COURSE), _WALL)
    for start, end in ((0, _DOOR[0]), (_DOOR[1], _WIDE)) if is_open else ((0, 3), (3, _WIDE)):
        yield _Block((start, _DEEP - 1, z), (end - start, 1, _COURSE), _WALL)


def _roof() -> Iterator[_Block]:
    """Yield the steps of the roof, from the eaves to the ridge."""
    z = _COURSES * _COURSE
    for step, (y, deep) in enumerate(((-1, _DEEP + 2), (0, _DEEP), (1, _DEEP - 2))):
        for x in (-1, 3):
            yield _Block((x, y, z + 2 * step), (4, deep, 2), _ROOF)


def _paint(canvas: Canvas, rect: Rect, blocks: tuple[_Block, ...], built: int, colours: Palette) -> None:
    pen = _pen(canvas, rect)
    fills = colours.fills
    shades: dict[int, Tone] = {
        _WALL: mixed(tone(colours.gold), tone(colours.paper), _PALE_WALL),
        _ROOF: tone(fills[_ROOF_FILL]),
        _DOOR_LEAF: tone(colours.teal),
        _GROUND: mixed(tone(fills[_GRASS_FILL]), tone(colours.paper), _PALE_GRASS),
    }
    ground = pen.tones(shades[_GROUND])
    box(pen, (-2, -2, -1), (_WIDE + 4, _DEEP + 4, 1), ground)
    _studs(pen, (-2, -2, 0), (_WIDE + 4, _DEEP + 4), shades[_GROUND])
    for place, block in enumerate(blocks):
        colour = mixed(shades[block.part], tone(colours.paper), 0.0 if place < built else FAINT)
        box(pen, block.at, block.size, pen.tones(colour))
        if block.part == _ROOF:
            x, y, z = block.at
            _studs(pen, (x, y, z + block.size[2]), block.size[:2], colour)


def _studs(pen: Pen, at: tuple[int, int, int], size: tuple[int, int], colour: Tone) -> None:
    x, y, z = at
    for cx, cy in sorted(((cx, cy) for cx in range(size[0]) for cy in range(size[1])), key=sum):
        pen.stud(x + cx + 0.5, y + cy + 0.5, z, pen.tones(colour))


def _pen(canvas: Canvas, rect: Rect) -> Pen:
    whole = Box(-2, -2, -1, _WIDE + 2, _DEEP + 2, _COURSES * _COURSE + 6)
    sample = View(100).bounds(whole)
    view = View(max(2, int(min(rect.w / sample.w, rect.h / sample.h) * 100)))
    bounds = view.bounds(whole)
    dx, dy = rect.centre.x - bounds.centre.x, rect.centre.y - bounds.centre.y
    return Pen(canvas, view, PLAIN_LIGHT, round(dx), round(dy))
