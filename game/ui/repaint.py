"""What has to be painted again when a view changes: as little as possible, so that a still screen costs nothing."""

from collections.abc import Iterable, Iterator, Sequence

from game.canvas.geometry import Rect
from game.ui.hand import Hand
from game.ui.paint import reach
from game.ui.theme import Theme
from game.ui.view import View, every
from game.ui.widgets import Artwork, LineMark, ScrollArea, Widget

Shown = tuple[View, Hand]
"""What is on the screen: a view, and a hand at rest on it."""

MOST_AREAS = 6
"""Painting costs a little for every area, however small it is."""

WASTE = 1.15
"""Areas become one when it is at most so many times as large as they are together."""


def changed_areas(before: Shown, after: Shown, theme: Theme) -> tuple[Rect, ...]:
    """Rectangles that hold all that looks different now, and do not overlap; none if nothing does.

    Both views have to be made for the same size and theme. Where widgets came or went, all from the first to the last
    of another kind than before count as changed.
    """
    (old_view, old_hand), (view, hand) = before, after
    old, new = list(every(old_view)), list(every(view))
    if (old_view.below is None) != (view.below is None):
        return _joined(reach(widget, theme) for widget in (*old, *new))
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    pairs = [*zip(old[:start], new[:start], strict=True), *zip(_last(old, end), _last(new, end), strict=True)]
    changed = [rect for was, now in pairs for rect in _differences(was, now, theme)]
    changed += [reach(widget, theme) for widget in (*old[start : len(old) - end], *new[start : len(new) - end])]
    return _joined([*changed, *_touched(old_hand, hand, new, theme)])


def _alike(old: Sequence[Widget], new: Sequence[Widget]) -> int:
    """How many widgets from the start are of the same kinds."""
    for place, (was, now) in enumerate(zip(old, new, strict=False)):
        if type(was) is not type(now):
            return place
    return min(len(old), len(new))


def _last(widgets: Sequence[Widget], count: int) -> Sequence[Widget]:
    return widgets[len(widgets) - count :]


def _joined(areas: Iterable[Rect]) -> tuple[Rect, ...]:
    """The areas, with those that overlap or lie close together made one."""
    joined: list[Rect] = []
    for area in areas:
        if min(area.size) <= 0:
            continue
        partner = _partner(area, joined)
        while partner is not None:
            joined.remove(partner)
            area = area.around(partner)  # noqa: PLW2901 (it grows)
            partner = _partner(area, joined)
        joined.append(area)
    while len(joined) > MOST_AREAS:
        joined = list(_joined([joined[0].around(joined[1]), *joined[2:]]))
    return tuple(joined)


def _partner(area: Rect, others: Sequence[Rect]) -> Rect | None:
    for other in others:
        if area.meets(other) or _extent(area.around(other)) <= WASTE * (_extent(area) + _extent(other)):
            return other
    return None


def _extent(area: Rect) -> float:
    return area.w * area.h


def _differences(was: Widget, now: Widget, theme: Theme) -> Iterator[Rect]:
    if isinstance(was, Artwork) and isinstance(now, Artwork) and _moves_on(was, now):
        yield was.moving or was.rect
        yield now.moving or now.rect
    elif was != now:
        yield reach(was, theme)
        yield reach(now, theme)


def _moves_on(was: Artwork, now: Artwork) -> bool:
    """Whether one and the same picture moves: then only its moving part looks different."""
    return was.moves and now.moves and (was.rect, was.shows) == (now.rect, now.shows)


def _touched(was: Hand, now: Hand, widgets: Iterable[Widget], theme: Theme) -> Iterator[Rect]:
    """The places of controls that lose or get the focus or the press, and of areas that are scrolled."""
    names: set[str] = set()
    if (was.focus, was.pressed) != (now.focus, now.pressed):
        names = {was.focus, now.focus, was.pressed, now.pressed} - {""}
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
