"""What is in an outbox stays there, whatever happens to disk, clock and file, and no more than planned."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from game.learning.outbox import Fate, Outbox, OutboxFullError
from game.learning.outbox_file import OutboxError
from game.learning.sending_lock import SendingLock
from tests.learning.test_sending import some

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "learning" / "outbox.sqlite"


@contextmanager
def opened(path: Path, most_kept: int = 100) -> Iterator[Outbox]:
    with closing(Outbox(path, most_kept=most_kept)) as outbox:
        yield outbox


def test_statements_are_there_in_their_order_and_once(path: Path) -> None:
    told = [some() for _ in range(9)]
    with opened(path) as outbox:
        outbox.add(told[:5], "a")
        outbox.add(told[3:], "b")
    with opened(path) as outbox:
        assert [each.id for each in outbox.all()] == [each["id"] for each in told]
        assert [each.id for each in outbox.pending(4, 10_000)] == [each["id"] for each in told[:4]]


def test_a_batch_is_no_larger_than_planned_but_never_empty(path: Path) -> None:
    with opened(path) as outbox:
        outbox.add([{**some(), "x": "é" * 100} for _ in range(5)], "a")
        assert len(outbox.pending(50, 1)) == 1
        assert len(outbox.pending(50, 600)) == 2


def test_all_or_nothing(path: Path) -> None:
    def breaks() -> Iterator[dict[str, object]]:
        yield some()  # type: ignore[misc]
        raise ZeroDivisionError

    with opened(path) as outbox:
        with pytest.raises(ZeroDivisionError):
            outbox.add(breaks(), "a", 7)
        assert list(outbox.all()) == []
        assert outbox.heard("a") == 0


def test_how_far_an_origin_was_heard_is_kept_with_what_was_heard(path: Path) -> None:
    with opened(path) as outbox:
        outbox.add([some()], "a", 7)
        outbox.add([], "a", 9)
    with opened(path) as outbox:
        assert (outbox.heard("a"), outbox.heard("b")) == (9, 0)


def test_what_was_sent_makes_room_and_what_was_not_is_never_thrown_away(path: Path) -> None:
    with opened(path, most_kept=10) as outbox:
        outbox.add([some() for _ in range(10)], "a")
        sent = outbox.pending(3, 10_000)
        outbox.settle(sent, Fate.SENT)
        outbox.add([some() for _ in range(2)], "a")
        assert outbox.counts() == {Fate.PENDING: 9, Fate.SENT: 1, Fate.QUARANTINED: 0}
        assert [each.id for each in outbox.all() if each.fate is Fate.SENT] == [sent[2].id]
        before = list(outbox.all())
        with pytest.raises(OutboxFullError):
            outbox.add([some() for _ in range(2)], "a")
        assert list(outbox.all()) == before
        outbox.add([some()], "a")


def test_what_is_forgotten_is_gone_from_the_disk(path: Path) -> None:
    with opened(path) as outbox:
        outbox.add([{**some(), "x": "forget-me"}], "a", 3)
        outbox.add([{**some(), "x": "keep-me"}], "b", 4)
        outbox.forget("a")
        assert (outbox.heard("a"), outbox.heard("b")) == (0, 4)
        left = b"".join(each.read_bytes() for each in path.parent.iterdir())
        assert b"forget-me" not in left
        assert b"keep-me" in left


def test_deleting_all_leaves_nothing_that_names_could_be_made_of(path: Path) -> None:
    with opened(path) as outbox:
        secret = outbox.secret
        outbox.delete_all()
    assert secret.hex().encode() not in b"".join(each.read_bytes() for each in path.parent.iterdir())
    with opened(path) as outbox:
        assert outbox.secret != secret


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_on_the_computer_can_read_it(path: Path) -> None:
    with opened(path) as outbox:
        outbox.add([some()], "a")
        assert [stat.S_IMODE(each.stat().st_mode) & 0o077 for each in path.parent.iterdir()] == [0, 0, 0]


def test_deleting_all_deletes_what_was_set_aside(path: Path) -> None:
    path.parent.mkdir()
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(b"no database, but full of names")
    with opened(path) as outbox:
        outbox.delete_all()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("junk", [b"no database", b"SQLite format 3\x00" + b"\x07" * 5000])
def test_a_file_that_is_none_of_ours_is_set_aside(path: Path, junk: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(junk)
    with opened(path) as outbox:
        outbox.add([some()], "a")
        assert outbox.counts()[Fate.PENDING] == 1
    assert path.with_name("outbox.sqlite.broken").read_bytes() == junk


def test_a_file_of_a_later_game_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(OutboxError, match="later version"):
        Outbox(path)
    assert path.read_bytes() == before


VISITOR = """
import sys
from pathlib import Path
from game.learning.outbox import Outbox
outbox = Outbox(Path(sys.argv[1]))
print(len(list(outbox.all())))
outbox.close()
"""


def test_whoever_looks_in_and_leaves_does_not_part_those_who_stay(path: Path) -> None:
    """The game adds on one connection and sends on another, while somebody asks how many there are."""
    with opened(path) as one:
        one.add([some()], "a")
        with opened(path):
            pass
        for count in (1, 2, 3):
            seen = subprocess.run(
                (sys.executable, "-c", VISITOR, str(path)), cwd=ROOT, capture_output=True, text=True, check=True
            )
            assert int(seen.stdout) == count
            one.add([some()], "a")
    with opened(path) as other:
        assert len(list(other.all())) == 4


FILLED = """
import resource, signal, sys
from pathlib import Path
from game.learning.outbox import Outbox
from game.learning.outbox_file import OutboxError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
outbox = Outbox(Path(sys.argv[1]))
outbox.add([{"id": "kept"}], "a")
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
count = 0
try:
    while True:
        outbox.add([{"id": str(count), "x": "x" * 5000}], "a")
        count += 1
except OutboxError as error:
    print(count, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
outbox.add([{"id": "later"}], "a")
"""


@pytest.mark.skipif(os.name == "nt", reason="on Windows no process can be given a small disk")
def test_a_full_disk_loses_nothing_and_is_over_when_there_is_room_again(path: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-c", FILLED, str(path)), cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    )
    count = int(done.stdout)
    assert count > 3
    with opened(path, most_kept=10_000) as outbox:
        assert [each.id for each in outbox.all()] == ["kept", *map(str, range(count)), "later"]


def test_two_processes_do_not_send_at_the_same_time(path: Path) -> None:
    with SendingLock(path) as one, SendingLock(path) as other:
        assert one.take()
        assert not other.take()
    with SendingLock(path) as again:
        assert again.take()
