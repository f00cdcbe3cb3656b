"""The questions before and after a level, and on later days: about the same messages, in other words each time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from game.story.answer import Answered, Confidence
from game.story.chance import number_below, shuffled
from game.story.level import MessageId
from game.story.message import Message, Question
from game.story.recall import Memory, due, next_question

ASKED: Final = 5
"""How many questions a check has at most; a level may have more messages to ask about, and its next run asks others."""
_DRAW: Final = 64
"""Sets the draw of the messages apart from the draws of the questions about them."""


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

    def answered(self, answer: int | None, confidence: Confidence | None = None) -> Answered:
        """Return what an answer shows; None stands for not being sure of any, which is not right."""
        right = answer is not None and self.is_right(answer)
        picked = None if answer is None else self.answers[answer]
        return Answered(self.message, right, None if answer is None else confidence, self.question.id, picked)


def questions(
    asks: Sequence[MessageId], messages: Mapping[MessageId, Message], seed: int, moment: Moment
) -> tuple[Asked, ...]:
    """Return one question for each message that this run asks about, the same messages before and after.

    With one seed, the question before and the question after are different ones, so that a right answer shows what was
    understood, not what was remembered. Which comes first is drawn, so that neither is always the one before.
    """
    drawn = _drawn([message for message in asks if message in messages], seed)
    return tuple(_asked(messages[message], seed + place, moment) for place, message in enumerate(drawn))


def to_recall(
    messages: Mapping[MessageId, Message],
    memories: Mapping[MessageId, Memory],
    today: int,
    seed: int,
    most: int = ASKED,
) -> tuple[Asked, ...]:
    """Return one question for each message to recall today, at most so many, most overdue first."""
    known = [message for message in due(memories, today) if message in messages][:most]
    return tuple(
        _put(message, next_question(messages[message], memories[message]), seed + place, turn=0)
        for place, message in enumerate(known)
    )


def _drawn(asks: Sequence[MessageId], seed: int) -> list[MessageId]:
    """Return the messages of one run, in the order of the level."""
    drawn = frozenset(shuffled(asks, seed, _DRAW)[:ASKED])
    return [message for message in asks if message in drawn]


def _asked(message: Message, seed: int, moment: Moment) -> Asked:
    pool = tuple(message.checks.values())
    question = pool[(number_below(len(pool), seed, 0) + moment) % len(pool)]
    return _put(message.id, question, seed, turn=moment + 1)


def _put(message: MessageId, question: Question, seed: int, *, turn: int) -> Asked:
    return Asked(message, question, shuffled((question.right, *question.wrong), seed, turn))
