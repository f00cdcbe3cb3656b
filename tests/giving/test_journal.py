"""What is written down about pledges, and that it goes away again."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from game.giving.errors import NotKeptError
from game.giving.journal import KEPT_FOR, Attempt, Journal
from game.giving.money import Money
from tests.giving.stub import CAMPAIGN_ID, NOW, PLEDGE_ID

ATTEMPT = Attempt("k" * 32, "http://127.0.0.1:1/api", CAMPAIGN_ID, Money(1500, "USD"), "game-1", "en", NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "giving" / "pledges.db"


@pytest.fixture
def journal(file: Path) -> Iterator[Journal]:
    opened = Journal(file, NOW)
    yield opened
    opened.close()


def test_what_was_begun_is_there_after_a_new_start(journal: Journal, file: Path) -> None:
    journal.begin(ATTEMPT)
    journal.begin(replace(ATTEMPT, key="l" * 32, created_at=NOW + timedelta(seconds=1)))
    journal.placed(ATTEMPT.key, PLEDGE_ID)
    journal.close()
    again = Journal(file, NOW)
    assert [(left.key, left.pledge_id) for left in again.unfinished(NOW)] == [("k" * 32, PLEDGE_ID), ("l" * 32, None)]
    assert again.unfinished(NOW)[0] == replace(ATTEMPT, pledge_id=PLEDGE_ID)
    again.settled(ATTEMPT.key)
    assert [left.key for left in again.unfinished(NOW)] == ["l" * 32]
    again.close()


def test_after_a_day_nothing_is_left_on_the_disk(journal: Journal, file: Path) -> None:
    journal.begin(ATTEMPT)
    journal.settled(ATTEMPT.key)
    assert len(journal.unfinished(NOW + KEPT_FOR - timedelta(seconds=1))) == 0
    assert ATTEMPT.key.encode() in _bytes(file)
    assert journal.unfinished(NOW + KEPT_FOR) == ()
    journal.close()
    assert ATTEMPT.key.encode() not in _bytes(file)


def test_what_a_clock_set_back_left_in_the_future_is_not_kept_for_ever(journal: Journal) -> None:
    journal.begin(ATTEMPT)
    assert journal.unfinished(NOW - timedelta(hours=1)) == ()


def test_the_same_key_is_never_used_twice(journal: Journal) -> None:
    journal.begin(ATTEMPT)
    with pytest.raises(NotKeptError):
        journal.begin(ATTEMPT)


def test_a_second_game_cannot_use_the_journal_of_the_first(journal: Journal, file: Path) -> None:
    with pytest.raises(NotKeptError):
        Journal(file, NOW)
    journal.close()
    Journal(file, NOW).close()


def test_what_is_begun_is_in_the_file_before_begin_returns(journal: Journal, file: Path) -> None:
    journal.begin(ATTEMPT)
    assert ATTEMPT.key.encode() in file.with_name(file.name + "-wal").read_bytes()


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_journal_is_set_aside(file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    journal = Journal(file, NOW)
    journal.begin(ATTEMPT)
    assert journal.unfinished(NOW) == (ATTEMPT,)
    journal.close()
    assert file.with_suffix(".broken").read_bytes() == damage


def test_another_table_is_not_taken_for_ours(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as other:
        other.execute("create table attempt (a)")
    other.close()
    with pytest.raises(NotKeptError):
        Journal(file, NOW)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotKeptError):
        Journal(tmp_path / "file" / "pledges.db", NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_nobody_else_on_this_computer_reads_the_journal(journal: Journal, file: Path) -> None:
    journal.begin(ATTEMPT)
    assert {path.stat().st_mode & 0o077 for path in (file.parent, *file.parent.iterdir())} == {0}


def test_a_closed_journal_says_so(journal: Journal) -> None:
    journal.close()
    with pytest.raises(NotKeptError):
        journal.begin(ATTEMPT)


def _bytes(file: Path) -> bytes:
    return b"".join(path.read_bytes() for path in file.parent.iterdir() if os.fspath(path).startswith(os.fspath(file)))
