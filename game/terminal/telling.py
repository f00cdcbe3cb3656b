"""A story as paragraphs: places, and what happens between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.library import Library
from game.content.words import Words
from game.story.action import Choose
from game.story.engine import Step, actions
from game.story.event import Arrived, ChanceDecided, ChoiceTaken, Ended, MessageLearned, MessageUsed, MeterMoved
from game.story.level import Better, Branch, Choice, Level, Line, MessageId, PassageId
from game.story.playthrough import Replay
from game.story.state import State
from game.story.table import guard_of


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells one level. An empty paragraph stands for a blank line."""

    words: Words
    library: Library
    level: Level

    def place(self, place: PassageId) -> Iterator[str]:
        """Yield what is read on coming to a passage or an ending."""
        yield ""
        ending = self.level.endings.get(place)
        if ending:
            yield self.words("terminal.ending", title=ending.title)
        yield from self.lines(ending.text if ending else self.level.passages[place].text)

    def lines(self, lines: Iterable[Line]) -> Iterator[str]:
        """Yield lines of a screenplay: speech with its speaker, stage directions as they are."""
        for line in lines:
            if line.speaker is None:
                yield line.text
            else:
                yield self.words("terminal.speech", name=self.level.cast[line.speaker].name, text=line.text)

    def step(self, before: State, step: Step) -> Iterator[str]:
        """Yield what an action led to, up to and including the place it leads to."""
        for event in step.events:
            match event:
                case MessageUsed(_, message):
                    yield self.words("terminal.played", title=self.title(message))
                case ChoiceTaken(passage, choice):
                    yield from self._choice(self.level.passages[passage].choices[choice])
                case ChanceDecided():
                    yield self.words("history.chance")
                case MeterMoved():
                    yield self._meter(event)
                case Arrived(place) | Ended(place):
                    yield from self._because_of_branch(before, step)
                    yield from self.place(place)
                case MessageLearned(message, whom):
                    yield from self.learned(message, whom)
                case _:
                    pass

    def learned(self, message: MessageId, whom: str) -> Iterator[str]:
        """Yield that a message is new in the notebook."""
        yield self.words("play.learned", whom=whom, title=self.title(message))
        yield self.library.messages[message].text

    def choices(self, state: State) -> tuple[Choice, ...]:
        """Return the plain choices that are open, in the order they are listed."""
        choices = self.level.passages[state.place].choices if state.place in self.level.passages else {}
        return tuple(choices[each.choice] for each in actions(self.level, state) if isinstance(each, Choose))

    def meters(self, state: State) -> Iterator[str]:
        """Yield what each meter says."""
        for meter, value in zip(self.level.meters, state.meters, strict=True):
            text = "terminal.meter" if meter.better is Better.HIGH else "terminal.meter_low"
            yield self.words(text, label=meter.label, now=value, most=meter.max)

    def history(self, replay: Replay) -> Iterator[str]:
        """Yield what the player did, what luck did, and what was learned, in order."""
        yield ""
        yield self.words("history.title")
        for event in (event for step in replay.steps for event in step.events):
            match event:
                case MessageUsed(_, message):
                    yield self.words("terminal.played", title=self.title(message))
                case ChoiceTaken(passage, choice):
                    yield self.words("terminal.you", text=self.level.passages[passage].choices[choice].text)
                case ChanceDecided():
                    yield self.words("history.chance")
                case MessageLearned(message, whom):
                    yield self.words("history.learned", whom=whom, title=self.title(message))
                case _:
                    pass

    def title(self, message: MessageId) -> str:
        """Return the title of a message."""
        return self.library.messages[message].title

    def _choice(self, choice: Choice) -> Iterator[str]:
        yield self.words("terminal.you", text=choice.text)
        yield from self.lines(choice.reply)
        if choice.because:
            yield self.words("terminal.because", text=choice.because)

    def _meter(self, moved: MeterMoved) -> str:
        meter = next(each for each in self.level.meters if each.id == moved.meter)
        text = "terminal.meter_up" if moved.by > 0 else "terminal.meter_down"
        return self.words(text, label=meter.label, by=abs(moved.by), now=moved.now, most=meter.max)

    def _because_of_branch(self, before: State, step: Step) -> Iterator[str]:
        branch = _branch_taken(self.level, before, step)
        if branch and branch.because:
            yield branch.because


def _branch_taken(level: Level, before: State, step: Step) -> Branch | None:
    """Return the branch that led on from a passage without choices."""
    branches = level.passages[before.place].branches
    by_chance = isinstance(step.events[0], ChanceDecided)
    for branch in branches:
        is_open = by_chance or guard_of(level, branch.when).holds(before.meters, before.bits)
        if branch.to == step.state.place and (branch.chance is not None) == by_chance and is_open:
            return branch
    return None
