"""Every rule of talking to a portal, against a server on this computer."""

import gzip
import json
import logging
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from random import Random
from traceback import format_exception

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.campaign import Environment
from game.giving.errors import (
    AmountError,
    BadResponseError,
    ClosedError,
    ConflictError,
    DonationError,
    InvalidError,
    NotAllowedHereError,
    NotFoundError,
    OfflineError,
    RateLimitedError,
    TooSlowError,
    UnauthorizedError,
    UnavailableError,
    UnsafeAddressError,
    WithdrawnError,
)
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site
from game.giving.strict_json import read_json
from game.giving.transport import Transport
from game.giving.waiting import pause
from game.network.calling import CalledOffError, Cancel
from game.network.clock import asked_wait
from game.network.exchange import LIST_BYTES, OTHER_BYTES, Request
from game.network.route import Timing
from tests.giving.stub import NOW, Answer, Asked, Behaviour, StillClock, Stub, problem, served

ASK = Request("GET", "/portal", "/portal")
POST = Request("POST", "/pledges", "/pledges", body=b"{}", headers={"Idempotency-Key": "k" * 20})
SOON = Timing(connect=1.0, read=0.2, exchange=0.4)


class Rig:
    """A transport, the server it talks to, and its clock."""

    def __init__(self, stub: Stub, folder: Path, timing: Timing | None = None) -> None:
        self.stub = stub
        self.clock = StillClock()
        self.transport = Transport(stub.site(timing), ReplyCache(folder), self.clock, Random(1))


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    with served(lambda _: Answer({"ok": 1})) as stub:
        yield Rig(stub, tmp_path)


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[Rig]:
    """One whose patience is a fraction of a second, with a server that can be made to wait."""
    with served(lambda _: Answer({"ok": 1})) as stub:
        yield Rig(stub, tmp_path, SOON)


def in_turn(answers: Sequence[Answer]) -> Behaviour:
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def raw(data: bytes) -> Answer:
    return Answer(raw=lambda handler: _write(handler, data))


def _write(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    handler.wfile.write(data)
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def test_a_request_says_no_more_than_it_has_to(rig: Rig) -> None:
    rig.transport.ask(ASK)
    (asked,) = rig.stub.asked
    told = {name: value for name, value in asked.headers.items() if name not in ("host", "x-request-id")}
    assert told == {
        "accept": "application/json, application/problem+json",
        "accept-encoding": "gzip",
        "authorization": "Bearer kiosk_secret",
        "connection": "close",
        "user-agent": "before-you-go",
    }


def test_the_environment_of_the_process_is_not_asked(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("default login somebody password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    rig.transport.ask(ASK)
    assert rig.stub.asked[0].headers["authorization"] == "Bearer kiosk_secret"


def test_a_request_without_key_says_nothing_of_the_device(rig: Rig) -> None:
    rig.transport.ask(Request("GET", "/portal", "/portal", has_key=False))
    assert "authorization" not in rig.stub.asked[0].headers


def test_cookies_are_not_kept(rig: Rig) -> None:
    rig.stub.behaviour = lambda _: Answer({"ok": 1}, headers={"Set-Cookie": "seen=1"})
    rig.transport.ask(ASK)
    rig.transport.ask(ASK)
    assert "cookie" not in rig.stub.asked[1].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(rig: Rig, status: int) -> None:
    rig.stub.behaviour = lambda _: Answer(status=status, headers={"Location": rig.stub.address + "/elsewhere"})
    with pytest.raises(BadResponseError):
        rig.transport.ask(ASK)
    assert rig.stub.paths == ["GET /portal"]


@pytest.mark.parametrize(
    ("address", "environment"),
    [
        ("http://portal.example/api", Environment.SANDBOX),
        ("http://localhost:8089/api", Environment.SANDBOX),
        ("http://127.0.0.2/api", Environment.SANDBOX),
        ("http://127.0.0.1:8089/api", Environment.LIVE),
        ("http://[::1]:8089/api", Environment.LIVE),
        ("ftp://portal.example/api", Environment.LIVE),
        ("https://user@portal.example/api", Environment.LIVE),
        ("https://portal.example/api?x=1", Environment.LIVE),
        ("https://portal.example/api#x", Environment.LIVE),
        ("https://portal.example/api/", Environment.LIVE),
        ("https://[portal/api", Environment.LIVE),
        ("https:///api", Environment.LIVE),
        ("", Environment.LIVE),
    ],
)
def test_a_portal_is_https_or_a_sandbox_on_this_computer(address: str, environment: Environment) -> None:
    with pytest.raises(UnsafeAddressError):
        Site(address, environment)


def test_a_key_is_not_shown_with_its_site() -> None:
    assert "secret" not in repr(Site("https://portal.example/api", Environment.LIVE, "kiosk_secret"))


@pytest.mark.parametrize("most", [OTHER_BYTES, LIST_BYTES])
def test_a_body_may_be_large_but_not_larger(rig: Rig, most: int) -> None:
    request = Request("GET", "/portal", "/portal", most_bytes=most)
    for over in (0, 1):
        body = json.dumps("x" * (most - 2 + over)).encode()
        rig.stub.behaviour = in_turn([Answer(body=body)])
        if over:
            with pytest.raises(BadResponseError, match="too large"):
                rig.transport.ask(request)
        else:
            assert len(str(rig.transport.ask(request).said)) == most - 2


def test_what_is_counted_is_the_unpacked_body(rig: Rig) -> None:
    packed = {"Content-Encoding": "gzip"}
    rig.stub.behaviour = lambda _: Answer(body=gzip.compress(b'{"ok": 2}'), headers=packed)
    assert rig.transport.ask(ASK).said == {"ok": 2}
    bomb = gzip.compress(b'"' + b"x" * 50_000_000 + b'"')
    rig.stub.behaviour = lambda _: Answer(body=bomb, headers=packed)
    with pytest.raises(BadResponseError, match="too large"):
        rig.transport.ask(ASK)
    rig.stub.behaviour = lambda _: Answer(body=b"not packed", headers=packed)
    with pytest.raises(BadResponseError):
        rig.transport.ask(ASK)


@pytest.mark.parametrize(
    "kind", ["text/html", "application/problem+json", "", "application/json; charset=utf-16", "json"]
)
def test_another_type_of_content_is_refused(rig: Rig, kind: str) -> None:
    rig.stub.behaviour = lambda _: Answer({"ok": 1}, headers={"Content-Type": kind})
    with pytest.raises(BadResponseError, match="type"):
        rig.transport.ask(ASK)
    assert len(rig.stub.asked) == 1


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=UTF-8"])
def test_json_may_be_named_with_its_charset(rig: Rig, kind: str) -> None:
    rig.stub.behaviour = lambda _: Answer({"ok": 1}, headers={"Content-Type": kind})
    assert rig.transport.ask(ASK).said == {"ok": 1}


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"NaN", b"[Infinity]", b"-Infinity", b'{"a": 1, "a": 1}', b'{"b": {"a": 1, "a": 2}}', b"\xff", b"{}{}",
     b"[" * 21 + b"]" * 21, b"[" * 30_000, b'{"a":' * 21 + b"1" + b"}" * 21, b"1" * 5000, b"\xef\xbb\xbf{}"],
)  # fmt: skip
def test_what_is_no_strict_json_is_refused(rig: Rig, body: bytes) -> None:
    rig.stub.behaviour = lambda _: Answer(body=body)
    with pytest.raises(BadResponseError):
        rig.transport.ask(ASK)
    assert len(rig.stub.asked) == 1


def test_twenty_levels_are_enough_and_numbers_are_exact() -> None:
    assert read_json(b"[" * 20 + b"1" + b"]" * 20)
    assert read_json(b"[0.1, 1e2, 3]") == [Decimal("0.1"), Decimal(100), 3]


@given(st.binary(max_size=200) | st.text(st.sampled_from('[]{}",:1eN-.\\u"a '), max_size=60).map(str.encode))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    try:
        read_json(body)
    except BadResponseError:
        return


REFUSALS: list[tuple[str, int, type[DonationError]]] = [
    ("malformed", 400, InvalidError),
    ("idempotency-key-missing", 400, InvalidError),
    ("unauthorized", 401, UnauthorizedError),
    ("channel-not-allowed", 403, NotAllowedHereError),
    ("not-found", 404, NotFoundError),
    ("campaign-withdrawn", 410, WithdrawnError),
    ("validation-error", 422, InvalidError),
    ("amount-out-of-range", 422, AmountError),
    ("currency-not-supported", 422, AmountError),
    ("campaign-closed", 422, ClosedError),
    ("idempotency-key-reused", 422, ConflictError),
    ("of-later-times", 401, UnauthorizedError),
    ("of-later-times", 418, BadResponseError),
]


@pytest.mark.parametrize(("kind", "status", "error"), REFUSALS)
@pytest.mark.parametrize("request_", [ASK, POST])
def test_a_refusal_is_told_by_its_type_and_not_repeated(
    rig: Rig, kind: str, status: int, error: type[DonationError], request_: Request
) -> None:
    rig.stub.behaviour = lambda _: problem(kind, status)
    with pytest.raises(error) as refused:
        rig.transport.ask(request_)
    assert type(refused.value) is error
    assert not refused.value.retryable
    assert "Secret" not in str(refused.value)
    assert len(rig.stub.asked) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 422])
def test_a_refusal_in_another_form_is_told_by_its_status(rig: Rig, status: int) -> None:
    rig.stub.behaviour = lambda _: Answer(status=status, body=b"<html>", headers={"Content-Type": "text/html"})
    with pytest.raises(DonationError) as refused:
        rig.transport.ask(ASK)
    assert refused.type is not BadResponseError


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (problem("timeout", 408), TooSlowError),
        (problem("request-in-progress", 409), ConflictError),
        (problem("too-early", 425), UnavailableError),
        (problem("rate-limited", 429), RateLimitedError),
        (problem("maintenance", 503), UnavailableError),
        (Answer(status=500, body=b"oops", headers={"Content-Type": "text/plain"}), UnavailableError),
        (raw(b""), OfflineError),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"), OfflineError),
        (raw(b"no http at all"), OfflineError),
    ],
)
@pytest.mark.parametrize("request_", [ASK, POST])
def test_what_may_help_is_repeated_twice_with_the_same_key(
    rig: Rig, answer: Answer, error: type[DonationError], request_: Request
) -> None:
    rig.stub.behaviour = lambda _: answer
    with pytest.raises(error):
        rig.transport.ask(request_)
    assert len(rig.stub.asked) == 3
    assert len({(asked.headers.get("idempotency-key"), asked.body) for asked in rig.stub.asked}) == 1
    rig.stub.behaviour = in_turn([answer, Answer({"ok": 3})])
    assert rig.transport.ask(request_).said == {"ok": 3}


def test_what_is_not_safe_to_repeat_is_sent_once(rig: Rig) -> None:
    rig.stub.behaviour = lambda _: problem("maintenance", 503)
    with pytest.raises(UnavailableError):
        rig.transport.ask(Request("POST", "/pledges", "/pledges", body=b"{}", is_repeatable=False))
    assert len(rig.stub.asked) == 1


def test_another_conflict_is_not_repeated(rig: Rig) -> None:
    rig.stub.behaviour = lambda _: problem("of-later-times", 409)
    with pytest.raises(ConflictError):
        rig.transport.ask(POST)
    assert len(rig.stub.asked) == 1


@pytest.mark.parametrize("header", ["7", "Mon, 23 Nov 2026 12:00:07 GMT"])
def test_the_portal_says_how_long_to_wait_by_its_own_clock(tmp_path: Path, header: str) -> None:
    with served(in_turn([problem("maintenance", 503, {"Retry-After": header}), Answer({"ok": 1})])) as stub:
        clock = StillClock(wrong_by=timedelta(days=400))
        Transport(stub.site(), ReplyCache(tmp_path), clock, Random(1)).ask(ASK)
    assert clock.waits == [7.0]


def test_a_wait_of_more_than_a_minute_is_left_to_the_player(rig: Rig) -> None:
    rig.stub.behaviour = lambda _: problem("rate-limited", 429, {"Retry-After": "61"})
    with pytest.raises(RateLimitedError) as refused:
        rig.transport.ask(ASK)
    assert refused.value.after == 61
    assert rig.clock.waits == []


def test_all_waits_of_a_call_together_have_an_end(rig: Rig) -> None:
    rig.stub.behaviour = lambda _: problem("rate-limited", 429, {"Retry-After": "50"})
    with pytest.raises(RateLimitedError):
        rig.transport.ask(ASK)
    assert rig.clock.waits == [50.0]


@pytest.mark.parametrize("header", ["", "soon", "-1", "1.5", "٣", "9" * 5000, "Mon, 99 Nov 2026 12:00:07 GMT"])
def test_a_wait_that_cannot_be_read_asks_for_nothing(header: str) -> None:
    assert asked_wait(header, NOW) is None


def test_a_date_that_is_past_asks_for_no_wait() -> None:
    assert asked_wait("Mon, 23 Nov 2020 12:00:00 GMT", NOW) == 0.0
    assert asked_wait("Mon, 23 Nov 2026 12:00:09", NOW) == 9.0


@given(st.integers(0, 50), st.integers())
def test_pauses_are_spread_evenly_up_to_a_limit_that_doubles(number: int, seed: int) -> None:
    limit = min(8.0, 0.5 * 2**number)
    pauses = [found for _ in range(20) if (found := pause(number, None, Random(seed))) is not None]
    assert all(0.0 <= found <= limit for found in pauses)
    assert len(pauses) == 20


def test_a_portal_that_is_not_there_is_offline(tmp_path: Path) -> None:
    with served(lambda _: Answer({})) as stub:
        rig = Rig(stub, tmp_path)
    with pytest.raises(OfflineError):
        rig.transport.ask(ASK)
    assert len(rig.clock.waits) == 2


def _silence(hasty: Rig, said: bytes) -> threading.Event:
    """Make the server say something and then nothing more, until the event is set."""
    over = threading.Event()

    def hang(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(said)
        handler.wfile.flush()
        over.wait(10)

    hasty.stub.behaviour = lambda _: Answer(raw=hang)
    return over


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"]
)
def test_a_portal_that_falls_silent_is_too_slow(hasty: Rig, said: bytes) -> None:
    over = _silence(hasty, said)
    with pytest.raises(TooSlowError):
        hasty.transport.ask(ASK)
    over.set()


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"])
def test_a_portal_that_sends_drop_by_drop_meets_the_deadline(hasty: Rig, said: bytes) -> None:
    over = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(said)
        while not over.wait(0.02):
            handler.wfile.write(b"H")
            handler.wfile.flush()

    hasty.stub.behaviour = lambda _: Answer(raw=drip)
    with pytest.raises(TooSlowError, match="deadline"):
        hasty.transport.ask(ASK)
    over.set()


def test_a_call_is_given_up_in_the_middle_of_a_reply(tmp_path: Path) -> None:
    cancel, over = Cancel(), threading.Event()

    def hang(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
        handler.wfile.flush()
        cancel.set()
        over.wait(10)

    with served(lambda _: Answer(raw=hang)) as stub:
        rig = Rig(stub, tmp_path)
        began = time.monotonic()
        with cancel.applied(), pytest.raises(CalledOffError):
            rig.transport.ask(ASK)
        assert time.monotonic() - began < stub.site().timing.read / 2
        over.set()
        assert len(stub.asked) == 1


def test_a_call_that_was_given_up_before_is_not_made(rig: Rig) -> None:
    cancel = Cancel()
    cancel.set()
    with cancel.applied(), pytest.raises(CalledOffError):
        rig.transport.ask(ASK)
    assert rig.stub.asked == []


def test_nothing_secret_is_logged(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    request = Request("GET", "/pledges/plg_private", "/pledges/{pledge_id}", {"cursor": "private"})
    for answer in (raw(b"HTTP/1.1 200 OK\r\nbad header\r\n\r\n"), raw(b""), problem("not-found", 404)):
        rig.stub.behaviour = in_turn([answer])
        with pytest.raises(DonationError) as failed:
            rig.transport.ask(request)
        assert "plg_private" not in "".join(format_exception(failed.value))
    assert "GET /pledges/{pledge_id} 404 0 ms req-" in caplog.text
    assert not [word for word in ("private", "kiosk_") if word in caplog.text]
    assert "127.0.0.1" not in caplog.text


def test_each_request_has_an_id_of_its_own(rig: Rig) -> None:
    rig.transport.ask(ASK)
    rig.transport.ask(ASK)
    assert len({asked.headers["x-request-id"] for asked in rig.stub.asked}) == 2


def test_a_proxy_is_used_only_if_it_was_set_up(tmp_path: Path) -> None:
    def as_proxy(asked: Asked) -> Answer:
        return Answer({"through": asked.path})

    with served(as_proxy) as stub:
        site = Site("http://127.0.0.1:9/api", Environment.SANDBOX, proxy=stub.address)
        reply = Transport(site, ReplyCache(tmp_path), StillClock(), Random(1)).ask(ASK)
    assert reply.said == {"through": "http://127.0.0.1:9/api/portal"}
