"""A playthrough told again: every line heard, every choice made, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.records.running import RunningLevel
from game.story.event import Arrived, ChanceDecided, ChoiceTaken, Ended, Event, MessageLearned
from game.story.level import CastId, Choice, Level, Line, MessageId, PassageId


@dataclass(frozen=True, slots=True)
class Heard:
    """Lines without a break by one speaker, or by nobody."""

    place: PassageId
    speaker: CastId | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the player said or did, and why it mattered."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class Drawn:
    """Chance decided where the story went on."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A message went into the notebook."""

    message: MessageId
    whom: str


@dataclass(frozen=True, slots=True)
class Came:
    """The story came to a place."""

    place: PassageId


Told = Heard | Chosen | Drawn | Learned | Came


def told(running: RunningLevel) -> Iterator[Told]:
    """Yield all that happened, oldest first. The choices not taken and the places not seen stay untold."""
    level = running.level
    yield from _place(level, level.start)
    yield from (Learned(message, whom) for message, whom in level.passages[level.start].teaches.items())
    for step in running.history.steps:
        for event in step.events:
            yield from _event(level, event)


def _event(level: Level, event: Event) -> Iterator[Told]:
    match event:
        case ChoiceTaken(passage, name):
            choice = level.passages[passage].choices[name]
            yield Chosen(choice)
            yield from _lines(passage, choice.reply)
        case ChanceDecided():
            yield Drawn()
        case Arrived(place) | Ended(place):
            yield from _place(level, place)
        case MessageLearned(message, whom):
            yield Learned(message, whom)
        case _:
            pass


def _place(level: Level, place: PassageId) -> Iterator[Told]:
    yield Came(place)
    passage = level.passages.get(place)
    yield from _lines(place, passage.text if passage else level.endings[place].text)


def _lines(place: PassageId, lines: Sequence[Line]) -> Iterator[Heard]:
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].speaker != lines[start].speaker:
            yield Heard(place, lines[start].speaker, tuple(line.text for line in lines[start:end]))
            start = end
