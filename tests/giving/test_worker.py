"""No screen waits for a network, and a screen that is gone leaves nothing behind."""

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from game.giving.checkout import CheckoutRules
from game.giving.errors import BadResponseError, OfflineError
from game.giving.journal import Journal
from game.giving.money import Money
from game.giving.pledging import Pledging
from game.giving.portal_provider import PortalProvider
from game.giving.reply_cache import ReplyCache
from game.giving.worker import Call, Done, Failed, Worker
from game.network.calling import current_cancel
from game.network.clock import SystemClock
from tests.giving.small_portal import SmallPortal
from tests.giving.stub import CAMPAIGN_ID, Answer, served

_Value = TypeVar("_Value")
_News = TypeVar("_News")
PATIENCE_S = 20.0


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    ends = time.monotonic() + PATIENCE_S
    pause = threading.Event()
    while not holds():
        assert time.monotonic() < ends, "it did not come about"
        pause.wait(0.002)


def ended(call: Call[_Value, _News]) -> Done[_Value] | Failed:
    until(lambda: call.end() is not None)
    end = call.end()
    assert end is not None
    return end


def working() -> int:
    return sum(thread.name == "giving" for thread in threading.enumerate())


@pytest.fixture
def worker() -> Iterator[Worker]:
    before = working()
    worker = Worker()
    yield worker
    worker.leave()
    until(lambda: working() == before)


def test_a_call_brings_what_its_work_returned(worker: Worker) -> None:
    call = worker.ask(lambda: 6)
    assert ended(call) == Done(6)
    assert call.end() == Done(6)


def test_an_error_is_a_result_like_another(worker: Worker) -> None:
    error = OfflineError()

    def fail() -> int:
        raise error

    assert ended(worker.ask(fail)) == Failed(error)
    assert ended(worker.ask(lambda: 7)) == Done(7)


def test_a_mistake_of_the_game_does_not_leave_the_player_waiting(
    worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    def mistake() -> int:
        raise KeyError("https://portal.example/plg_secret")

    failed = ended(worker.ask(mistake))
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, BadResponseError)
    assert "KeyError" in caplog.text
    assert "plg_secret" not in caplog.messages[0].replace('raise KeyError("https://portal.example/plg_secret")', "")
    assert ended(worker.ask(lambda: 1)) == Done(1)


def test_news_come_in_their_order_and_once(worker: Worker) -> None:
    def count(tell: Callable[[int], None]) -> str:
        for number in range(3):
            tell(number)
        return "counted"

    call = worker.follow(count)
    assert ended(call) == Done("counted")
    assert call.news() == [0, 1, 2]
    assert call.news() == []


def test_asking_and_looking_never_wait(worker: Worker) -> None:
    gate = threading.Event()
    first = worker.ask(lambda: gate.wait(PATIENCE_S))
    second = worker.ask(lambda: 2)
    assert (first.end(), first.news(), second.end()) == (None, [], None)
    gate.set()
    assert ended(first) == Done(value=True)
    assert ended(second) == Done(2)


def test_a_call_that_is_called_off_ends_at_once_and_brings_nothing(worker: Worker) -> None:
    started = threading.Event()

    def hang() -> None:
        started.set()
        current_cancel().wait(PATIENCE_S)

    call = worker.ask(hang)
    until(started.is_set)
    call.call_off()
    assert ended(worker.ask(lambda: 3)) == Done(3)
    assert call.end() is None


def test_leaving_calls_off_all_and_does_one_last_thing() -> None:
    before, done = working(), threading.Event()
    worker = Worker()
    calls = [worker.ask(lambda: current_cancel().wait(PATIENCE_S)) for _ in range(3)]
    worker.leave(done.set)
    until(done.is_set)
    until(lambda: working() == before)
    assert [call.end() for call in calls] == [None, None, None]
    late = worker.ask(lambda: 1)
    worker.leave(done.clear)
    assert late.end() is None
    assert done.is_set()


def test_results_that_nobody_looks_at_go_away(worker: Worker) -> None:
    class Large:
        pass

    made: list[weakref.ref[Large]] = []

    def work() -> Large:
        large = Large()
        made.append(weakref.ref(large))
        return large

    for _ in range(50):
        worker.ask(work)
    until(lambda: len(made) == 50)
    gc.collect()
    until(lambda: all(ref() is None for ref in made))


def test_leaving_in_the_middle_of_a_pledge_takes_no_time_and_cancels_it(tmp_path: Path) -> None:
    portal, clock, over = SmallPortal(), SystemClock(), threading.Event()
    made = threading.Event()

    def hang(_: BaseHTTPRequestHandler) -> None:
        made.set()
        over.wait(PATIENCE_S)

    def once() -> Answer | None:
        portal.after = lambda: None
        return Answer(raw=hang)

    portal.after = once
    with served(portal) as stub:
        journal = Journal(tmp_path / "pledges.db", clock.now())
        rules = CheckoutRules({"pay.portal.example": "/p/"}, is_sandbox=True)
        provider = PortalProvider(stub.site(), rules, "desktop", ReplyCache(tmp_path / "kept"), clock, Random(1))
        pledging = Pledging(provider, stub.address, journal, clock)
        worker = Worker()
        call = worker.ask(lambda: pledging.place(pledging.intend(CAMPAIGN_ID, Money(1500, "USD"), "en")))
        until(made.is_set)
        began = time.monotonic()
        worker.leave(pledging.cancel_unfinished)
        assert time.monotonic() - began < 0.1
        until(lambda: portal.statuses == ["cancelled"] and pledging.unfinished() == ())
        assert call.end() is None
        over.set()
        journal.close()
