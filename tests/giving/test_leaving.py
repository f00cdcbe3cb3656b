"""Whoever leaves while something is being cancelled leaves nothing open."""

import threading

from game.giving.journal import Attempt
from game.giving.money import Money
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.session import Visit
from game.giving.worker import Worker
from game.network.calling import current_cancel
from game.network.clock import SystemClock
from showcase_giving import MemoryPortal
from tests.giving.stub import NOW


class SlowPortal:
    """A portal whose first cancelling lasts until it is given up."""

    def __init__(self) -> None:
        self.pledging = self.provider = self
        self.clock = SystemClock()
        self.caps = MemoryPortal().caps
        self.cancelled: list[str] = []
        self.is_placed, self.is_cancelling = threading.Event(), threading.Event()

    def intend(self, campaign_id: str, amount: Money, locale: str) -> Attempt:
        return Attempt("k", "p", campaign_id, amount, "r", locale, NOW)

    def place(self, attempt: Attempt) -> Pledge:
        self.is_placed.set()
        return Pledge("plg_1", attempt.campaign_id, attempt.amount, PledgeStatus.AWAITING, None, NOW, NOW, 30.0)

    def noted(self, attempt: Attempt, pledge: Pledge) -> None:
        """Nothing is kept here."""

    def cancel(self, attempt: Attempt) -> None:
        self.cancelled.append(attempt.key)
        if not self.is_cancelling.is_set():
            self.is_cancelling.set()
            self.clock.wait(60, current_cancel())


def test_a_pledge_that_was_being_cancelled_when_the_visit_ended_is_cancelled_all_the_same() -> None:
    portal = SlowPortal()
    worker = Worker()
    visit = Visit(lambda: portal, worker, print, is_sandbox=True, may_browse=False)  # type: ignore[arg-type, return-value]
    call = visit.give("cmp_1", Money(500, "USD"), "en")
    assert portal.is_placed.wait(20)
    visit.drop(call)
    assert portal.is_cancelling.wait(20)
    visit.leave()
    worker.wait(20)
    assert portal.cancelled == ["k", "k"], "the first was cut short, the last was not"
