"""The same request, sent again, is carried out once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.portal.app import Options
from game.portal.clock import Clock
from game.portal.once import bare, fingerprint
from game.portal.server import serving
from tests.portal.caller import CLOSED, Caller, problem, wish

KEY = "intent-0000000001"
_DAY_S = 24 * 60 * 60


def test_a_replay_is_the_stored_reply(caller: Caller) -> None:
    first = caller.pledge(key=KEY)
    caller.do(first.json()["id"], "pay")
    again = caller.pledge(key=KEY)
    assert (again.status_code, again.json()) == (201, first.json())
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["Location"] == first.headers["Location"]
    assert caller.counts() == {"paid": 1}


def test_a_refusal_is_stored_too(caller: Caller) -> None:
    first, again = (caller.pledge(wish(CLOSED), key=KEY) for _ in range(2))
    assert again.content == first.content
    assert again.headers["Idempotency-Replayed"] == "true"


def test_a_key_without_a_pledge_is_needed(caller: Caller) -> None:
    reply = caller.call("POST", "/api/v1/pledges", json=wish())
    assert (reply.status_code, problem(reply)) == (400, "idempotency-key-missing")
    assert problem(caller.pledge(key="short")) == "malformed"
    assert problem(caller.pledge(key="l" * 256)) == "malformed"


def test_a_key_belongs_to_its_first_body(caller: Caller) -> None:
    caller.pledge(key=KEY)
    reused = caller.pledge(wish(amount=1600), key=KEY)
    assert (reused.status_code, problem(reused)) == (422, "idempotency-key-reused")
    assert caller.counts() == {"awaiting_payment": 1}


def test_quoted_and_bare_keys_are_the_same(caller: Caller) -> None:
    first, quoted = caller.pledge(key=KEY), caller.pledge(key=f'"{KEY}"')
    assert quoted.json() == first.json()


def test_keys_of_two_devices_have_nothing_to_do_with_each_other(caller: Caller) -> None:
    with Caller(caller.base, "kiosk_sandbox_home_two") as other:
        assert other.pledge(key=KEY).json()["id"] != caller.pledge(key=KEY).json()["id"]


def test_a_body_that_means_the_same_is_the_same(caller: Caller) -> None:
    first, again = caller.pledge(wish(), key=KEY), caller.pledge({"frequency": "once", **wish()}, key=KEY)
    assert first.json() == again.json()


def test_a_reply_is_kept_for_a_day(caller: Caller, clock: Clock) -> None:
    first = caller.pledge(key=KEY).json()["id"]
    clock.ahead_s += _DAY_S - 60
    assert caller.pledge(key=KEY).json()["id"] == first
    clock.ahead_s += 120
    assert caller.pledge(key=KEY).json()["id"] != first


@pytest.mark.parametrize("fault", ["rate_limited", "maintenance"])
def test_a_no_for_now_is_not_stored(caller: Caller, fault: str) -> None:
    caller.switch({"fault": fault, "times": 1})
    assert caller.pledge(key=KEY).status_code in (429, 503)
    reply = caller.pledge(key=KEY)
    assert reply.status_code == 201
    assert "Idempotency-Replayed" not in reply.headers


def test_a_mistake_in_the_form_does_not_use_the_key_up(caller: Caller) -> None:
    assert problem(caller.pledge(wish(card_number="4242"), key=KEY)) == "validation-error"
    assert caller.pledge(key=KEY).status_code == 201


def test_while_the_first_runs_the_second_waits(caller: Caller) -> None:
    caller.switch({"fault": "slow_work", "times": 1, "seconds": 0.5})
    with ThreadPoolExecutor() as pool, Caller(caller.base) as slow:
        first = pool.submit(slow.pledge, key=KEY)
        # The switch is used up as soon as the portal has begun with the first.
        while caller.call("GET", "/sandbox/faults").json():
            pass
        second, other = caller.pledge(key=KEY), caller.pledge(wish(amount=1600), key=KEY)
        assert (second.status_code, problem(second)) == (409, "request-in-progress")
        assert int(second.headers["Retry-After"]) >= 1
        assert problem(other) == "idempotency-key-reused"
        assert first.result().status_code == 201
    assert caller.pledge(key=KEY).json() == first.result().json()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=2, max_size=8))
def test_many_at_once_make_one_pledge_a_key(caller: Caller, keys: list[str]) -> None:
    caller.reset()
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda key: (key, caller_pledge(caller.base, key)), keys))
        assert caller.counts() == {"awaiting_payment": len(set(keys))}
        assert len({pledge for _, pledge in replies}) == len(set(keys)) == len(set(replies))


def caller_pledge(base: str, key: str) -> str:
    """Pledge until there is an answer, as a client has to."""
    with Caller(base) as caller:
        while (reply := caller.pledge(key=key * 16)).status_code == 409:
            pass
        pledge: str = reply.json()["id"]
        return pledge


def test_a_kept_reply_leads_to_the_page_where_it_is_now(options: Options, tmp_path: Path) -> None:
    file = replace(options, data=str(tmp_path / "portal.sqlite"))
    with serving(file) as base, Caller(base) as caller:
        first = caller.pledge(key=KEY).json()
    with serving(file) as base, Caller(base) as caller:
        again = caller.pledge(key=KEY).json()
        assert again["id"] == first["id"]
        assert again["checkout_url"].startswith(base + "/p/")
        assert caller.call("GET", again["checkout_url"].removeprefix(base)).status_code == 200


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1))
def test_quoting_a_key_changes_nothing(key: str) -> None:
    quoted = key.replace("\\", "\\\\").replace('"', '\\"')
    assert bare(f'"{quoted}"') == key


@given(st.dictionaries(st.text(), st.integers() | st.dictionaries(st.text(), st.integers())), st.randoms())
def test_the_order_of_members_means_nothing(body: dict[str, object], chance: object) -> None:
    names = list(body)
    chance.shuffle(names)  # type: ignore[attr-defined]
    assert fingerprint({name: body[name] for name in names}) == fingerprint(body)
