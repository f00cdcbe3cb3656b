"""Stand-ins for the links to a class: they show what a test says, and remember what was wanted."""

from dataclasses import dataclass, field, replace

from game.classroom.client.states import About, ProjectorState, SeatState, Seen, Tie
from game.classroom.present.address import Address
from game.classroom.present.projector import projector_page
from game.classroom.present.pupil import pupil_page
from game.classroom.session.commands import Act, Answer, GoTo, Put, Skip
from game.classroom.stage import Pace, Stage
from game.content.library import Library
from game.content.words import Words
from game.story.answer import Confidence
from game.story.playthrough import Playthrough
from tests.classroom.lesson import Lesson

HERE = Address("http://127.0.0.1:8470")
NAME = "a"


@dataclass(slots=True)
class FakeFeed:
    """Implements `ProjectorFeed`."""

    lesson: Lesson
    words: Words
    tie: Tie = Tie.THERE
    wants_pin: bool = False
    pins: list[str] = field(default_factory=list)

    @property
    def state(self) -> ProjectorState:
        page = projector_page(self.lesson.session, self.words, HERE)
        return ProjectorState(self.tie, self.wants_pin, None, None if self.wants_pin else page)

    def enter(self, pin: str) -> None:
        self.pins.append(pin)


class FakeSeat:
    """Implements `SeatLink` on a lesson without a network. While it is away nothing arrives."""

    def __init__(self, library: Library, words: Words, pace: Pace = Pace.OWN, *, has_checks: bool = False) -> None:
        self.lesson = Lesson(library, "village-offer", pace, has_checks=has_checks)
        self.words = words
        self.tie = Tie.THERE
        self.codes: list[tuple[str, int]] = []
        self.hands: list[bool] = []
        self.has_left = False
        self.changes: dict[str, object] = {}
        """Fields of the state that a test wants otherwise."""

    @property
    def state(self) -> SeatState:
        session = self.lesson.session
        about = About(
            session.stage is not Stage.OVER, session.level.id, session.level.title, session.level.version, session.pace
        )
        state = SeatState(self.tie, about, self._seen())
        return replace(state, **self.changes)  # type: ignore[arg-type]

    def _seen(self) -> Seen | None:
        session = self.lesson.session
        if NAME not in session.seats:
            return None
        seat = self.lesson.seat(NAME)
        view, stage = pupil_page(session, seat, self.words, ""), session.stage_of(seat)
        story = None if stage is Stage.LOBBY else seat.walk.playthrough
        return Seen(view, story, seat.turn, stage, session.is_frozen)

    def join(self, code: str, people: int) -> None:
        self.codes.append((code, people))
        self.lesson.join(NAME)

    def report(self, story: Playthrough) -> None:
        if self.tie is not Tie.THERE:
            return
        seat = self.lesson.seat(NAME)
        known = seat.walk.playthrough.actions
        keep = next(
            (n for n, (here, there) in enumerate(zip(story.actions, known, strict=False)) if here != there),
            min(len(known), len(story.actions)),
        )
        self.lesson.do(Put(seat.id, seat.turn, keep, story.actions[keep:], explained=False))

    def answer(self, answer: int | None, sure: Confidence | None) -> None:
        seat = self.lesson.seat(NAME)
        self.lesson.do(Answer(seat.id, seat.turn, answer, sure))

    def skip(self) -> None:
        seat = self.lesson.seat(NAME)
        self.lesson.do(Skip(seat.id, seat.turn))

    def go_after(self) -> None:
        seat = self.lesson.seat(NAME)
        self.lesson.do(Act(seat.id, seat.turn, None))

    def raise_hand(self, *, up: bool) -> None:
        self.hands.append(up)

    def leave(self) -> None:
        self.has_left = True

    def go_to(self, stage: Stage) -> None:
        """The teacher goes on."""
        self.lesson.do(GoTo(self.lesson.session.turn, stage))
