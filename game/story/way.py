"""A short way to a place of a story, for authors who want to see it and not all that leads there."""

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import count

from game.story.action import ActionId
from game.story.engine import actions, apply
from game.story.level import Level, PassageId
from game.story.state import State


def way_to(level: Level, place: PassageId, starts: Iterable[State]) -> tuple[State, tuple[ActionId, ...]] | None:
    """Return the start and the actions of a shortest run from one of some states to a place; None if there is none.

    Looks first where the map of passages is nearest to the place, so that few states of a long story are seen.
    """
    left, order = _steps_left(level, place), count()
    waiting = [(0, next(order), start, start, tuple[ActionId, ...]()) for start in dict.fromkeys(starts)]
    seen = {start for _, _, start, _, _ in waiting}
    while waiting:
        _, _, start, state, way = heappop(waiting)
        if state.place == place:
            return start, way
        for action in actions(level, state):
            after = apply(level, state, action.id).state
            if after not in seen and after.place in left:
                seen.add(after)
                heappush(waiting, (len(way) + 1 + left[after.place], next(order), start, after, (*way, action.id)))
    return None


def _steps_left(level: Level, place: PassageId) -> dict[PassageId, int]:
    """Return how far every place is from this one, if no choice were ever closed."""
    left, edge = {place: 0}, {place}
    while edge:
        edge = {each for each in level.passages if each not in left and not edge.isdisjoint(_next(level, each))}
        left |= dict.fromkeys(edge, max(left.values()) + 1)
    return left


def _next(level: Level, place: PassageId) -> set[PassageId]:
    passage = level.passages[place]
    return {choice.to for choice in passage.choices.values()} | {branch.to for branch in passage.branches}
