"""What else could have helped on the way that was taken."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.story.engine import fitting
from game.story.level import Choice, Level, MessageId
from game.story.playthrough import Replay
from game.story.state import known_bit, used


@dataclass(frozen=True, slots=True)
class Missed:
    """A message that would have fitted a moment of the story, and was not played on the whole way."""

    message: MessageId
    choice: Choice
    """What it would have opened."""
    was_known: bool
    """Whether it was in the notebook at that moment."""


def missed(level: Level, replay: Replay) -> Iterator[Missed]:
    """Yield each message once, at the first moment it would have fitted, in the order of the story."""
    seen = set(used(level, replay.state))
    for state in replay.states:
        for message in level.messages:
            if message in seen:
                continue
            knowing = state._replace(bits=state.bits | known_bit(level, message))
            play = fitting(level, knowing, message)
            if play:
                seen.add(message)
                choice = level.passages[state.place].choices[play.choice]
                yield Missed(message, choice, was_known=knowing == state)
