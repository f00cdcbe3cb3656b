"""States with equal futures, merged: what can still happen is worked out once for all of them.

Two states have the same future when the same moves are open in them and lead to the same futures. Working from the
endings back makes the merging exact, and leaves a few hundred futures where there are many thousand states.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.story.engine import has_won
from game.story.level import PassageId
from game.story.proof.graph import Graph


class Future(NamedTuple):
    """What can still happen from some states on."""

    place: PassageId
    ways: tuple[tuple[int, int], ...]
    """(number of the move, number of the future it leads to)."""
    wins: bool = False
    """Whether this is an ending reached with the win rule met."""
    loop: int = 0
    """Futures with the same number above 0 lead to one another in a circle; 0 for all others."""


@dataclass(frozen=True, slots=True, eq=False)
class Futures:
    """All futures of a level; outside a loop, every future stands behind those it leads to."""

    graph: Graph
    all: list[Future]
    of_state: list[int]
    """The number of each state's future."""

    def groups(self) -> Iterator[list[int]]:
        """Yield the futures so that what they lead to came before; those of one loop come together."""
        number = 0
        while number < len(self.all):
            loop, first = self.all[number].loop, number
            number += 1
            while loop and number < len(self.all) and self.all[number].loop == loop:
                number += 1
            yield list(range(first, number))


def merge(graph: Graph) -> Futures:
    """Return the futures of all states of a graph."""
    futures = Futures(graph, [], [-1] * len(graph.states))
    numbers: dict[Future, int] = {}
    backwards, in_loops = _from_the_end(graph)
    of_state, new = futures.of_state, tuple.__new__
    for state in backwards:
        ways = tuple([(move, of_state[to]) for move, to in graph.edges[state]])
        wins = not ways and has_won(graph.level, graph.states[state])
        future = new(Future, (graph.states[state][0], ways, wins, 0))  # what Future(...) does, twice as fast
        number = numbers.setdefault(future, len(futures.all))
        if number == len(futures.all):
            futures.all.append(future)
        of_state[state] = number
    if in_loops:
        _add_loops(futures, in_loops)
    return futures


def _from_the_end(graph: Graph) -> tuple[list[int], list[int]]:
    """Return the states that cannot come back to themselves or lead to ones that can, last first; and the others.

    Kahn's algorithm (Comm. ACM 5(11), 1962) on the reversed graph.
    """
    coming: list[list[int]] = [[] for _ in graph.states]
    for state, edges in enumerate(graph.edges):
        for _, to in edges:
            coming[to].append(state)
    left = [len(edges) for edges in graph.edges]
    order = [state for state, ways in enumerate(left) if not ways]
    for state in order:  # grows while it is walked
        for before in coming[state]:
            left[before] -= 1
            if not left[before]:
                order.append(before)
    return order, [state for state, ways in enumerate(left) if ways]


def _add_loops(futures: Futures, states: list[int]) -> None:
    """Give every state in or before a circle a future of its own; circles are rare and small."""
    graph = futures.graph
    for loop, circle in enumerate(_circles(graph, states), start=1):
        for state in circle:
            futures.of_state[state] = len(futures.all) + circle.index(state)
        for state in circle:
            ways = tuple((move, futures.of_state[to]) for move, to in graph.edges[state])
            futures.all.append(Future(graph.states[state].place, ways, loop=loop))


def _circles(graph: Graph, states: list[int]) -> Iterator[list[int]]:
    """Yield the strongly connected parts among some states, those they lead to first.

    Tarjan's algorithm (SIAM J. Comput. 1, 1972), with its own stack because a story can be deeper than Python's.
    """
    inside = set(states)
    found: dict[int, int] = {}
    low: dict[int, int] = {}
    open_states: list[int] = []
    is_open: set[int] = set()
    for root in states:
        if root in found:
            continue
        work = [(root, iter(graph.edges[root]))]
        while work:
            state, edges = work[-1]
            if state not in found:
                found[state] = low[state] = len(found)
                open_states.append(state)
                is_open.add(state)
            for _, to in edges:
                if to in inside and to not in found:
                    work.append((to, iter(graph.edges[to])))
                    break
                if to in is_open:
                    low[state] = min(low[state], found[to])
            else:
                work.pop()
                if work:
                    before = work[-1][0]
                    low[before] = min(low[before], low[state])
                if low[state] == found[state]:
                    at = open_states.index(state)
                    circle = open_states[at:]
                    del open_states[at:]
                    is_open.difference_update(circle)
                    yield circle
