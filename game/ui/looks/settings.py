"""Switches and steppers: rows with a label and a value."""

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import IconName, paint_icon
from game.ui.looks.brush import Lit, paint_ring, put
from game.ui.looks.slab import Slab, paint_slab
from game.ui.text import TextBlock
from game.ui.widgets import Stepper, Toggle


def toggle_height(toggle: Toggle, width: float, frame: Frame) -> float:
    label, word = _toggle_blocks(toggle, width, frame)
    return float(round(max(frame.theme.target, label.height + word.height + 2 * frame.theme.space(1))))


def paint_toggle(canvas: Canvas, toggle: Toggle, lit: Lit, frame: Frame) -> None:
    theme, rect = frame.theme, toggle.rect
    _paint_row(canvas, rect, lit, frame)
    label, word = _toggle_blocks(toggle, rect.w, frame)
    x, y = rect.x + theme.space(2), rect.centre.y - (label.height + word.height) / 2
    put(canvas, label, x, y)
    put(canvas, word, x, y + label.height)
    track = _track(rect, frame)
    _paint_switch(canvas, track, toggle, frame)


def _track(rect: Rect, frame: Frame) -> Rect:
    h = _sign(frame)
    w = float(round(h * 1.8))
    return Rect(rect.right - frame.theme.space(2) - w, round(rect.centre.y - h / 2), w, h)


def _toggle_blocks(toggle: Toggle, width: float, frame: Frame) -> tuple[TextBlock, TextBlock]:
    theme = frame.theme
    room = width - 2 * theme.space(2) - theme.space(2) - _track(Rect(0, 0, width, 0), frame).w
    colours = theme.colours
    label = frame.type.block(toggle.label, theme.text("strong"), room)
    return label, frame.type.block(toggle.word, theme.text("small", colours.soft), room)


def _paint_switch(canvas: Canvas, track: Rect, toggle: Toggle, frame: Frame) -> None:
    theme = frame.theme
    colours = theme.colours
    face = colours.teal if toggle.on else colours.dim
    paint_slab(canvas, track, Slab(face, colours.teal_edge if toggle.on else colours.edge, theme.border, track.h / 2))
    knob = track.h - 2 * theme.space(0.5)
    x = track.right - theme.space(0.5) - knob if toggle.on else track.x + theme.space(0.5)
    place = Rect(x, track.y + theme.space(0.5), knob, knob)
    canvas.rect(place, colours.card if toggle.on else colours.edge, radius=knob / 2)
    if toggle.on:
        paint_icon(canvas, "check", place.inset(knob / 5), colours.teal, colours.card)


def stepper_height(stepper: Stepper, width: float, frame: Frame) -> float:
    theme = frame.theme
    label, value = _stepper_blocks(stepper, width, frame)
    bar = theme.space(1.5) if stepper.share is not None else 0.0
    return float(round(max(theme.target, label.height + value.height + bar + 2 * theme.space(1))))


def paint_stepper(canvas: Canvas, stepper: Stepper, lit: Lit, frame: Frame) -> None:
    theme, rect = frame.theme, stepper.rect
    _paint_row(canvas, rect, lit, frame)
    side = _end(frame)
    _paint_end(canvas, "minus", Rect(rect.x, rect.y, side, rect.h), frame)
    _paint_end(canvas, "plus", Rect(rect.right - side, rect.y, side, rect.h), frame)
    label, value = _stepper_blocks(stepper, rect.w, frame)
    bar = theme.space(1.5) if stepper.share is not None else 0.0
    y = rect.centre.y - (label.height + value.height + bar) / 2
    x, w = rect.x + side, rect.w - 2 * side
    put(canvas, label, x, y, width=w, align="centre")
    put(canvas, value, x, y + label.height, width=w, align="centre")
    if stepper.share is not None:
        place = Rect(
            x + theme.space(2),
            round(y + label.height + value.height + theme.space(0.5)),
            w - 2 * theme.space(2),
            theme.space(1),
        )
        _paint_bar(canvas, place, stepper.share, frame)


def _stepper_blocks(stepper: Stepper, width: float, frame: Frame) -> tuple[TextBlock, TextBlock]:
    theme = frame.theme
    room = width - 2 * _end(frame)
    label = frame.type.block(stepper.label, theme.text("small", theme.colours.soft), room)
    return label, frame.type.block(stepper.value, theme.text("strong"), room)


def _sign(frame: Frame) -> float:
    """Height of a switch and side of a plus or a minus: they grow with the text."""
    return max(float(round(frame.theme.target * 0.62)), frame.theme.icon)


def _end(frame: Frame) -> float:
    """Width of the ends of a stepper."""
    return max(frame.theme.target, _sign(frame) + 2 * frame.theme.space(1))


def _paint_row(canvas: Canvas, rect: Rect, lit: Lit, frame: Frame) -> None:
    theme = frame.theme
    colours = theme.colours
    if lit.focused:
        paint_ring(canvas, rect, theme.row_radius, theme)
    face = colours.wash_lit if lit.focused or lit.pressed else colours.card
    paint_slab(canvas, rect, Slab(face, colours.edge, theme.border, theme.row_radius))


def _paint_end(canvas: Canvas, name: IconName, end: Rect, frame: Frame) -> None:
    theme = frame.theme
    side = _sign(frame)
    disc = Rect(round(end.centre.x - side / 2), round(end.centre.y - side / 2), side, side)
    canvas.rect(disc, theme.colours.teal, radius=side / 2)
    paint_icon(canvas, name, disc.inset(side / 4), theme.colours.on_teal, theme.colours.teal)


def _paint_bar(canvas: Canvas, place: Rect, share: float, frame: Frame) -> None:
    colours = frame.theme.colours
    paint_slab(canvas, place, Slab(colours.empty, colours.edge, frame.theme.border, place.h / 2))
    filled = Rect(place.x, place.y, max(place.h, place.w * min(1.0, max(0.0, share))), place.h)
    canvas.rect(filled, colours.teal, radius=place.h / 2)
