"""Every fault of every call of a portal, as somebody in front of the screen meets it.

What comes of each stands in a table in docs/giving.md, which is compared with what happens.
"""

import logging
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import get_args

import pytest

from game.content.library import Library
from game.network.route import Timing
from game.portal.faults import Name
from game.ui.intents import Back
from tests.portal.caller import Caller
from tests.screens.meeting import TO_THE_CAMPAIGN, TO_THE_CODE, Meeting, meeting_at, sandbox
from tests.ui.view_faults import faults_of

DOCS = Path(__file__).resolve().parents[2] / "docs" / "giving.md"
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
"""A pledge that these hold up may be made when all is over: they have a portal of their own."""
HASTY = Timing(connect=1.0, read=0.25, exchange=0.5)
ENOUGH_WAITS = 12
"""So often a pledge is asked for that stays as it is."""
FOLLOWED = ("awaiting_payment", "processing", "expired")
"""As long as the screen says so, a pledge is asked for."""
PORTAL, LIST, CAMPAIGN = "GET /portal", "GET /campaigns", "GET /campaigns/{campaign_id}"
MAKE, FOLLOW, CANCEL = "POST /pledges", "GET /pledges/{pledge_id}", "POST /pledges/{pledge_id}/cancel"
COLUMNS = (PORTAL, LIST, CAMPAIGN, MAKE, FOLLOW, CANCEL)


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with sandbox() as base:
        yield base


@pytest.mark.parametrize("fault", get_args(Name))
def test_no_fault_brings_a_false_thanks_a_second_pledge_or_a_frozen_screen(
    shipped: Library, base: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    is_slow = fault in SLOW
    with (
        sandbox() if is_slow else nullcontext(base) as address,
        Caller(address) as caller,
        meeting_at(address, shipped, tmp_path, HASTY if is_slow else None) as here,
    ):
        cells = dict(_comes_of(fault, here, caller))
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    line = f"| {' | '.join([f'`{fault}`', *(cells[call] for call in COLUMNS)])} |"
    print(line)  # noqa: T201 (what the table has to say)
    assert line in DOCS.read_text("utf-8").splitlines()


def test_the_table_has_every_call() -> None:
    assert f"| fault | {' | '.join(f'`{call}`' for call in COLUMNS)} |" in DOCS.read_text("utf-8").splitlines()


def _comes_of(fault: str, here: Meeting, caller: Caller) -> Iterator[tuple[str, str]]:
    """Meet a fault at one call after the other; yield the call, and what the screen says or what a pledge comes to."""

    def switch(call: str) -> None:
        caller.switch({"fault": fault, "call": call, **SWITCHES.get(fault, {})})

    def mend() -> None:
        caller.switch()
        here.start_anew()
        assert caller.counts() in ({}, {"cancelled": 1}, {"paid": 1}), "a second pledge, or one that is left"
        caller.reset()

    *to_the_list, to_the_campaign = TO_THE_CAMPAIGN
    for call in (PORTAL, LIST):
        switch(call)
        yield call, _seen(here, here.use(*to_the_list))
        here.pilot.send(Back())
        mend()
    here.use(*to_the_list)
    switch(CAMPAIGN)
    yield CAMPAIGN, _seen(here, here.use(to_the_campaign))
    here.pilot.send(Back())
    mend()
    here.use(to_the_campaign)
    for call in (FOLLOW, CANCEL):
        assert here.use(*TO_THE_CODE) == "awaiting_payment"
        switch(call)
        if call == FOLLOW:
            _follow(here)
        said = _seen(here, here.says)
        assert not here.claims_payment or caller.counts() == {"paid": 1}, "a payment was claimed"
        here.leave()
        yield call, said if call == FOLLOW else next(iter(caller.counts()))
        mend()
    here.pilot.send(Back(), Back())
    here.use(*TO_THE_CAMPAIGN, TO_THE_CODE[0])
    switch(MAKE)
    here.use(TO_THE_CODE[1])
    _follow(here)
    yield MAKE, _seen(here, here.says)
    assert not here.claims_payment
    here.leave()
    mend()


def _follow(here: Meeting) -> None:
    """Look until a pledge is not asked for any more, or was asked for so often that nothing else will come of it."""
    enough = here.session.clock.waits + ENOUGH_WAITS
    here.until(lambda: here.says not in FOLLOWED or here.session.clock.waits >= enough)


def _seen(here: Meeting, said: str) -> str:
    assert faults_of(here.pilot.view, here.pilot.frame) == []
    return said
