"""What is told to those who keep learning records: everything, once, and the same each time."""

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from game.classroom.happenings import (
    ChoiceTaken,
    Happening,
    LevelEnded,
    MessageLearned,
    OfferJudged,
    Progressed,
    QuestionAnswered,
    Started,
    Stopped,
    Voted,
    What,
    Why,
)
from game.classroom.ids import SeatId, SessionId
from game.classroom.present.findings import findings
from game.classroom.publisher import Publisher
from game.classroom.server import Options, serving
from game.classroom.session.commands import Act, Answer, CloseSeat, GoOn, Put, Take, TakeNotes, Vote
from game.classroom.session.polls import majority, polls_of
from game.classroom.session.walk import Need
from game.classroom.stage import Pace, Stage
from game.content.library import Library
from game.story.action import ActionId, Verdict, judge
from game.story.checkup import Moment
from game.story.level import LevelId
from tests.classroom.conftest import PIN
from tests.classroom.device import Phone, Teacher
from tests.classroom.lesson import Lesson

PATIENCE_S = 20


class Ears:
    """Keeps what it hears; it can be out of order for a while."""

    def __init__(self, *, failures: int = 0, chokes_on: int = 0) -> None:
        self.all: list[Happening] = []
        self.forgotten: list[SessionId] = []
        self.kept: set[SessionId] | None = None
        self._failures = failures
        self._chokes_on = chokes_on
        self._news = threading.Condition()

    def heard(self, session: SessionId) -> int:
        return max((each.entry for each in self.all if each.session == session), default=0)

    def hear(self, happenings: Sequence[Happening]) -> None:
        if self._failures:
            self._failures -= 1
            raise OSError(28, "No space left on device")
        if any(each.entry == self._chokes_on for each in happenings):
            raise KeyError("a passage that is not in the level any more")
        with self._news:
            self.all += happenings
            self._news.notify_all()

    def forget(self, session: SessionId) -> None:
        with self._news:
            self.forgotten.append(session)
            self._news.notify_all()

    def forget_others(self, kept: Collection[SessionId]) -> None:
        with self._news:
            self.kept = set(kept)
            self._news.notify_all()

    def wait(self, until: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(until, PATIENCE_S)

    def whats(self) -> list[What]:
        return [each.what for each in self.all]


def test_a_class_together_is_told_from_start_to_end(library: Library) -> None:
    lesson = Lesson(library, "boat-and-basket", Pace.TOGETHER)
    lesson.join("a", "b")
    lesson.go_to(Stage.BEFORE)
    lesson.do(Answer(SeatId("a"), 0, 0, None))
    lesson.go_to(Stage.STORY)
    while (walk := lesson.session.together.walk).need is not Need.NOTHING:
        polls = polls_of(walk)
        if not polls:
            lesson.do(GoOn(lesson.session.turn))
            continue
        lesson.do(Vote(SeatId("b"), lesson.session.together.round, {poll.field: poll.values[0] for poll in polls}))
        lesson.do(Take(lesson.session.turn, None))
    lesson.go_to(Stage.OVER)
    for kind in (Started, MessageLearned, ChoiceTaken, Progressed, LevelEnded, OfferJudged):
        assert any(seat is None for seat, _ in lesson.told(kind)), kind
    assert {seat for seat, _ in lesson.told(Started)} == {"a", "b", None}
    assert {seat for seat, _ in lesson.told(Voted)} == {"b"}
    assert [seat for seat, _ in lesson.told(QuestionAnswered)] == ["a"]
    assert [what for _, what in lesson.told(Stopped)] == [Stopped(Why.FINISHED)] * 3


def test_the_first_verdict_on_an_offer_counts_and_the_first_choice(library: Library) -> None:
    lesson = Lesson(library, "boat-and-basket", Pace.OWN, has_checks=False)
    lesson.join("a", "b")
    lesson.go_to(Stage.STORY)
    offers = list(lesson.seat("a").walk.level.passages[lesson.seat("a").walk.place].offers.values())
    stop = tuple(judge(offer.id, Verdict.STOP).id for offer in offers)
    lesson.do(TakeNotes(SeatId("a"), 0, stop))
    assert lesson.seat("a").walk.is_explained
    lesson.do(Act(SeatId("a"), 1, ActionId(lesson.seat("a").walk.choices[0])))
    told = findings(lesson.session).seats[0]
    assert [(each.genuine, each.verdict) for each in told.judged] == [(each.genuine, Verdict.STOP) for each in offers]
    assert [each.count for each in findings(lesson.session).choices] == [1]
    lesson.do(CloseSeat(SeatId("a")))
    assert len(findings(lesson.session).seats) == 1, "what a closed seat did does not count"
    assert findings(lesson.session).choices == ()


def test_a_desktop_that_tells_late_tells_of_its_offers_too(library: Library) -> None:
    lesson = Lesson(library, "boat-and-basket", Pace.OWN, has_checks=False)
    lesson.join("a")
    lesson.go_to(Stage.STORY)
    offers = list(lesson.seat("a").walk.level.passages[lesson.seat("a").walk.place].offers)
    stop, go_on = ([judge(offer, verdict).id for offer in offers] for verdict in (Verdict.STOP, Verdict.GO_ON))
    way = (*stop, *go_on, ActionId("lion"))
    lesson.do(Put(SeatId("a"), 0, 0, way, explained=False))
    told = [what.verdict for _, what in lesson.told(OfferJudged) if isinstance(what, OfferJudged)]
    assert told == [Verdict.GO_ON] * len(offers)
    lesson.do(Put(SeatId("a"), 1, 0, tuple(stop), explained=True))
    assert len(list(lesson.told(OfferJudged))) == len(offers), "what was said after the explanation does not count"
    assert {each.verdict for each in lesson.seat("a").judged} == {Verdict.GO_ON}


def test_half_of_a_class_is_asked_in_other_words(library: Library) -> None:
    lesson = Lesson(library, "village-offer", Pace.OWN)
    lesson.join("a", "b")
    a, b = lesson.seat("a"), lesson.seat("b")
    for before, after in ((a, b), (b, a)):
        first = lesson.session.asked(before, Moment.BEFORE)
        assert first == lesson.session.asked(after, Moment.AFTER)
    first, second = lesson.session.asked(a, Moment.BEFORE), lesson.session.asked(a, Moment.AFTER)
    assert [each.message for each in first] == [each.message for each in second]
    assert all(one.question != other.question for one, other in zip(first, second, strict=True))


def test_a_task_that_takes_each_option_once_is_settled_by_the_class(library: Library) -> None:
    """The clearest part comes first; the others take the best of what is left."""
    lesson = Lesson(library, "first-month", Pace.TOGETHER)
    level = lesson.session.level
    place = next(each.id for each in level.passages.values() if each.task and each.task.kind.uses_options_once)
    walk = lesson.session.together.walk
    there = replace(walk, replayed=replace(walk.replayed, states=(walk.state._replace(place=place),)))
    fields = [poll.field for poll in polls_of(there)]
    values = polls_of(there)[0].values
    tally = {
        field: dict.fromkeys(values, 0) | {values[0]: 9 - at, values[at]: 9 - at + (at == 0)}
        for at, field in enumerate(fields)
    }
    picks = majority(there, tally)
    assert picks is not None
    assert len(set(picks.values())) == len(fields)
    assert picks[fields[0]] == values[0]


def test_what_was_not_heard_is_told_again_after_the_start(options: Options) -> None:
    first, later = Ears(failures=10**6), Ears()
    with serving(replace(options, listener=first)) as started:
        teacher = Teacher(started.base).enter(PIN)
        code = teacher.open()
        phones = [Phone(started.base).join(code) for _ in range(2)]
        teacher.do("stage", to="story")
        for phone in phones:
            phone.vote()
    assert first.all == []
    with serving(replace(options, listener=later)) as started:
        later.wait(lambda: sum(isinstance(each, Voted) for each in later.whats()) == 2)
        teacher.base = started.base
        teacher.do("stage", to="over")
        later.wait(lambda: any(isinstance(each, Stopped) for each in later.whats()))
        teacher.get("/console")
        teacher.post(f"/console/sessions/{teacher.session}/delete", sure="yes")
        later.wait(lambda: later.forgotten == [teacher.session])
    ids = [each.id for each in later.all]
    assert len(set(ids)) == len(ids)
    assert [each.entry for each in later.all] == sorted(each.entry for each in later.all)
    assert len({each.seat for each in later.all}) == 3


def test_what_can_never_be_told_is_left_out_and_holds_nothing_up() -> None:
    ears = Ears(chokes_on=3)
    publisher = Publisher(ears)
    publisher.begin(SessionId("session"))
    publisher.tell(tuple(happening(entry) for entry in range(2, 6)))
    publisher.forget(SessionId("other"))
    publisher.start()
    ears.wait(lambda: ears.forgotten == ["other"])
    publisher.stop()
    assert [each.entry for each in ears.all] == [2, 4, 5]


def happening(entry: int) -> Happening:
    session = SessionId("session")
    what = Started(Pace.OWN)
    return Happening(f"{session}:{entry}:0", session, entry, 0, SeatId("seat"), LevelId("level"), what)


def test_at_the_start_it_is_told_which_sessions_are_left(options: Options) -> None:
    """A crash loses what is queued to be forgotten."""
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        teacher.open()
    ears = Ears()
    with serving(replace(options, listener=ears)):
        ears.wait(lambda: ears.kept == {teacher.session})


def test_what_happened_while_no_records_were_kept_is_never_told(options: Options) -> None:
    """Neither of a lesson without records, nor of one that went on without them."""
    with serving(replace(options, listener=Ears())) as started:
        teacher = Teacher(started.base).enter(PIN)
        Phone(started.base).join(teacher.open())
    with serving(options) as started:
        teacher.base = started.base
        teacher.do("stage", to="story")
        teacher.do("stage", to="over")
        Phone(started.base).join(teacher.open())
        without = teacher.session
    ears = Ears()
    with serving(replace(options, listener=ears)) as started:
        teacher.base = started.base
        teacher.do("stage", to="story")
        teacher.do("stage", to="over")
        teacher.get("/console")
        teacher.post(f"/console/sessions/{without}/delete", sure="yes")
        ears.wait(lambda: ears.forgotten == [without])
    assert ears.all == []


def test_a_start_without_records_forgets_what_is_deleted_and_tells_nothing(options: Options) -> None:
    with serving(replace(options, listener=Ears())) as started:
        teacher = Teacher(started.base).enter(PIN)
        Phone(started.base).join(teacher.open())
    ears = Ears()
    with serving(replace(options, listener=ears, records=False)) as started:
        teacher.base = started.base
        teacher.do("stage", to="over")
        teacher.get("/console")
        teacher.post(f"/console/sessions/{teacher.session}/delete", sure="yes")
        ears.wait(lambda: ears.forgotten == [teacher.session])
    assert ears.all == []
