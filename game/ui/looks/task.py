"""Options to pick, and bubbles."""

from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.looks.brush import Lit, paint_ring, put
from game.ui.looks.pencil import paint_margin_sign, paint_page_line
from game.ui.looks.slab import Slab, paint_slab
from game.ui.task_widgets import Bubble, Pick
from game.ui.text import TextBlock
from game.ui.theme import Theme

WIDEST_BUBBLE = 0.82
"""Share of its line a bubble may fill: the free side shows who speaks."""


class _Parts(NamedTuple):
    indent: float
    label: TextBlock
    note: TextBlock | None

    @property
    def height(self) -> float:
        return self.label.height + (self.note.height if self.note else 0.0)

    @property
    def width(self) -> float:
        return max(self.label.width, self.note.width if self.note else 0.0)


def pick_height(pick: Pick, width: float, frame: Frame) -> float:
    around = frame.theme.space(1.75 if pick.is_line else 1)
    return float(round(max(frame.theme.target, _parts(pick, width, frame).height + 2 * around)))


def pick_width(pick: Pick, frame: Frame) -> float:
    theme = frame.theme
    words = frame.type.width(pick.label, theme.text("body"))
    note = frame.type.width(pick.note, theme.text("small")) if pick.note else 0.0
    return float(round(max(theme.target, _indent(theme) + max(words, note) + theme.space(2) + 1)))


def paint_pick(canvas: Canvas, pick: Pick, lit: Lit, frame: Frame) -> None:
    theme, rect = frame.theme, pick.rect
    colours = theme.colours
    radius = theme.row_radius
    parts = _parts(pick, rect.w, frame)
    if pick.is_line:
        paint_page_line(canvas, pick, parts.indent + parts.width, lit, theme)
        paint_margin_sign(canvas, pick, _sign_place(pick, theme), theme)
        _put_words(canvas, pick, parts)
        return
    if lit.focused:
        paint_ring(canvas, rect, radius, theme)
    face = colours.gold_wash if pick.on else colours.wash_lit if lit.focused or lit.pressed else colours.card
    edge = colours.gold_edge if pick.on else colours.edge if pick.enabled else colours.line
    paint_slab(canvas, rect, Slab(face, edge, theme.thick if pick.on else theme.border, radius))
    _paint_sign(canvas, pick, face, theme)
    _put_words(canvas, pick, parts)


def _put_words(canvas: Canvas, pick: Pick, parts: _Parts) -> None:
    rect = pick.rect
    y = rect.centre.y - parts.height / 2
    put(canvas, parts.label, rect.x + parts.indent, y)
    if parts.note:
        put(canvas, parts.note, rect.x + parts.indent, y + parts.label.height)


def bubble_height(bubble: Bubble, width: float, frame: Frame) -> float:
    return float(round(_words(bubble, width, frame).height + 2 * frame.theme.space(1.25)))


def paint_bubble(canvas: Canvas, bubble: Bubble, frame: Frame) -> None:
    """A rounded ground with a corner pointing to the side of the one who speaks."""
    theme, rect = frame.theme, bubble.rect
    colours, words = theme.colours, _words(bubble, rect.w, frame)
    wide = float(round(words.width + 2 * theme.space(2)))
    is_left = bubble.side == "left"
    x = rect.x if is_left else rect.right - wide
    ground = Rect(x, rect.y, wide, rect.h)
    face, edge = (colours.card, colours.edge) if is_left else (colours.teal, colours.teal_edge)
    _paint_corner(canvas, ground, edge, theme, is_left=is_left)
    paint_slab(canvas, ground, Slab(face, edge, theme.border, theme.space(1.75)))
    put(canvas, words, ground.x + theme.space(2), rect.y + theme.space(1.25))


def _paint_corner(canvas: Canvas, ground: Rect, colour: Colour, theme: Theme, *, is_left: bool) -> None:
    side = theme.space(1.5)
    x = ground.x if is_left else ground.right
    inwards = side if is_left else -side
    corner = (Point(x, ground.bottom), Point(x + 2 * inwards, ground.bottom), Point(x, ground.bottom - 1.5 * side))
    canvas.polygon(corner, colour)


def _words(bubble: Bubble, width: float, frame: Frame) -> TextBlock:
    theme = frame.theme
    ink = theme.colours.ink if bubble.side == "left" else theme.colours.on_teal
    return frame.type.block(bubble.text, theme.text("body", ink), width * WIDEST_BUBBLE - 2 * theme.space(2))


def _sign_place(pick: Pick, theme: Theme) -> Rect:
    rect, side = pick.rect, theme.icon
    return Rect(round(rect.x + theme.space(1.5)), round(rect.centre.y - side / 2), side, side)


def _paint_sign(canvas: Canvas, pick: Pick, face: Colour, theme: Theme) -> None:
    """A brick in a socket: empty, or filled when picked. Once explained, a sign for what is right or was picked."""
    colours, place = theme.colours, _sign_place(pick, theme)
    if pick.right or (pick.on and pick.right is not None):
        ink = colours.good if pick.right else colours.warning
        paint_icon(canvas, "check" if pick.right else "warning", place, ink, face)
        return
    socket = place.inset(theme.space(0.25))
    canvas.rect(socket, colours.gold_edge if pick.on else colours.edge, radius=theme.space(0.75))
    canvas.rect(socket.inset(theme.border), colours.gold if pick.on else face, radius=theme.space(0.75))


def _indent(theme: Theme) -> float:
    return theme.space(1.5) + theme.icon + theme.space(1)


def _parts(pick: Pick, width: float, frame: Frame) -> _Parts:
    theme = frame.theme
    colours, indent = theme.colours, _indent(frame.theme)
    is_told = pick.on or (pick.is_line and pick.right is False)
    ink = colours.ink if pick.enabled or is_told else colours.dim_ink
    room = width - indent - theme.space(2)
    note = frame.type.block(pick.note, theme.text("small", colours.soft), room) if pick.note else None
    return _Parts(indent, frame.type.block(pick.label, theme.text("body", ink), room), note)
