"""However suddenly the game ends while a pledge is made, the portal has one pledge, and it can be gone on with."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen

import pytest

from game.giving.checkout import CheckoutRules
from game.giving.journal import Journal
from game.giving.pledge import PledgeStatus
from game.giving.pledging import Pledging
from game.giving.portal_provider import PortalProvider
from game.giving.reply_cache import ReplyCache
from game.network.clock import SystemClock
from tests.giving.small_portal import SmallPortal
from tests.giving.stub import CAMPAIGN_ID, Stub, served

ROOT = Path(__file__).resolve().parents[2]
SPINS = (0, 5_000, 15_000, 40_000, 80_000, 160_000)
GIVER = f"""
import sys
from pathlib import Path
from random import Random
from game.giving.checkout import CheckoutRules
from game.network.clock import SystemClock
from game.giving.campaign import Environment
from game.giving.journal import Journal
from game.giving.money import Money
from game.giving.pledging import Pledging
from game.giving.portal_provider import PortalProvider
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site
address, folder, clock = sys.argv[1], Path(sys.argv[2]), SystemClock()
journal = Journal(folder / "pledges.db", clock.now())
rules = CheckoutRules({{"pay.portal.example": "/p/"}}, is_sandbox=True)
site = Site(address + "/api/v1", Environment.SANDBOX)
provider = PortalProvider(site, rules, "desktop", ReplyCache(folder / "kept"), clock, Random())
pledging = Pledging(provider, address, journal, clock)
print("ready", flush=True)
sys.stdin.readline()
pledging.place(pledging.intend("{CAMPAIGN_ID}", Money(1500, "USD"), "en"))
print("placed", flush=True)
sys.stdin.readline()
"""


@contextmanager
def giver(stub: Stub, folder: Path) -> Iterator[Popen[str]]:
    """A game in a process of its own, which begins to give when it is told a line."""
    command = (sys.executable, "-c", GIVER, stub.address, str(folder))
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def begin(process: Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def gone_on(stub: Stub, folder: Path) -> list[PledgeStatus]:
    """Start anew, go on with whatever was left, and then cancel it; return how the pledges stood before."""
    clock = SystemClock()
    journal = Journal(folder / "pledges.db", clock.now())
    rules = CheckoutRules({"pay.portal.example": "/p/"}, is_sandbox=True)
    provider = PortalProvider(stub.site(key=""), rules, "desktop", ReplyCache(folder / "kept"), clock, Random(1))
    pledging = Pledging(provider, stub.address, journal, clock)
    found = [pledging.place(left).status for left in pledging.unfinished()]
    assert len(pledging.cancel_unfinished()) == len(found)
    assert pledging.unfinished() == ()
    journal.close()
    return found


@pytest.mark.parametrize("moment", ["before the pledge is made", "after it, before the reply"])
def test_a_game_killed_while_the_portal_works_makes_one_pledge(tmp_path: Path, moment: str) -> None:
    portal = SmallPortal()
    with served(portal) as stub, giver(stub, tmp_path) as process:

        def kill() -> None:
            portal.before = portal.after = lambda: None
            process.kill()
            process.wait()

        if moment.startswith("before"):
            portal.before = kill
        else:
            portal.after = kill
        begin(process)
        process.wait(20)
        assert gone_on(stub, tmp_path) == [PledgeStatus.AWAITING]
    assert portal.statuses == ["cancelled"]


def test_a_game_killed_while_its_pledge_is_shown_goes_on_with_it(tmp_path: Path) -> None:
    portal = SmallPortal()
    with served(portal) as stub:
        with giver(stub, tmp_path) as process:
            begin(process)
            assert process.stdout
            assert process.stdout.readline() == "placed\n"
        assert gone_on(stub, tmp_path) == [PledgeStatus.AWAITING]
    assert portal.statuses == ["cancelled"]


@pytest.mark.parametrize("spin", SPINS)
def test_a_game_killed_at_any_moment_makes_one_pledge_or_none(tmp_path: Path, spin: int) -> None:
    portal = SmallPortal()
    with served(portal) as stub:
        with giver(stub, tmp_path) as process:
            begin(process)
            _spend(spin)
        left = gone_on(stub, tmp_path)
    assert len(portal.made) == len(left) <= 1
    assert portal.statuses == ["cancelled"] * len(left)


def _spend(spin: int) -> None:
    """Let a moment pass that is no sleep: it spreads the kill over the making of the pledge."""
    "".join(str(number) for number in range(spin))
