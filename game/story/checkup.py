"""The questions before and after a level: about the same messages, but never the same question twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from game.story.chance import number_below, shuffled
from game.story.level import MessageId
from game.story.message import Message, Question


class Moment(IntEnum):
    """When a question is asked."""

    BEFORE = 0
    AFTER = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put to a player: the answers in the order shown, and which of them is right."""

    message: MessageId
    question: Question
    answers: tuple[str, ...]

    def is_right(self, answer: int) -> bool:
        """Say whether the answer with this place in `answers` is the right one."""
        return self.answers[answer] == self.question.right


def questions(
    asks: Sequence[MessageId], messages: Mapping[MessageId, Message], seed: int, moment: Moment
) -> tuple[Asked, ...]:
    """Return one question for each message asked about.

    With one seed, the question before and the question after are different ones, so that a right answer shows what was
    understood, not what was remembered. Which comes first is drawn, so that neither is always the one before.
    """
    return tuple(
        _asked(messages[message], seed + place, moment) for place, message in enumerate(asks) if message in messages
    )


def _asked(message: Message, seed: int, moment: Moment) -> Asked:
    pool = tuple(message.checks.values())
    question = pool[(number_below(len(pool), seed, 0) + moment) % len(pool)]
    return Asked(message.id, question, shuffled((question.right, *question.wrong), seed, moment + 1))
