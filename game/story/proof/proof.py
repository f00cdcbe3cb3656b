"""One level, proved and measured."""

from dataclasses import dataclass

from game.story.level import Level
from game.story.proof.chances import Chances, chances
from game.story.proof.future import merge
from game.story.proof.graph import explore
from game.story.proof.promises import Breach, breaches
from game.story.proof.runs import Runs, runs


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything `check` knows about a level: the promises it breaks, and what it is like to play."""

    breaches: tuple[Breach, ...]
    states: int
    futures: int
    """How many different futures the states have; the proof works on these."""
    runs: Runs
    chances: Chances


def prove(level: Level) -> Proof:
    """Prove and measure a level over all its reachable states.

    Raises:
        TooManyStatesError: the level is too large to be proved.

    """
    graph = explore(level)
    futures = merge(graph)
    return Proof(tuple(breaches(futures)), len(graph.states), len(futures.all), runs(futures), chances(futures))
