"""Faults that are switched on, each as a client meets it."""

import gzip
import json
import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import get_args

import pytest
import requests

from game.paths import assets_dir
from game.portal.app import Options
from game.portal.faults import LOOP, Name
from game.portal.hostile import CHECKOUT_ADDRESSES
from game.portal.server import serving
from tests.portal.caller import SEWING, Caller, problem

KEY = "intent-0000000001"


def test_without_being_asked_for_there_are_no_faults(options: Options) -> None:
    with serving(replace(options, has_faults=False)) as base, Caller(base) as caller:
        for path in ("/sandbox/faults", "/sandbox/reset", "/sandbox/pledges"):
            assert caller.call("GET", path).status_code == 404


@pytest.mark.parametrize("fault", get_args(Name))
def test_every_fault_is_over_when_it_is_over(caller: Caller, fault: str) -> None:
    caller.switch({"fault": fault, "times": 1, "seconds": 0.01})
    try:
        caller.get("/portal")
    except requests.RequestException:
        assert fault in ("reset", "commit_then_drop", "gzip_bomb")
    assert caller.get("/portal").json()["environment"] == "sandbox"


def test_a_fault_can_be_for_one_call(caller: Caller) -> None:
    caller.switch({"fault": "maintenance", "call": "GET /campaigns"})
    assert caller.get("/portal").status_code == 200
    assert problem(caller.get("/campaigns")) == "maintenance"
    caller.switch()
    assert caller.get("/campaigns").status_code == 200


def test_a_fault_that_there_is_not_is_refused(caller: Caller) -> None:
    assert caller.call("PUT", "/sandbox/faults", json=[{"fault": "earthquake"}]).status_code == 422


@pytest.mark.parametrize("form", ["seconds", "date"])
@pytest.mark.parametrize(("fault", "status"), [("rate_limited", 429), ("maintenance", 503)])
def test_come_again_later_is_told_in_both_forms(caller: Caller, fault: str, status: int, form: str) -> None:
    caller.switch({"fault": fault, "seconds": 7, "retry_after": form})
    reply = caller.get("/campaigns")
    told = reply.headers["Retry-After"]
    assert reply.status_code == status
    if form == "seconds":
        assert told == "7"
    else:
        assert parsedate_to_datetime(told) - parsedate_to_datetime(reply.headers["Date"]) <= timedelta(seconds=7)


def test_latency_takes_its_time(caller: Caller) -> None:
    caller.switch({"fault": "latency", "seconds": 0.2})
    began = time.monotonic()
    caller.get("/portal")
    assert time.monotonic() - began >= 0.2


def test_a_line_that_breaks_in_the_middle(caller: Caller) -> None:
    caller.switch({"fault": "reset"})
    with pytest.raises(requests.RequestException):
        caller.get("/campaigns")


def test_a_pledge_that_is_taken_and_never_confirmed(caller: Caller) -> None:
    caller.switch({"fault": "commit_then_drop", "times": 1})
    with pytest.raises(requests.ConnectionError):
        caller.pledge(key=KEY)
    again = caller.pledge(key=KEY)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert caller.counts() == {"awaiting_payment": 1}


def test_a_pledge_that_is_delivered_twice(caller: Caller) -> None:
    caller.switch({"fault": "duplicate"})
    assert caller.pledge(key=KEY).headers["Idempotency-Replayed"] == "true"
    assert caller.counts() == {"awaiting_payment": 1}


def test_half_of_a_json(caller: Caller) -> None:
    caller.switch({"fault": "truncated"})
    with pytest.raises(requests.JSONDecodeError):
        caller.get("/campaigns").json()


def test_a_page_instead_of_json(caller: Caller) -> None:
    caller.switch({"fault": "wrong_type"})
    assert caller.get("/campaigns").headers["Content-Type"].startswith("text/html")


def test_a_small_packet_that_becomes_large(caller: Caller) -> None:
    caller.switch({"fault": "gzip_bomb"})
    reply = caller.get("/campaigns", stream=True)
    packed = reply.raw.read(decode_content=False)
    assert len(packed) < 256 * 1024
    assert len(gzip.decompress(packed)) > 32 * 1024 * 1024


def test_nothing_is_ever_modified(caller: Caller) -> None:
    caller.switch({"fault": "not_modified"})
    assert [caller.get("/campaigns").status_code for _ in range(3)] == [304, 304, 304]


def test_a_payment_that_comes_just_after_the_end(caller: Caller) -> None:
    pledge = caller.pledged()
    caller.switch({"fault": "expired_then_paid", "times": 1})
    assert [caller.status(pledge["id"]) for _ in range(2)] == ["expired", "paid"]


@pytest.mark.parametrize("address", [*CHECKOUT_ADDRESSES, "https://pay.example:1/"])
def test_a_checkout_address_that_must_not_be_shown(caller: Caller, address: str) -> None:
    honest = caller.pledge(key=KEY).json()["checkout_url"]
    caller.switch({"fault": "checkout_url", "address": address})
    told = caller.pledge(key=KEY).json()["checkout_url"]
    code = honest.rpartition("/")[2]
    assert told == (CHECKOUT_ADDRESSES[address](code) if address in CHECKOUT_ADDRESSES else address)
    caller.switch()
    assert caller.pledge(key=KEY).json()["checkout_url"] == honest


def test_a_campaign_that_is_withdrawn_after_it_was_kept(caller: Caller) -> None:
    tag = caller.get(f"/campaigns/{SEWING}").headers["ETag"]
    caller.switch({"fault": "withdrawn", "times": 1})
    for _ in range(2):
        assert caller.get(f"/campaigns/{SEWING}", headers={"If-None-Match": tag}).status_code == 410


def test_a_clock_that_is_wrong(caller: Caller) -> None:
    caller.switch({"fault": "clock_skew", "seconds": 86400})
    told = parsedate_to_datetime(caller.get("/portal").headers["Date"])
    assert abs(told - datetime.now(UTC) - timedelta(days=1)) < timedelta(minutes=5)


def test_a_page_that_is_far_too_long(caller: Caller) -> None:
    caller.switch({"fault": "huge_page"})
    reply = caller.get("/campaigns")
    assert len(reply.content) > 1_000_000
    assert len(reply.json()["data"]) >= 2_000


def test_a_cursor_that_leads_to_itself(caller: Caller) -> None:
    caller.switch({"fault": "cursor_loop"})
    first = caller.get("/campaigns").json()
    second = caller.get("/campaigns", params={"cursor": first["next_cursor"]}).json()
    assert first == second
    assert first["next_cursor"] == LOOP


def test_texts_amounts_and_values_that_nobody_expects(caller: Caller) -> None:
    caller.switch({"fault": "hostile_texts"}, {"fault": "unknown_values"})
    campaign = caller.campaign()
    assert len(campaign["title"]) > 10_000
    assert campaign["status"] == "suspended"
    caller.switch({"fault": "other_amount"})
    assert caller.pledged()["amount"]["currency"] == "JPY"


def test_the_clock_can_be_put_forward(caller: Caller) -> None:
    pledge = caller.pledged()
    caller.call("POST", "/sandbox/clock", json={"seconds": 1800})
    assert caller.status(pledge["id"]) == "expired"


def test_what_the_control_surface_shows_is_what_was_switched_on(caller: Caller) -> None:
    caller.switch({"fault": "reset", "times": 2, "call": "POST /pledges"})
    told = caller.call("GET", "/sandbox/faults")
    assert json.loads(told.text) == [{"fault": "reset", "times": 2, "call": "POST /pledges", "left": 2}]


def test_the_page_for_developers_names_every_fault_and_address() -> None:
    page = (assets_dir().parent / "docs" / "portal.md").read_text("utf-8")
    named = {*re.findall("`([a-z_]+)`", page)}
    assert {*get_args(Name), *CHECKOUT_ADDRESSES} <= named
