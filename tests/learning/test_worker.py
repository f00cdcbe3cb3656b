"""Sending in the background: it waits longer and longer, asks nobody twice who refuses the key, and ends at once."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.learning.outbox import Fate, Kept, Outbox
from game.learning.receiving import KeyRefusedError, NotNowError, Refused
from game.learning.sending_lock import SendingLock
from game.learning.worker import FIRST_WAIT_S, MOST_ASKED_S, MOST_WAIT_S, SendingWorker, Trouble, wait_after
from game.network.calling import Cancel
from game.network.clock import Clock, SystemClock
from tests.giving.stub import StillClock
from tests.learning.test_sending import Receiver, some

PATIENCE_S = 20.0


class Asking(Receiver):
    """Raises what it is told to, one after the other, before it takes anything."""

    def __init__(self, *errors: Exception) -> None:
        super().__init__()
        self.errors = list(errors)

    def send(self, statements: Sequence[Kept]) -> Refused | None:
        if self.errors:
            raise self.errors.pop(0)
        return super().send(statements)


class Telling:
    """Hears of troubles; `is_fine` and `needs_help` can be waited for."""

    def __init__(self) -> None:
        self.troubles: list[Trouble | None] = []
        self.is_over = threading.Event()

    def __call__(self, trouble: Trouble | None) -> None:
        self.troubles.append(trouble)
        if trouble is None or trouble.needs_help:
            self.is_over.set()


@contextmanager
def working(path: Path, receiver: Receiver, clock: Clock, tell: Telling) -> Iterator[SendingWorker]:
    worker = SendingWorker(path, lambda: receiver, clock, Random(1), tell)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop(PATIENCE_S)


def filled(path: Path, count: int = 3) -> Path:
    with closing(Outbox(path)) as outbox:
        outbox.add([some() for _ in range(count)], "run")
    return path


def pending(path: Path) -> int:
    with closing(Outbox(path)) as outbox:
        return outbox.counts()[Fate.PENDING]


@given(failures=st.integers(1, 10_000), asked=st.none() | st.floats(0, 1e9), seed=st.integers())
def test_waits_grow_to_a_limit_and_what_is_asked_for_is_kept_to(failures: int, asked: float | None, seed: int) -> None:
    wait = wait_after(failures, asked, Random(seed))
    if asked is not None:
        assert wait == min(asked, MOST_ASKED_S)
    else:
        assert FIRST_WAIT_S / 2 <= wait <= MOST_WAIT_S
        assert wait >= min(MOST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - 1, 20)) / 2


def test_faults_are_waited_out_and_told_once(tmp_path: Path) -> None:
    path, clock, tell = filled(tmp_path / "outbox.sqlite"), StillClock(), Telling()
    receiver = Asking(NotNowError("503"), NotNowError("503"), NotNowError("429", 30.0))
    with working(path, receiver, clock, tell):
        assert tell.is_over.wait(PATIENCE_S)
    assert pending(path) == 0
    assert tell.troubles == [Trouble("503", needs_help=False), Trouble("429", needs_help=False), None]
    first, second, third = clock.waits[:3]
    assert 1.0 <= first <= 2.0 <= second <= 4.0
    assert third == 30.0


def test_a_refused_key_ends_it_and_says_so(tmp_path: Path) -> None:
    path, tell = filled(tmp_path / "outbox.sqlite"), Telling()
    receiver = Asking(KeyRefusedError("401 who are you"))
    with working(path, receiver, StillClock(), tell):
        assert tell.is_over.wait(PATIENCE_S)
    assert tell.troubles == [Trouble("401 who are you", needs_help=True)]
    assert receiver.sizes == []
    assert pending(path) == 3


def test_what_comes_later_is_sent_later(tmp_path: Path) -> None:
    path, tell = tmp_path / "outbox.sqlite", Telling()
    receiver = Receiver()
    came = threading.Event()

    class Looking(StillClock):
        def wait(self, seconds: float, cancel: Cancel) -> None:
            super().wait(seconds, cancel)
            if len(self.waits) == 2:
                filled(path)
            if receiver.kept:
                came.set()

    with working(path, receiver, Looking(), tell):
        assert came.wait(PATIENCE_S)
    assert pending(path) == 0


def test_stopping_does_not_wait_for_the_next_try(tmp_path: Path) -> None:
    path, tell = filled(tmp_path / "outbox.sqlite"), Telling()
    told = threading.Event()

    def tell_failing(trouble: Trouble | None) -> None:
        told.set()

    worker = SendingWorker(path, lambda: Asking(NotNowError("503", 3000.0)), SystemClock(), Random(), tell_failing)
    worker.start()
    assert told.wait(PATIENCE_S)
    worker.stop(PATIENCE_S)
    assert tell.troubles == []
    with SendingLock(path) as lock:
        assert lock.take(), "its lock is free"


def test_it_waits_for_another_process_that_sends(tmp_path: Path) -> None:
    path, tell = filled(tmp_path / "outbox.sqlite"), Telling()
    receiver, waited = Receiver(), threading.Event()

    class Waiting(StillClock):
        def wait(self, seconds: float, cancel: Cancel) -> None:
            super().wait(seconds, cancel)
            waited.set()

    with SendingLock(path) as other:
        assert other.take()
        with working(path, receiver, Waiting(), tell):
            assert waited.wait(PATIENCE_S)
            assert receiver.kept == []
    assert pending(path) == 3


def test_an_outbox_that_cannot_be_read_is_tried_again(tmp_path: Path) -> None:
    blocked, tell = tmp_path / "learning", Telling()
    path = blocked / "outbox.sqlite"
    blocked.mkdir()
    path.mkdir()

    class Mending(StillClock):
        def wait(self, seconds: float, cancel: Cancel) -> None:
            super().wait(seconds, cancel)
            if path.is_dir():
                path.rmdir()
                filled(path)

    with working(path, Receiver(), Mending(), tell):
        assert tell.is_over.wait(PATIENCE_S)
    assert [each is None for each in tell.troubles] == [False, True]
    assert pending(path) == 0
