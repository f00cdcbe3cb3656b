"""Laws of looking back from an ending."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.library import load_library
from game.paths import levels_dir
from game.story.action import ActionId
from game.story.chance import number_below
from game.story.engine import actions, apply, start
from game.story.level import Level, Outcome
from game.story.playthrough import Playthrough, Replay, before_step, begin, replay
from game.story.proof.graph import explore
from game.story.state import State
from game.story.turning import choices_taken, turning

HARM = {Outcome.SAFE: 0, Outcome.OTHER_PLAN: 0, Outcome.HELP: 1, Outcome.HELP_ON_THE_WAY: 2}


@pytest.fixture(scope="module")
def level() -> Level:
    return load_library(levels_dir(), date(2026, 11, 23)).levels["village-offer"]  # type: ignore[index]


def walked(level: Level, seed: int) -> tuple[Playthrough, Replay]:
    """Return a way of somebody who decides by lot."""
    playthrough, state = begin(level, seed), start(level)
    while open_ := actions(level, state):
        action = open_[number_below(len(open_), seed, len(playthrough.actions))]
        playthrough, state = playthrough.then(action.id), apply(level, state, action.id).state
    return playthrough, replay(level, playthrough)


@pytest.fixture(scope="module")
def reachable(level: Level) -> dict[State, set[int]]:
    """Return how safe the endings are that each state can still reach, worked out from the endings back."""
    graph = explore(level)
    after = {state: [apply(level, state, each.id).state for each in actions(level, state)] for state in graph.states}
    before: dict[State, list[State]] = {state: [] for state in after}
    for state, following in after.items():
        for each in following:
            before[each].append(state)
    found: dict[State, set[int]] = {state: set() for state in after}
    for state in after:
        if state.place in level.endings:
            harm, waiting = HARM[level.endings[state.place].outcome], [state]
            while waiting:
                here = waiting.pop()
                if harm not in found[here]:
                    found[here].add(harm)
                    waiting += before[here]
    return found


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_last_fork_is_the_last_and_leads_to_a_safer_ending(
    level: Level, reachable: dict[State, set[int]], seed: int
) -> None:
    _, way = walked(level, seed)
    harm = HARM[level.endings[way.state.place].outcome]
    forks = [
        step
        for step, chosen in choices_taken(level, way)
        for other in actions(level, way.states[step])
        if other.id != ActionId(chosen.id)
        and min(reachable[apply(level, way.states[step], other.id).state], default=9) < harm
    ]
    found = turning(level, way)
    assert (found.step if found else None) == max(forks, default=None)
    if found:
        play = next(each for each in actions(level, way.states[found.step]) if each.id.endswith(found.instead.id))
        assert min(reachable[apply(level, way.states[found.step], play.id).state]) < harm


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_way_cut_before_a_choice_stands_at_that_choice_with_the_same_luck(level: Level, seed: int) -> None:
    playthrough, way = walked(level, seed)
    for step, chosen in choices_taken(level, way):
        cut = before_step(level, playthrough, step)
        assert (cut.seed, cut.actions) == (playthrough.seed, playthrough.actions[: len(cut.actions)])
        assert chosen.id in level.passages[replay(level, cut).state.place].choices
