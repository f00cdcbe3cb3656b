"""What happens in a class, as statements: the same ones when it is told again, and none of a deleted session."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.classroom.happenings import (
    ChoiceTaken,
    Happening,
    LevelEnded,
    MessageLearned,
    MessagePlayed,
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
from game.classroom.learning_records import ClassRecords
from game.classroom.server import Options, serving
from game.classroom.stage import Pace
from game.content.words import load_words
from game.learning.begin import sending_worker
from game.learning.outbox import Fate, Outbox
from game.learning.outbox_file import OutboxError
from game.network.route import Route
from game.paths import assets_dir
from game.story.action import Verdict
from game.story.answer import Confidence
from game.story.checkup import Moment
from game.story.level import LevelId, Outcome
from tests.classroom.conftest import PIN
from tests.classroom.device import Phone, Teacher
from tests.giving.stub import served
from tests.learning.judges import faults_for_learning_locker, faults_for_ralph
from tests.learning.memory import Memory, wait_until
from tests.learning.runs import all_levels, kept, library

LEVEL = next(level for level in all_levels() if any(each.offers for each in level.passages.values()))
DESK = next(each for each in LEVEL.passages.values() if each.offers)
OFFER = next(iter(DESK.offers.values()))
PASSAGE = next(each for each in LEVEL.passages.values() if len(each.choices) > 1 and not each.offers)
CHOICE, OTHER, *_ = PASSAGE.choices
MESSAGE = library().messages[next(each for each in LEVEL.asks if library().messages[each].checks)]
QUESTION = next(iter(MESSAGE.checks.values()))
ENDING = next(iter(LEVEL.endings))
ONE, TWO = SessionId("session-1"), SessionId("session-2")
SEAT = SeatId("seat-1")


def happened(entry: int, what: What, session: SessionId = ONE, seat: SeatId | None = SEAT) -> Happening:
    return Happening(f"{session}:{entry}:0", session, entry, 1_796_000_000_000 + entry, seat, LEVEL.id, what)


TOLD: tuple[What, ...] = (
    Started(Pace.OWN),
    QuestionAnswered(
        Moment.BEFORE, MESSAGE.id, QUESTION.id, QUESTION.wrong[0], right=False, confidence=Confidence.SURE
    ),
    QuestionAnswered(Moment.AFTER, MESSAGE.id, QUESTION.id, None, right=False, confidence=None),
    MessageLearned(MESSAGE.id, "a poster"),
    MessagePlayed(PASSAGE.id, MESSAGE.id),
    ChoiceTaken(PASSAGE.id, CHOICE, (CHOICE, OTHER)),
    OfferJudged(DESK.id, OFFER.id, OFFER.genuine, Verdict.STOP),
    Voted(PASSAGE.id, 2, (("pick.choice", OTHER),)),
    Voted(PASSAGE.id, 3, (("pick.choice", f"card:{MESSAGE.id}"),)),
    Voted(DESK.id, 4, ((f"pick.{OFFER.id}", "stop"),)),
    Progressed(PASSAGE.id, 3),
    LevelEnded(ENDING, Outcome.SAFE, has_won=True),
    Stopped(Why.LEFT),
)
LESSON = tuple(happened(entry, what) for entry, what in enumerate(TOLD, start=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox.sqlite"


@pytest.fixture
def records(path: Path) -> ClassRecords:
    return ClassRecords(path, library())


def statements(path: Path) -> list[dict[str, Any]]:
    return [json.loads(each.body) for each in kept(path)]


def test_every_happening_is_told_and_valid(path: Path, records: ClassRecords) -> None:
    records.hear((*LESSON, happened(20, Started(Pace.TOGETHER), seat=None)))
    bodies = [each.body for each in kept(path)]
    assert faults_for_ralph(bodies) == []
    assert faults_for_learning_locker(bodies) == []
    # The vote on an offer is told of as the verdict it is, and an ending is two statements.
    assert len(bodies) == len(LESSON) + 1
    verbs = [said["verb"]["display"]["en"] for said in statements(path)]
    assert verbs == [
        "initialized", "answered", "answered", "experienced", "used", "answered", "answered", "answered", "answered",
        "progressed", "completed", "passed", "terminated", "initialized",
    ]  # fmt: skip
    responses = [said["result"]["response"] for said in statements(path) if "response" in said.get("result", {})]
    assert responses == ["wrong-1", "not-sure", CHOICE, "stop", OTHER, MESSAGE.id]


def test_a_seat_is_a_random_name_and_the_class_a_group(path: Path, records: ClassRecords) -> None:
    records.hear((LESSON[0], happened(2, Started(Pace.OWN), seat=None), happened(3, Started(Pace.OWN), TWO)))
    told = statements(path)
    assert [said["actor"]["objectType"] for said in told] == ["Agent", "Group", "Agent"]
    assert len({said["actor"]["account"]["name"] for said in told}) == 3
    assert "seat-1" not in json.dumps(told)
    assert "session-1" not in json.dumps(told)


def test_who_knows_a_seat_cannot_tell_its_run_without_the_secret(tmp_path: Path) -> None:
    runs = set()
    for name in ("one", "other"):
        path = tmp_path / name / "outbox.sqlite"
        records = ClassRecords(path, library())
        records.hear(LESSON[:1])
        records.hear(LESSON[:3])
        runs |= {said["context"]["registration"] for said in statements(path)}
    assert len(runs) == 2


def test_what_is_told_again_is_kept_once(path: Path, records: ClassRecords) -> None:
    records.hear(LESSON[:5])
    before = kept(path)
    assert records.heard(ONE) == 5
    ClassRecords(path, library()).hear(LESSON[:8])
    assert kept(path)[: len(before)] == before
    assert records.heard(ONE) == 8
    assert len({each.id for each in kept(path)}) == len(kept(path))


def test_a_session_that_is_deleted_is_forgotten_and_no_other(path: Path, records: ClassRecords) -> None:
    records.hear((*LESSON, *(happened(entry, Progressed(PASSAGE.id, entry), TWO) for entry in (1, 2))))
    records.forget(ONE)
    assert (records.heard(ONE), records.heard(TWO)) == (0, 2)
    assert len(kept(path)) == 2


def test_sessions_that_are_not_kept_any_more_are_forgotten(path: Path, records: ClassRecords) -> None:
    records.hear((*LESSON, *(happened(entry, Progressed(PASSAGE.id, entry), TWO) for entry in (1, 2))))
    records.forget_others({TWO})
    assert (records.heard(ONE), records.heard(TWO)) == (0, 2)
    assert len(kept(path)) == 2
    before = path.stat().st_mtime_ns
    records.forget_others({TWO})
    assert path.stat().st_mtime_ns == before, "there was nothing to forget"


def test_a_level_or_message_that_is_gone_does_not_stop_the_others(path: Path) -> None:
    bare = replace(library(), messages={})
    ClassRecords(path, bare).hear(LESSON)
    assert len(kept(path)) == len(LESSON) - 4
    gone = replace(library(), levels={LevelId("other"): LEVEL})
    ClassRecords(path, gone).hear([happened(40, Started(Pace.OWN))])
    assert ClassRecords(path, gone).heard(ONE) == 40


def test_what_cannot_be_kept_is_raised_so_that_it_is_told_again(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    records = ClassRecords(tmp_path / "file" / "outbox.sqlite", library())
    for call in (lambda: records.hear(LESSON), lambda: records.heard(ONE), lambda: records.forget(ONE)):
        with pytest.raises(OutboxError):
            call()


def test_everything_waits_to_be_sent(path: Path, records: ClassRecords) -> None:
    records.hear(LESSON)
    outbox = Outbox(path)
    assert outbox.counts()[Fate.PENDING] == len(kept(path))
    outbox.close()


def test_a_lesson_of_a_real_class_is_sent_once_and_deleted_with_it(tmp_path: Path) -> None:
    """The server, its listener and the sender together, as `main.py class --records` puts them together."""
    path, store = tmp_path / "class" / "learning" / "outbox.sqlite", Memory(0)
    words = load_words(assets_dir() / "words" / "en")
    options = Options(library(), words, tmp_path / "class", "127.0.0.1", 0, ClassRecords(path, library()), pin=PIN)
    with served(store) as stub, serving(options) as started:
        worker = sending_worker(path, Route(stub.address, "Basic eDp5"))
        worker.start()
        teacher = Teacher(started.base).enter(PIN)
        code = teacher.open()
        phones = [Phone(started.base).join(code) for _ in range(2)]
        teacher.do("stage", to="story")
        for phone in phones:
            phone.vote()
        teacher.do("reveal")
        teacher.do("take", majority="yes")
        teacher.do("stage", to="over")
        wait_until(lambda: len(said_in(path, "terminated")) == 3 and len(store.kept) == len(kept(path)))
        worker.stop()
        assert len(said_in(path, "initialized")) == 3
        assert faults_for_ralph([each.body for each in kept(path)]) == []
        assert len(set(store.kept)) == len(store.kept)
        teacher.get("/console")
        teacher.post(f"/console/sessions/{teacher.session}/delete", sure="yes")
        wait_until(lambda: kept(path) == ())


@pytest.mark.parametrize("loses", [lambda path: Outbox(path).delete_all(), lambda path: path.write_bytes(b"junk")])
def test_what_was_told_once_is_not_told_again_when_it_is_gone(tmp_path: Path, loses: Callable[[Path], object]) -> None:
    """With the secret of a new outbox it would be the same lesson once more, under other names."""
    path = tmp_path / "class" / "learning" / "outbox.sqlite"
    words = load_words(assets_dir() / "words" / "en")
    options = Options(library(), words, tmp_path / "class", "127.0.0.1", 0, ClassRecords(path, library()), pin=PIN)
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        code = teacher.open()
        Phone(started.base).join(code)
        teacher.do("stage", to="story")
    assert said_in(path, "initialized")
    loses(path)
    with serving(options) as started:
        teacher.base = started.base
        teacher.do("stage", to="over")
    assert said_in(path, "initialized") == []
    assert said_in(path, "terminated"), "what happens later is told"


def said_in(path: Path, verb: str) -> list[str]:
    return [each.id for each in kept(path) if f'"{verb}"' in each.body]
