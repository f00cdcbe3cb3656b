"""Buttons and the two marks beside a line of an offer."""

from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import IconName, paint_icon
from game.ui.looks.brush import Lit, paint_ring, put
from game.ui.looks.slab import Slab, paint_slab
from game.ui.text import TextBlock
from game.ui.theme import Theme
from game.ui.widgets import Button, MarkButton, Sign, Tone

NO_BREAK_SPACE = "\u00a0"
"""Keeps a second space between a label and its key."""


class _Coat(NamedTuple):
    face: Colour
    edge: Colour
    ink: Colour


def button_height(button: Button, width: float, frame: Frame) -> float:
    theme = frame.theme
    if button.bare:
        return theme.target
    return _height(_words(button, _COLOURLESS, width, frame), frame)


def button_width(button: Button, frame: Frame) -> float:
    if button.bare:
        return frame.theme.target
    return _width(_label(button), frame, has_icon=button.icon is not None)


def mark_height(mark: MarkButton, width: float, frame: Frame) -> float:
    return _height(_block(mark.word, _COLOURLESS, width, has_icon=True, frame=frame), frame)


def mark_width(mark: MarkButton, frame: Frame) -> float:
    return _width(mark.word, frame, has_icon=True)


def paint_button(canvas: Canvas, button: Button, lit: Lit, frame: Frame) -> None:
    coat = _button_coat(button, lit, frame.theme)
    block = None if button.bare else _words(button, coat.ink, button.rect.w, frame)
    _paint(canvas, button.rect, coat, button.icon, block, lit, frame)


def paint_mark(canvas: Canvas, mark: MarkButton, lit: Lit, frame: Frame) -> None:
    colours = frame.theme.colours
    ink, wash = (colours.good, colours.good_wash) if mark.sign is Sign.GOOD else (colours.warning, colours.warning_wash)
    coat = _Coat(ink, ink, colours.on_teal) if mark.on else _Coat(wash if lit.focused else colours.card, ink, ink)
    icon: IconName = "check" if mark.sign is Sign.GOOD else "warning"
    block = _block(mark.word, coat.ink, mark.rect.w, has_icon=True, frame=frame)
    _paint(canvas, mark.rect, coat, icon, block, lit, frame)


_COLOURLESS: Colour = (0, 0, 0)
"""For measuring; the colour of words does not change their size."""


def _label(button: Button) -> str:
    return f"{button.label} {NO_BREAK_SPACE}[{button.key}]" if button.key else button.label


def _words(button: Button, ink: Colour, width: float, frame: Frame) -> TextBlock:
    return _block(_label(button), ink, width, has_icon=button.icon is not None, frame=frame)


def _block(text: str, ink: Colour, width: float, *, has_icon: bool, frame: Frame) -> TextBlock:
    theme = frame.theme
    beside = theme.icon + theme.space(1) if has_icon else 0.0
    return frame.type.block(text, theme.text("button", ink), width - 2 * theme.space(2.5) - beside)


def _height(block: TextBlock, frame: Frame) -> float:
    return max(frame.theme.target, block.height + 2 * frame.theme.space(1) + _lip(frame.theme))


def _width(text: str, frame: Frame, *, has_icon: bool) -> float:
    theme = frame.theme
    beside = theme.icon + theme.space(1) if has_icon else 0.0
    natural = frame.type.width(text, theme.text("button", _COLOURLESS)) + 2 * theme.space(2.5) + beside
    return max(theme.target, float(round(natural + 1)))


def _lip(theme: Theme) -> float:
    return max(2.0, theme.space(0.375))


def _button_coat(button: Button, lit: Lit, theme: Theme) -> _Coat:
    colours = theme.colours
    if not button.enabled:
        return _Coat(colours.dim, colours.line, colours.dim_ink)
    match button.tone:
        case Tone.PRIMARY:
            return _Coat(colours.teal_lit if lit.focused else colours.teal, colours.teal_edge, colours.on_teal)
        case Tone.GOLD:
            return _Coat(colours.gold_lit if lit.focused else colours.gold, colours.gold_edge, colours.on_gold)
        case Tone.PLAIN:
            return _Coat(colours.wash_lit if lit.focused else colours.card, colours.edge, colours.teal)
        case Tone.QUIET:
            return _Coat(colours.wash_lit if lit.focused else colours.paper, colours.edge, colours.ink)


def _paint(
    canvas: Canvas, rect: Rect, coat: _Coat, icon: IconName | None, block: TextBlock | None, lit: Lit, frame: Frame
) -> None:
    theme = frame.theme
    lip = _lip(theme)
    radius = min(theme.button_radius, rect.h / 2)
    if lit.focused:
        paint_ring(canvas, rect, radius, theme)
    paint_slab(canvas, rect, Slab(coat.face, coat.edge, theme.border, radius, lip), sunk=lit.pressed)
    face = Rect(rect.x, rect.y + (lip if lit.pressed else 0), rect.w, rect.h - lip)
    words = block.width if block is not None else 0.0
    beside = theme.space(1) if icon is not None and block is not None else 0.0
    sign = theme.icon if icon is not None else 0.0
    if block is None:
        sign = min(float(round(theme.target * 0.5)), face.h)
    x = round(face.x + (face.w - sign - beside - words) / 2)
    if icon is not None:
        paint_icon(canvas, icon, Rect(x, round(face.centre.y - sign / 2), sign, sign), coat.ink, coat.face)
    if block is not None:
        put(canvas, block, x + sign + beside, face.centre.y - block.height / 2, width=words, align="centre")
