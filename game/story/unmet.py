"""What else could have helped on a way: messages still to be learned, and those not played where they fit."""

from dataclasses import dataclass

from game.story.engine import fitting
from game.story.level import Level, MessageId
from game.story.playthrough import Replay
from game.story.state import known, used
from game.story.turning import Turning


@dataclass(frozen=True, slots=True)
class StillToLearn:
    """A message of the level that is not in the notebook."""

    message: MessageId
    whom: str
    """The person or place it can be learned from."""


@dataclass(frozen=True, slots=True)
class CouldHaveSaid:
    """A message that was in the notebook at a place where it fits, and was not played there or anywhere."""

    message: MessageId
    sentence: str
    """What is said when it is played there."""


def still_to_learn(level: Level, replay: Replay) -> tuple[StillToLearn, ...]:
    """Return the messages not learned, in the order of the level."""
    have = known(level, replay.state)
    missing = ((message, taught_by(level, message)) for message in level.messages if message not in have)
    return tuple(StillToLearn(message, whom) for message, whom in missing if whom)


def could_have_said(level: Level, replay: Replay) -> tuple[CouldHaveSaid, ...]:
    """Return the messages never played, each with the first sentence there was an occasion for."""
    played = used(level, replay.state)
    found: dict[MessageId, CouldHaveSaid] = {}
    for state in replay.states:
        for message in known(level, state):
            play = fitting(level, state, message) if message not in played else None
            if play and message not in found:
                sentence = level.passages[state.place].choices[play.choice].text
                found[message] = CouldHaveSaid(message, sentence)
    return tuple(found.values())


def first_help(level: Level, replay: Replay, fork: Turning | None) -> CouldHaveSaid | StillToLearn | None:
    """Return a card to name beside the last fork, where that names none: one in the notebook before one to learn."""
    if fork and fork.message:
        return None
    said, missing = could_have_said(level, replay), still_to_learn(level, replay)
    return said[0] if said else missing[0] if missing else None


def taught_by(level: Level, message: MessageId) -> str:
    """Return from whom or where a message can be learned in a level; empty if it was carried into it."""
    return next((each.teaches[message] for each in level.passages.values() if message in each.teaches), "")
