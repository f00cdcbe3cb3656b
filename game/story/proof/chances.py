"""The chance of a safe outcome for three players: what knowing is worth in a level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.story.action import Action, Chance, Choose, Play
from game.story.level import ChoiceId
from game.story.proof.future import Future, Futures
from game.story.proof.tasks import ways_to

_SETTLED = 1e-12
_MOST_ROUNDS = 100_000

_Choose = Callable[[Futures, Future, list[float]], float]


@dataclass(frozen=True, slots=True)
class Chances:
    """The chance of a safe outcome for three players.

    Blind picks evenly among the plain choices that are open and never plays a message. Careful makes the best plain
    choices and never plays a message. Informed makes the best choices and plays messages. Luck stays luck for all.
    """

    blind: float
    careful: float
    informed: float

    @property
    def worth_of_knowing(self) -> float:
        """What knowing is worth: informed minus careful."""
        return self.informed - self.careful


def chances(futures: Futures) -> Chances:
    """Work out the chances, exact to rounding: every state counts, none is sampled."""
    first = futures.of_state[0]
    return Chances(*(_values(futures, choose)[first] for choose in (_Blind(futures), _careful, _informed)))


def _values(futures: Futures, choose: _Choose) -> list[float]:
    """Return for each future the chance of a safe outcome; circles are gone round until the values settle."""
    values = [0.0] * len(futures.all)
    for group in futures.groups():
        for _ in range(_MOST_ROUNDS):
            before = [values[number] for number in group]
            for number in group:
                values[number] = _value(futures, futures.all[number], values, choose)
            moved = max(abs(values[number] - old) for number, old in zip(group, before, strict=True))
            if not futures.all[group[0]].loop or moved < _SETTLED:
                break
    return values


def _value(futures: Futures, future: Future, values: list[float], choose: _Choose) -> float:
    ending = futures.graph.level.endings.get(future.place)
    if ending is not None:
        return float(ending.outcome.is_safe)
    weights = [(_weight(futures, move), values[to]) for move, to in future.ways]
    total = sum(weight for weight, _ in weights)
    return sum(weight * value for weight, value in weights) / total if total else choose(futures, future, values)


def _weight(futures: Futures, move: int) -> int:
    action = futures.graph.moves[move].action
    return action.weight if isinstance(action, Chance) else 0


def _plain(futures: Futures, future: Future, values: list[float]) -> list[float]:
    moves = futures.graph.moves
    return [values[to] for move, to in future.ways if not isinstance(moves[move].action, Play)]


class _Blind:
    """Picks evenly among the plain choices; at a task, evenly among all arrangements."""

    def __init__(self, futures: Futures) -> None:
        level = futures.graph.level
        tasks = {passage.id: ways_to(passage) for passage in level.passages.values() if passage.task}
        self._weights = [_ways(tasks.get(move.origin), move.action) for move in futures.graph.moves]

    def __call__(self, _futures: Futures, future: Future, values: list[float]) -> float:
        weights = [(self._weights[move], values[to]) for move, to in future.ways]
        total = sum(weight for weight, _ in weights)
        return sum(weight * value for weight, value in weights) / total if total else 0.0


def _ways(task: Mapping[ChoiceId, int] | None, action: Action) -> int:
    if isinstance(action, Play):
        return 0
    return task.get(action.choice, 1) if task and isinstance(action, Choose) else 1


def _careful(futures: Futures, future: Future, values: list[float]) -> float:
    return max(_plain(futures, future, values), default=0.0)


def _informed(_futures: Futures, future: Future, values: list[float]) -> float:
    return max((values[to] for _, to in future.ways), default=0.0)
