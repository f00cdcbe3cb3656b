"""The pages of the teacher."""

from dataclasses import dataclass

from game.classroom.ids import SeatId, SessionId
from game.classroom.measure.drawing import Drawing
from game.classroom.session.nickname import Nickname
from game.classroom.stage import Pace, Stage
from game.classroom.views.parts import Card, Keys, Meter, Notice, OfferView, Poll, Speech, TaskView
from game.story.checkup import Moment


@dataclass(frozen=True, slots=True)
class DoorPage:
    """`GET /console` without a teacher's cookie. POST /console/enter: `pin`, `token`."""

    keys: Keys
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session that was held or is open."""

    id: SessionId
    title: str
    pace: Pace
    stage: Stage
    began_ms: int
    """Milliseconds since 1970, UTC."""
    seats: int
    people: int


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level that can be played."""

    id: str
    title: str
    chapter: str
    minutes: int
    ages: int
    content_note: str
    summary: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """`GET /console`: sessions, and a form for a new one.

    POST /console/sessions: `level`, `pace` (together, own), `checks` (yes or missing).
    POST /console/sessions/ID/delete: `sure` (yes).
    """

    keys: Keys
    sessions: tuple[SessionRow, ...]
    """The newest first."""
    open: SessionId | None
    levels: tuple[LevelRow, ...]
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat as the teacher sees it: where it is, never what it answered."""

    id: SeatId
    nickname: Nickname
    people: int
    is_here: bool
    """Whether its page is open now or was a moment ago."""
    needs_help: bool
    stage: Stage
    """At its own pace: BEFORE, STORY or AFTER; OVER when done."""
    moves: int
    """How far its own story has come."""
    place: str
    """The first words of the passage it is at; empty when played together."""
    has_answered: bool
    """Has voted in this round, or answered all questions of this stage."""


@dataclass(frozen=True, slots=True)
class RoundPanel:
    """A moment of a story played together.

    POST …/reveal; …/again (vote once more); …/take with one `pick.…` field for each poll, or with `majority` (yes);
    …/go-on where there is nothing to pick; …/back; …/hands with a number for each option: `hands.FIELD.VALUE`, and with
    `round`.
    """

    round: int
    title: str
    """The title of an ending; empty at passages."""
    lines: tuple[Speech, ...]
    meters: tuple[Meter, ...]
    polls: tuple[Poll, ...]
    offers: tuple[OfferView, ...]
    task: TaskView | None
    cards: tuple[Card, ...]
    voted: int
    """Seats that have voted; the number is no secret."""
    hands: int
    is_revealed: bool
    is_explained: bool
    """What the offers or the task tell is shown; go on."""
    misfit: str
    """The title of a card that was played and does not fit here."""
    can_go_on: bool
    can_step_back: bool
    has_ended: bool


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """One question, as far as it was answered. POST …/show-answers: `moment` (before, after), `shown` (yes, no)."""

    message: str
    """The title of the card it is about."""
    ask: str
    answers: tuple[str, ...]
    counts: tuple[int, ...] | None
    """How often each was picked; one number more for "not sure". None until shown, and for fewer than five."""
    right: int
    """Which answer is right."""
    answered: int


@dataclass(frozen=True, slots=True)
class CheckPanel:
    """The questions before or after. Half of the class is asked in other words, so a message can have two rows."""

    moment: Moment
    is_shown: bool
    is_too_small: bool
    """Fewer than five have answered: nothing is broken down."""
    finished: int
    """Seats that have answered all of them."""
    questions: tuple[AnswerCount, ...]


@dataclass(frozen=True, slots=True)
class WayPanel:
    """A passage where seats at their own pace have chosen. POST …/show-ways: `shown` (yes, no)."""

    place: str
    """The first words of the passage."""
    options: Poll
    """`votes` is None until shown, and where fewer than five have chosen."""
    chosen: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to talk about."""

    ask: str
    listen_for: str
    """What good answers come close to, for the teacher alone; may be empty."""
    is_now: bool
    """Whether it belongs to where the class is now; others may tell what is still to come."""


@dataclass(frozen=True, slots=True)
class SessionPage:
    """`GET /console/sessions/ID`. Its forms post to `/console/sessions/ID/…`."""

    keys: Keys
    version: str
    """What `GET /console/sessions/ID/events` calls this state."""
    notice: Notice | None
    id: SessionId
    title: str
    level: str
    content_note: str
    pace: Pace
    stage: Stage
    next: Stage | None
    """POST …/stage with `to`: this stage. None when it is over."""
    has_checks: bool
    code: str
    """Four letters. Empty when it is over."""
    address: str
    """What pupils type: `http://192.168.1.20:8470`."""
    join_url: str
    """What the QR holds; the picture is `GET /qr.svg`."""
    seats: tuple[SeatRow, ...]
    """POST …/seats/SEAT/close; POST …/seats/SEAT/helped."""
    people: int
    is_frozen: bool
    """POST …/freeze: `frozen` (yes, no), `prompt` (a number of `discuss`; may be missing)."""
    prompt: str
    discuss: tuple[Prompt, ...]
    """What the level gives the class to talk about."""
    round: RoundPanel | None
    checks: tuple[CheckPanel, ...]
    are_ways_shown: bool
    ways: tuple[WayPanel, ...]
    plots: tuple[Drawing, ...] = ()
    """What the class learned, once it is over: the drawings of the report."""


ConsolePage = DoorPage | HomePage | SessionPage
