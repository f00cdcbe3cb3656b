"""The file with the journals: what it refuses, what it forgives, and what it forgets."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.classroom.ids import SeatId, SessionId
from game.classroom.server import CannotStartError, Options, serving
from game.classroom.session.entries import HandRaised, Voted
from game.classroom.stage import Pace, Stage
from game.classroom.store.codec import written
from game.classroom.store.store import FILE_NAME, Kept, Outline, Store, StoreError
from game.content.library import Library
from game.story.ids import LevelId
from tests.classroom.conftest import PIN
from tests.classroom.device import Phone, Teacher

OUTLINE = Outline(SessionId("one"), LevelId("village-offer"), Pace.OWN, Stage.STORY, 1, 2, 3)


def test_all_of_a_transaction_is_kept_or_nothing(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        first = Kept(SessionId("one"), 1, 5, HandRaised(SeatId("a"), up=True))
        store.append([first], [OUTLINE])
        with pytest.raises(StoreError):
            store.append([replace(first, number=2), first], [replace(OUTLINE, seats=9)])
        assert store.journal(SessionId("one")) == (first,)
        assert store.outlines() == (OUTLINE,)


def test_nothing_of_a_deleted_session_is_left_in_the_files(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        for session, seat in (("one", "aaaa-secret"), ("two", "bbbb-kept")):
            kept = [Kept(SessionId(session), at, 5, HandRaised(SeatId(f"{seat}-{at}"), up=True)) for at in range(900)]
            store.append(kept, [replace(OUTLINE, id=SessionId(session))])
        store.delete(SessionId("one"))
        files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"aaaa-secret" not in files
        assert b"bbbb-kept-899" in files
        assert [each.id for each in store.outlines()] == ["two"]


def test_what_was_told_of_a_session_is_kept_as_long_as_the_session(tmp_path: Path) -> None:
    one, two = SessionId("one"), SessionId("two")
    with closing(Store(tmp_path)) as store:
        store.append((), [OUTLINE, replace(OUTLINE, id=two, stage=Stage.OVER)], {one: 3, two: 4})
    with closing(Store(tmp_path)) as store:
        assert store.told() == {one: 3, two: 4}
        store.stop_recording()
        assert store.told() == {two: 4}
        store.delete(two)
        assert store.told() == {}


def test_a_file_of_an_earlier_game_has_sessions_that_are_not_recorded(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        store.append((), [OUTLINE])
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        file.execute("DROP TABLE recorded")
    with closing(Store(tmp_path)) as store:
        assert store.outlines() == (OUTLINE,)
        assert store.told() == {}


def test_what_is_deleted_is_deleted_also_when_the_log_cannot_be_emptied(tmp_path: Path) -> None:
    """A reader (a backup, say) can stand in the way of the checkpoint that comes after."""

    class Busy(Store):
        is_busy = False

        def _empty_log(self) -> None:
            if self.is_busy:
                raise StoreError("database table is locked")

    with closing(Busy(tmp_path)) as store:
        store.append([Kept(SessionId("one"), 1, 5, HandRaised(SeatId("a"), up=True))], [OUTLINE])
        store.is_busy = True
        store.delete(SessionId("one"))
        assert store.outlines() == ()


def test_a_file_of_a_later_game_is_left_alone(options: Options) -> None:
    Store(options.folder).close()
    with closing(sqlite3.connect(options.folder / FILE_NAME)) as file:
        file.execute("PRAGMA user_version = 9")
    with pytest.raises(CannotStartError, match="format 9"), serving(options):
        pass


def test_what_is_no_database_is_left_alone(options: Options) -> None:
    options.folder.mkdir()
    (options.folder / FILE_NAME).write_text("Dear diary, " * 100)
    with pytest.raises(CannotStartError, match="not a database"), serving(options):
        pass
    assert (options.folder / FILE_NAME).read_text().startswith("Dear diary")


@pytest.mark.parametrize("damage", ["UPDATE entries SET kind = 'Later' WHERE number = 2", "DELETE FROM entries"])
def test_a_session_that_cannot_be_read_is_listed_and_can_be_deleted(options: Options, damage: str) -> None:
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        teacher.open()
        teacher.do("freeze", frozen="yes")
    with closing(sqlite3.connect(options.folder / FILE_NAME, isolation_level=None)) as file:
        file.execute(damage)
    with serving(options) as started:
        teacher.base = started.base
        assert teacher.session in teacher.get("/console")
        teacher.post(f"/console/sessions/{teacher.session}/delete", sure="yes")
        assert teacher.session not in teacher.get("/console")


def test_a_class_starts_after_an_offer_was_taken_out_of_its_level(options: Options, library: Library) -> None:
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        phone = Phone(started.base).join(teacher.open("boat-and-basket"))
        teacher.do("stage", to="story")
        phone.vote()
        assert teacher.shown()["story"]["voted"] == 1
        teacher.do("take", majority="yes")
    level = library.levels[LevelId("boat-and-basket")]
    start = level.passages[level.start]
    fewer = replace(start, offers=dict(list(start.offers.items())[1:]))
    edited = replace(level, passages={**level.passages, level.start: fewer})
    changed = replace(library, levels={**library.levels, level.id: edited})
    with serving(replace(options, library=changed)) as started:
        teacher.base = started.base
        assert teacher.session in teacher.look()
        teacher.do("stage", to="over")
        teacher.get(f"/console/sessions/{teacher.session}/report")
        assert teacher.status == 200


def test_a_session_that_its_level_cannot_be_played_to_stands_in_nobodys_way(options: Options, library: Library) -> None:
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        teacher.open("village-offer")
        teacher.do("freeze", frozen="yes")
    with closing(sqlite3.connect(options.folder / FILE_NAME, isolation_level=None)) as file:
        kind, body = written(Voted(SeatId("nobody"), "key", {}))
        file.execute("UPDATE entries SET kind = ?, body = ? WHERE number = 2", (kind, body))
    with serving(options) as started:
        teacher.base = started.base
        assert "cannot be shown" in teacher.look()
        assert teacher.status == 404
        teacher.open("too-good-job")
        assert teacher.shown()["level"] == "too-good-job"


def test_a_session_of_a_level_that_is_gone_stands_in_nobodys_way(options: Options, library: Library) -> None:
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        teacher.open("village-offer")
    fewer = {name: level for name, level in library.levels.items() if name != "village-offer"}
    campaign = library.campaign.only(fewer)
    with serving(replace(options, library=replace(library, levels=fewer, campaign=campaign))) as started:
        teacher.base = started.base
        teacher.open("too-good-job")
        assert teacher.shown()["level"] == "too-good-job"
