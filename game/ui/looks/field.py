"""The field to search with: a label, what is written, and at its end a cross that empties it."""

from game.canvas.canvas import Canvas, TextStyle
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.looks.brush import Lit, paint_ring, put
from game.ui.looks.slab import Slab, paint_slab
from game.ui.search_field import SearchField
from game.ui.text import TextBlock

CARET_STEPS = 0.25


def field_height(field: SearchField, width: float, frame: Frame) -> float:
    label, hint = _blocks(field, width, frame)
    words = label.height + max(hint.height, frame.type.line_height(_written_style(frame)))
    return float(round(max(frame.theme.target, words + 2 * frame.theme.space(1))))


def cross(rect: Rect, frame: Frame) -> Rect:
    """Where a press empties the field."""
    side = _end(frame)
    return Rect(rect.right - side, rect.y, side, rect.h)


def paint_field(canvas: Canvas, field: SearchField, lit: Lit, frame: Frame) -> None:
    theme, rect = frame.theme, field.rect
    colours = theme.colours
    if lit.focused:
        paint_ring(canvas, rect, theme.row_radius, theme)
    paint_slab(canvas, rect, Slab(colours.card, colours.edge, theme.border, theme.row_radius))
    sign = theme.icon
    left = Rect(round(rect.x + theme.space(1.5)), round(rect.centre.y - sign / 2), sign, sign)
    paint_icon(canvas, field.icon, left, colours.teal, colours.card)
    label, hint = _blocks(field, rect.w, frame)
    line = frame.type.line_height(_written_style(frame))
    x, y = rect.x + _start(frame), rect.centre.y - (label.height + max(hint.height, line)) / 2
    put(canvas, label, x, y)
    y += label.height
    if field.value:
        disc = cross(rect, frame)
        side = float(round(frame.theme.icon))
        place = Rect(round(disc.centre.x - side / 2), round(disc.centre.y - side / 2), side, side)
        paint_icon(canvas, "close", place.inset(side / 8), colours.teal, colours.card)
    elif not lit.focused:
        put(canvas, hint, x, y)
    _paint_written(canvas, field, Rect(x, y, _room(rect.w, frame), line), frame, has_caret=lit.focused)


def _paint_written(canvas: Canvas, field: SearchField, place: Rect, frame: Frame, *, has_caret: bool) -> None:
    """The end of what is written, as much as there is room for, and where the next letter goes."""
    style, caret = _written_style(frame), max(2.0, frame.theme.space(CARET_STEPS))
    shown = field.value
    while shown and frame.type.width(shown, style) > place.w - 2 * caret:
        shown = shown[1:]
    put(canvas, frame.type.block(shown, style, place.w), place.x, place.y)
    if has_caret:
        x = round(place.x + frame.type.width(shown, style) + caret)
        canvas.rect(Rect(x, place.y, caret, place.h), frame.theme.colours.teal)


def _blocks(field: SearchField, width: float, frame: Frame) -> tuple[TextBlock, TextBlock]:
    theme = frame.theme
    room, style = _room(width, frame), theme.text("small", theme.colours.soft)
    return frame.type.block(field.label, style, room), frame.type.block(field.hint, style, room)


def _written_style(frame: Frame) -> TextStyle:
    return frame.theme.text("strong")


def _start(frame: Frame) -> float:
    return 2 * frame.theme.space(1.5) + frame.theme.icon


def _room(width: float, frame: Frame) -> float:
    return width - _start(frame) - _end(frame)


def _end(frame: Frame) -> float:
    return max(frame.theme.target, frame.theme.icon + 2 * frame.theme.space(1))
