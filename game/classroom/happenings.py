"""What happens in a class, as values for whoever keeps learning records.

Happenings follow from the journal of a session and from nothing else, so they can be told again after a crash: the same
happening has the same `id` each time, and whoever listens counts an id once. They are told on a thread of their own,
after what they tell of is on the disk, in the order in which it happened.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from game.classroom.ids import SeatId, SessionId
from game.classroom.stage import Pace
from game.story.action import Verdict
from game.story.answer import Confidence
from game.story.checkup import Moment
from game.story.level import ChoiceId, LevelId, MessageId, Outcome, PassageId


@dataclass(frozen=True, slots=True)
class Started:
    """A seat, or the class, began a level."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class MessageLearned:
    """A message went into the notebook."""

    message: MessageId
    learned_from: str


@dataclass(frozen=True, slots=True)
class MessagePlayed:
    """A card was played where it fits."""

    passage: PassageId
    message: MessageId


@dataclass(frozen=True, slots=True)
class ChoiceTaken:
    """A choice was taken: by a seat at its own pace, or by the class."""

    passage: PassageId
    choice: ChoiceId
    open: tuple[ChoiceId, ...]
    """What could have been chosen, this one included."""


@dataclass(frozen=True, slots=True)
class Voted:
    """A seat voted in a round of a story that is played together."""

    passage: PassageId
    round: int
    picks: tuple[tuple[str, str], ...]
    """(poll, option): see `game.classroom.session.polls` for their ids."""


@dataclass(frozen=True, slots=True)
class OfferJudged:
    """The first verdict of a seat on an offer, at its own pace or with its vote; or what the class decided."""

    passage: PassageId
    offer: str
    genuine: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """A question before or after the story was answered."""

    moment: Moment
    message: MessageId
    question: str
    """The id of the question among those of the message."""
    answer: str | None
    """The text that was picked; None for not being sure."""
    right: bool
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Progressed:
    """The story came to a passage."""

    passage: PassageId
    moves: int
    """How many actions moved the story so far."""


@dataclass(frozen=True, slots=True)
class LevelEnded:
    """The story came to an ending."""

    ending: PassageId
    outcome: Outcome
    has_won: bool
    """Whether enough messages were learned and played (the level's win rule)."""


class Why(StrEnum):
    """Why a seat or a class stopped."""

    FINISHED = "finished"
    LEFT = "left"
    CLOSED = "closed"
    """The teacher closed the seat or the session before the end."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A seat, or the class, is done with the level. Nothing of it follows."""

    why: Why


What = (
    Started
    | MessageLearned
    | MessagePlayed
    | ChoiceTaken
    | Voted
    | OfferJudged
    | QuestionAnswered
    | Progressed
    | LevelEnded
    | Stopped
)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, to whom and when."""

    id: str
    """`SESSION:ENTRY:PLACE`, the same each time it is told."""
    session: SessionId
    entry: int
    """The number of the journal's entry it follows from: counts up within a session, several can follow from one."""
    at_ms: int
    """Milliseconds since 1970, UTC."""
    seat: SeatId | None
    """None for the class as a whole: what it decided together."""
    level: LevelId
    what: What


class Listener(Protocol):
    """Whoever is told. All calls come from one thread, and may take their time."""

    def heard(self, session: SessionId) -> int:
        """Return the number of the last entry that was heard completely, 0 for none: what follows is told again."""
        ...

    def hear(self, happenings: Sequence[Happening]) -> None:
        """Keep what happened, all of it or nothing.

        When this raises an `OSError`, it is told again after a while; after any other error, one by one, and what
        raises once more is left out.
        """
        ...

    def forget(self, session: SessionId) -> None:
        """Delete what was heard of a session and has not been sent to anybody yet: the teacher has deleted it."""
        ...

    def forget_others(self, kept: Collection[SessionId]) -> None:
        """Delete what was heard of any session but these: they were deleted, and perhaps nobody could say so."""
        ...
