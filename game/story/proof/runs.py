"""How many runs a level has, and how long they are in decisions and in minutes of reading."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from game.story.action import Choose, Play
from game.story.level import Level, Line, PassageId
from game.story.proof.future import Futures
from game.story.table import Move
from game.story.task import Task

WORDS_PER_MINUTE = 180
"""Our assumption for a twelve-year-old reading silently; minutes are estimates, good for comparing levels."""
_WORDS_PER_BUCKET = WORDS_PER_MINUTE // 10
_BUCKET_BITS = 96
"""Room for one count of runs in a histogram; a level with 2**96 runs has too many states long before."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The shortest, the median, and the longest run, each run counted once."""

    shortest: float
    median: float
    longest: float


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs from the start to an ending. A run that goes back in a circle of states is left out."""

    count: int
    decisions: Spread
    minutes: Spread


def runs(futures: Futures) -> Runs:
    """Count and measure all runs of a level."""
    level = futures.graph.level
    by_decisions = _histogram(futures, lambda move: int(isinstance(move.action, Choose | Play)))
    words = _Words(level)
    by_words = _histogram(futures, lambda move: round(words.read_on(move) / _WORDS_PER_BUCKET))
    opening = round(words.at(level.start) / _WORDS_PER_BUCKET)
    minutes = _spread(by_words << _BUCKET_BITS * opening, scale=_WORDS_PER_BUCKET / WORDS_PER_MINUTE)
    return Runs(sum(count for _, count in _buckets(by_decisions)), _spread(by_decisions, scale=1), minutes)


def _histogram(futures: Futures, length: Callable[[Move], int]) -> int:
    """Return the number of runs of each length, as one big whole number.

    The count of runs of length n stands in bits 96 n to 96 n + 95: adding two histograms adds their counts, shifting
    one makes every run in it longer.
    """
    lengths = [_BUCKET_BITS * length(move) for move in futures.graph.moves]
    found = [0] * len(futures.all)
    for group in futures.groups():
        for number in reversed(group):  # in a circle: the last found first, so that only steps back are left out
            future = futures.all[number]
            found[number] = int(future.place in futures.graph.level.endings)
            for move, to in future.ways:
                found[number] += found[to] << lengths[move]
    return found[futures.of_state[0]]


def _buckets(histogram: int) -> Iterator[tuple[int, int]]:
    length = 0
    while histogram:
        count = histogram & (1 << _BUCKET_BITS) - 1
        if count:
            yield length, count
        histogram >>= _BUCKET_BITS
        length += 1


def _spread(histogram: int, *, scale: float) -> Spread:
    buckets = list(_buckets(histogram))
    if not buckets:
        return Spread(0, 0, 0)
    upto = accumulate(count for _, count in buckets)
    half = sum(count for _, count in buckets) / 2
    median = next(length for (length, _), so_far in zip(buckets, upto, strict=True) if so_far >= half)
    return Spread(buckets[0][0] * scale, median * scale, buckets[-1][0] * scale)


class _Words:
    """How many words are read at each place of a level, and on making each move."""

    def __init__(self, level: Level) -> None:
        self._at = {place: _at_place(level, place) for place in (*level.passages, *level.endings)}
        self._after = {
            (passage.id, choice.id): _count(choice.reply) + len(choice.because.split())
            for passage in level.passages.values()
            for choice in passage.choices.values()
        }

    def at(self, place: PassageId) -> int:
        return self._at[place]

    def read_on(self, move: Move) -> int:
        reply = self._after[move.origin, move.action.choice] if isinstance(move.action, Choose | Play) else 0
        return reply + self._at[move.to]


def _at_place(level: Level, place: PassageId) -> int:
    ending = level.endings.get(place)
    if ending:
        debrief = (ending.debrief.choice, ending.debrief.chance, ending.debrief.system)
        return _count(ending.text) + sum(len(part.split()) for part in debrief)
    passage = level.passages[place]
    listed = (choice for choice in passage.choices.values() if choice.uses is None and choice.after is None)
    choices = sum(len(choice.text.split()) for choice in listed)
    offers = sum(len(line.text.split()) for offer in passage.offers.values() for line in offer.lines.values())
    return _count(passage.text) + choices + offers + (_at_task(passage.task) if passage.task else 0)


def _at_task(task: Task) -> int:
    options = (option for part in task.parts.values() for option in part.options.values())
    parts = (f"{part.text} {part.said} {part.because}" for part in task.parts.values())
    return sum(len(text.split()) for text in (task.ask, *parts, *(f"{one.text} {one.because}" for one in options)))


def _count(lines: tuple[Line, ...]) -> int:
    return sum(len(line.text.split()) for line in lines)
