"""Dividing rectangles. Results lie on whole pixels, so that edges are sharp and neighbours do not gape."""

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

from game.canvas.geometry import Rect


class Flex(NamedTuple):
    """A part that takes its share of the room that fixed parts leave."""

    weight: float = 1.0


Part = float | Flex
"""A width or height in pixels, or a share of what is left."""


def snapped(rect: Rect) -> Rect:
    """Every edge on the nearest whole pixel."""
    x, y = _whole(rect.x), _whole(rect.y)
    return Rect(x, y, _whole(rect.right) - x, _whole(rect.bottom) - y)


def columns(area: Rect, *parts: Part, gap: float = 0.0) -> tuple[Rect, ...]:
    """Side by side, from the left."""
    spans = _spans(area.x, area.w, parts, gap)
    return tuple(snapped(Rect(start, area.y, length, area.h)) for start, length in spans)


def rows(area: Rect, *parts: Part, gap: float = 0.0) -> tuple[Rect, ...]:
    """One below the other, from the top."""
    spans = _spans(area.y, area.h, parts, gap)
    return tuple(snapped(Rect(area.x, start, area.w, length)) for start, length in spans)


def grid(area: Rect, count: int, across: int, height: float, gap: float) -> tuple[Rect, ...]:
    """`count` cells of one height, `across` of them side by side; may reach below the area."""
    cells: list[Rect] = []
    for at in range(count):
        if at % across == 0:
            line = Rect(area.x, area.y + at // across * (height + gap), area.w, height)
            cells += columns(line, *[Flex()] * across, gap=gap)
    return tuple(cells[:count])


def centred(area: Rect, w: float, h: float) -> Rect:
    """A rectangle of this size in the middle, never larger than the area."""
    w, h = float(floor(min(w, area.w))), float(floor(min(h, area.h)))
    return Rect(_whole(area.x + (area.w - w) / 2), _whole(area.y + (area.h - h) / 2), w, h)


def narrowed(area: Rect, most: float) -> Rect:
    """At most so wide, in the middle: long lines are hard to read."""
    return centred(area, most, area.h)


def _spans(start: float, length: float, parts: Sequence[Part], gap: float) -> list[tuple[float, float]]:
    fixed = sum(part for part in parts if not isinstance(part, Flex)) + gap * (len(parts) - 1)
    weights = sum(part.weight for part in parts if isinstance(part, Flex))
    share = max(0.0, length - fixed) / weights if weights else 0.0
    spans: list[tuple[float, float]] = []
    begin, end = _whole(start), start
    for part in parts:
        end += part.weight * share if isinstance(part, Flex) else part
        spans.append((begin, _whole(end) - begin))
        begin, end = _whole(end) + gap, end + gap
    return spans


def _whole(edge: float) -> float:
    """The nearest whole pixel; halves always go the same way, so that equal distances stay equal."""
    return float(floor(edge + 0.5))
