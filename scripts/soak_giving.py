"""Kill the game while it makes pledges, again and again: `python3 scripts/soak_giving.py [--runs N] [--seed N]`.

Each time a process that does what the game does writes down an intent and makes a pledge at a sandbox portal, and is
killed (kill -9) at a random moment meanwhile. Then another one starts with what is left. For each intent that was
written down there has to be one pledge at the portal, and none for the others. 200 runs take about three minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from environment import ROOT
from inside import enter

if TYPE_CHECKING:
    from game.giving.pledging import Pledging

RUNS = 200
PATIENCE_S = 30.0
TO_WARM_UP = 5
LONGER = 1.2
"""Some are killed after the pledge was made and noted, too."""
CAMPAIGN = "cmp_7Qk2mZ81xA"
NOTHING, WRITTEN, UNHEARD, NOTED = (
    "before the intent was on the disk",
    "after that, and before the portal had it",
    "after the portal had it, and before the game knew",
    "after the game knew",
)
MOMENTS = (NOTHING, WRITTEN, UNHEARD, NOTED)


def main() -> None:
    """Run, print when the kills came and what was found, and exit with 1 if any intent has not one pledge."""
    enter()
    if sys.argv[1:2] == ["give"]:
        _give(sys.argv[2], Path(sys.argv[3]), sys.argv[4])
        return
    parser = argparse.ArgumentParser(description="Kill the game while it makes pledges, again and again.")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N", help=f"how often ({RUNS})")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="for the moments of the kills")
    wanted = parser.parse_args()
    moments, wrong = soak(wanted.runs, Random(wanted.seed))
    for moment in MOMENTS:
        print(f"killed {moment:<50}{moments[moment]:>5}")
    print(f"intents without exactly one pledge{'':<23}{len(wrong):>5}")
    for fault in wrong:
        print(fault)
    sys.exit(1 if wrong else 0)


def soak(runs: int, chance: Random) -> tuple[Counter[str], list[str]]:
    """Return at which moments of its work a process was killed, and what was wrong afterwards."""
    moments: Counter[str] = Counter()
    wrong = []
    with tempfile.TemporaryDirectory() as folder, _portal() as address:
        usual_s = median(_run(address, Path(folder, f"w{each}"), f"warm{each}", None) for each in range(TO_WARM_UP))
        print(f"a pledge takes {usual_s * 1000:.0f} ms; killed at random within {usual_s * LONGER * 1000:.0f} ms")
        for number in range(runs):
            here, key = Path(folder, str(number)), f"run{number}"
            before = _pledges(address)
            _run(address, here, key, chance.uniform(0, usual_s * LONGER))
            moment, fault = _looked_into(address, here, key, before)
            moments[moment] += 1
            wrong += [f"run {number}, killed {moment}: {fault}"] if fault else []
    return moments, wrong


def _looked_into(address: str, folder: Path, key: str, before: int) -> tuple[str, str]:
    """Go on with what is left after a kill; return when it came, and what is wrong, if anything is."""
    found = _pledges(address) - before
    with _giving(address, folder, key) as pledging:
        left = pledging.unfinished()
        if not left:
            return NOTHING, f"{found} pledges that nobody remembers" if found else ""
        moment = NOTED if left[0].pledge_id else UNHEARD if found else WRITTEN
        resumed = [pledging.place(attempt) for attempt in left]
        made = _pledges(address) - before
        cancelled = pledging.cancel_unfinished()
        is_right = len(left) == made == len(cancelled) == 1 and cancelled[0].id == resumed[0].id
        return moment, "" if is_right else f"{len(left)} intents, {made} pledges, {len(cancelled)} cancelled"


def _run(address: str, folder: Path, key: str, kill_after_s: float | None) -> float:
    """Make a pledge in a process of its own, and kill it; return how long it took if it was not killed before."""
    folder.mkdir()
    command = [sys.executable, __file__, "give", address, str(folder), key]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdin is None or process.stdout is None or process.stdout.readline() != "ready\n":
            raise RuntimeError("a giver did not start")
        process.stdin.write("\n")
        process.stdin.flush()
        began_s = time.perf_counter()
        if kill_after_s is None:
            process.stdout.readline()
        else:
            time.sleep(kill_after_s)
        took_s = time.perf_counter() - began_s
        process.kill()
    return took_s


def _give(address: str, folder: Path, key: str) -> None:
    """Do what the game does: get ready, and when a line comes, write down an intent and make the pledge."""
    from game.giving.money import Money  # noqa: PLC0415 (after `enter`)

    with _giving(address, folder, key) as pledging:
        print("ready", flush=True)
        sys.stdin.readline()
        pledging.place(pledging.intend(CAMPAIGN, Money(1000, "USD"), "en"))
        print("placed", flush=True)
        sys.stdin.readline()


@contextmanager
def _giving(address: str, folder: Path, key: str) -> Iterator[Pledging]:
    from game.giving.clock import SystemClock  # noqa: PLC0415

    from game.giving.campaign import Environment  # noqa: PLC0415 (after `enter`)
    from game.giving.checkout import CheckoutRules  # noqa: PLC0415
    from game.giving.journal import Journal  # noqa: PLC0415
    from game.giving.pledging import Pledging  # noqa: PLC0415
    from game.giving.portal_provider import PortalProvider  # noqa: PLC0415
    from game.giving.reply_cache import ReplyCache  # noqa: PLC0415
    from game.giving.site import Site  # noqa: PLC0415

    clock = SystemClock()
    # Each run is a device of its own, so that the portal does not ask to wait.
    site = Site(address + "/api/v1", Environment.SANDBOX, f"kiosk_sandbox_home_{key}")
    rules = CheckoutRules({"127.0.0.1": "/p/"}, is_sandbox=True)
    provider = PortalProvider(site, rules, "desktop", ReplyCache(folder / "replies"), clock, Random())
    journal = Journal(folder / "pledges.sqlite", clock.now())
    yield Pledging(provider, site.address, journal, clock)
    journal.close()


@contextmanager
def _portal() -> Iterator[str]:
    command = [sys.executable, "main.py", "portal", "--faults"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        yield line.removeprefix("listening on ").strip()
        process.kill()


def _pledges(address: str) -> int:
    """How many pledges there are at the portal, however they stand."""
    import requests  # noqa: PLC0415 (after `enter`)

    counts: dict[str, int] = requests.get(f"{address}/sandbox/pledges", timeout=PATIENCE_S).json()
    return sum(counts.values())


if __name__ == "__main__":
    main()
