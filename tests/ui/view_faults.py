"""What is wrong with how a view is laid out, for the tests of every screen.

Use it as `assert faults_of(view, frame) == []`, with several frames: `every_frame()`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.hand import Hand
from game.ui.paint import paint_widget
from game.ui.theme import Contrast
from game.ui.view import CONTROLS, View, controls
from game.ui.widgets import (
    Backdrop,
    Button,
    Control,
    Gauge,
    Icon,
    LineMark,
    MarkButton,
    Panel,
    ProgressDots,
    ScrollArea,
    Shade,
    Tag,
    Text,
    Widget,
)
from tests.fakes import RecordingCanvas, plain_frame

SLACK_PX = 1.5
"""Rounding to whole pixels may push a word this far over an edge."""

WINDOWS = ((1280, 720), (1920, 1080), (1080, 1920), (640, 480))


def every_frame() -> tuple[Frame, ...]:
    """Landscape, large, portrait and small, each with normal and double text, one in high contrast."""
    normal = tuple(plain_frame(w, h) for w, h in WINDOWS)
    return (*normal, *(plain_frame(w, h, 2.0, Contrast.HIGH) for w, h in WINDOWS))


def faults_of(view: View, frame: Frame) -> list[str]:
    """Sentences, none for a good view."""
    return [
        *_twice_named(view),
        *_lost_focus(view),
        *_small(view, frame),
        *_overlapping(view),
        *_outside(view, frame),
        *_off_paper(view),
        *_spilt(view, frame),
        *_unpainted(view, frame),
    ]


def _twice_named(view: View) -> Iterator[str]:
    counts = Counter(control.id for control in controls(view.widgets))
    yield from (f"{name} is the id of {count} controls" for name, count in counts.items() if count > 1)


def _lost_focus(view: View) -> Iterator[str]:
    ids = {control.id for control in controls(view.widgets)}
    if view.default_focus and view.default_focus not in ids:
        yield f"the default focus {view.default_focus} is no control"


def _small(view: View, frame: Frame) -> Iterator[str]:
    least = frame.theme.target - 1
    for control in controls(view.widgets):
        if min(control.rect.size) < least:
            yield f"{control.id} is smaller than a finger needs: {control.rect.size}"


def _overlapping(view: View) -> Iterator[str]:
    for group in _groups(view):
        solid = [leaf for leaf in group if isinstance(leaf, (Text, Tag, Gauge, ProgressDots, Icon, *CONTROLS))]
        for one, other in combinations(solid, 2):
            if one.rect.inset(SLACK_PX).meets(other.rect.inset(SLACK_PX)):
                yield f"{_name(one)} and {_name(other)} overlap: {one.rect} {other.rect}"


def _outside(view: View, frame: Frame) -> Iterator[str]:
    for widget in view.widgets:
        if not frame.area.holds(widget.rect, SLACK_PX):
            yield f"{_name(widget)} reaches out of the window: {widget.rect}"
        if isinstance(widget, ScrollArea):
            whole = Rect(*widget.rect.origin, widget.rect.w, widget.content_height)
            for child in _leaves(widget.children):
                if not whole.holds(child.rect, SLACK_PX):
                    yield f"{_name(child)} cannot be scrolled into sight: {child.rect}"


def _off_paper(view: View) -> Iterator[str]:
    """Text that begins on a panel has to end on it."""
    panels: list[Panel] = []
    for widget in view.widgets:
        if isinstance(widget, Panel):
            panels.append(widget)
        elif isinstance(widget, (Text, Gauge, ScrollArea, *CONTROLS)):
            under = [panel for panel in panels if panel.rect.contains(widget.rect.origin)]
            if under and not under[-1].rect.holds(widget.rect, SLACK_PX):
                yield f"{_name(widget)} hangs over its panel: {widget.rect} on {under[-1].rect}"


def _spilt(view: View, frame: Frame) -> Iterator[str]:
    """Words that are painted outside their own widget."""
    for leaf in _all_leaves(view):
        for call in _painted(leaf, frame).calls:
            if call.kind == "text" and not leaf.rect.holds(call.rect, SLACK_PX):
                yield f"{_name(leaf)} spills {call.text!r}: {call.rect} out of {leaf.rect}"


def _unpainted(view: View, frame: Frame) -> Iterator[str]:
    for leaf in _all_leaves(view):
        wanted = _promised(leaf)
        if wanted and _squeezed(wanted) not in _squeezed(_painted(leaf, frame).words):
            yield f"{_name(leaf)} does not show {wanted!r}"


def _promised(widget: Widget) -> str:
    match widget:
        case Text(letters=None, text=text) | LineMark(text=text):
            return text
        case MarkButton(word=word):
            return word
        case Button(bare=True) | ScrollArea():
            return ""
        case _ if isinstance(widget, (Tag, Gauge, ProgressDots, *CONTROLS)):
            return widget.label
        case _:
            return ""


def _painted(widget: Widget, frame: Frame) -> RecordingCanvas:
    canvas = RecordingCanvas(frame.size)
    paint_widget(canvas, widget, Hand(), frame)
    return canvas


def _groups(view: View) -> Iterator[list[Widget]]:
    """Widgets that lie on the same ground: those of the window, and those of each scroll area."""
    yield [leaf for widget in view.widgets for leaf in ([] if isinstance(widget, ScrollArea) else _leaves([widget]))]
    yield from (list(_leaves(widget.children)) for widget in view.widgets if isinstance(widget, ScrollArea))


def _all_leaves(view: View) -> Iterator[Widget]:
    return _leaves(widget for widget in view.widgets if not isinstance(widget, (Backdrop, Shade)))


def _leaves(widgets: Iterator[Widget] | Sequence[Widget]) -> Iterator[Widget]:
    for widget in widgets:
        if isinstance(widget, ScrollArea):
            yield from _leaves(widget.children)
        else:
            yield widget
            if isinstance(widget, LineMark):
                yield from (widget.good, widget.warning)


def _name(widget: Widget | Control) -> str:
    words = getattr(widget, "id", "") or getattr(widget, "label", "") or getattr(widget, "text", "")
    return f"{type(widget).__name__} {words[:40]!r}"


def _squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())
