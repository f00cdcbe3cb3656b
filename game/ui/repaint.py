"""What has to be painted again when a view changes: as little as possible, so that a still screen costs nothing."""

from collections.abc import Iterable, Iterator

from game.canvas.geometry import Rect
from game.ui.hand import Hand
from game.ui.paint import reach
from game.ui.theme import Theme
from game.ui.view import View, every
from game.ui.widgets import Artwork, LineMark, ScrollArea, Widget

Shown = tuple[View, Hand]
"""What is on the screen: a view, and a hand at rest on it."""


def changed_area(before: Shown, after: Shown, theme: Theme) -> Rect | None:
    """A rectangle that holds all that looks different now, or None if nothing does.

    Both views have to be made for the same size and theme. With other kinds of widgets, or more or fewer, all of both
    views counts as changed.
    """
    (old_view, old_hand), (view, hand) = before, after
    old, new = list(every(old_view)), list(every(view))
    if [type(widget) for widget in old] != [type(widget) for widget in new]:
        changed = [reach(widget, theme) for widget in (*old, *new)]
    else:
        changed = [rect for was, now in zip(old, new, strict=True) for rect in _differences(was, now, theme)]
        changed += _touched(old_hand, hand, new, theme)
    area: Rect | None = None
    for rect in changed:
        area = rect if area is None else area.around(rect)
    return area


def _differences(was: Widget, now: Widget, theme: Theme) -> Iterator[Rect]:
    if isinstance(was, Artwork) and isinstance(now, Artwork):
        same = (was.key, was.rect, was.moves) == (now.key, now.rect, now.moves)
        if same and not now.moves and now.key is not None:
            return
        if same and now.moves:
            yield was.moving or was.rect
            yield now.moving or now.rect
            return
    elif was == now:
        return
    yield reach(was, theme)
    yield reach(now, theme)


def _touched(was: Hand, now: Hand, widgets: Iterable[Widget], theme: Theme) -> Iterator[Rect]:
    """The places of controls that lose or get the focus or the press, and of areas that are scrolled."""
    names: set[str] = set()
    if (was.focus, was.pressed) != (now.focus, now.pressed):
        names = {was.focus, now.focus, was.pressed, now.pressed}
    for widget in widgets:
        is_scrolled = isinstance(widget, ScrollArea) and was.scroll.get(widget.id, 0) != now.scroll.get(widget.id, 0)
        if is_scrolled or names & set(_names(widget)):
            yield reach(widget, theme)


def _names(widget: Widget) -> Iterator[str]:
    if isinstance(widget, LineMark):
        yield from (widget.good.id, widget.warning.id)
    elif isinstance(widget, ScrollArea):
        yield widget.id
        for child in widget.children:
            yield from _names(child)
    else:
        yield getattr(widget, "id", "")
