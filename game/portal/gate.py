"""What every request goes through: host, size, faults, key, limits on the way in; date, id, log on the way out."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from game.portal.access import Access
from game.portal.asgi import App, Receive, Scope, Send, headers_of, read_body, run, send_whole, start
from game.portal.calls import Found, find_call
from game.portal.clock import Clock, http_date
from game.portal.context import KEY, Context
from game.portal.faults import LOOP, Fault, Faults, has, skew_s, work_s
from game.portal.problems import Kind, RefusedError, plain_problem, problem
from game.portal.replies import PROBLEM, VARY
from game.portal.reply import Reply

_LOG = logging.getLogger("portal")
_MOST_BYTES = 64 * 1024
_HOSTS = ("127.0.0.1", "localhost")
_ID_FORM = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True, slots=True)
class Gate:
    """Stands before the app. `abort` breaks the line to a client; `faults` is None where none can be switched on."""

    app: App
    access: Access
    clock: Clock
    faults: Faults | None
    abort: Callable[[object], None]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, headers = time.perf_counter(), headers_of(scope)
        given = headers.get("x-request-id", "")
        request_id = given if _ID_FORM.fullmatch(given) else "req_" + secrets.token_hex(8)
        found = find_call(scope["method"], scope["path"])
        taken = self.faults.take(found) if self.faults and found else ()
        body = await read_body(receive, _MOST_BYTES)
        reply = await self._reply(scope, headers, body, found, taken, request_id)
        reply = reply.with_headers(date=http_date(self.clock.now() + skew_s(taken)), x_request_id=request_id)
        took_ms = (time.perf_counter() - began) * 1000
        _LOG.info("%s %d %.0f ms %s", found.call.name if found else "unknown", reply.status, took_ms, request_id)
        if reply.cut is None:
            return await send_whole(reply if scope["method"] != "HEAD" else reply.with_body(b""), send)
        return await self._break(reply, scope, receive, send)

    async def _reply(
        self,
        scope: Scope,
        headers: dict[str, str],
        body: bytes | None,
        found: Found | None,
        taken: tuple[Fault, ...],
        request_id: str,
    ) -> Reply:
        try:
            _expect_host(headers)
            return await self._answer(scope, headers, _expect_small(body), found, taken, request_id)
        except RefusedError as refused:
            told, extra = problem(refused, scope["path"], request_id), refused.headers
        except Exception:  # noqa: BLE001 - the last place that can still tell a client that something went wrong
            _LOG.exception("%s failed %s", found.call.name if found else "unknown", request_id)
            told, extra = plain_problem(500, "Internal Server Error", scope["path"], request_id), {}
        usual = {"content-type": PROBLEM, "cache-control": "no-store", "vary": VARY["Vary"]}
        named = {name.lower(): value for name, value in extra.items()}
        return Reply(told["status"], {**usual, **named}).with_value(told)

    async def _answer(
        self,
        scope: Scope,
        headers: dict[str, str],
        body: bytes,
        found: Found | None,
        taken: tuple[Fault, ...],
        request_id: str,
    ) -> Reply:
        if found is None:
            return await run(self.app, {**scope, KEY: Context(request_id)}, body)
        if self.faults:
            await self.faults.before(taken, found)
        caller = self.access.admit(found.call, headers)
        # A cursor that leads to itself is none that we wrote: the first page is shown again.
        query = b"" if has(taken, "cursor_loop") and LOOP.encode() in scope["query_string"] else scope["query_string"]
        inner = {**scope, "query_string": query, KEY: Context(request_id, caller, work_s(taken))}
        reply = await run(self.app, dict(inner), body)
        if has(taken, "duplicate"):
            reply = await run(self.app, dict(inner), body)
        return self.faults.after(taken, found, reply) if self.faults else reply

    async def _break(self, reply: Reply, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the part of a reply that gets through, and break the line."""
        if reply.cut:
            await start(reply, send)
            await send({"type": "http.response.body", "body": reply.body[: reply.cut], "more_body": True})
        self.abort(scope["client"])
        while (await receive())["type"] != "http.disconnect":
            pass


def _expect_small(body: bytes | None) -> bytes:
    if body is None:
        raise RefusedError(Kind.MALFORMED, f"the body is larger than {_MOST_BYTES} bytes")
    return body


def _expect_host(headers: dict[str, str]) -> None:
    """Refuse what came here under another name: a page elsewhere that points its own name to this machine."""
    if headers.get("host", "").rpartition(":")[0] not in _HOSTS:
        raise RefusedError(Kind.MALFORMED, "this host is not served here")
