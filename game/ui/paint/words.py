"""Words, and what is mostly words: tags, gauges, progress."""

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.paint.brush import ink_of, put
from game.ui.text import TextBlock
from game.ui.theme import Theme
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
    put(canvas, block, text.rect.x, text.rect.y, width=text.rect.w, align=text.align)


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
    words = _gauge_label(gauge, width, frame).height
    return float(round(words + frame.theme.space(0.5) + _brick(gauge, width, frame).h))


def gauge_width(gauge: Gauge, frame: Frame) -> float:
    theme = frame.theme
    label = frame.type.width(gauge.label, theme.text("label"))
    return float(
        round(label + theme.space(1) + _bricks_width(gauge, frame) + theme.space(1) + _figures_width(gauge, frame))
    )


def paint_gauge(canvas: Canvas, gauge: Gauge, frame: Frame) -> None:
    theme, rect = frame.theme, gauge.rect
    figures = _figures_width(gauge, frame)
    if rect.w >= gauge_width(gauge, frame):
        label = _gauge_label(gauge, rect.w, frame)
        line = _line_height(frame)
        put(canvas, label, rect.x, rect.y + (line - label.height) / 2)
        x = rect.x + label.width + theme.space(1)
        brick = _brick(gauge, rect.w, frame)
        _paint_bricks(canvas, gauge, Rect(x, round(rect.y + (line - brick.h) / 2), brick.w, brick.h), frame)
        _paint_figures(canvas, gauge, x + _bricks_width(gauge, frame) + theme.space(1), rect.y, frame)
        return
    label = _gauge_label(gauge, rect.w, frame)
    put(canvas, label, rect.x, rect.y)
    _paint_figures(canvas, gauge, rect.right - figures, rect.y, frame)
    brick = _brick(gauge, rect.w, frame)
    _paint_bricks(canvas, gauge, Rect(rect.x, round(rect.y + label.height + theme.space(0.5)), brick.w, brick.h), frame)


def _line_height(frame: Frame) -> float:
    return frame.type.line_height(frame.theme.text("button"))


def _gauge_label(gauge: Gauge, width: float, frame: Frame) -> TextBlock:
    theme = frame.theme
    room = max(width - _figures_width(gauge, frame) - theme.space(1), width / 2)
    return frame.type.block(gauge.label, theme.text("label", theme.colours.soft), room)


def _figures_width(gauge: Gauge, frame: Frame) -> float:
    theme = frame.theme
    width = frame.type.width(str(gauge.most), theme.text("button"))
    if gauge.change:
        width += theme.icon + theme.space(0.5) + frame.type.width(str(abs(gauge.change)), theme.text("button"))
    return width


def _paint_figures(canvas: Canvas, gauge: Gauge, x: float, y: float, frame: Frame) -> None:
    theme = frame.theme
    style = theme.text("button")
    put(canvas, frame.type.block(str(gauge.value), style, theme.target * 2), x, y)
    if not gauge.change:
        return
    x += frame.type.width(str(gauge.most), style) + theme.space(0.5)
    side = theme.icon
    sign = Rect(round(x), round(y + (_line_height(frame) - side * 0.8) / 2), side * 0.8, side * 0.8)
    paint_icon(canvas, "up" if gauge.change > 0 else "down", sign, theme.colours.ink, theme.colours.paper)
    put(canvas, frame.type.block(str(abs(gauge.change)), style, theme.target * 2), x + side, y)


def _shown(gauge: Gauge) -> int:
    return min(gauge.most, MOST_BRICKS)


def _brick(gauge: Gauge, width: float, frame: Frame) -> Rect:
    """Size of one brick, gap included."""
    theme = frame.theme
    natural = theme.space(1.375)
    return Rect(0, 0, max(2.0, min(natural, width // _shown(gauge))), theme.space(2.25))


def _bricks_width(gauge: Gauge, frame: Frame) -> float:
    return frame.theme.space(1.375) * _shown(gauge)


def _paint_bricks(canvas: Canvas, gauge: Gauge, first: Rect, frame: Frame) -> None:
    """A row of studded bricks; those the meter has are filled, the others are only outlined."""
    theme = frame.theme
    colours = theme.colours
    full = round(gauge.value * _shown(gauge) / gauge.most) if gauge.most else 0
    colour = colours.fills[gauge.fill % len(colours.fills)]
    for at in range(_shown(gauge)):
        place = first.shifted(at * first.w, 0)
        face, edge = (colour, colours.ink) if at < full else (colours.empty, colours.edge)
        canvas.picture(("pip", face, edge), place, lambda local, f=face, e=edge: _paint_pip(local, f, e))  # type: ignore[misc]


def _paint_pip(canvas: Canvas, face: Colour, edge: Colour) -> None:
    w, h = canvas.size
    body = Rect(0, h * 0.28, w * 0.88, h * 0.72)
    stud = Rect(w * 0.22, h * 0.08, w * 0.44, h * 0.4)
    thin = w * 0.09
    for part, radius in ((stud, w * 0.12), (body, w * 0.16)):
        canvas.rect(part, edge, radius=radius)
        canvas.rect(part.inset(thin), face, radius=max(0.0, radius - thin))


def dots_height(dots: ProgressDots, width: float, frame: Frame) -> float:
    theme = frame.theme
    return float(round(max(_dots_label(dots, width, frame).height, theme.space(1.5))))


def dots_width(dots: ProgressDots, frame: Frame) -> float:
    theme = frame.theme
    return dots.count * theme.space(2) + theme.space(1) + frame.type.width(dots.label, theme.text("small")) + 1


def paint_dots(canvas: Canvas, dots: ProgressDots, frame: Frame) -> None:
    theme, rect = frame.theme, dots.rect
    colours = theme.colours
    side = theme.space(1.5)
    for at in range(dots.count):
        place = Rect(rect.x + at * theme.space(2), round(rect.centre.y - side / 2), side, side)
        canvas.rect(place, colours.teal, radius=side / 4)
        if at >= dots.at:
            canvas.rect(place.inset(theme.border), colours.paper, radius=side / 4)
    label = _dots_label(dots, rect.w, frame)
    put(canvas, label, rect.x + dots.count * theme.space(2) + theme.space(1), rect.centre.y - label.height / 2)


def _dots_label(dots: ProgressDots, width: float, frame: Frame) -> TextBlock:
    theme: Theme = frame.theme
    room = width - dots.count * theme.space(2) - theme.space(1)
    return frame.type.block(dots.label, theme.text("small", theme.colours.soft), room)
