"""What was answered to a question, and how sure the player was. It weighs nothing, so records can keep it."""

from dataclasses import dataclass, field
from enum import IntEnum

from game.story.ids import MessageId


class Confidence(IntEnum):
    """How sure somebody is of an answer."""

    GUESS = 0
    THINK_SO = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a check question."""

    message: MessageId
    right: bool
    confidence: Confidence | None = None
    """None where it was not asked, or nothing was answered."""
    question: str = ""
    """The id of the question among those of the message."""
    answer: str | None = field(default=None, compare=False)
    """The text that was picked; None for not being sure of any. Records leave it out: who wants it, listens."""
