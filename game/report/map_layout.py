"""Where the boxes of a story map stand: columns by how far a place is from the start, rows so that few lines cross."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from game.story.action import Action
from game.story.level import Level, PassageId
from game.story.table import table_of

_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Link:
    """One way from a place to another."""

    origin: PassageId
    to: PassageId
    action: Action


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The places of a level in columns, and the links between them."""

    columns: tuple[tuple[PassageId, ...], ...]
    links: tuple[Link, ...]


def lay_out(level: Level) -> MapLayout:
    """Arrange a level's places. Places that nothing leads to come last."""
    links = tuple(_links(level))
    columns = _columns(level, links)
    for sweep in range(_SWEEPS):
        columns = _uncross(columns, links, forwards=sweep % 2 == 0)
    return MapLayout(tuple(map(tuple, columns)), links)


def _links(level: Level) -> Iterator[Link]:
    for place, exits in table_of(level).items():
        for move in (*exits.choices, *exits.decided, *exits.drawn):
            yield Link(place, move.to, move.action)


def _columns(level: Level, links: tuple[Link, ...]) -> list[list[PassageId]]:
    distance = {level.start: 0}
    waiting = deque([level.start])
    while waiting:
        here = waiting.popleft()
        for link in links:
            if link.origin == here and link.to not in distance:
                distance[link.to] = distance[here] + 1
                waiting.append(link.to)
    last = max(distance[place] for place in distance if place in level.passages) + 1
    columns: list[list[PassageId]] = [[] for _ in range(last + 1)]
    for place in level.passages:
        columns[distance.get(place, last)].append(place)
    columns[last] += level.endings
    return columns


def _uncross(columns: list[list[PassageId]], links: tuple[Link, ...], *, forwards: bool) -> list[list[PassageId]]:
    """Move each place to the middle of those it is linked with in the columns already done (Sugiyama's barycentre)."""
    row = {place: number for column in columns for number, place in enumerate(column)}

    def middle(place: PassageId) -> float:
        if forwards:
            near = [row[link.origin] for link in links if link.to == place]
        else:
            near = [row[link.to] for link in links if link.origin == place]
        return sum(near) / len(near) if near else row[place]

    return [sorted(column, key=middle) for column in columns]
