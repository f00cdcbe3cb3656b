"""The client at the sandbox portal. Faults are met in front of the screens: tests/screens/test_giving_faults.py."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest

from game.giving.campaign import Environment
from game.giving.checkout import CheckoutRules
from game.giving.errors import WithdrawnError
from game.giving.journal import Journal
from game.giving.money import Money
from game.giving.pledge import PledgeStatus
from game.giving.pledging import Pledging
from game.giving.portal_provider import PortalProvider
from game.giving.provider import every_campaign
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site
from game.giving.watching import WatchEnd, watch
from game.network.clock import SystemClock
from game.paths import assets_dir
from game.portal.app import Options
from game.portal.server import serving
from tests.giving.stub import StillClock
from tests.portal.caller import HOME, SEWING, Caller

FIFTEEN = Money(1500, "USD")


class Quick(SystemClock):
    """Waits for nothing: the portal here says the same a moment later."""

    wait = StillClock.wait
    waits: list[float]
    passed: float

    def __init__(self) -> None:
        self.waits, self.passed = [], 0.0


class Visit:
    """Somebody at the game, with the sandbox as it is on its first day."""

    def __init__(self, base: str, folder: Path, caller: Caller) -> None:
        self.caller = caller
        clock = Quick()
        rules = CheckoutRules({urlsplit(base).hostname or "": "/p/"}, is_sandbox=True)
        site = Site(base + "/api/v1", Environment.SANDBOX, HOME)
        self.journal = Journal(folder / "pledges.db", clock.now())
        self.provider = PortalProvider(site, rules, "desktop", ReplyCache(folder / "kept"), clock, Random(1))
        self.pledging = Pledging(self.provider, base, self.journal, clock)


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Visit]:
    with serving(Options(assets_dir() / "portal", has_faults=True)) as base, Caller(base) as caller:
        visit = Visit(base, tmp_path, caller)
        yield visit
        visit.journal.close()


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


def test_a_campaign_that_is_withdrawn_after_it_was_seen_leaves_no_copy(visit: Visit, tmp_path: Path) -> None:
    every_campaign(visit.provider)
    assert list((tmp_path / "kept").iterdir())
    visit.caller.switch({"fault": "withdrawn"})
    with pytest.raises(WithdrawnError):
        visit.provider.campaign(SEWING)
    assert not list((tmp_path / "kept").iterdir())
