"""A line of an offer with the two marks a player can set."""

from dataclasses import replace
from typing import NamedTuple

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.looks.brush import put
from game.ui.looks.button import mark_height, mark_width
from game.ui.looks.slab import Slab, paint_slab
from game.ui.text import TextBlock
from game.ui.widgets import LineMark

LEAST_TEXT_EMS = 16.0
"""With less room than this beside the marks, they go below the text."""


class _Parts(NamedTuple):
    text: TextBlock
    verdict: TextBlock | None
    words: float
    """Height of text and verdict together."""
    marks: Rect
    """Both marks, from the top-left of the row."""
    height: float


def line_height(line: LineMark, width: float, frame: Frame) -> float:
    return _parts(line, width, frame).height


def line_placed(line: LineMark, rect: Rect, frame: Frame) -> LineMark:
    """The line with its two marks in place."""
    marks = _parts(line, rect.w, frame).marks.shifted(rect.x, rect.y)
    gap = frame.theme.gap
    half = (marks.w - gap) / 2
    good = Rect(marks.x, marks.y, half, marks.h)
    warning = Rect(marks.right - half, marks.y, half, marks.h)
    return replace(line, rect=rect, good=replace(line.good, rect=good), warning=replace(line.warning, rect=warning))


def paint_line(canvas: Canvas, line: LineMark, frame: Frame) -> None:
    """The row without its marks."""
    theme, rect = frame.theme, line.rect
    colours = theme.colours
    paint_slab(canvas, rect, Slab(colours.card, colours.line, theme.border, theme.row_radius))
    parts = _parts(line, rect.w, frame)
    pad = theme.space(1.75)
    beside = parts.marks.x > pad
    y = rect.y + (rect.h - parts.words) / 2 if beside else rect.y + pad
    put(canvas, parts.text, rect.x + pad, y)
    if parts.verdict is None:
        return
    y += parts.text.height + theme.space(0.5)
    x = rect.x + pad
    if line.right is not None:
        side = theme.icon
        ink = colours.good if line.right else colours.warning
        paint_icon(canvas, "check" if line.right else "warning", Rect(x, round(y), side, side), ink, colours.card)
    put(canvas, parts.verdict, x + _verdict_indent(line, frame), y)


def _verdict_indent(line: LineMark, frame: Frame) -> float:
    return frame.theme.icon + frame.theme.space(1) if line.right is not None else 0.0


def _parts(line: LineMark, width: float, frame: Frame) -> _Parts:
    theme = frame.theme
    pad = theme.space(1.75)
    each = max(mark_width(line.good, frame), mark_width(line.warning, frame))
    both = 2 * each + theme.gap
    beside = width - both - 3 * pad
    is_beside = beside >= LEAST_TEXT_EMS * theme.em
    room = beside if is_beside else width - 2 * pad
    text = frame.type.block(line.text, theme.text("body"), room)
    verdict = None
    if line.verdict:
        style = theme.text("small", theme.colours.soft)
        verdict = frame.type.block(line.verdict, style, room - _verdict_indent(line, frame))
    words = text.height + (verdict.height + theme.space(0.5) if verdict is not None else 0.0)
    if is_beside:
        mark_h = max(mark_height(line.good, each, frame), mark_height(line.warning, each, frame))
        height = float(round(max(mark_h, words) + 2 * theme.space(1.25)))
        return _Parts(
            text, verdict, words, Rect(width - pad - both, round((height - mark_h) / 2), both, mark_h), height
        )
    half = (width - 2 * pad - theme.gap) / 2
    mark_h = max(mark_height(line.good, half, frame), mark_height(line.warning, half, frame))
    y = float(round(pad + words + theme.gap))
    return _Parts(text, verdict, words, Rect(pad, y, width - 2 * pad, mark_h), y + mark_h + pad)
