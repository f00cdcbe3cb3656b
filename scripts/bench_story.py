"""How fast the rules are: actions of a player, and states of a proof.

Measured in time of this process alone, so that other programs disturb it less.
"""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

from game.story.engine import actions, apply, has_ended, start
from game.story.proof.proof import prove
from tests.story.build import deep_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.action import ActionId
    from game.story.level import Level

RUNS = 60
"""Of each level."""
ROUNDS = 5
DEPTHS = (7, 8, 9, 10)
"""Each level of `deep_level` has about three times the states of the one before."""
SEED = 20_261_101


def actions_per_s(levels: Iterable[Level]) -> list[float]:
    """Return how many actions are applied in a second, each time measured over the same random runs of all levels."""
    runs = [(level, _random_run(level, Random(SEED + number))) for level in levels for number in range(RUNS)]
    count = sum(len(run) for _, run in runs)
    return [count / _seconds_to_play(runs) for _ in range(ROUNDS)]


def states_per_s(levels: Iterable[Level]) -> list[float]:
    """Return how many reachable states are proved in a second, for each level."""
    return [_states_in_a_second(level) for level in levels]


def growing_states_per_s() -> list[float]:
    """Return the same for made-up levels, each larger than the one before: it stays the same if time is linear."""
    return [_states_in_a_second(deep_level(depth)) for depth in DEPTHS]


def _states_in_a_second(level: Level) -> float:
    began_s = time.process_time()
    states = prove(level).states
    return states / (time.process_time() - began_s)


def _random_run(level: Level, chance: Random) -> Sequence[ActionId]:
    state = start(level)
    taken: list[ActionId] = []
    while not has_ended(level, state):
        taken.append(chance.choice(actions(level, state)).id)
        state = apply(level, state, taken[-1]).state
    return taken


def _seconds_to_play(runs: Sequence[tuple[Level, Sequence[ActionId]]]) -> float:
    began_s = time.process_time()
    for level, run in runs:
        state = start(level)
        for action in run:
            state = apply(level, state, action).state
    return time.process_time() - began_s
