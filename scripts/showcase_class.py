"""The telling states of the class in the window: the projector, and a pupil's own game. No server: a session alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from game.classroom.client.states import ProjectorState, Tie
from game.classroom.ids import SeatId, SessionId
from game.classroom.present.address import Address
from game.classroom.present.projector import projector_page
from game.classroom.session.commands import (
    Answer,
    Command,
    Freeze,
    GoOn,
    GoTo,
    Join,
    Reveal,
    ShowAnswers,
    Take,
    Vote,
)
from game.classroom.session.decide import decide
from game.classroom.session.entries import Opened
from game.classroom.session.evolve import evolve, opened
from game.classroom.session.polls import CARD, polls_of
from game.classroom.session.session import Script, Session
from game.classroom.session.walk import Need
from game.classroom.stage import Pace, Stage
from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.content.words import Words
from game.modes import CLASSROOM
from game.paths import assets_dir
from game.records.settings import Settings
from game.screens.classroom.large import ROOM_SCALE, Large
from game.screens.classroom.projector import ProjectorScreen
from game.screens.routing import build_routes
from game.story.answer import Confidence
from game.story.checkup import Moment
from game.story.ids import LevelId
from visit import SEED, Visit, usual_level

CODE = "MKVT"
ADDRESS = Address("http://192.168.178.120:8470")
AT_MS = 1_793_000_000_000
PUPILS = 23
HALF_A_FALL_S = 0.2


class Lesson:
    """A session at work, without a server."""

    def __init__(self, library: Library, level: LevelId, pace: Pace) -> None:
        script = Script(library.levels[level], library.messages)
        entry = Opened(script.level.id, script.level.version, pace, True, CODE, SEED)
        self.session: Session = opened(SessionId("0f1e"), entry, script, AT_MS)

    def do(self, command: Command) -> None:
        """Carry a command out."""
        for entry in decide(self.session, command):
            self.session = evolve(self.session, entry, AT_MS).session

    def join(self, count: int) -> None:
        """Let so many more take a seat."""
        for n in range(len(self.session.seats), len(self.session.seats) + count):
            self.do(Join(SeatId(f"seat{n}"), f"digest{n}", CODE, 2 if n % 5 == 0 else 1, n))

    def go_to(self, stage: Stage) -> None:
        """Go on to a stage."""
        self.do(GoTo(self.session.turn, stage))

    def vote(self, count: int) -> None:
        """Let so many vote, most of them for what stands first."""
        polls = polls_of(self.session.together.walk)
        for n, seat in enumerate(list(self.session.seats)[:count]):
            picks = {poll.field: _picked(poll.values, n) for poll in polls}
            self.do(Vote(seat, self.session.together.round, picks))

    def answer(self, moment: Moment, wrong_of_three: int) -> None:
        """Let everybody answer everything; so many of three wrongly."""
        for n, seat in enumerate(self.session.seats):
            while (asked := self.session.to_answer(self.session.seats[seat], moment)) is not None:
                right = next(at for at in range(len(asked.answers)) if asked.is_right(at))
                answer = (right + 1) % len(asked.answers) if (n + len(asked.message)) % 3 < wrong_of_three else right
                self.do(Answer(seat, self.session.seats[seat].turn, answer, Confidence(1)))

    def play_to(self, need: Need) -> None:
        """Take what stands first until the story needs something of this kind."""
        while self.session.together.walk.need is not need:
            self.take()

    def take(self) -> None:
        """Take what stands first."""
        polls = polls_of(self.session.together.walk)
        if not polls:
            self.do(GoOn(self.session.turn))
            return
        self.do(Take(self.session.turn, {poll.field: poll.values[0] for poll in polls}))


class Shown:
    """Implements `ProjectorFeed`: what a lesson shows."""

    def __init__(self, lesson: Lesson, words: Words, state: ProjectorState | None = None) -> None:
        self._lesson = lesson
        self._words = words
        self._state = state

    @property
    def state(self) -> ProjectorState:
        """The last that is known."""
        page = projector_page(self._lesson.session, self._words, ADDRESS)
        return self._state or ProjectorState(Tie.THERE, page=page)

    def enter(self, pin: str) -> None:
        """No PIN is wanted."""


Told = Callable[[Lesson, Visit], object]


def class_shots(told: Settings) -> Iterator[tuple[str, Callable[[Visit], object], Settings | None]]:
    """Yield the name of each, how a fresh visit gets there, and its settings where they matter."""
    yield "projector-seeking", lambda visit: _waiting(visit, ProjectorState()), None
    yield "projector-pin", lambda visit: _waiting(visit, ProjectorState(Tie.THERE, wants_pin=True)), None
    yield "projector-lobby-empty", lambda visit: _shown(visit, Pace.TOGETHER, _nothing), None
    yield "projector-lobby", lambda visit: _shown(visit, Pace.TOGETHER, lambda lesson, _: lesson.join(PUPILS)), None
    yield "projector-lobby-falling", lambda visit: _shown(visit, Pace.OWN, _falling), None
    yield "projector-questions", lambda visit: _shown(visit, Pace.TOGETHER, _questions), None
    yield "projector-answers", lambda visit: _shown(visit, Pace.TOGETHER, _answers), None
    yield "projector-story", lambda visit: _shown(visit, Pace.TOGETHER, _story), told
    yield "projector-voting", lambda visit: _shown(visit, Pace.TOGETHER, _voting), None
    yield "projector-revealed", lambda visit: _shown(visit, Pace.TOGETHER, _revealed), None
    yield "projector-taken", lambda visit: _shown(visit, Pace.TOGETHER, _taken), None
    yield "projector-offers", lambda visit: _shown(visit, Pace.TOGETHER, _offers), None
    yield "projector-offers-revealed", lambda visit: _shown(visit, Pace.TOGETHER, _offers_revealed), None
    yield "projector-offers-explained", lambda visit: _shown(visit, Pace.TOGETHER, _offers_explained), None
    yield "projector-talk", lambda visit: _shown(visit, Pace.TOGETHER, _talk), None
    yield "projector-ending", lambda visit: _shown(visit, Pace.TOGETHER, _ending), None
    yield "projector-debrief", lambda visit: _shown(visit, Pace.TOGETHER, _debrief), None
    yield "projector-own", lambda visit: _shown(visit, Pace.OWN, _own), None
    yield "projector-over", lambda visit: _shown(visit, Pace.TOGETHER, _over), None


def _projector(visit: Visit, feed: Shown) -> ProjectorScreen:
    assets = AssetLibrary(assets_dir())
    visit.services = replace(visit.services, mode=CLASSROOM)
    visit.routes = build_routes(visit.services, assets)
    return ProjectorScreen(visit.services, visit.routes, assets, feed, ADDRESS.base.removeprefix("http://"))


def _lesson(visit: Visit, pace: Pace) -> Lesson:
    return Lesson(visit.library, usual_level(visit.library).id, pace)


def _waiting(visit: Visit, state: ProjectorState) -> None:
    visit.open(_projector(visit, Shown(_lesson(visit, Pace.TOGETHER), visit.services.words, state)))


def _shown(visit: Visit, pace: Pace, told: Told) -> None:
    lesson = _lesson(visit, pace)
    visit.open(_projector(visit, Shown(lesson, visit.services.words)))
    told(lesson, visit)
    _enlarge(visit)


def _enlarge(visit: Visit) -> None:
    """Let the text be as large as the projector would have it."""
    settings = visit.services.settings
    wanted = max(settings.current.text_scale, ROOM_SCALE)
    settings.change(replace(settings.current, text_scale=wanted))
    scale = Large(visit.runner).frame(visit.size, visit.now_s).theme.text_scale
    settings.change(replace(settings.current, text_scale=scale))


def _picked(values: tuple[str, ...], n: int) -> str:
    plain = [value for value in values if not value.startswith(CARD)]
    return plain[(n % 5) // 3 % len(plain)] if n % 7 else values[-1]


def _nothing(_lesson: Lesson, _visit: Visit) -> None:
    """Nobody is here yet."""


def _falling(lesson: Lesson, visit: Visit) -> None:
    lesson.join(PUPILS - 4)
    visit.look()
    lesson.join(4)
    visit.look()
    visit.wait(HALF_A_FALL_S)


def _questions(lesson: Lesson, _visit: Visit) -> None:
    lesson.join(PUPILS)
    lesson.go_to(Stage.BEFORE)


def _answers(lesson: Lesson, visit: Visit) -> None:
    _questions(lesson, visit)
    lesson.answer(Moment.BEFORE, 2)
    lesson.do(ShowAnswers(Moment.BEFORE, shown=True))


def _story(lesson: Lesson, visit: Visit) -> None:
    _questions(lesson, visit)
    lesson.go_to(Stage.STORY)
    visit.look()
    visit.wait(1.2)


def _voting(lesson: Lesson, visit: Visit) -> None:
    _story(lesson, visit)
    lesson.play_to(Need.CHOICE)
    visit.look()
    lesson.vote(14)
    visit.look()
    visit.wait(2)


def _revealed(lesson: Lesson, visit: Visit) -> None:
    _voting(lesson, visit)
    lesson.vote(PUPILS)
    lesson.do(Reveal(lesson.session.turn))


def _taken(lesson: Lesson, visit: Visit) -> None:
    _revealed(lesson, visit)
    visit.look()
    lesson.take()
    visit.look()
    visit.wait(4)


def _offers(lesson: Lesson, visit: Visit) -> None:
    _story(lesson, visit)
    lesson.play_to(Need.OFFERS)
    visit.look()
    lesson.vote(9)
    visit.wait(2)


def _offers_revealed(lesson: Lesson, visit: Visit) -> None:
    _offers(lesson, visit)
    lesson.vote(PUPILS)
    lesson.do(Reveal(lesson.session.turn))


def _offers_explained(lesson: Lesson, visit: Visit) -> None:
    _offers_revealed(lesson, visit)
    lesson.take()


def _talk(lesson: Lesson, visit: Visit) -> None:
    _revealed(lesson, visit)
    lesson.do(Freeze(frozen=True, prompt=0))


def _ending(lesson: Lesson, visit: Visit) -> None:
    _story(lesson, visit)
    lesson.play_to(Need.NOTHING)
    visit.look()
    visit.wait(3)


def _debrief(lesson: Lesson, visit: Visit) -> None:
    _ending(lesson, visit)
    visit.look()
    visit.wait(120)


def _own(lesson: Lesson, visit: Visit) -> None:
    lesson.join(PUPILS)
    lesson.go_to(Stage.STORY)


def _over(lesson: Lesson, visit: Visit) -> None:
    _answers(lesson, visit)
    lesson.go_to(Stage.STORY)
    lesson.go_to(Stage.AFTER)
    lesson.answer(Moment.AFTER, 1)
    lesson.do(ShowAnswers(Moment.AFTER, shown=True))
    lesson.go_to(Stage.OVER)
