"""Open boxes of bricks that things are put into. Every thing is a brick with its name on it."""

from typing import NamedTuple

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.looks.brush import put
from game.ui.task_widgets import Bin, Thing
from game.ui.text import TextBlock
from game.ui.theme import Theme


class _Brick(NamedTuple):
    thing: Thing
    words: TextBlock
    place: Rect
    """Its studs lie above it."""


class _Parts(NamedTuple):
    label: TextBlock
    bricks: tuple[_Brick, ...]
    empty: TextBlock | None
    inside: float
    """Height of what lies in it."""


def bin_height(box: Bin, width: float, frame: Frame) -> float:
    theme, parts = frame.theme, _parts(box, width, frame)
    return float(round(_handle(theme) + parts.inside + theme.space(2.25) + _plate(parts, theme)))


def paint_bin(canvas: Canvas, box: Bin, frame: Frame) -> None:
    theme, rect = frame.theme, box.rect
    colours, parts = theme.colours, _parts(box, rect.w, frame)
    fill = colours.fills[box.fill % len(colours.fills)]
    handle, plate = _handle(theme), _plate(parts, theme)
    grip = Rect(round(rect.centre.x - theme.space(4)), rect.y, theme.space(8), 2 * handle)
    canvas.outline(grip, colours.ink, width=theme.thick, radius=handle)
    body = Rect(rect.x, rect.y + handle, rect.w, rect.h - handle)
    canvas.rect(body, colours.ink, radius=theme.space(1))
    canvas.rect(body.inset(theme.border), fill, radius=theme.space(1))
    inner = Rect(body.x + theme.space(1), body.y + theme.border, body.w - theme.space(2), body.h - plate)
    canvas.rect(inner, colours.dim)
    front = Rect(body.x, body.bottom - plate, body.w, plate)
    canvas.rect(front, colours.ink, radius=theme.space(1))
    canvas.rect(front.inset(theme.border), colours.card, radius=theme.space(1))
    canvas.rect(Rect(front.x + theme.border, front.y + theme.border, theme.space(1), front.h - 2 * theme.border), fill)
    put(canvas, parts.label, front.x + theme.space(2), front.centre.y - parts.label.height / 2)
    top = body.y + theme.space(0.75)
    for brick in parts.bricks:
        _paint_brick(canvas, brick, brick.place.shifted(rect.x, top), theme)
    if parts.empty:
        put(canvas, parts.empty, rect.x + theme.space(2), top + theme.space(0.25))


def _paint_brick(canvas: Canvas, brick: _Brick, place: Rect, theme: Theme) -> None:
    colours, stud = theme.colours, theme.space(0.5)
    for at in (0.2, 0.8):
        wide = theme.space(1.75)
        knob = Rect(round(place.x + at * place.w - wide / 2), place.y - stud, wide, stud + theme.border)
        canvas.rect(knob, colours.ink)
        canvas.rect(knob.inset(theme.border), colours.gold)
    canvas.rect(place, colours.ink, radius=theme.space(0.5))
    face = colours.gold if brick.thing.right is None else colours.gold_wash
    canvas.rect(place.inset(theme.border), face, radius=theme.space(0.5))
    x = place.x + theme.space(1)
    if brick.thing.right is not None:
        ink = colours.good if brick.thing.right else colours.warning
        side = _sign_side(theme)
        sign = Rect(x, round(place.centre.y - side / 2), side, side)
        paint_icon(canvas, "check" if brick.thing.right else "warning", sign, ink, face)
    put(canvas, brick.words, x + _indent(brick.thing, theme), place.centre.y - brick.words.height / 2)


def _handle(theme: Theme) -> float:
    return theme.space(1.75)


def _plate(parts: _Parts, theme: Theme) -> float:
    return float(round(parts.label.height + theme.space(1)))


def _sign_side(theme: Theme) -> float:
    return float(round(theme.icon * 0.8))


def _indent(thing: Thing, theme: Theme) -> float:
    return 0.0 if thing.right is None else _sign_side(theme) + theme.space(0.5)


def _parts(box: Bin, width: float, frame: Frame) -> _Parts:
    theme = frame.theme
    label = frame.type.block(box.label, theme.text("strong"), width - theme.space(4))
    bricks = _laid(box, width, frame)
    small = theme.text("small", theme.colours.dim_ink)
    empty = None if bricks else frame.type.block(box.empty, small, width - theme.space(4))
    inside = max((brick.place.bottom for brick in bricks), default=empty.height if empty else 0.0)
    return _Parts(label, bricks, empty, inside)


def _laid(box: Bin, width: float, frame: Frame) -> tuple[_Brick, ...]:
    """The bricks beside each other, in rows; counted from the left edge of the box."""
    theme = frame.theme
    left, between, stud = theme.space(1.75), theme.space(0.75), theme.space(0.5)
    right = width - left
    laid: list[_Brick] = []
    x, y = left, stud
    for thing in box.things:
        room = right - left - theme.space(2) - _indent(thing, theme)
        words = frame.type.block(thing.label, theme.text("small"), room)
        wide = float(round(words.width + _indent(thing, theme) + theme.space(2) + 1))
        if x > left and x + wide > right:
            x, y = left, max(brick.place.bottom for brick in laid) + between + stud
        laid.append(_Brick(thing, words, Rect(x, y, wide, float(round(words.height + theme.space(0.75))))))
        x += wide + between
    return tuple(laid)
