"""Whatever is asked for, in whatever order, and however often: laws of a session."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from game.classroom.ids import SeatId
from game.classroom.present.address import Address
from game.classroom.present.console import session_page
from game.classroom.present.findings import findings
from game.classroom.present.projector import projector_page
from game.classroom.present.pupil import pupil_page
from game.classroom.session.commands import (
    Act,
    Answer,
    ClassStepBack,
    CloseSeat,
    Command,
    Freeze,
    GoOn,
    GoTo,
    Join,
    Leave,
    PlayCard,
    RaiseHand,
    Reveal,
    ShowAnswers,
    ShowWays,
    Skip,
    StepBack,
    Take,
    TakeNotes,
    Vote,
    VoteAgain,
)
from game.classroom.session.polls import polls_of
from game.classroom.session.refused import RefusedError
from game.classroom.session.seat import Given
from game.classroom.stage import SMALLEST_GROUP, Pace, Stage
from game.classroom.store.codec import read, written
from game.content.library import Library
from game.content.words import Words
from game.story.action import ActionId
from game.story.checkup import Moment
from game.story.engine import notes
from tests.classroom.lesson import CODE, Lesson

NAMES = [f"seat-{number}" for number in range(7)]
STAGES = list(Stage)


class Anything(RuleBasedStateMachine):
    """Everybody does anything, and does it again later."""

    library: Library
    words: Words

    def __init__(self) -> None:
        super().__init__()
        self.lesson: Lesson | None = None
        self.taken: list[Command] = []
        self.stage = Stage.LOBBY

    @property
    def class_(self) -> Lesson:
        assert self.lesson is not None
        return self.lesson

    @initialize(
        level=st.sampled_from(["village-offer", "boat-and-basket", "first-month"]),
        pace=st.sampled_from(Pace),
        has_checks=st.booleans(),
        seed=st.integers(0, 2**64 - 1),
        stage=st.sampled_from([Stage.LOBBY, Stage.STORY, Stage.STORY]),
    )
    def begin(self, level: str, pace: Pace, has_checks: bool, seed: int, stage: Stage) -> None:
        self.lesson = Lesson(self.library, level, pace, has_checks=has_checks, seed=seed)
        self.lesson.join(*NAMES[:5])
        if stage is not Stage.LOBBY:
            self.lesson.go_to(stage)

    def try_(self, command: Command) -> None:
        before = self.class_.session
        try:
            self.class_.do(command)
        except RefusedError:
            assert self.class_.session is before
            return
        self.taken.append(command)

    @rule(name=st.sampled_from(NAMES), people=st.integers(0, 3), code=st.sampled_from([CODE, CODE, "XXXX"]))
    def join(self, name: str, people: int, code: str) -> None:
        self.try_(Join(SeatId(name), f"digest of {name}", code, people, 3))

    @rule(to=st.sampled_from(STAGES[:-1]), age=st.integers(0, 1))
    def go_to(self, to: Stage, age: int) -> None:
        self.try_(GoTo(self.class_.session.turn - age, to))

    @rule(names=st.lists(st.sampled_from(NAMES), max_size=9), age=st.sampled_from([0, 0, 0, 1]), data=st.data())
    def vote(self, names: list[str], age: int, data: st.DataObject) -> None:
        polls = polls_of(self.class_.session.together.walk)
        for name in names:
            picks = {poll.field: data.draw(st.sampled_from(poll.values)) for poll in polls}
            before = self.class_.session.together.votes
            self.try_(Vote(SeatId(name), self.class_.session.together.round - age, picks))
            assert before.items() <= self.class_.session.together.votes.items(), "the first vote of a round counts"

    @rule(name=st.sampled_from(NAMES), data=st.data())
    def play(self, name: str, data: st.DataObject) -> None:
        """Do one of the things that a seat's story offers; or try, where it has none."""
        seat = self.class_.session.seats.get(SeatId(name))
        if seat is None:
            return
        walk = seat.walk
        ways: list[Callable[[], Command]] = [
            lambda: Act(seat.id, seat.turn, None),
            lambda: StepBack(seat.id, seat.turn),
            lambda: Skip(seat.id, seat.turn),
            lambda: Answer(seat.id, seat.turn, data.draw(st.sampled_from([None, 0, 1, 2, 9])), None),
        ]
        if walk.choices:
            ways.append(lambda: Act(seat.id, seat.turn, ActionId(data.draw(st.sampled_from(walk.choices)))))
        if walk.cards:
            ways.append(lambda: PlayCard(seat.id, seat.turn, data.draw(st.sampled_from(walk.cards))))
        if possible := [note.id for note in notes(walk.level, walk.state)]:
            some = st.lists(st.sampled_from(possible), min_size=1, max_size=9)
            ways.append(lambda: TakeNotes(seat.id, seat.turn, tuple(data.draw(some))))
        self.try_(data.draw(st.sampled_from(ways))())

    @rule(what=st.sampled_from([Reveal, VoteAgain, GoOn, ClassStepBack]), age=st.sampled_from([0, 0, 1]))
    def step(self, what: type[Reveal] | type[VoteAgain] | type[GoOn] | type[ClassStepBack], age: int) -> None:
        self.try_(what(self.class_.session.turn - age))

    @rule(majority=st.booleans(), data=st.data())
    def take(self, majority: bool, data: st.DataObject) -> None:
        polls = polls_of(self.class_.session.together.walk)
        picks = {poll.field: data.draw(st.sampled_from(poll.values)) for poll in polls}
        self.try_(Take(self.class_.session.turn, None if majority else picks))

    @rule(name=st.sampled_from(NAMES), what=st.sampled_from([CloseSeat, Leave]))
    def empty(self, name: str, what: type[CloseSeat] | type[Leave]) -> None:
        self.try_(what(SeatId(name)))

    @rule(name=st.sampled_from(NAMES), up=st.booleans(), prompt=st.sampled_from([None, 0, 99]))
    def settings(self, name: str, up: bool, prompt: int | None) -> None:
        for each in (
            RaiseHand(SeatId(name), up),
            Freeze(up, prompt),
            ShowAnswers(Moment.AFTER, up),
            ShowAnswers(Moment.BEFORE, up),
            ShowWays(up),
        ):
            self.try_(each)

    @rule(data=st.data())
    def replay(self, data: st.DataObject) -> None:
        """What was taken and is asked for again is never counted again."""
        if not self.taken:
            return
        command = data.draw(st.sampled_from(self.taken))
        votes, given = self.class_.session.together.votes, self._given()
        try:
            entries = self.class_.do(command)
        except RefusedError:
            return
        once = (Freeze, RaiseHand, ShowAnswers, ShowWays, Leave, CloseSeat)
        assert not entries or isinstance(command, once), command
        if not isinstance(command, CloseSeat | Leave):
            assert self.class_.session.together.votes == votes
        assert self._given() == given

    @invariant()
    def a_session_goes_on_and_never_back(self) -> None:
        if self.lesson:
            assert STAGES.index(self.class_.session.stage) >= STAGES.index(self.stage)
            self.stage = self.class_.session.stage

    @invariant()
    def nobody_votes_twice_and_nobody_who_is_gone_votes(self) -> None:
        if self.lesson:
            session = self.class_.session
            assert set(session.together.votes) <= {seat.id for seat in session.counting}

    @invariant()
    def every_question_is_answered_once(self) -> None:
        for given in self._given():
            assert len({(each.moment, each.message) for each in given}) == len(given)

    @invariant()
    def nothing_is_seen_before_its_time_or_of_too_few(self) -> None:
        if self.lesson:
            self._expect_hidden()

    def _expect_hidden(self) -> None:
        session = self.class_.session
        page = session_page(session, self.words, Address("http://a:1"), (), 0, "token")
        shown = projector_page(session, self.words, Address("http://a:1"))
        for seat in session.present:
            pupil_page(session, seat, self.words, "token")
        findings(session)
        for story in (page.round, shown.story):
            polls = (*story.polls, *(offer.verdict for offer in story.offers)) if story else ()
            few = len(session.together.votes) < SMALLEST_GROUP
            if few or not session.together.is_revealed:
                assert all(option.votes is None for poll in polls for option in poll.options)
                assert not any(option.is_ahead for poll in polls for option in poll.options)
        for check in (*page.checks, *shown.checks):
            for row in check.questions:
                assert (row.counts is None) == (check.moment not in session.shown or row.answered < SMALLEST_GROUP)
        for way in (*page.ways, *shown.ways):
            if way.chosen < SMALLEST_GROUP or not session.are_ways_shown:
                assert all(option.votes is None for option in way.options.options)

    def teardown(self) -> None:
        """The journal alone says what a session is, also when it was written down and read again."""
        if self.lesson:
            assert self.class_.again() == self.class_.session
            assert [read(*written(entry)) for entry in self.class_.journal] == self.class_.journal

    def _given(self) -> list[tuple[Given, ...]]:
        return [seat.given for seat in self.class_.session.seats.values()] if self.lesson else []


def test_whatever_is_asked_for(library: Library, words: Words) -> None:
    Anything.library, Anything.words = library, words
    limits = settings(
        max_examples=40, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(Anything, settings=limits)


def test_a_device_that_leaves_and_joins_again_has_one_vote(library: Library) -> None:
    lesson = Lesson(library, "village-offer", Pace.TOGETHER)
    lesson.join(*NAMES)
    lesson.go_to(Stage.STORY)
    picks = {poll.field: poll.values[0] for poll in lesson.polls}
    for name in NAMES[:3]:
        lesson.do(Vote(SeatId(name), lesson.session.together.round, picks))
    lesson.do(Leave(SeatId(NAMES[0])))
    assert set(lesson.session.together.votes) == set(NAMES[1:3])
    lesson.do(Reveal(lesson.session.turn))
    lesson.do(Leave(SeatId(NAMES[1])))
    assert set(lesson.session.together.votes) == set(NAMES[1:3]), "nobody votes any more, and what is shown stays"


@pytest.mark.parametrize("pace", Pace)
def test_the_same_journal_is_the_same_session(library: Library, pace: Pace) -> None:
    lesson = Lesson(library, "village-offer", pace)
    lesson.join("a", "b")
    assert lesson.again() == lesson.session
