"""Where everything on a story map stands, after Sugiyama, Tagawa, Toda (IEEE Trans. SMC 11, 1981).

Places stand in columns, each to the right of all that lead to it. A link that passes a column gets a lane of its own
through it, shared with the other links to the same place, so that no line crosses a box.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.canvas.geometry import Rect, Size
from game.report.map_boxes import Link
from game.story.level import Level, PassageId

GAP = 90
"""Pixels between two columns, where the lines bend."""
_SPACE, _LANE = 26, 12
_SWEEPS, _DRIFTS = 24, 200

Item = tuple[PassageId, int]
"""A place in its column, or in an earlier one: the lane of the links to it."""
Wire = tuple[Item, float, Item]
"""A line from an item in one column, from 0 at its top to 1 at its bottom, to an item in the next one."""


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Boxes and lanes in pixels, from (0, 0)."""

    boxes: Mapping[PassageId, Rect]
    lanes: Mapping[Item, Rect]
    column: Mapping[PassageId, int]
    size: Size

    def goes_back(self, link: Link) -> bool:
        """Say whether a link leads to the same column or one before: it gets no line."""
        return self.column[link.to] <= self.column[link.origin]

    def stations(self, link: Link) -> list[Rect]:
        """Return what a link passes from column to column, its target included."""
        columns = range(self.column[link.origin] + 1, self.column[link.to])
        return [*(self.lanes[link.to, column] for column in columns), self.boxes[link.to]]


def lay_out(level: Level, sizes: Mapping[PassageId, Size], ports: Sequence[tuple[Link, float]]) -> MapLayout:
    """Arrange places of given sizes; each link comes with the height it leaves its box at, from 0 to 1."""
    links = [link for link, _ in ports]
    column = _columns(level, links)
    wires = [wire for link, port in ports for wire in _wires(link, port, column)]
    order = _uncrossed(_items(column, wires), wires)
    return _placed(order, wires, sizes, column)


def _columns(level: Level, links: Iterable[Link]) -> dict[PassageId, int]:
    """Return how far right each place stands: the longest way to it without circles; endings come last."""
    ways: dict[PassageId, list[PassageId]] = {}
    for link in links:
        ways.setdefault(link.origin, []).append(link.to)
    column = dict.fromkeys((*level.passages, *level.endings), 0)
    for place in _in_story_order(level, ways):
        for to in ways.get(place, ()):
            column[to] = max(column[to], column[place] + 1)
    last = max(column.values())
    return column | dict.fromkeys(level.endings, last)


def _in_story_order(level: Level, ways: dict[PassageId, list[PassageId]]) -> list[PassageId]:
    """Sort places so that each comes after those that lead to it; links that close a circle are taken out of `ways`."""
    done: list[PassageId] = []
    on_the_way: list[PassageId] = []

    def visit(place: PassageId) -> None:
        on_the_way.append(place)
        ways[place] = [to for to in ways.get(place, ()) if to not in on_the_way]
        for to in ways[place]:
            if to not in done:
                visit(to)
        on_the_way.pop()
        done.append(place)

    for place in (level.start, *level.passages):
        if place not in done:
            visit(place)
    return done[::-1]


def _wires(link: Link, port: float, column: Mapping[PassageId, int]) -> list[Wire]:
    origin: Item = (link.origin, column[link.origin])
    items = [origin, *((link.to, each) for each in range(column[link.origin] + 1, column[link.to] + 1))]
    return [(before, port if before == origin else 0.5, after) for before, after in pairwise(items)]


def _items(column: Mapping[PassageId, int], wires: Iterable[Wire]) -> list[list[Item]]:
    items: list[list[Item]] = [[] for _ in range(max(column.values()) + 1)]
    for item in dict.fromkeys((*column.items(), *(after for _, _, after in wires))):
        items[item[1]].append(item)
    return items


def _uncrossed(order: list[list[Item]], wires: Sequence[Wire]) -> list[list[Item]]:
    """Sort each column by where its wires come from and go to, forth and back, and keep the best order found."""
    best, fewest = order, _crossings(order, wires)
    for sweep in range(_SWEEPS):
        forwards = sweep % 2 == 0
        order = [list(items) for items in order]
        for number in range(len(order)) if forwards else range(len(order) - 1, -1, -1):
            order[number].sort(key=_middles(order, wires, forwards=forwards).__getitem__)
        crossings = _crossings(order, wires)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def _middles(order: list[list[Item]], wires: Iterable[Wire], *, forwards: bool) -> dict[Item, float]:
    row = {item: float(number) for items in order for number, item in enumerate(items)}
    near: dict[Item, list[float]] = {}
    for before, port, after in wires:
        if forwards:
            near.setdefault(after, []).append(row[before] + port)
        else:
            near.setdefault(before, []).append(row[after] + 0.5 - port / 2)
    return {item: sum(near[item]) / len(near[item]) if item in near else row[item] + 0.5 for item in row}


def _crossings(order: list[list[Item]], wires: Iterable[Wire]) -> int:
    row = {item: number for items in order for number, item in enumerate(items)}
    ends: dict[int, set[tuple[float, int]]] = {}
    for before, port, after in wires:
        ends.setdefault(after[1], set()).add((row[before] + port, row[after]))
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0 for pairs in ends.values() for one in pairs for other in pairs
    )


def _placed(
    order: list[list[Item]], wires: Sequence[Wire], sizes: Mapping[PassageId, Size], column: Mapping[PassageId, int]
) -> MapLayout:
    height = {item: sizes[item[0]].h if column[item[0]] == item[1] else _LANE for items in order for item in items}
    top = _tops(order, wires, height)
    boxes: dict[PassageId, Rect] = {}
    lanes: dict[Item, Rect] = {}
    left = 0.0
    for number, items in enumerate(order):
        width = max(sizes[place].w for place in column if column[place] == number)
        for item in items:
            place = Rect(left, top[item], width, height[item])
            if column[item[0]] == number:
                boxes[item[0]] = place
            else:
                lanes[item] = place
        left += width + GAP
    return MapLayout(boxes, lanes, column, Size(left - GAP, max(top[item] + height[item] for item in top)))


def _tops(order: list[list[Item]], wires: Sequence[Wire], height: Mapping[Item, float]) -> dict[Item, float]:
    """Let every item drift towards the middle of what it is linked with, without overtaking or touching another."""
    top: dict[Item, float] = {}
    for items in order:
        _stack(items, dict.fromkeys(items, 0.0), height, top)
    for _ in range(_DRIFTS):
        wanted: dict[Item, list[float]] = {}
        for before, port, after in wires:
            rise = port * height[before] - _entry(height[after])
            wanted.setdefault(after, []).append(top[before] + rise)
            wanted.setdefault(before, []).append(top[after] - rise)
        for items in order:
            _stack(items, {item: _mean(wanted.get(item, [top[item]])) for item in items}, height, top)
    highest = min(top.values())
    return {item: each - highest for item, each in top.items()}


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _entry(height: float) -> float:
    """Return how far below its top lines enter an item: at the title of a box, in the middle of a lane."""
    return min(height / 2, 18)


def _stack(
    items: Sequence[Item], wanted: Mapping[Item, float], height: Mapping[Item, float], top: dict[Item, float]
) -> None:
    """Put the items of a column below each other, each as near to where it wants to be as the others let it."""
    groups: list[tuple[list[Item], float, float]] = []
    for item in items:
        group, start, size = [item], wanted[item], height[item] + _SPACE
        while groups and groups[-1][1] + groups[-1][2] > start:
            before, other, room = groups.pop()
            start = (other * len(before) + (start - room) * len(group)) / (len(before) + len(group))
            group, size = before + group, room + size
        groups.append((group, start, size))
    for group, start, _ in groups:
        for number, item in enumerate(group):
            top[item] = start + sum(height[above] + _SPACE for above in group[:number])
