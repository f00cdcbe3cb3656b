"""Putting widgets in their places: columns, lines, and panels that hug what they hold or scroll."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from game.canvas.geometry import Rect
from game.ui import sizes
from game.ui.frame import Frame
from game.ui.layout import snapped
from game.ui.view import View
from game.ui.widgets import Panel, ScrollArea, Shade, Widget

Side = Literal["left", "centre", "right"]
Anchor = Literal["top", "centre", "bottom", "fill"]


class Line(NamedTuple):
    """Widgets side by side at their natural widths; what does not fit goes to the next line.

    `share` makes them equally wide and fill the line, as long as their words fit on one line each.
    """

    widgets: tuple[Widget, ...]
    side: Side = "left"
    share: bool = False
    gap_steps: float | None = None
    """Room between the widgets in steps of the grid; None for the usual gap."""


class Gap(NamedTuple):
    """Extra room in a column, in steps of the 8-unit grid."""

    steps: float = 1.0


class Beside(NamedTuple):
    """A widget at its natural size with a column at its right: a sign or a picture and what is said about it."""

    lead: Widget
    items: tuple["Item", ...]


class Card(NamedTuple):
    """A column on a card of its own: things that belong together, on a panel or on the sky."""

    items: tuple["Item", ...]


class Columns(NamedTuple):
    """Columns of equal width, side by side."""

    columns: tuple[tuple["Item", ...], ...]


ONE_LINE = 1.9
"""Beside something so many times as high as itself, a sign stands at the top: that must be several lines."""

PILL_GAP_STEPS = 3.0
"""Gauges beside each other need more air than buttons do."""

Item = Widget | Line | Beside | Card | Columns | Gap
"""What a column is made of."""


def line(*widgets: Widget, side: Side = "left", share: bool = False, gap_steps: float | None = None) -> Line:
    """Widgets side by side."""
    return Line(widgets, side, share, gap_steps)


def beside(lead: Widget, *items: Item) -> Beside:
    """A widget with a column at its right."""
    return Beside(lead, items)


def card(*items: Item) -> Card:
    """A card with a column on it."""
    return Card(items)


def column(items: Sequence[Item], area: Rect, frame: Frame, *, gap: float | None = None) -> tuple[Widget, ...]:
    """The items one below the other from the top of the area, each as wide as the area and as high as it needs.

    What is too much goes on below the area: ask `column_height`, or use `panel` or `scroll`.
    """
    between = frame.theme.gap if gap is None else gap
    placed: list[Widget] = []
    y = area.y
    for item in items:
        if isinstance(item, Gap):
            y += frame.theme.space(item.steps)
            continue
        if isinstance(item, Line):
            widgets, height = _line(item, Rect(area.x, y, area.w, 0), frame)
            placed += widgets
        elif isinstance(item, Beside):
            widgets, height = _beside(item, Rect(area.x, y, area.w, 0), frame)
            placed += widgets
        elif isinstance(item, Card):
            widgets, height = _card(item, Rect(area.x, y, area.w, 0), frame)
            placed += widgets
        elif isinstance(item, Columns):
            widgets, height = _columns(item, Rect(area.x, y, area.w, 0), frame)
            placed += widgets
        else:
            height = sizes.height(item, area.w, frame)
            placed.append(sizes.place(item, Rect(area.x, y, area.w, height), frame))
        y += height + between
    return tuple(placed)


def column_height(items: Sequence[Item], width: float, frame: Frame, *, gap: float | None = None) -> float:
    """How high the column will be, without a gap after the last item."""
    placed = column(items, Rect(0, 0, width, 0), frame, gap=gap)
    trailing = sum(frame.theme.space(item.steps) for item in items[-1:] if isinstance(item, Gap))
    return max((widget.rect.bottom for widget in placed), default=0.0) + trailing


def scroll(
    area_id: str, label: str, items: Sequence[Item], area: Rect, frame: Frame, *, gap: float | None = None
) -> ScrollArea:
    """A column in a window: it scrolls when it is higher than the area.

    The window is a little larger than `area` on every side, so that focus rings and the scroll bar have room.
    """
    return scrolling(area_id, label, column(items, snapped(area), frame, gap=gap), area, frame)


def scrolling(
    area_id: str,
    label: str,
    children: tuple[Widget, ...],
    area: Rect,
    frame: Frame,
    *,
    on_paper: bool = True,
    starts_at: float = 0.0,
) -> ScrollArea:
    """The same for widgets that have their places already, counted from the top of the area."""
    room, bar = frame.theme.gap, frame.theme.space(1)
    outer = snapped(area).grown(room)
    outer = Rect(outer.x, outer.y, outer.w + bar, outer.h)
    content = max((child.rect.bottom for child in children), default=area.y) - area.y
    return ScrollArea(
        id=area_id,
        label=label,
        children=children,
        content_height=content + 2 * room,
        on_paper=on_paper,
        starts_at=starts_at,
        rect=outer,
    )


def panel(
    area_id: str,
    label: str,
    items: Sequence[Item],
    area: Rect,
    frame: Frame,
    *,
    anchor: Anchor = "top",
    gap: float | None = None,
) -> tuple[Widget, ...]:
    """Paper with a column on it, as high as it needs and never higher than the area; then it scrolls.

    `anchor` says where in the area it lies when there is room left; "fill" takes all of it.
    """
    pad = frame.theme.pad
    needed = column_height(items, area.w - 2 * pad, frame, gap=gap) + 2 * pad
    height = area.h if anchor == "fill" else min(area.h, needed)
    rest = area.h - height
    y = area.y + {"top": 0.0, "fill": 0.0, "centre": rest / 2, "bottom": rest}[anchor]
    paper = snapped(Rect(area.x, y, area.w, height))
    inner = paper.inset(pad)
    if needed <= paper.h + 1:
        return (Panel(rect=paper), *column(items, inner, frame, gap=gap))
    return (Panel(rect=paper), scroll(area_id, label, items, inner, frame, gap=gap))


def pill(widgets: Sequence[Widget], area: Rect, frame: Frame, *, side: Side = "left") -> tuple[Widget, ...]:
    """Widgets on one line of paper with round ends, as wide as they need; in the area's top."""
    theme = frame.theme
    item = Line(tuple(widgets), gap_steps=PILL_GAP_STEPS)
    pad_x, pad_y = theme.space(2.5), theme.space(1)
    most = area.w - 2 * pad_x
    placed, height = _line(item, Rect(area.x + pad_x, 0, most, 0), frame)
    wide = max(widget.rect.right for widget in placed) - area.x + pad_x
    high = max(theme.target, height + 2 * pad_y)
    x = area.x + {"left": 0.0, "centre": (area.w - wide) / 2, "right": area.w - wide}[side]
    dx, dy = round(x - area.x), round(area.y + (high - height) / 2)
    paper = snapped(Rect(x, area.y, wide, high))
    return (Panel(kind="pill", rect=paper), *(sizes.moved(widget, dx, dy) for widget in placed))


def dialog(below: View, widgets: Sequence[Widget], frame: Frame, *, default_focus: str = "") -> View:
    """The widgets over a dimmed view, which no longer reacts."""
    return View((Shade(rect=frame.area), *widgets), default_focus=default_focus, below=below)


def _line(item: Line, area: Rect, frame: Frame) -> tuple[list[Widget], float]:
    """The widgets placed, and how high they are together."""
    gap = frame.theme.gap if item.gap_steps is None else frame.theme.space(item.gap_steps)
    widths = [min(sizes.width(widget, frame), area.w) for widget in item.widgets]
    if item.share and widths:
        equal = float((area.w - gap * (len(widths) - 1)) // len(widths))
        widths = [equal if max(widths) <= equal else area.w] * len(widths)
    placed: list[Widget] = []
    y, start = area.y, 0
    while start < len(widths):
        end = _end_of_line(widths, start, area.w, gap)
        used = sum(widths[start:end]) + gap * (end - start - 1)
        x = area.x + {"left": 0.0, "centre": (area.w - used) / 2, "right": area.w - used}[item.side]
        heights = [
            sizes.height(widget, w, frame) for widget, w in zip(item.widgets[start:end], widths[start:end], strict=True)
        ]
        for widget, w, h in zip(item.widgets[start:end], widths[start:end], heights, strict=True):
            placed.append(sizes.place(widget, Rect(x, y + (max(heights) - h) / 2, w, h), frame))
            x += w + gap
        y += max(heights) + gap
        start = end
    return placed, max(0.0, y - gap - area.y)


def _beside(item: Beside, area: Rect, frame: Frame) -> tuple[list[Widget], float]:
    """The widgets placed, and how high they are together."""
    lead_w, gap = sizes.width(item.lead, frame), frame.theme.gap
    lead_h = sizes.height(item.lead, lead_w, frame)
    room = Rect(area.x + lead_w + gap, area.y, area.w - lead_w - gap, 0)
    high = column_height(item.items, room.w, frame)
    height = max(lead_h, high)
    # A sign stands in the middle of a single line but by the first of several; a text in the middle of a picture.
    drop = (high - lead_h) / 2 if lead_h < high < ONE_LINE * lead_h else 0.0
    lead = sizes.place(item.lead, Rect(area.x, area.y + drop, lead_w, lead_h), frame)
    beside_it = column(item.items, room.shifted(0, (height - high) / 2), frame)
    return [lead, *beside_it], height


def _card(item: Card, area: Rect, frame: Frame) -> tuple[list[Widget], float]:
    """The card with what lies on it, and how high it is."""
    pad = frame.theme.space(2)
    height = column_height(item.items, area.w - 2 * pad, frame) + 2 * pad
    paper = snapped(Rect(area.x, area.y, area.w, height))
    return [Panel(kind="card", rect=paper), *column(item.items, paper.inset(pad), frame)], paper.h


def _columns(item: Columns, area: Rect, frame: Frame) -> tuple[list[Widget], float]:
    """The widgets placed, and how high the highest column is."""
    gap, count = frame.theme.gap, len(item.columns)
    wide = float((area.w - gap * (count - 1)) // count)
    placed: list[Widget] = []
    for place, items in enumerate(item.columns):
        placed += column(items, Rect(area.x + place * (wide + gap), area.y, wide, 0), frame)
    return placed, max((column_height(items, wide, frame) for items in item.columns), default=0.0)


def _end_of_line(widths: Sequence[float], start: int, room: float, gap: float) -> int:
    used, end = widths[start], start + 1
    while end < len(widths) and used + gap + widths[end] <= room:
        used += gap + widths[end]
        end += 1
    return end
