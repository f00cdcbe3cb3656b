"""A whole view, or the part of it that has to be painted again."""

from collections.abc import Sequence

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.hand import Hand
from game.ui.looks.bins import paint_bin
from game.ui.looks.brush import UNLIT, Lit
from game.ui.looks.button import paint_button, paint_mark
from game.ui.looks.field import paint_field
from game.ui.looks.ground import paint_artwork, paint_backdrop, paint_panel, paint_shade, paint_sign
from game.ui.looks.offer import paint_line
from game.ui.looks.rows import paint_card, paint_choice
from game.ui.looks.settings import paint_stepper, paint_toggle
from game.ui.looks.task import paint_bubble, paint_pick
from game.ui.looks.words import paint_dots, paint_gauge, paint_tag, paint_text
from game.ui.search_field import SearchField
from game.ui.sizes import moved
from game.ui.task_widgets import Bin, Bubble, Pick
from game.ui.theme import Theme
from game.ui.view import View
from game.ui.widgets import (
    Artwork,
    Backdrop,
    Button,
    ChoiceRow,
    Gauge,
    Icon,
    LineMark,
    MarkButton,
    MessageCard,
    Panel,
    ProgressDots,
    ScrollArea,
    Shade,
    Stepper,
    Tag,
    Text,
    Toggle,
    Widget,
)

NOBODY = Hand()


def paint_view(canvas: Canvas, view: View, hand: Hand, frame: Frame, *, only: Rect | None = None) -> None:
    """Paint all, or `only` a part of the window (see `game.ui.repaint.changed_areas`).

    `hand` should be at rest on this view (`game.ui.hand.resting`).
    """
    area = only or frame.area
    if only is not None:
        with canvas.clip(only):
            _paint_layers(canvas, view, hand, frame, area)
    else:
        _paint_layers(canvas, view, hand, frame, area)


def _paint_layers(canvas: Canvas, view: View, hand: Hand, frame: Frame, area: Rect) -> None:
    lowest = _lowest_seen(view.widgets, area, frame.theme)
    if lowest is None and view.below is not None:
        _paint_layers(canvas, view.below, NOBODY, frame, area)
    for widget in view.widgets[lowest:]:
        if reach(widget, frame.theme).meets(area):
            paint_widget(canvas, widget, hand, frame)


def _lowest_seen(widgets: Sequence[Widget], area: Rect, theme: Theme) -> int | None:
    """The place of the last widget that covers all of the area, if there is one: what lies below is not seen."""
    for place in range(len(widgets) - 1, -1, -1):
        widget = widgets[place]
        if widget.rect.holds(area) and (isinstance(widget, Backdrop) or _is_paper_over(widget, area, theme)):
            return place
    return None


def _is_paper_over(widget: Widget, area: Rect, theme: Theme) -> bool:
    """Whether the area lies on a panel, clear of its round corners."""
    if not isinstance(widget, Panel) or widget.kind == "pill":
        return False
    radius = theme.panel_radius
    return widget.rect.inset(radius, 0).holds(area) or widget.rect.inset(0, radius).holds(area)


def reach(widget: Widget, theme: Theme) -> Rect:
    """Where a widget may leave paint: its place, and around some kinds a shadow and the focus ring."""
    match widget:
        case Backdrop() | Shade() | Artwork() | Text() | Icon() | Tag() | Gauge() | ProgressDots() | Bubble() | Bin():
            return widget.rect.grown(theme.border)
        case _:
            return widget.rect.grown(2 * theme.shadow_reach + theme.ring)


def paint_widget(canvas: Canvas, widget: Widget, hand: Hand, frame: Frame) -> None:  # noqa: C901, PLR0912, PLR0915 (a case a kind)
    """Paint one widget, with its children."""
    match widget:
        case Backdrop():
            paint_backdrop(canvas, widget, frame)
        case Shade():
            paint_shade(canvas, widget, frame)
        case Panel():
            paint_panel(canvas, widget, frame)
        case Artwork():
            paint_artwork(canvas, widget, frame)
        case Text():
            paint_text(canvas, widget, frame)
        case Icon():
            paint_sign(canvas, widget, frame)
        case Tag():
            paint_tag(canvas, widget, frame)
        case Gauge():
            paint_gauge(canvas, widget, frame)
        case ProgressDots():
            paint_dots(canvas, widget, frame)
        case Button():
            paint_button(canvas, widget, _lit(widget.id, hand), frame)
        case ChoiceRow():
            paint_choice(canvas, widget, _lit(widget.id, hand), frame)
        case MessageCard():
            paint_card(canvas, widget, _lit(widget.id, hand), frame)
        case Toggle():
            paint_toggle(canvas, widget, _lit(widget.id, hand), frame)
        case Stepper():
            paint_stepper(canvas, widget, _lit(widget.id, hand), frame)
        case MarkButton():
            paint_mark(canvas, widget, _lit(widget.id, hand), frame)
        case LineMark():
            paint_line(canvas, widget, frame)
            for mark in (widget.good, widget.warning):
                paint_mark(canvas, mark, _lit(mark.id, hand), frame)
        case Pick():
            paint_pick(canvas, widget, _lit(widget.id, hand), frame)
        case Bubble():
            paint_bubble(canvas, widget, frame)
        case Bin():
            paint_bin(canvas, widget, frame)
        case SearchField():
            paint_field(canvas, widget, _lit(widget.id, hand), frame)
        case ScrollArea():
            _paint_scroll_area(canvas, widget, hand, frame)


def _lit(control_id: str, hand: Hand) -> Lit:
    if control_id != hand.focus:
        return UNLIT
    return Lit(focused=True, pressed=control_id == hand.pressed)


def _paint_scroll_area(canvas: Canvas, area: ScrollArea, hand: Hand, frame: Frame) -> None:
    offset = float(round(hand.scroll.get(area.id, 0.0)))
    with canvas.clip(area.rect):
        for child in area.children:
            shifted = moved(child, 0, -offset) if offset else child
            if reach(shifted, frame.theme).meets(area.rect):
                paint_widget(canvas, shifted, hand, frame)
    if area.reach > 0:
        if area.on_paper:
            _paint_more(canvas, area, offset, frame)
        _paint_bar(canvas, area, offset, hand, frame)


def _paint_more(canvas: Canvas, area: ScrollArea, offset: float, frame: Frame) -> None:
    """Let the content fade out into the paper where there is more of it."""
    depth = frame.theme.fade
    paper = frame.theme.colours.paper[:3]
    clear: Colour = (*paper, 0)
    if offset > 0:
        canvas.gradient(Rect(area.rect.x, area.rect.y, area.rect.w, depth), paper, clear)
    if offset < area.reach:
        canvas.gradient(Rect(area.rect.x, area.rect.bottom - depth, area.rect.w, depth), clear, paper)


def _paint_bar(canvas: Canvas, area: ScrollArea, offset: float, hand: Hand, frame: Frame) -> None:
    theme = frame.theme
    colours = theme.colours
    wide = theme.space(0.75)
    track = Rect(area.rect.right - wide, area.rect.y, wide, area.rect.h)
    length = max(theme.target, track.h * area.rect.h / area.content_height)
    top = track.y + (track.h - length) * offset / area.reach
    canvas.rect(track, colours.empty, radius=wide / 2)
    colour = colours.teal if hand.focus == area.id else colours.edge
    canvas.rect(Rect(track.x, round(top), wide, round(length)), colour, radius=wide / 2)
