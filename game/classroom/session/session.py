"""All of a session at one moment, as one frozen value: whoever reads it reads something that was true."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.classroom.findings import ChoiceCount
from game.classroom.ids import SeatId, SessionId
from game.classroom.session.polls import Picks, Tally
from game.classroom.session.seat import Gone, Seat
from game.classroom.session.walk import Walk
from game.classroom.stage import Pace, Stage
from game.story.checkup import Asked, Moment, questions
from game.story.level import Level, MessageId
from game.story.message import Message

MOST_SEATS = 300


@dataclass(frozen=True, slots=True)
class Script:
    """What is played: a level, and the messages it speaks of."""

    level: Level
    messages: Mapping[MessageId, Message]


@dataclass(frozen=True, slots=True)
class Together:
    """The story of the class, and the round it is in."""

    walk: Walk
    round: int = 1
    votes: Mapping[SeatId, Picks] = field(default_factory=dict)
    hands: Tally = field(default_factory=dict)
    is_revealed: bool = False
    choices: tuple[ChoiceCount, ...] = ()
    """What each choice had before the class took one."""


@dataclass(frozen=True, slots=True)
class Session:
    """A lesson: one level, played once by a class."""

    id: SessionId
    script: Script
    pace: Pace
    has_checks: bool
    code: str
    seed: int
    began_ms: int
    together: Together
    """Stands still at the beginning where everybody plays at their own pace."""
    stage: Stage = Stage.LOBBY
    ended_ms: int | None = None
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    by_digest: Mapping[str, SeatId] = field(default_factory=dict)
    is_frozen: bool = False
    prompt: int | None = None
    """Which of the level's prompts is talked about."""
    shown: frozenset[Moment] = frozenset()
    """The questions whose counts the teacher shows."""
    are_ways_shown: bool = False
    turn: int = 0
    """How often the teacher moved the class on."""
    last: str = ""
    """The key of the last of these."""
    entry: int = 0
    """The number of the last entry of the journal."""

    @property
    def level(self) -> Level:
        """What is played."""
        return self.script.level

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats that are taken, in the order they joined."""
        return tuple(seat for seat in self.seats.values() if seat.gone is None)

    @property
    def counting(self) -> tuple[Seat, ...]:
        """The seats whose answers count: those that left, too, but not those the teacher closed."""
        return tuple(seat for seat in self.seats.values() if seat.gone is not Gone.CLOSED)

    def asked(self, seat: Seat, moment: Moment) -> tuple[Asked, ...]:
        """Return the questions for a seat; none where there are no questions.

        All are asked about the same messages. Half of them have before the story what the others have after it, so that
        a question which is easier than its sister does not look like something learned.
        """
        if not self.has_checks:
            return ()
        form = Moment(1 - moment) if seat.number % 2 else moment
        return questions(self.level.asks, self.script.messages, self.seed, form)

    def to_answer(self, seat: Seat, moment: Moment) -> Asked | None:
        """Return the question a seat has to answer next; None when all are answered or passed over."""
        answered = {given.message for given in seat.answers(moment)}
        if moment in seat.skipped:
            return None
        return next((each for each in self.asked(seat, moment) if each.message not in answered), None)

    def stage_of(self, seat: Seat) -> Stage:
        """Return where a seat is: at its own pace not where the class is."""
        if self.pace is Pace.TOGETHER or self.stage is not Stage.STORY:
            return self.stage
        if self.to_answer(seat, Moment.BEFORE) and seat.walk.is_at_start:
            return Stage.BEFORE
        if not seat.is_after:
            return Stage.STORY
        return Stage.AFTER if self.to_answer(seat, Moment.AFTER) else Stage.OVER
