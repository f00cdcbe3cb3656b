"""What a session shows once it has been played: for reports. Nothing in it says whose an answer is."""

from dataclasses import dataclass

from game.classroom.ids import SessionId
from game.classroom.stage import Pace
from game.story.action import Verdict
from game.story.answer import Answered
from game.story.level import ChoiceId, Level, MessageId, Outcome, PassageId
from game.story.playthrough import Replay


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on an offer."""

    offer: str
    genuine: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SeatFindings:
    """One seat that was not closed by the teacher. Seats are in the order of their random ids, which says nothing."""

    people: int
    """How many share the device: 1 or 2."""
    before: tuple[Answered, ...]
    """Complete or not: `Answered.message` says what an answer is about. The class is asked about the same messages."""
    after: tuple[Answered, ...]
    judged: tuple[Judged, ...]
    """At its own pace, or with votes."""
    outcome: Outcome | None
    """How its own story ended; None where it has not, and where the story is played together."""
    has_won: bool
    learned: tuple[MessageId, ...]
    """Own pace only: the messages learned, and those played."""
    used: tuple[MessageId, ...]


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How many seats took a choice at their own pace, or how many votes and hands it had before the class took one."""

    passage: PassageId
    choice: ChoiceId
    count: int


@dataclass(frozen=True, slots=True)
class Findings:
    """All of a session. Whoever shows it breaks nothing down for fewer than `SMALLEST_GROUP`."""

    session: SessionId
    level: Level
    pace: Pace
    has_checks: bool
    began_ms: int
    ended_ms: int | None
    seats: tuple[SeatFindings, ...]
    choices: tuple[ChoiceCount, ...]
    story: Replay | None
    """The way of the class where it played together."""
