"""What has to be painted again when a view changes: as little as possible, so that a still screen costs nothing."""

from collections.abc import Iterator

from game.canvas.geometry import Rect
from game.ui.hand import Hand
from game.ui.theme import Theme
from game.ui.view import View, every
from game.ui.widgets import Artwork, Widget


def changed_area(before: tuple[View, Hand], after: tuple[View, Hand], theme: Theme) -> Rect | None:
    """Return a rectangle that holds all that looks different now, or None if nothing does.

    Views with other widgets in other places are painted anew as a whole: the rectangle then holds both of them.
    """
    (old_view, old_hand), (new_view, new_hand) = before, after
    old, new = list(every(old_view)), list(every(new_view))
    if len(old) != len(new) or old_hand.scroll != new_hand.scroll:
        return _around(widget.rect for widget in (*old, *new))
    changed = [rect for was, now in zip(old, new, strict=True) for rect in _difference(was, now)]
    changed += _rings(old_hand, new_hand, new, theme)
    return _around(changed)


def _difference(was: Widget, now: Widget) -> Iterator[Rect]:
    if isinstance(was, Artwork) and isinstance(now, Artwork):
        if now.moves or (was.key, was.rect) != (now.key, now.rect) or (now.key is None and was.moves):
            yield was.rect
            yield now.rect
    elif was != now:
        yield was.rect
        yield now.rect


def _rings(was: Hand, now: Hand, widgets: list[Widget], theme: Theme) -> Iterator[Rect]:
    """Yield the places of controls that lose or get the focus or the press, with the rings around them."""
    names = (
        {was.focus, now.focus, was.pressed, now.pressed}
        if (was.focus, was.pressed) != (now.focus, now.pressed)
        else set()
    )
    for widget in widgets:
        if names & _names(widget):
            yield widget.rect.inset(-theme.ring)


def _names(widget: Widget) -> set[str]:
    children = getattr(widget, "children", ())
    return {getattr(widget, "id", "")}.union(*(_names(child) for child in children)) - {""}


def _around(rects: Iterator[Rect] | list[Rect]) -> Rect | None:
    area: Rect | None = None
    for rect in rects:
        area = rect if area is None else area.around(rect)
    return area
