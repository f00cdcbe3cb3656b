"""What a screen shows at one moment."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.canvas.geometry import Rect
from game.ui.search_field import SearchField
from game.ui.task_widgets import Pick
from game.ui.widgets import (
    Button,
    ChoiceRow,
    Control,
    LineMark,
    MarkButton,
    MessageCard,
    ScrollArea,
    Stepper,
    Toggle,
    Widget,
)

CONTROLS = (Button, ChoiceRow, MessageCard, Toggle, Stepper, MarkButton, Pick, SearchField)


@dataclass(frozen=True, slots=True)
class View:
    """Widgets in paint order, which is also the order of reading and of Tab."""

    widgets: tuple[Widget, ...]
    default_focus: str | None = ""
    """Has the focus at first; empty for the first control. None where the player has to move it first: there a key that
    is pressed once too often decides nothing."""
    turn: Hashable = None
    """Changes with every choice that was accepted (the number of moves so far). As long as it stays the same and is
    not None, only one `final` control can be activated."""
    decides_s: float = 0.0
    """Before this time no `final` control is activated: nobody can have seen yet what lies there now."""
    below: "View | None" = None
    """A view that shows through but does not react: this one is a dialog over it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A control where it lies now: scrolled, and perhaps out of sight within its scroll area."""

    control: Control
    rect: Rect
    area: ScrollArea | None

    @property
    def id(self) -> str:
        """The control's."""
        return self.control.id

    @property
    def shown(self) -> Rect:
        """The visible part; of zero size when it is scrolled out of sight."""
        return self.rect if self.area is None else self.rect.common(self.area.rect)


def controls(widgets: Iterable[Widget]) -> Iterator[Control]:
    """Everything that can have the focus, in order, whether or not it is scrolled out of sight."""
    for widget in widgets:
        if isinstance(widget, ScrollArea):
            inside = tuple(controls(widget.children))
            yield from inside
            if widget.reach > 0 and not any(each.enabled for each in inside):
                yield widget
        elif isinstance(widget, LineMark):
            yield widget.good
            yield widget.warning
        elif isinstance(widget, CONTROLS):
            yield widget


def spots(view: View, scroll: Mapping[str, float]) -> tuple[Spot, ...]:
    """The enabled controls of a view, in order; `scroll` tells how far each scroll area is scrolled."""
    found: list[Spot] = []
    for widget in view.widgets:
        if isinstance(widget, ScrollArea):
            offset = scroll.get(widget.id, 0.0)
            found += [
                Spot(control, control.rect, None)
                if control is widget
                else Spot(control, control.rect.shifted(0, -offset), widget)
                for control in controls((widget,))
            ]
        else:
            found += [Spot(control, control.rect, None) for control in controls((widget,))]
    return tuple(spot for spot in found if spot.control.enabled)


def scroll_areas(view: View) -> tuple[ScrollArea, ...]:
    """In order."""
    return tuple(widget for widget in view.widgets if isinstance(widget, ScrollArea))


def every(view: View) -> Iterator[Widget]:
    """All widgets of the view and of those below it, without the children of scroll areas."""
    if view.below is not None:
        yield from every(view.below)
    yield from view.widgets


def control(view: View, control_id: str) -> Control:
    """The control with this id. Raises KeyError, naming those there are, when it is missing."""
    found = {each.id: each for each in controls(view.widgets)}
    if control_id not in found:
        raise KeyError(f"no control {control_id!r} among {sorted(found)}")
    return found[control_id]
