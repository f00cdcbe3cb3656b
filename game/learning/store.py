"""Talks to a learning record store as xAPI 1.0.3 has it: statements go in, and one can be read back."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from game.learning.outbox import Kept
from game.learning.receiving import KeyRefusedError, NotNowError, Refused
from game.learning.statement import VERSION
from game.network.calling import current_cancel
from game.network.clock import Clock, asked_wait
from game.network.exchange import Exchanger, NoReplyError, RawReply, Request
from game.network.route import Route

_PATH: Final = "/statements"
_MOST_REPLY: Final = 256 * 1024
_LONGEST_REASON: Final = 300
_HEADERS: Final = {"Accept": "application/json", "X-Experience-API-Version": VERSION}
_COMPARED: Final = ("actor", "verb", "object", "result", "context")


class Store:
    """One learning record store. `current_cancel()` gives up whatever it does."""

    def __init__(self, route: Route, clock: Clock) -> None:
        self._exchanger = Exchanger(route, clock)
        self._clock = clock

    def send(self, statements: Sequence[Kept]) -> Refused | None:
        """Send statements; None where the store has all of them now, those that it had before included.

        Raises:
            NotNowError: nobody knows whether it has them.
            KeyRefusedError: the key is not taken.
            CalledOffError: the call was given up.

        """
        body = f"[{','.join(each.body for each in statements)}]".encode()
        headers = {**_HEADERS, "Content-Type": "application/json"}
        raw = self._asked(Request("POST", _PATH, _PATH, body=body, headers=headers, most_bytes=_MOST_REPLY))
        match raw.status:
            case 204:
                return None
            case 200:
                _expect_ids(raw.body, statements)
                return None
            case 400 | 409 | 413 | 422:
                return Refused(f"{raw.status} {_reason(raw.body)}".strip(), is_conflict=raw.status == 409)
            case _:
                raise self._other(raw)

    def holds(self, kept: Kept) -> bool:
        """Say whether the store has this very statement; raises as `send` does."""
        query = {"statementId": kept.id}
        raw = self._asked(Request("GET", _PATH, _PATH, query, headers=_HEADERS, most_bytes=_MOST_REPLY))
        if raw.status == 404:
            return False
        if raw.status != 200:
            raise self._other(raw)
        theirs, ours = _one(_json(raw.body)), json.loads(kept.body)
        return all(_contains(theirs.get(name), ours.get(name)) for name in _COMPARED)

    def about(self) -> tuple[str, ...]:
        """Return the versions of xAPI that the store says it speaks; raises as `send` does."""
        raw = self._asked(Request("GET", "/about", "/about", headers=_HEADERS))
        said = _json(raw.body) if raw.status == 200 else None
        versions = said.get("version") if isinstance(said, dict) else None
        return tuple(map(str, versions)) if isinstance(versions, list) else ()

    def may_read(self) -> None:
        """Ask for one statement, to see whether address and key are right; raises as `send` does."""
        raw = self._asked(Request("GET", _PATH, _PATH, {"limit": "1"}, headers=_HEADERS, most_bytes=_MOST_REPLY))
        if raw.status != 200:
            raise self._other(raw)

    def _asked(self, request: Request) -> RawReply:
        try:
            raw = self._exchanger.exchange(request, current_cancel())
        except NoReplyError as error:
            raise NotNowError(str(error)) from None
        if raw.status in (401, 403):
            raise KeyRefusedError(f"{raw.status} {_reason(raw.body)}".strip())
        return raw

    def _other(self, raw: RawReply) -> NotNowError:
        wait = asked_wait(raw.headers.get("retry-after"), self._clock.now())
        return NotNowError(f"{raw.status} {_reason(raw.body)}".strip(), wait)


def _expect_ids(body: bytes, statements: Sequence[Kept]) -> None:
    """A page of whoever runs the network is a 200, too. A store tells ids of ours, some without those it had before."""
    said = _json(body)
    ours = {each.id for each in statements}
    if not isinstance(said, list) or not all(isinstance(each, str) and each.lower() in ours for each in said):
        raise NotNowError("200, but the reply is none of a learning record store")


def _reason(body: bytes) -> str:
    """Return the beginning of what a store says, on one line."""
    text = body[: 4 * _LONGEST_REASON].decode("utf-8", "replace")
    plain = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return plain[:_LONGEST_REASON]


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _one(said: object) -> Mapping[str, object]:
    """Return the statement that was asked for. Some stores answer with a list of one, as they do to other queries."""
    match said:
        case {"statements": [dict(one)]}:
            return one
        case dict():
            return said
        case _:
            return {}


def _contains(theirs: object, ours: object) -> bool:
    """Whether everything that we say stands there. A store may add what is meant anyway, such as kinds of objects."""
    if isinstance(ours, Mapping):
        return isinstance(theirs, Mapping) and all(_contains(theirs.get(name), each) for name, each in ours.items())
    if isinstance(ours, list):
        same = isinstance(theirs, list) and len(theirs) == len(ours)
        return same and all(map(_contains, theirs, ours)) if isinstance(theirs, list) else False
    return theirs == ours
