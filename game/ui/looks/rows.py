"""Choices and message cards."""

from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.looks.brush import Lit, paint_ring, put
from game.ui.looks.slab import Slab, paint_slab
from game.ui.text import TextBlock
from game.ui.theme import Theme
from game.ui.widgets import CardState, ChoiceRow, MessageCard


def choice_height(choice: ChoiceRow, width: float, frame: Frame) -> float:
    parts = _choice_parts(choice, width, frame)
    content = max(parts.badge, parts.label.height + (parts.note.height if parts.note else 0))
    return max(frame.theme.target, content + 2 * frame.theme.space(1))


def paint_choice(canvas: Canvas, choice: ChoiceRow, lit: Lit, frame: Frame) -> None:
    theme, rect = frame.theme, choice.rect
    colours = theme.colours
    if lit.focused:
        paint_ring(canvas, rect, theme.row_radius, theme)
    face = colours.dim if not choice.enabled else colours.wash_lit if lit.focused or lit.pressed else colours.wash
    edge = colours.line if not choice.enabled else colours.teal if lit.focused else colours.edge
    border = theme.thick if lit.focused else theme.border
    paint_slab(canvas, rect, Slab(face, edge, border, theme.row_radius))
    parts = _choice_parts(choice, rect.w, frame)
    side = parts.badge
    badge = Rect(rect.x + theme.space(1.25), round(rect.centre.y - side / 2), side, side)
    _paint_number(canvas, choice, badge, frame)
    words = parts.label.height + (parts.note.height if parts.note else 0)
    x, y = rect.x + parts.indent, rect.centre.y - words / 2
    put(canvas, parts.label, x, y)
    if parts.note:
        put(canvas, parts.note, x, y + parts.label.height)


class _ChoiceParts(NamedTuple):
    badge: float
    indent: float
    label: TextBlock
    note: TextBlock | None


def _choice_parts(choice: ChoiceRow, width: float, frame: Frame) -> _ChoiceParts:
    theme = frame.theme
    colours = theme.colours
    ink = colours.ink if choice.enabled else colours.dim_ink
    soft = colours.soft if choice.enabled else colours.dim_ink
    badge = float(round(frame.type.line_height(theme.text("button")) * 1.15))
    indent = theme.space(1.25) + badge + theme.space(1.5)
    room = width - indent - theme.space(2)
    note = frame.type.block(choice.note, theme.text("small", soft), room) if choice.note else None
    return _ChoiceParts(badge, indent, frame.type.block(choice.label, theme.text("body", ink), room), note)


def _paint_number(canvas: Canvas, choice: ChoiceRow, badge: Rect, frame: Frame) -> None:
    theme = frame.theme
    colours = theme.colours
    canvas.rect(badge, colours.teal if choice.enabled else colours.dim_ink, radius=theme.space(0.75))
    if not choice.enabled:
        paint_icon(canvas, "lock", badge.inset(badge.w / 5), colours.dim, colours.dim_ink)
        return
    number = frame.type.block(str(choice.number), theme.text("button", colours.on_teal), badge.w)
    put(canvas, number, badge.x, badge.centre.y - number.height / 2, width=badge.w, align="centre")


def card_height(card: MessageCard, width: float, frame: Frame) -> float:
    parts = _card_parts(card, width, frame)
    return max(frame.theme.target, parts.text_y + parts.text.height + frame.theme.space(1.5))


def paint_card(canvas: Canvas, card: MessageCard, lit: Lit, frame: Frame) -> None:
    theme, rect = frame.theme, card.rect
    coat = _card_coat(card.state, theme)
    if lit.focused:
        paint_ring(canvas, rect, theme.row_radius, theme)
    paint_slab(canvas, rect, Slab(coat.band, coat.edge, theme.border, theme.row_radius))
    paint_slab(
        canvas,
        rect.inset(theme.border),
        Slab(coat.face, coat.band, coat.border - theme.border, theme.row_radius - theme.border),
    )
    parts = _card_parts(card, rect.w, frame)
    pad = theme.space(1.75)
    sign = theme.space(3.5) * frame.theme.text_scale
    first_line = frame.type.line_height(theme.text("strong"))
    bricks = Rect(rect.x + pad, round(rect.y + theme.space(1.25) + (first_line - sign) / 2), sign, sign)
    paint_icon(canvas, "bricks", bricks, coat.bricks, coat.face)
    put(canvas, parts.title, rect.x + parts.indent, rect.y + theme.space(1.25))
    put(canvas, parts.text, rect.x + pad, rect.y + parts.text_y)
    if parts.badge is not None:
        _paint_badge(canvas, parts, coat, rect, frame)


class _CardCoat(NamedTuple):
    face: Colour
    edge: Colour
    band: Colour
    """Inside the edge, where the border is thick."""
    border: float
    bricks: Colour
    badge: Colour
    on_badge: Colour


class _CardParts(NamedTuple):
    indent: float
    title: TextBlock
    badge: TextBlock | None
    badge_place: Rect
    """From the top-left of the card."""
    text: TextBlock
    text_y: float


def _card_coat(state: CardState, theme: Theme) -> _CardCoat:
    colours = theme.colours
    teal, gold = (colours.teal, colours.on_teal), (colours.gold, colours.on_gold)
    thin, thick = theme.border, theme.border + theme.thick
    match state:
        case CardState.NORMAL:
            return _CardCoat(colours.card, colours.edge, colours.card, thin, colours.teal, *teal)
        case CardState.NEW:
            return _CardCoat(colours.card, colours.teal, colours.teal, theme.thick, colours.teal, *teal)
        case CardState.FITTING:
            return _CardCoat(colours.card, colours.gold_edge, colours.gold, thick, colours.teal, *gold)
        case CardState.SELECTED:
            return _CardCoat(colours.gold_wash, colours.gold_edge, colours.gold, thick, colours.teal, *gold)
        case CardState.UNKNOWN:
            dim = colours.dim_ink
            return _CardCoat(colours.dim, colours.line, colours.dim, thin, dim, dim, colours.dim)


def _card_parts(card: MessageCard, width: float, frame: Frame) -> _CardParts:
    theme = frame.theme
    colours = theme.colours
    unknown = card.state is CardState.UNKNOWN
    coat = _card_coat(card.state, theme)
    pad, top = theme.space(1.75), theme.space(1.25)
    room = width - 2 * pad
    indent = pad + theme.space(3.5) * theme.text_scale + theme.space(1.25)
    title_ink = colours.dim_ink if unknown else colours.ink
    text_ink = colours.dim_ink if unknown else colours.soft
    title_room = width - indent - pad
    title_style, badge_style = theme.text("strong", title_ink), theme.text("small", coat.on_badge)
    badge = frame.type.block(card.badge, badge_style, room - theme.space(2)) if card.badge else None
    title = frame.type.block(card.label, title_style, title_room)
    text_y = top + title.height + theme.space(0.5)
    place = Rect(0, 0, 0, 0)
    if badge is not None:
        w, h = badge.width + theme.space(2), badge.height + theme.space(0.25)
        beside = len(title.lines) == 1 and title.width + theme.space(1.5) + w <= title_room
        place = Rect(width - pad - w, top, w, h) if beside else Rect(pad, text_y, w, h)
        text_y += 0 if beside else h + theme.space(0.5)
    text = frame.type.block(card.text, theme.text("small", text_ink), room)
    return _CardParts(indent, title, badge, place, text, text_y)


def _paint_badge(canvas: Canvas, parts: _CardParts, coat: _CardCoat, rect: Rect, frame: Frame) -> None:
    place = parts.badge_place.shifted(rect.x, rect.y)
    canvas.rect(place, coat.badge, radius=min(place.h / 2, frame.theme.space(1.5)))
    if parts.badge is not None:
        y = place.centre.y - parts.badge.height / 2
        put(canvas, parts.badge, place.x, y, width=place.w, align="centre")
