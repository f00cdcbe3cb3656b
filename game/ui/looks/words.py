"""Words, and what is mostly words: tags, gauges, progress."""

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect, Size
from game.ui.frame import Frame
from game.ui.looks.brush import ink_of, put
from game.ui.text import TextBlock
from game.ui.widgets import Gauge, ProgressDots, Tag, Text

MOST_BRICKS = 20
"""A gauge with more steps shows so many bricks, each for several steps."""


def text_height(text: Text, width: float, frame: Frame) -> float:
    return _block(text, width, frame).height


def text_width(text: Text, frame: Frame) -> float:
    style = frame.theme.text(text.role)
    return max(frame.type.width(line, style) for line in text.text.split("\n")) + 1


def paint_text(canvas: Canvas, text: Text, frame: Frame) -> None:
    block = _block(text, text.rect.w, frame)
    put(canvas, block, text.rect.x, text.rect.y, width=text.rect.w, align=text.align, letters=text.letters)


def _block(text: Text, width: float, frame: Frame) -> TextBlock:
    style = frame.theme.text(text.role, ink_of(frame.theme.colours, text.ink))
    return frame.type.block(text.text, style, width)


def tag_height(tag: Tag, width: float, frame: Frame) -> float:
    theme = frame.theme
    return float(round(_tag_block(tag, width, frame).height + 2 * theme.space(0.75)))


def tag_width(tag: Tag, frame: Frame) -> float:
    theme = frame.theme
    return float(round(frame.type.width(tag.label, theme.text("button")) + 2 * theme.space(2.25) + 1))


def paint_tag(canvas: Canvas, tag: Tag, frame: Frame) -> None:
    block, rect = _tag_block(tag, tag.rect.w, frame), tag.rect
    canvas.rect(rect, frame.theme.colours.teal, radius=min(rect.h / 2, frame.theme.button_radius))
    put(canvas, block, rect.x, rect.centre.y - block.height / 2, width=rect.w, align="centre")


def _tag_block(tag: Tag, width: float, frame: Frame) -> TextBlock:
    theme = frame.theme
    style = theme.text("button", theme.colours.on_teal)
    return frame.type.block(tag.label, style, width - 2 * theme.space(2.25))


def gauge_height(gauge: Gauge, width: float, frame: Frame) -> float:
    """One line where it fits, else the bricks below the words."""
    line = _line_height(frame)
    if width >= gauge_width(gauge, frame):
        return float(round(line))
    words = max(line, _gauge_label(gauge, width, frame).height)
    bricks = frame.theme.space(0.5) + _brick_size(gauge, width, frame).h if gauge.has_bricks else 0.0
    return float(round(words + bricks))


def gauge_width(gauge: Gauge, frame: Frame) -> float:
    theme = frame.theme
    label = frame.type.width(gauge.label, theme.text("label"))
    return float(round(label + theme.space(1) + _bricks_width(gauge, frame) + _figures_width(gauge, frame) + 1))


def _bricks_width(gauge: Gauge, frame: Frame) -> float:
    """The row of bricks with the gap behind it."""
    return _natural_brick(frame).w * _shown(gauge) + frame.theme.space(1) if gauge.has_bricks else 0.0


def paint_gauge(canvas: Canvas, gauge: Gauge, frame: Frame) -> None:
    theme, rect = frame.theme, gauge.rect
    line, label = _line_height(frame), _gauge_label(gauge, rect.w, frame)
    if rect.w < gauge_width(gauge, frame):
        brick = _brick_size(gauge, rect.w, frame)
        put(canvas, label, rect.x, rect.y)
        _paint_figures(canvas, gauge, rect.right - _figures_width(gauge, frame), rect.y, frame)
        if gauge.has_bricks:
            _paint_bricks(canvas, gauge, Rect(rect.x, rect.bottom - brick.h, brick.w, brick.h), frame)
        return
    put(canvas, label, rect.x, rect.y + (line - label.height) / 2)
    brick = _natural_brick(frame)
    x = round(rect.x + label.width + theme.space(1))
    if gauge.has_bricks:
        _paint_bricks(canvas, gauge, Rect(x, round(rect.y + (line - brick.h) / 2), brick.w, brick.h), frame)
    _paint_figures(canvas, gauge, x + _bricks_width(gauge, frame), rect.y, frame)


def _line_height(frame: Frame) -> float:
    return frame.type.line_height(frame.theme.text("button"))


def _gauge_label(gauge: Gauge, width: float, frame: Frame) -> TextBlock:
    theme = frame.theme
    room = max(width - _figures_width(gauge, frame) - theme.space(1), width / 2)
    return frame.type.block(gauge.label, theme.text("label", theme.colours.soft), room)


def _change(gauge: Gauge) -> str:
    return f"+{gauge.change}" if gauge.change > 0 else f"−{-gauge.change}"


def _change_width(gauge: Gauge, frame: Frame) -> float:
    theme = frame.theme
    return frame.type.width(_change(gauge), theme.text("button")) + 2 * theme.space(0.75) if gauge.change else 0.0


def _figures_width(gauge: Gauge, frame: Frame) -> float:
    figures = max(frame.type.width(str(figure), frame.theme.text("button")) for figure in (gauge.value, gauge.most))
    return figures + (frame.theme.space(0.5) + _change_width(gauge, frame) if gauge.change else 0.0)


def _paint_figures(canvas: Canvas, gauge: Gauge, x: float, y: float, frame: Frame) -> None:
    """The value, and on a pill what it has just gained or lost."""
    theme = frame.theme
    colours, line = theme.colours, _line_height(frame)
    value = frame.type.block(str(gauge.value), theme.text("button"), theme.target * 4)
    put(canvas, value, x, y)
    if gauge.change:
        pill = Rect(x + value.width + theme.space(0.5), y, _change_width(gauge, frame), line)
        canvas.rect(pill, colours.ink, radius=line / 2)
        change = frame.type.block(_change(gauge), theme.text("button", colours.paper), theme.target * 4)
        put(canvas, change, pill.x, y, width=pill.w, align="centre")


def _shown(gauge: Gauge) -> int:
    return max(1, min(gauge.most, MOST_BRICKS))


def _natural_brick(frame: Frame) -> Size:
    """A brick grows with the text beside it."""
    line = _line_height(frame)
    return Size(float(round(line * 0.5)), float(round(line * 0.66)))


def _brick_size(gauge: Gauge, width: float, frame: Frame) -> Size:
    natural = _natural_brick(frame)
    return Size(max(2.0, min(natural.w, width // _shown(gauge))), natural.h)


def _paint_bricks(canvas: Canvas, gauge: Gauge, first: Rect, frame: Frame) -> None:
    """A row of studded bricks; those the meter has are filled, the others are only outlined."""
    colours = frame.theme.colours
    full = round(gauge.value * _shown(gauge) / gauge.most) if gauge.most else 0
    fill = colours.fills[gauge.fill % len(colours.fills)]
    count = _shown(gauge)
    whole = Rect(first.x, first.y, round(first.w * (count + 0.1)), first.h)

    def paint(local: Canvas) -> None:
        for at in range(count):
            place = Rect(at * first.w, 0, first.w, first.h)
            _paint_brick(local, place, fill if at < full else colours.empty, colours.ink if at < full else colours.edge)

    canvas.picture(("bricks", count, full, fill, frame.theme.key), whole, paint)


def _paint_brick(canvas: Canvas, place: Rect, face: Colour, edge: Colour) -> None:
    """A little wider than its place: neighbours share an edge, as bricks that touch do."""
    x, y, w, h = place
    thin = w * 0.1
    stud = Rect(x + w * 0.24, y + h * 0.04, w * 0.56, h * 0.5)
    body = Rect(x, y + h * 0.26, w * 1.08, h * 0.74)
    for part, radius in ((stud, w * 0.14), (body, w * 0.12)):
        canvas.rect(part, edge, radius=radius)
        canvas.rect(part.inset(thin), face, radius=max(0.0, radius - thin))


def dots_height(dots: ProgressDots, width: float, frame: Frame) -> float:
    return float(round(max(_dots_label(dots, width, frame).height, _dot(frame))))


def dots_width(dots: ProgressDots, frame: Frame) -> float:
    return _dots_indent(dots, frame) + frame.type.width(dots.label, frame.theme.text("small")) + 1


def paint_dots(canvas: Canvas, dots: ProgressDots, frame: Frame) -> None:
    theme, rect = frame.theme, dots.rect
    colours, side = theme.colours, _dot(frame)
    for at in range(dots.count):
        place = Rect(rect.x + at * (side + theme.space(0.5)), round(rect.centre.y - side / 2), side, side)
        canvas.rect(place, colours.teal, radius=side / 4)
        if at >= dots.at:
            canvas.rect(place.inset(theme.border), colours.paper, radius=side / 4)
    label = _dots_label(dots, rect.w, frame)
    put(canvas, label, rect.x + _dots_indent(dots, frame), rect.centre.y - label.height / 2)


def _dot(frame: Frame) -> float:
    return float(round(frame.theme.em * 0.7))


def _dots_indent(dots: ProgressDots, frame: Frame) -> float:
    return dots.count * (_dot(frame) + frame.theme.space(0.5)) + frame.theme.space(1)


def _dots_label(dots: ProgressDots, width: float, frame: Frame) -> TextBlock:
    style = frame.theme.text("small", frame.theme.colours.soft)
    return frame.type.block(dots.label, style, width - _dots_indent(dots, frame))
