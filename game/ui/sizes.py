"""How large a widget wants to be, and putting it in a place."""

from dataclasses import replace

from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.layout import snapped
from game.ui.looks import bins, button, field, offer, rows, settings, task, words
from game.ui.search_field import SearchField
from game.ui.task_widgets import Bin, Bubble, Pick
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


def height(widget: Widget, width: float, frame: Frame) -> float:  # noqa: C901, PLR0911, PLR0912 (one line a kind of widget)
    """The least height at which all of the widget shows when it is `width` pixels wide, in whole pixels.

    What has no size of its own (artwork, panels, scroll areas) keeps the height it has.
    """
    match widget:
        case Text():
            return float(round(words.text_height(widget, width, frame) + 0.5))
        case Tag():
            return words.tag_height(widget, width, frame)
        case Gauge():
            return words.gauge_height(widget, width, frame)
        case ProgressDots():
            return words.dots_height(widget, width, frame)
        case Icon():
            return frame.theme.icon
        case Button():
            return float(round(button.button_height(widget, width, frame)))
        case MarkButton():
            return float(round(button.mark_height(widget, width, frame)))
        case ChoiceRow():
            return float(round(rows.choice_height(widget, width, frame)))
        case MessageCard():
            return float(round(rows.card_height(widget, width, frame)))
        case Toggle():
            return settings.toggle_height(widget, width, frame)
        case Stepper():
            return settings.stepper_height(widget, width, frame)
        case LineMark():
            return offer.line_height(widget, width, frame)
        case Pick():
            return task.pick_height(widget, width, frame)
        case Bubble():
            return task.bubble_height(widget, width, frame)
        case Bin():
            return bins.bin_height(widget, width, frame)
        case SearchField():
            return field.field_height(widget, width, frame)
        case Backdrop() | Shade() | Panel() | Artwork() | ScrollArea():
            return widget.rect.h


def width(widget: Widget, frame: Frame) -> float:  # noqa: C901, PLR0911 (one line a kind of widget)
    """The width at which the widget needs one line; infinite for what fills its line whatever its words."""
    match widget:
        case Text():
            return words.text_width(widget, frame)
        case Tag():
            return words.tag_width(widget, frame)
        case Gauge():
            return words.gauge_width(widget, frame)
        case ProgressDots():
            return words.dots_width(widget, frame)
        case Icon():
            return frame.theme.icon
        case Button():
            return button.button_width(widget, frame)
        case MarkButton():
            return button.mark_width(widget, frame)
        case Pick():
            return task.pick_width(widget, frame)
        case Backdrop() | Shade() | Panel() | Artwork() | ScrollArea():
            return widget.rect.w
        case ChoiceRow() | MessageCard() | Toggle() | Stepper() | LineMark() | Bubble() | Bin() | SearchField():
            return float("inf")


def place(widget: Widget, rect: Rect, frame: Frame) -> Widget:
    """The widget at a place, on whole pixels."""
    rect = snapped(rect)
    if isinstance(widget, LineMark):
        return offer.line_placed(widget, rect, frame)
    return replace(widget, rect=rect)


def moved(widget: Widget, dx: float, dy: float) -> Widget:
    """The widget elsewhere, with all that belongs to it."""
    rect = widget.rect.shifted(dx, dy)
    if isinstance(widget, LineMark):
        good, warning = widget.good.rect.shifted(dx, dy), widget.warning.rect.shifted(dx, dy)
        return replace(
            widget, rect=rect, good=replace(widget.good, rect=good), warning=replace(widget.warning, rect=warning)
        )
    if isinstance(widget, ScrollArea):
        return replace(widget, rect=rect, children=tuple(moved(child, dx, dy) for child in widget.children))
    return replace(widget, rect=rect)
