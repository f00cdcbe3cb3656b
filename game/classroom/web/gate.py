"""What every request goes through: host, origin, size and how often; and what every answer says."""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from starlette.requests import ClientDisconnect

from game.classroom.views.parts import Notice
from game.classroom.web.intake import MOST_BYTES, Intake, Message, Receive
from game.classroom.web.limits import Pace
from game.classroom.web.refusal import RefusalError

Scope = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Tell = Callable[[HTTPStatus, Notice], str]

_LOG = logging.getLogger(__name__)
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
SAFETY: Final[Mapping[str, str]] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "x-frame-options": "DENY",
}
_READING: Final = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Gate:
    """Stands before the app. `hosts` are the addresses by which the server may be called."""

    app: App
    hosts: frozenset[str]
    requests: Pace
    tell: Tell
    """Writes the page of a refusal."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        has_begun = False

        async def send_safely(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                message["headers"] = _with_safety(message.get("headers", ()))
            await send(message)

        try:
            self._admit(scope)
            await self.app(scope, Intake(receive), send_safely)
        except RefusalError as refusal:
            await self._refuse(scope, send_safely, refusal)
        except ClientDisconnect:
            pass  # it hung up in the middle of its request: nobody waits for an answer
        except Exception:
            _LOG.exception("%s %s failed", scope["method"], _route(scope))
            if has_begun:  # nothing else can be said any more: the line breaks, and the page asks again
                raise
            await self._refuse(scope, send_safely, RefusalError(HTTPStatus.INTERNAL_SERVER_ERROR, Notice.NOT_FITTING))

    def _admit(self, scope: Scope) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if headers.get("host", "") not in self.hosts:
            raise RefusalError(HTTPStatus.MISDIRECTED_REQUEST)
        client = scope.get("client")
        if not self.requests.take(client[0] if client else ""):
            raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, Notice.TOO_OFTEN)
        if scope["method"] not in _READING:
            _expect_own_page(headers)
        _expect_small_body(headers, 0 if scope["method"] in _READING else MOST_BYTES)

    async def _refuse(self, scope: Scope, send: Send, refusal: RefusalError) -> None:
        is_json = scope["path"].startswith("/api/")
        body = json.dumps({"notice": refusal.notice.value}) if is_json else self.tell(refusal.status, refusal.notice)
        kind = b"application/json" if is_json else b"text/html; charset=utf-8"
        headers = [(b"content-type", kind), (b"content-length", str(len(body.encode())).encode())]
        if refusal.status is HTTPStatus.TOO_MANY_REQUESTS:
            headers.append((b"retry-after", b"10"))
        if refusal.status is HTTPStatus.REQUEST_TIMEOUT:
            headers.append((b"connection", b"close"))
        await send({"type": "http.response.start", "status": refusal.status.value, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body.encode()})


def _expect_own_page(headers: Mapping[str, str]) -> None:
    """Refuse what a browser says comes from elsewhere; forms prove the rest by their token."""
    own = f"http://{headers['host']}"
    if headers.get("origin", own) != own or headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise RefusalError(HTTPStatus.FORBIDDEN)


def _expect_small_body(headers: Mapping[str, str], most: int) -> None:
    """Refuse a body without a length, or that is longer. In chunks it could be of any length."""
    length = headers.get("content-length", "" if most else "0")
    if "transfer-encoding" in headers or not length.isdecimal():
        raise RefusalError(HTTPStatus.LENGTH_REQUIRED)
    if int(length) > most:
        raise RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _with_safety(headers: object) -> list[tuple[bytes, bytes]]:
    given = [(name, value) for name, value in headers] if isinstance(headers, list | tuple) else []
    named = {name.lower() for name, _ in given}
    usual = {**SAFETY, "cache-control": "no-store"}
    return [*given, *((key.encode(), value.encode()) for key, value in usual.items() if key.encode() not in named)]


def _route(scope: Scope) -> str:
    """Return the path without anything that could lead to a person."""
    return "/".join(part if part.isalpha() and part.islower() else "…" for part in scope["path"].split("/"))
