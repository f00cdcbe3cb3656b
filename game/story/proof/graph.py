"""All states a level can reach, breadth first, so that the way to each state is a shortest one."""

from dataclasses import dataclass
from typing import NamedTuple

from game.story.action import ActionId
from game.story.engine import start
from game.story.level import Level, MeterId, PassageId
from game.story.state import State
from game.story.table import Exits, Move, table_of

MOST_STATES = 1_000_000
"""Beyond this a level is not proved; at about 400 bytes a state the limit is reached well before memory is."""


class TooManyStatesError(Exception):
    """The level reaches more than `MOST_STATES` states. The catcher tells the author to use fewer flags and meters."""


Edge = tuple[int, int]
"""One step: the number of the move in `Graph.moves`, and of the state it leads to in `Graph.states`."""


class LostEffect(NamedTuple):
    """An effect that would push a meter out of its bounds: found in a state, on a move."""

    state: int
    move: int
    meter: MeterId
    value: int
    """Where the meter would have gone."""


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """The reachable states of a level; states and edges are numbered as they were found.

    State 0 is the start of the level played on its own. The starts with other remembered flags follow it.
    """

    level: Level
    moves: tuple[Move, ...]
    states: list[State]
    edges: list[list[Edge]]
    came_from: list[tuple[int, int]]
    """For each state the (state, move) it was first reached by; (-1, -1) for starts."""
    lost_effects: list[LostEffect]

    def run_to(self, number: int) -> tuple[ActionId, ...]:
        """Return the actions of a shortest run from a start to a state."""
        actions: list[ActionId] = []
        number, move = self.came_from[number]
        while number >= 0:
            actions.append(self.moves[move].action.id)
            number, move = self.came_from[number]
        return tuple(reversed(actions))


class _Way(NamedTuple):
    # A move opened up for the inner loop: attribute look-ups there cost as much as the work itself.
    number: int
    mask: int
    wanted: int
    ranges: tuple[tuple[int, int, int], ...]
    shifted: dict[tuple[int, ...], tuple[int, ...]]
    keep: int
    add: int
    to: PassageId


def explore(level: Level, most: int = MOST_STATES) -> Graph:
    """Return every state the level can reach.

    Raises:
        TooManyStatesError: there are more than `most` states.

    """
    moves = [move for exits in table_of(level).values() for move in _all_moves(exits)]
    starts = list(dict.fromkeys(start(level, memory) for memory in level.memories))
    graph = Graph(level, tuple(moves), starts, [], [(-1, -1)] * len(starts), [])
    _fill(graph, most)
    return graph


def _all_moves(exits: Exits) -> tuple[Move, ...]:
    return exits.choices + exits.decided + exits.drawn


def _ways(graph: Graph) -> dict[PassageId, tuple[list[_Way], Exits]]:
    """Return for each passage the ways its choices open, and its exits; branches are looked up through these."""
    ways = {
        move: _Way(number, move.guard.mask, move.guard.wanted, move.guard.ranges, {}, move.keep, move.add, move.to)
        for number, move in enumerate(graph.moves)
    }
    return {
        place: ([ways[move] for move in _all_moves(exits)], exits) for place, exits in table_of(graph.level).items()
    }


def _open(ways: tuple[list[_Way], Exits], meters: tuple[int, ...], bits: int) -> list[_Way]:
    candidates, exits = ways
    if not exits.choices:
        open_moves = exits.open(meters, bits)
        return [way for way, move in zip(candidates, _all_moves(exits), strict=True) if move in open_moves]
    return [
        way
        for way in candidates
        if bits & way.mask == way.wanted
        and (not way.ranges or all(low <= meters[place] <= high for place, low, high in way.ranges))
    ]


def _fill(graph: Graph, most: int) -> None:
    states, came_from, new = graph.states, graph.came_from, tuple.__new__
    ways = _ways(graph)
    numbers: dict[State, int] = {state: number for number, state in enumerate(states)}
    for here, (place, meters, bits) in enumerate(states):  # grows while it is walked
        edges: list[Edge] = []
        graph.edges.append(edges)
        if place not in ways:
            continue
        for way in _open(ways[place], meters, bits):
            after = way.shifted.get(meters) or _shift(graph, way, here, meters)
            state = new(State, (way.to, after, bits & way.keep | way.add))  # what State(...) does, twice as fast
            number = numbers.setdefault(state, len(states))
            if number == len(states):
                if number >= most:
                    raise TooManyStatesError(f"'{graph.level.id}' reaches more than {most:,} states")
                states.append(state)
                came_from.append((here, way.number))
            edges.append((way.number, number))


def _shift(graph: Graph, way: _Way, here: int, meters: tuple[int, ...]) -> tuple[int, ...]:
    move = graph.moves[way.number]
    for place, change, after_each, _ in move.shifts:
        value = meters[place] + change
        if not 0 <= value < len(after_each):
            graph.lost_effects.append(LostEffect(here, way.number, graph.level.meters[place].id, value))
    way.shifted[meters] = after = move.shifted(meters)
    return after
