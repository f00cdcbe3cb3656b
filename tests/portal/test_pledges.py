"""Pledges from the wish to the money."""

import pytest

from game.portal.clock import Clock
from tests.portal.caller import CLASSROOM, CLOSED, FUNDED, SEWING, Caller, problem, wish

_HALF_AN_HOUR_S = 1800
_SELAM = "cmp_5GzN0aPw3H"


def test_a_pledge_begins_with_waiting_for_the_payment(caller: Caller) -> None:
    reply = caller.pledge(wish(client_reference="kiosk-7"))
    told = reply.json()
    assert reply.headers["Location"] == f"/api/v1/pledges/{told['id']}"
    assert reply.headers["Cache-Control"] == "no-store"
    assert (told["status"], told["client_reference"]) == ("awaiting_payment", "kiosk-7")
    assert told["checkout_url"].startswith(caller.base + "/p/")
    assert caller.get(reply.headers["Location"].removeprefix("/api/v1")).json() == told


def test_the_address_of_the_checkout_is_short_enough_for_a_small_code(caller: Caller) -> None:
    assert len(caller.pledged()["checkout_url"]) <= 40


@pytest.mark.parametrize(
    ("deeds", "status"),
    [
        (["pay"], "paid"),
        (["pay", "refund"], "refunded"),
        (["decline"], "failed"),
        (["later"], "processing"),
        (["later", "pay"], "paid"),
        (["later", "decline"], "failed"),
        (["cancel"], "cancelled"),
        (["cancel", "pay"], "paid"),
    ],
)
def test_deeds_lead_to_a_status(caller: Caller, deeds: list[str], status: str) -> None:
    before, pledge = caller.campaign(), caller.pledged()
    for deed in deeds:
        caller.do(pledge["id"], deed)
    reply = caller.get(f"/pledges/{pledge['id']}")
    assert reply.json()["status"] == status
    assert reply.json()["checkout_url"] is None
    assert reply.headers["Retry-After"] == str(reply.json()["poll_after_seconds"])
    gained = caller.campaign()["raised"]["amount_minor"] - before["raised"]["amount_minor"]
    assert gained == (1500 if status == "paid" else 0)


def test_a_pledge_expires_after_half_an_hour(caller: Caller, clock: Clock) -> None:
    pledge = caller.pledged()
    clock.ahead_s += _HALF_AN_HOUR_S
    told = caller.get(f"/pledges/{pledge['id']}").json()
    assert (told["status"], told["checkout_url"]) == ("expired", None)
    assert told["status_changed_at"] == told["expires_at"] == pledge["expires_at"]


def test_a_payment_that_comes_late_is_not_lost(caller: Caller, clock: Clock) -> None:
    pledge = caller.pledged()
    clock.ahead_s += _HALF_AN_HOUR_S
    caller.do(pledge["id"], "pay")
    assert caller.status(pledge["id"]) == "paid"


@pytest.mark.parametrize("deeds", [[], ["pay"], ["decline"], ["later"], ["pay", "refund"]])
def test_cancelling_twice_is_cancelling_once(caller: Caller, deeds: list[str]) -> None:
    pledge = caller.pledged()
    for deed in deeds:
        caller.do(pledge["id"], deed)
    before = caller.status(pledge["id"])
    first, second = caller.cancel(pledge["id"]), caller.cancel(pledge["id"])
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()
    assert first.json()["status"] == (before if deeds else "cancelled")


def test_only_who_created_a_pledge_can_see_and_cancel_it(caller: Caller) -> None:
    pledge = caller.pledged()
    with Caller(caller.base, "kiosk_sandbox_home_next_door") as other:
        assert problem(other.get(f"/pledges/{pledge['id']}")) == "not-found"
        assert problem(other.cancel(pledge["id"])) == "not-found"
    assert caller.status(pledge["id"]) == "awaiting_payment"


@pytest.mark.parametrize(
    ("body", "status", "name"),
    [
        (wish("cmp_00000000"), 404, "not-found"),
        (wish(CLOSED), 422, "campaign-closed"),
        (wish(FUNDED), 422, "campaign-closed"),
        (wish(amount=199), 422, "amount-out-of-range"),
        (wish(amount=500_001), 422, "amount-out-of-range"),
        (wish(currency="EUR"), 422, "currency-not-supported"),
        (wish(currency="XXX"), 422, "currency-not-supported"),
        (wish(card_number="4242"), 422, "validation-error"),
        (wish(amount="1500"), 422, "validation-error"),  # type: ignore[arg-type]  # what a careless client sends
        (wish(amount=15.5), 422, "validation-error"),  # type: ignore[arg-type]  # the same
        (wish(amount=True), 422, "validation-error"),
        (wish(frequency="monthly"), 422, "validation-error"),
        (wish(client_reference="Rini, Main Street"), 422, "validation-error"),
        ([], 422, "validation-error"),
    ],
)
def test_what_cannot_be_granted_is_refused(caller: Caller, body: object, status: int, name: str) -> None:
    refused = caller.pledge(body)
    assert (refused.status_code, problem(refused)) == (status, name)
    assert caller.counts() == {}


def test_the_place_of_a_mistake_is_told_without_its_value(caller: Caller) -> None:
    refused = caller.pledge(wish(card_number="4242424242424242"))
    assert refused.json()["errors"][0]["pointer"] == "#/card_number"
    assert "4242" not in refused.text


def test_a_currency_with_three_digits_is_taken_as_it_is(caller: Caller) -> None:
    assert caller.pledged(wish(_SELAM, 1500, "KWD"))["amount"] == {"amount_minor": 1500, "currency": "KWD"}
    assert problem(caller.pledge(wish(_SELAM, 599, "KWD"))) == "amount-out-of-range"


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": \xff}', b"[" * 10_000, b'{"campaign_id": ' + b"1" * 5_000 + b"}"])
def test_a_body_that_is_no_pledge_is_refused(caller: Caller, body: bytes) -> None:
    headers = {"Content-Type": "application/json", "Idempotency-Key": "k" * 16}
    refused = caller.call("POST", "/api/v1/pledges", data=body, headers=headers)
    assert problem(refused) in ("malformed", "validation-error")


def test_a_body_that_never_ends_is_refused(caller: Caller) -> None:
    refused = caller.pledge(wish(locale="x" * 70_000))
    assert (refused.status_code, problem(refused)) == (400, "malformed")


def test_reaching_the_goal_closes_a_campaign_and_a_refund_opens_it(caller: Caller) -> None:
    campaign = caller.campaign()
    left = campaign["goal"]["amount_minor"] - campaign["raised"]["amount_minor"]
    pledge = caller.pledged(wish(amount=left))
    caller.do(pledge["id"], "pay")
    assert caller.campaign()["status"] == "funded"
    assert problem(caller.pledge()) == "campaign-closed"
    caller.do(pledge["id"], "refund")
    assert caller.campaign()["status"] == "open"


# ------------------------------------------------------------------------------------------- keys and limits


@pytest.mark.parametrize("key", [None, "kiosk_unknown", "kiosk_sandbox_revoked", "kiosk_sandbox_homeless"])
def test_without_a_key_that_is_known_nothing_works(caller: Caller, key: str | None) -> None:
    with Caller(caller.base, key) as stranger:
        for reply in (stranger.get("/campaigns"), stranger.pledge(), stranger.get("/pledges/plg_" + "0" * 26)):
            assert (reply.status_code, problem(reply)) == (401, "unauthorized")
            assert reply.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("key", [CLASSROOM, "kiosk_sandbox_reader", "kiosk_sandbox_event"])
def test_a_key_gives_through_its_own_channels_alone(caller: Caller, key: str) -> None:
    with Caller(caller.base, key) as device:
        refused = device.pledge()
        assert (refused.status_code, problem(refused)) == (403, "channel-not-allowed")


def test_three_pledges_can_be_open(limited: Caller, clock: Clock) -> None:
    pledges = [limited.pledged() for _ in range(3)]
    refused = limited.pledge(key="k" * 16)
    assert (refused.status_code, problem(refused)) == (429, "rate-limited")
    assert int(refused.headers["Retry-After"]) == pytest.approx(_HALF_AN_HOUR_S, abs=30)
    limited.cancel(pledges[0]["id"])
    assert limited.pledge(key="k" * 16).status_code == 201
    clock.ahead_s += _HALF_AN_HOUR_S
    assert limited.pledge().status_code == 201


def test_sixty_reads_and_ten_pledges_a_minute(limited: Caller, clock: Clock) -> None:
    replies = [limited.get("/campaigns/cmp_00000000").status_code for _ in range(61)]
    assert replies == [404] * 60 + [429]
    pledges = [limited.pledge(wish(CLOSED)) for _ in range(11)]
    assert [reply.status_code for reply in pledges] == [422] * 10 + [429]
    seconds = int(pledges[-1].headers["Retry-After"])
    assert 1 <= seconds <= 60
    clock.ahead_s += seconds
    assert limited.pledge(wish(CLOSED)).status_code == 422


def test_the_id_of_a_request_comes_back(caller: Caller) -> None:
    assert caller.get("/portal", headers={"X-Request-Id": "game-1"}).headers["X-Request-Id"] == "game-1"
    assert caller.get("/portal", headers={"X-Request-Id": "a b<c>"}).headers["X-Request-Id"].startswith("req_")


def test_a_method_that_there_is_not_is_told(caller: Caller) -> None:
    refused = caller.call("DELETE", f"/api/v1/campaigns/{SEWING}")
    assert (refused.status_code, problem(refused)) == (405, "about:blank")
    assert refused.headers["Allow"] == "GET"
