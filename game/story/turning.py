"""Looking back from an ending: the last choice from which a safer one could still be reached."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.story.action import Choose, Play
from game.story.engine import actions, apply
from game.story.event import ChoiceTaken
from game.story.level import Choice, Level, MessageId, Outcome, PassageId
from game.story.playthrough import Replay
from game.story.state import State
from game.story.table import table_of

_HARM: Final = {Outcome.SAFE: 0, Outcome.OTHER_PLAN: 0, Outcome.HELP: 1, Outcome.HELP_ON_THE_WAY: 2}


@dataclass(frozen=True, slots=True)
class Turning:
    """A choice from which a safer ending could still be reached, and how."""

    step: int
    """The place of the choice among the steps of the replay."""
    said: Choice
    """What was chosen."""
    instead: Choice
    """What leads on to where a safer ending can be reached, with luck perhaps."""
    message: MessageId | None
    """The card that opens it, which was in the notebook then."""


def turning(level: Level, replay: Replay) -> Turning | None:
    """Return the last such choice of a way to an ending; None where there is none, or the ending is a safe one."""
    if replay.state.place not in level.endings:
        return None
    search = _Search(level, _HARM[level.endings[replay.state.place].outcome])
    for step in reversed(range(len(replay.steps))):
        state, said = replay.states[step], _choice_taken(level, replay, step)
        if said is None:
            continue
        others = [each for each in actions(level, state) if isinstance(each, Choose | Play) and each.choice != said.id]
        others.sort(key=lambda each: isinstance(each, Choose))  # cards first: they can be looked up in the notebook
        for other in others:
            if search.leads_to_safer(apply(level, state, other.id).state):
                instead = level.passages[state.place].choices[other.choice]
                return Turning(step, said, instead, other.message if isinstance(other, Play) else None)
    return None


def choices_taken(level: Level, replay: Replay) -> tuple[tuple[int, Choice], ...]:
    """Return every choice of a way, with its place among the steps."""
    taken = ((step, _choice_taken(level, replay, step)) for step in range(len(replay.steps)))
    return tuple((step, choice) for step, choice in taken if choice)


def _choice_taken(level: Level, replay: Replay, step: int) -> Choice | None:
    passage = level.passages[replay.states[step].place]
    event = replay.steps[step].events[0]
    return passage.choices.get(event.choice) if isinstance(event, ChoiceTaken) else None


class _Search:
    """Looks for safer endings. What it has searched in vain it does not search again."""

    def __init__(self, level: Level, harm: int) -> None:
        self._level = level
        self._table = table_of(level)
        self._harm = harm
        self._hopeless: set[State] = set()
        self._far = self._distances()

    def leads_to_safer(self, state: State) -> bool:
        """Say whether a safer ending can be reached from a state; what seems nearest is tried first."""
        seen, waiting = {state}, [state]
        while waiting:
            here = waiting.pop()
            if self._far.get(here.place) == 0:
                return True
            new = [each for each in self._after(here) if each not in seen and each not in self._hopeless]
            seen.update(new)
            waiting += sorted(new, key=lambda each: -self._far[each.place])
        self._hopeless |= seen
        return False

    def _after(self, state: State) -> Iterator[State]:
        """Yield the states that can follow, without those from whose place no way leads to a safer ending."""
        exits = self._table.get(state.place)
        for move in exits.open(state.meters, state.bits) if exits else ():
            if move.to in self._far:
                yield State(move.to, move.shifted(state.meters), state.bits & move.keep | move.add)

    def _distances(self) -> dict[PassageId, int]:
        """Return how many moves each place is away from a safer ending at least, as if everything were open."""
        before: dict[PassageId, set[PassageId]] = {}
        for place, exits in self._table.items():
            for move in (*exits.choices, *exits.decided, *exits.drawn):
                before.setdefault(move.to, set()).add(place)
        safer = (each.id for each in self._level.endings.values() if _HARM[each.outcome] < self._harm)
        found = dict.fromkeys(safer, 0)
        waiting = deque(found)
        while waiting:
            here = waiting.popleft()
            for place in before.get(here, set()) - found.keys():
                found[place] = found[here] + 1
                waiting.append(place)
        return found
