"""A story that plays itself for whoever walks by, then the next one: each is told up to where it gets exciting."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import TYPE_CHECKING, Final, NamedTuple

from game.art.staging import Staging
from game.records.folder import MemoryFolder
from game.records.running import RunningLevel, start_level
from game.screens.beats import Beat, beats
from game.screens.staged import next_staging
from game.story.action import Choose
from game.story.engine import actions, has_ended
from game.story.level import ChoiceId, Level, Line

if TYPE_CHECKING:
    from game.content.library import Library

BEAT_S: Final = 1.6
LETTER_S: Final = 0.052
"""Somebody who only looks over reads some twenty letters a second."""
CHOICES_S: Final = 3.5
PICKED_S: Final = 1.6
MOST_PASSAGES: Final = 3
OVERSLEPT_S: Final = 30.0
"""Nobody has looked for so long: the story goes on from where it is, and is not hurried through."""


class Shown(NamedTuple):
    """What is to be seen of the demonstration now."""

    staging: Staging
    title: str
    speaker: str
    """Empty where nobody speaks."""
    text: str
    told_at_s: float
    """When the text began to be told."""
    choices: tuple[str, ...]
    picked: int | None
    """The place of the choice that is taken."""


class _Step(NamedTuple):
    """A moment of the demonstration, and how long it lasts."""

    lasts_s: float
    beat: Beat | None = None
    choices: tuple[ChoiceId, ...] = ()
    picked: int | None = None
    arrives: bool = False
    """Whether the story comes to another place with it."""


class Demonstration:
    """Plays levels with made-up decisions, and remembers none of them."""

    def __init__(self, library: "Callable[[], Library]", path: str) -> None:
        """It begins with the levels of a path of the campaign."""
        self._library = library
        self._path = path
        self._levels: Iterator[Level] | None = None
        self._steps: Iterator[_Step] = iter(())
        self._running: RunningLevel | None = None
        self._staging = Staging("", "day")
        self._step = _Step(0.0)
        self._since_s = float("-inf")
        self._beat_since_s = 0.0
        self._beat: Beat | None = None

    def at(self, now_s: float) -> Shown | None:
        """Return what is to be seen at a time, which never goes back; None if there is nothing to play."""
        if self._levels is None:
            self._levels = cycle(_playable(self._library(), self._path))
            self._go_on(now_s)
        elif now_s >= self.next_s + OVERSLEPT_S:
            self._go_on(now_s)
        while self._running is not None and now_s >= self.next_s:
            self._go_on(self.next_s)
        return self._shown(self._running) if self._running else None

    @property
    def next_s(self) -> float:
        """When it goes on."""
        return self._since_s + self._step.lasts_s

    def _go_on(self, now_s: float) -> None:
        step = next(self._steps, None)
        if step is None:
            level = next(self._levels, None) if self._levels else None
            if level is None:
                return
            self._running = start_level(level, MemoryFolder(), 1)
            self._steps = _played(self._running)
            step = next(self._steps)
        self._step, self._since_s = step, now_s
        if step.arrives and self._running:
            self._staging = next_staging(self._running.level, self._running.state.place, self._staging, now_s)
        if step.beat:
            self._beat, self._beat_since_s = step.beat, now_s
            self._staging = self._staging.spoken_by(step.beat.speaker, now_s)

    def _shown(self, running: RunningLevel) -> Shown:
        level, beat = running.level, self._beat
        passage = level.passages.get(running.state.place)
        speaker = beat.speaker if beat else None
        return Shown(
            self._staging,
            level.title,
            level.cast[speaker].name if speaker else "",
            " ".join(line.text for line in beat.lines) if beat else "",
            self._beat_since_s,
            tuple(passage.choices[each].text for each in self._step.choices) if passage else (),
            self._step.picked,
        )


def _played(running: RunningLevel) -> Iterator[_Step]:
    """Yield the moments of a story that is played as they come, and is left before the table or the end."""
    level = running.level
    for number in range(MOST_PASSAGES):
        passage = level.passages.get(running.state.place)
        if passage is None or has_ended(level, running.state) or (number and (passage.offers or passage.task)):
            return
        yield from _told(passage.text, arrives=True)
        plain = [each for each in actions(level, running.state) if isinstance(each, Choose)]
        if not plain or passage.task:
            if running.go_on() is None:
                return
            continue
        choices = tuple(each.choice for each in plain)
        picked = number % len(plain)
        yield _Step(CHOICES_S, choices=choices)
        yield _Step(PICKED_S, choices=choices, picked=picked)
        reply = passage.choices[plain[picked].choice].reply
        running.take(plain[picked].id)
        yield from _told(reply, arrives=False)


def _told(lines: Sequence[Line], *, arrives: bool) -> Iterator[_Step]:
    for place, beat in enumerate(beats(lines)):
        yield _Step(BEAT_S + beat.letters * LETTER_S, beat=beat, arrives=arrives and place == 0)


def _playable(library: "Library", path_id: str) -> tuple[Level, ...]:
    """Those of the path, then all others of the campaign."""
    campaign = library.campaign
    first = next((path.levels for path in campaign.paths if path.id == path_id), ())
    names = dict.fromkeys((*first, *campaign.levels))
    return tuple(library.levels[name] for name in names if name in library.levels)
