"""Ways through a level that hypothesis makes up: plain choices, messages played, marks on offers, and draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from game.story.action import ActionId, Play
from game.story.engine import Step, actions, apply, has_ended, notes, start
from game.story.level import Level
from game.story.playthrough import Playthrough, begin, next_draw
from game.story.state import State

SEEDS = st.integers(0, 2**64 - 1)
_PICK = st.integers(0, 2**16)
PICKS = st.integers(0, 60).flatmap(lambda length: st.lists(_PICK, min_size=length, max_size=length))
"""What decides where to go: each number picks one of the things that can be done. 60 are enough for any ending."""
_LONGEST_WALK = 500


@dataclass(frozen=True, slots=True)
class Walk:
    """A playthrough, and what happened when it was played for the first time."""

    playthrough: Playthrough
    states: tuple[State, ...]
    """The start, and the state after each action."""
    steps: tuple[Step, ...]

    @property
    def state(self) -> State:
        return self.states[-1]


def walk(level: Level, seed: int, picks: Sequence[int]) -> Walk:
    """Play a level by picks, until they are used up or the story ends."""
    playthrough, states, steps = begin(level, seed), [start(level)], list[Step]()
    for pick in picks:
        action = _pick(level, playthrough, states[-1], pick)
        if action is None:
            break
        steps.append(apply(level, states[-1], action))
        states.append(steps[-1].state)
        playthrough = playthrough.then(action)
    return Walk(playthrough, tuple(states), tuple(steps))


def walk_to_an_ending(level: Level, seed: int, *, plays_messages: bool) -> Walk:
    """Play a level by chance alone, from the start to an ending.

    Raises:
        AssertionError: it does not end.

    """
    chance = Random(seed)
    playthrough, states, steps = begin(level, seed), [start(level)], list[Step]()
    while not has_ended(level, states[-1]):
        drawn = next_draw(level, playthrough, states[-1])
        open_now = [drawn] if drawn else actions(level, states[-1])
        wanted = [action for action in open_now if plays_messages or not isinstance(action, Play)]
        assert wanted, f"nothing can be done at {states[-1].place}"
        assert len(steps) < _LONGEST_WALK, "the story goes on and on"
        action = chance.choice(wanted)
        steps.append(apply(level, states[-1], action.id))
        states.append(steps[-1].state)
        playthrough = playthrough.then(action.id)
    return Walk(playthrough, tuple(states), tuple(steps))


def _pick(level: Level, playthrough: Playthrough, state: State, pick: int) -> ActionId | None:
    drawn = next_draw(level, playthrough, state)
    if drawn:
        return drawn.id
    can_mark = notes(level, state)
    if can_mark and pick % 3:
        return can_mark[pick // 3 % len(can_mark)].id
    open_now = actions(level, state)
    return open_now[pick // 3 % len(open_now)].id if open_now else None
