"""A seat: a device that joined, and everything it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from game.classroom.findings import Judged
from game.classroom.ids import SeatId
from game.classroom.session.nickname import Nickname
from game.classroom.session.walk import Walk
from game.story.answer import Answered, Confidence
from game.story.checkup import Moment
from game.story.level import ChoiceId, MessageId, PassageId


class Gone(StrEnum):
    """Why a seat is empty."""

    CLOSED = "closed"
    """The teacher closed it; nothing it did counts."""
    LEFT = "left"
    """It was given up; what it did counts."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to a question, in words that stay the same when questions are edited."""

    moment: Moment
    message: MessageId
    question: str
    answer: str | None
    """The text that was picked; None for not being sure."""
    right: bool
    confidence: Confidence | None

    @property
    def answered(self) -> Answered:
        """What the answer shows."""
        return Answered(self.message, self.right, self.confidence, self.question)


@dataclass(frozen=True, slots=True)
class Seat:
    """One device."""

    id: SeatId
    digest: str
    """Of the token that proves who it is; the token itself is kept on the device alone."""
    number: int
    """How many joined before it."""
    nickname: Nickname
    people: int
    walk: Walk
    """Its own story; at the beginning while the class plays together."""
    turn: int = 0
    """How many writes of this seat were taken."""
    last: str = ""
    """The key of the last of them."""
    gone: Gone | None = None
    needs_help: bool = False
    given: tuple[Given, ...] = ()
    skipped: frozenset[Moment] = frozenset()
    is_after: bool = False
    """Whether it has gone on from the ending of its own story."""
    judged: tuple[Judged, ...] = field(default=())
    """Its first verdict on each offer: later ones have heard the explanation."""
    chosen: Mapping[PassageId, ChoiceId] = field(default_factory=dict)
    """What it took first at each passage of its own story: whoever comes there again knows what follows."""
    has_stopped: bool = False
    """Whether it was told that it is done."""

    def answers(self, moment: Moment) -> tuple[Given, ...]:
        """Return the answers before or after the story."""
        return tuple(each for each in self.given if each.moment is moment)
