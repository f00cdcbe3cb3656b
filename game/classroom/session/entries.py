"""What was taken: the entries of a session's journal. A session is what its entries come to, and nothing else.

Chance is in the entries, too (codes, nicknames, draws of the story), so that the same journal always comes to the same.
`key` is the digest of what was sent, by which the same thing sent twice is known.
"""

from dataclasses import dataclass

from game.classroom.ids import SeatId
from game.classroom.session.nickname import Nickname
from game.classroom.session.polls import Picks, Tally
from game.classroom.session.seat import Given, Gone
from game.classroom.stage import Pace, Stage
from game.story.action import ActionId
from game.story.checkup import Moment
from game.story.level import LevelId, MessageId


@dataclass(frozen=True, slots=True)
class Opened:
    """The session began."""

    level: LevelId
    version: str
    pace: Pace
    has_checks: bool
    code: str
    seed: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A device took a seat."""

    seat: SeatId
    digest: str
    nickname: Nickname
    people: int


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote of a round."""

    seat: SeatId
    key: str
    picks: Picks


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered."""

    seat: SeatId
    key: str
    given: Given


@dataclass(frozen=True, slots=True)
class Skipped:
    """Questions were passed over."""

    seat: SeatId
    key: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Walked:
    """An own story went on or back: its first `keep` actions, and then these."""

    seat: SeatId
    key: str
    keep: int
    actions: tuple[ActionId, ...]
    explained: bool
    misfit: MessageId | None


@dataclass(frozen=True, slots=True)
class StoryLeft:
    """A seat went on from the ending of its own story."""

    seat: SeatId
    key: str


@dataclass(frozen=True, slots=True)
class HandRaised:
    """A seat asks for help, or does not any more."""

    seat: SeatId
    up: bool


@dataclass(frozen=True, slots=True)
class SeatEmptied:
    """A seat was left or closed."""

    seat: SeatId
    gone: Gone


@dataclass(frozen=True, slots=True)
class Staged:
    """The class went on to a stage."""

    key: str
    to: Stage


@dataclass(frozen=True, slots=True)
class Frozen:
    """All were stopped, or let go."""

    frozen: bool
    prompt: int | None


@dataclass(frozen=True, slots=True)
class Revealed:
    """The votes were shown."""

    key: str


@dataclass(frozen=True, slots=True)
class RoundBegun:
    """A round began without a step: the class votes again."""

    key: str


@dataclass(frozen=True, slots=True)
class ClassWalked:
    """The story of the class went on or back."""

    key: str
    keep: int
    actions: tuple[ActionId, ...]
    explained: bool
    misfit: MessageId | None


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """The raised hands of the round."""

    hands: Tally


@dataclass(frozen=True, slots=True)
class AnswersShown:
    """Answer counts were shown or hidden."""

    moment: Moment
    shown: bool


@dataclass(frozen=True, slots=True)
class WaysShown:
    """Counts of choices were shown or hidden."""

    shown: bool


Entry = (
    Opened
    | Joined
    | Voted
    | Answered
    | Skipped
    | Walked
    | StoryLeft
    | HandRaised
    | SeatEmptied
    | Staged
    | Frozen
    | Revealed
    | RoundBegun
    | ClassWalked
    | HandsCounted
    | AnswersShown
    | WaysShown
)
