"""What a store says over the network, in every way in which it can."""

import json
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler

import pytest

from game.learning.outbox import Kept
from game.learning.receiving import KeyRefusedError, NotNowError
from game.learning.store import Store
from game.network.route import Route, Timing
from tests.giving.stub import NOW, Answer, Asked, StillClock, Stub, served

SAID = "Basic dGVhY2hlcjpzZWNyZXQ="
ID = "6797df28-86b2-41f2-86c5-535ac94fdb0a"
BODY = {
    "id": ID,
    "actor": {"account": {"homePage": "https://a.invalid", "name": "x"}},
    "verb": {"id": "https://a.invalid/did"},
    "object": {"id": "https://a.invalid/thing"},
    "context": {"contextActivities": {"grouping": [{"id": "https://a.invalid/game"}]}},
}
KEPT = Kept(1, ID, json.dumps(BODY))
HASTY = Timing(connect=1.0, read=0.2, exchange=0.4)


def store(stub: Stub) -> Store:
    return Store(Route(stub.address + "/xAPI", SAID, timing=HASTY), StillClock())


def answering(answer: Answer) -> Callable[[Asked], Answer]:
    return lambda _: answer


@pytest.mark.parametrize(
    "answer", [Answer([ID]), Answer([ID.upper()]), Answer([]), Answer(status=204, body=b"")], ids=str
)
def test_it_has_what_it_says_it_has(answer: Answer) -> None:
    with served(answering(answer)) as stub:
        assert store(stub).send([KEPT]) is None
        (asked,) = stub.asked
        assert asked.path == "/xAPI/statements"
        assert asked.json() == [BODY]  # type: ignore[comparison-overlap]
        assert asked.headers["x-experience-api-version"] == "1.0.3"
        assert asked.headers["authorization"] == SAID


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"<html>Please log in to the school's network</html>", headers={"Content-Type": "text/html"}),
        Answer(["another-id"]),
        Answer({"inserted": 0}),
        Answer([1]),
    ],
    ids=["portal of a network", "other ids", "no list", "numbers"],
)
def test_what_says_fine_without_being_a_store_is_not_believed(answer: Answer) -> None:
    with served(answering(answer)) as stub, pytest.raises(NotNowError):
        store(stub).send([KEPT])


@pytest.mark.parametrize("status", [400, 409, 413, 422])
def test_a_refusal_is_told_with_its_reason(status: int) -> None:
    with served(answering(Answer({"detail": "bad\x07 verb"}, status))) as stub:
        refused = store(stub).send([KEPT])
        assert refused is not None
        assert refused.reason == f'{status} {{"detail": "bad\\u0007 verb"}}'
        assert refused.is_conflict is (status == 409)


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_taken_is_told(status: int) -> None:
    with served(answering(Answer("no", status))) as stub, pytest.raises(KeyRefusedError, match=str(status)):
        store(stub).send([KEPT])


@pytest.mark.parametrize("status", [301, 302, 307, 404, 405, 408, 429, 500, 502, 503, 504])
def test_everything_else_is_tried_again_and_no_redirect_is_followed(status: int) -> None:
    answer = Answer("later", status, {"Location": "/elsewhere"})
    with served(answering(answer)) as stub:
        with pytest.raises(NotNowError, match=str(status)):
            store(stub).send([KEPT])
        assert len(stub.asked) == 1


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7.0), (f"{NOW + timedelta(seconds=90):%a, %d %b %Y %H:%M:%S} GMT", 90.0), ("x", None)]
)
def test_a_store_can_ask_to_wait(header: str, seconds: float | None) -> None:
    with served(answering(Answer("busy", 503, {"Retry-After": header}))) as stub:
        with pytest.raises(NotNowError) as told:
            store(stub).send([KEPT])
        assert told.value.after == seconds


def test_a_store_that_is_silent_or_cut_is_not_waited_for() -> None:
    def silent(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(1)  # comes back when the other side hangs up

    with served(answering(Answer(raw=silent))) as stub, pytest.raises(NotNowError):
        store(stub).send([KEPT])
    cut = Answer(raw=lambda handler: handler.connection.close())
    with served(answering(cut)) as stub, pytest.raises(NotNowError):
        store(stub).send([KEPT])


def test_where_nobody_is_it_is_tried_again() -> None:
    with served(answering(Answer())) as stub:
        gone = store(stub)
    with pytest.raises(NotNowError):
        gone.send([KEPT])


def _with(**changes: object) -> dict[str, object]:
    return {**BODY, **changes}


@pytest.mark.parametrize(
    ("said", "is_same"),
    [
        (BODY, True),
        (_with(stored="2026-11-30T00:00:00Z", authority={"mbox": "mailto:a@example.org"}), True),
        (_with(object={"id": "https://a.invalid/thing", "objectType": "Activity"}), True),
        ({"statements": [BODY], "more": ""}, True),
        (_with(object={"id": "https://a.invalid/other"}), False),
        (_with(context={"contextActivities": {"grouping": []}}), False),
        (_with(context={"contextActivities": {"grouping": "x"}}), False),
        ({"statements": []}, False),
        ([], False),
    ],
)
def test_what_it_has_is_compared_with_what_we_say(said: object, is_same: bool) -> None:
    with served(answering(Answer(said))) as stub:
        assert store(stub).holds(KEPT) is is_same
        assert stub.asked[0].path == f"/xAPI/statements?statementId={ID}"


def test_what_it_does_not_have_it_does_not_hold() -> None:
    with served(answering(Answer("no", 404))) as stub:
        assert not store(stub).holds(KEPT)
    with served(answering(Answer("no", 500))) as stub, pytest.raises(NotNowError):
        store(stub).holds(KEPT)
