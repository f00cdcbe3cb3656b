"""A passage told in beats: as much at a time as fits under a picture and can be heard in one breath."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.records.settings import TextSpeed
from game.story.level import CastId, Line

MOST_WORDS = 34
"""A beat of more words is only made of a single long line."""
FEWEST_LAST_WORDS = 14
"""The choices stand below the last beat: with fewer words than these it takes the one before with it."""
MOST_LAST_WORDS = 38

LETTERS_PER_S = {TextSpeed.SLOW: 28.0, TextSpeed.NORMAL: 55.0, TextSpeed.FAST: 110.0}


@dataclass(frozen=True, slots=True)
class Beat:
    """Lines shown together."""

    lines: tuple[Line, ...]

    @property
    def speaker(self) -> CastId | None:
        """Who speaks in it, or speaks last; only in the last beat of a passage there may be others."""
        return next((line.speaker for line in reversed(self.lines) if line.speaker), None)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(line.text.split()) for line in self.lines)

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(len(line.text) for line in self.lines)


def beats(lines: Sequence[Line]) -> tuple[Beat, ...]:
    """Divide lines into beats, in order."""
    found: list[Beat] = []
    for line in lines:
        if found and _fits(found[-1], line):
            found[-1] = Beat((*found[-1].lines, line))
        else:
            found.append(Beat((line,)))
    if len(found) > 1 and found[-1].words < FEWEST_LAST_WORDS and found[-2].words + found[-1].words <= MOST_LAST_WORDS:
        last = found.pop()
        found[-1] = Beat((*found[-1].lines, *last.lines))
    return tuple(found)


def told_letters(speed: TextSpeed, since_s: float) -> int | None:
    """Return how many letters have been told after some seconds; None for all at once."""
    rate = LETTERS_PER_S.get(speed)
    return None if rate is None else max(0, int(since_s * rate))


def telling_s(speed: TextSpeed, beat: Beat) -> float:
    """Return in how many seconds a beat is told."""
    rate = LETTERS_PER_S.get(speed)
    return 0.0 if rate is None else beat.letters / rate


def _fits(beat: Beat, line: Line) -> bool:
    is_alone = line.speaker is None or beat.speaker in (None, line.speaker)
    return is_alone and Beat((*beat.lines, line)).words <= MOST_WORDS
