"""The client against the sandbox portal, whole and with each of its faults: nothing is claimed that is not so."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import get_args
from urllib.parse import urlsplit

import pytest

from game.giving.campaign import Environment
from game.giving.checkout import CheckoutRules
from game.giving.clock import SystemClock
from game.giving.errors import DonationError, UnsafeAddressError, WithdrawnError
from game.giving.journal import Journal
from game.giving.money import Money
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.pledging import Pledging
from game.giving.portal_provider import PortalProvider
from game.giving.provider import every_campaign
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site, Timing
from game.giving.watching import WatchEnd, watch
from game.paths import assets_dir
from game.portal.access import Limits
from game.portal.app import Options
from game.portal.faults import Name
from game.portal.hostile import CHECKOUT_ADDRESSES
from game.portal.server import serving
from tests.giving.stub import StillClock
from tests.portal.caller import HOME, SEWING, Caller

FIFTEEN = Money(1500, "USD")
TABLE = Path(__file__).with_name("fault_table.txt")
"""What each fault of each call comes to: for every fault a line, for every call a column."""
SWITCHES: dict[str, dict[str, object]] = {
    "latency": {"seconds": 0.7},
    "slow_work": {"seconds": 0.7},
    "maintenance": {"retry_after": "date"},
    "rate_limited": {"retry_after": "seconds"},
    "clock_skew": {"seconds": -86400},
    "checkout_url": {"address": "other_host"},
}
"""How faults are switched on that need to be told more."""
SLOW = ("latency", "slow_work")
"""A pledge that these hold up may be made after the test: it is made at a portal of its own."""
HASTY = Timing(connect=1.0, read=0.25, exchange=0.5)
PATIENCE_S = 20.0


class Quick(SystemClock):
    """Waits for nothing: the portal here says the same a moment later."""

    wait = StillClock.wait
    waits: list[float]
    passed: float

    def __init__(self) -> None:
        self.waits, self.passed = [], 0.0


class Visit:
    """Somebody at the game, with the sandbox as it is on its first day."""

    def __init__(self, base: str, folder: Path, caller: Caller, timing: Timing) -> None:
        self.caller = caller
        clock = Quick()
        host = urlsplit(base).hostname or ""
        rules = CheckoutRules({host: "/p/", "pay.portal.example": "/p/"}, is_sandbox=True)
        site = Site(base + "/api/v1", Environment.SANDBOX, HOME, timing=timing)
        self.journal = Journal(folder / "pledges.db", clock.now())
        self.provider = PortalProvider(site, rules, "desktop", ReplyCache(folder / "kept"), clock, Random(1))
        self.pledging = Pledging(self.provider, base, self.journal, clock)
        self.clock = clock


@contextmanager
def sandbox() -> Iterator[str]:
    limits = Limits(reads=100_000, pledges=100_000)
    with serving(Options(assets_dir() / "portal", has_faults=True, limits=limits)) as base:
        yield base


@contextmanager
def visiting(base: str, folder: Path, timing: Timing) -> Iterator[Visit]:
    with Caller(base) as caller:
        caller.reset()
        visit = Visit(base, folder, caller, timing)
        yield visit
        visit.journal.close()
        caller.reset()


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with sandbox() as base:
        yield base


@pytest.fixture
def visit(base: str, tmp_path: Path) -> Iterator[Visit]:
    with visiting(base, tmp_path, Timing()) as visit:
        yield visit


def test_the_whole_life_of_a_pledge(visit: Visit) -> None:
    assert visit.provider.portal().environment is Environment.SANDBOX
    before = visit.provider.campaign(SEWING)
    assert SEWING in [campaign.id for campaign in every_campaign(visit.provider)]
    attempt = visit.pledging.intend(SEWING, FIFTEEN, "en")
    placed = visit.pledging.place(attempt)
    assert placed.checkout
    visit.caller.do(placed.id, "pay")
    ended = watch(visit.provider, placed, StillClock(), lambda news: visit.pledging.noted(attempt, news))
    assert (ended.end, ended.pledge.status) == (WatchEnd.SETTLED, PledgeStatus.PAID)
    assert visit.pledging.unfinished() == ()
    assert visit.provider.campaign(SEWING).raised.minor == before.raised.minor + 1500


@pytest.mark.parametrize("kind", CHECKOUT_ADDRESSES)
def test_no_hostile_address_of_a_portal_is_shown(visit: Visit, kind: str) -> None:
    visit.caller.switch({"fault": "checkout_url", "address": kind})
    with pytest.raises(UnsafeAddressError):
        visit.pledging.place(visit.pledging.intend(SEWING, FIFTEEN, "en"))


def test_a_campaign_that_is_withdrawn_after_it_was_seen_leaves_no_copy(visit: Visit, tmp_path: Path) -> None:
    every_campaign(visit.provider)
    assert list((tmp_path / "kept").iterdir())
    visit.caller.switch({"fault": "withdrawn"})
    with pytest.raises(WithdrawnError):
        visit.provider.campaign(SEWING)
    assert not list((tmp_path / "kept").iterdir())


CALLS: dict[str, Callable[[Visit], object]] = {
    "GET /portal": lambda visit: visit.provider.portal(),
    "GET /campaigns": lambda visit: every_campaign(visit.provider),
    "GET /campaigns/{campaign_id}": lambda visit: visit.provider.campaign(SEWING),
    "POST /pledges": lambda visit: visit.pledging.place(visit.pledging.intend(SEWING, FIFTEEN, "en")),
    "GET /pledges/{pledge_id}": lambda visit: visit.provider.pledge(_open_pledge(visit)),
    "POST /pledges/{pledge_id}/cancel": lambda visit: visit.provider.cancel(_open_pledge(visit)),
}


def _open_pledge(visit: Visit) -> str:
    (attempt,) = visit.pledging.unfinished()
    assert attempt.pledge_id
    return attempt.pledge_id


def _table() -> Iterator[tuple[str, str, str]]:
    head, *rows = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines() if line]
    for row in rows:
        for call, outcome in zip(head[1:], row[1:], strict=True):
            yield row[0].strip(), call.strip(), outcome.strip()


@pytest.mark.parametrize(("fault", "call", "outcome"), list(_table()))
def test_no_fault_of_any_call_makes_a_second_pledge_or_claims_a_payment(
    base: str, tmp_path: Path, fault: str, call: str, outcome: str
) -> None:
    with ExitStack() as stack:
        is_slow = fault in SLOW
        address = stack.enter_context(sandbox()) if is_slow and call == "POST /pledges" else base
        visit = stack.enter_context(visiting(address, tmp_path, HASTY if is_slow else Timing()))
        if "{pledge_id}" in call:
            visit.pledging.place(visit.pledging.intend(SEWING, FIFTEEN, "en"))
        visit.caller.switch({"fault": fault, "call": call, **SWITCHES.get(fault, {})})
        assert _outcome(lambda: CALLS[call](visit)) == outcome
        visit.caller.switch()
        counts = visit.caller.counts()
        assert sum(counts.values()) <= 1
        assert counts == {"paid": 1} or "paid" not in outcome
        _tidy(visit)
        assert set(visit.caller.counts()) <= {"cancelled", "paid"}


def test_the_table_has_every_fault_and_every_call() -> None:
    assert {fault for fault, _, _ in _table()} == set(get_args(Name))
    assert {call for _, call, _ in _table()} == set(CALLS)


def _outcome(call: Callable[[], object]) -> str:
    """Return what a call comes to in a word: the status of a pledge, what the player is told, or "shown"."""
    try:
        found = call()
    except DonationError as error:
        return error.message.removeprefix("giving_errors.")
    return found.status.value if isinstance(found, Pledge) else "shown"


def _tidy(visit: Visit) -> None:
    """Cancel what is left; a portal that still works on it says so, and is asked again."""
    ends, pause = time.monotonic() + PATIENCE_S, threading.Event()
    while visit.pledging.unfinished():
        assert time.monotonic() < ends, "something is left for ever"
        visit.pledging.cancel_unfinished()
        pause.wait(0.01)
