"""What can still be had from a moment on: an ending, help, a win."""

from dataclasses import dataclass

from game.story.level import Outcome
from game.story.proof.future import Futures

_END, _HELP, _WIN = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Prospect:
    """What can still be had from a future on."""

    can_end: bool
    can_get_help: bool
    """Whether an ending other than "help on the way" can still be reached."""
    can_win: bool


def prospects(futures: Futures) -> list[Prospect]:
    """Return for each future what can still be had from it on."""
    found = [_at_ending(futures, number) for number in range(len(futures.all))]
    for group in futures.groups():
        for _ in group:  # in a circle, what one member has needs at most one round for each of the others to reach it
            for number in group:
                for _, to in futures.all[number].ways:
                    found[number] |= found[to]
    return [Prospect(bool(bits & _END), bool(bits & _HELP), bool(bits & _WIN)) for bits in found]


def _at_ending(futures: Futures, number: int) -> int:
    future = futures.all[number]
    ending = futures.graph.level.endings.get(future.place)
    if ending is None:
        return 0
    has_help = ending.outcome is not Outcome.HELP_ON_THE_WAY
    return _END | (_HELP if has_help else 0) | (_WIN if future.wins else 0)
