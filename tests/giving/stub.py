"""A server on this computer that answers as a test tells it to, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext

from game.giving.campaign import Environment
from game.giving.site import Site
from game.network.calling import Cancel
from game.network.route import Timing

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CAMPAIGN_ID = "cmp_7Qk2mZ81xA"
PLEDGE_ID = "plg_01JDPX3N8W4Q2T9V6Z5K7M0RBA"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> dict[str, object]:
        said: dict[str, object] = json.loads(self.body)
        return said


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back. `raw` replaces everything, headers included."""

    said: object = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    raw: Callable[[BaseHTTPRequestHandler], None] | None = None

    def bytes(self) -> bytes:
        return json.dumps(self.said).encode() if self.body is None else self.body


Behaviour = Callable[[Asked], Answer]


class Stub:
    """The server and its memory."""

    def __init__(self, behaviour: Behaviour, address: str) -> None:
        self.behaviour = behaviour
        self.address = address
        self.asked: list[Asked] = []

    def site(self, timing: Timing | None = None, key: str = "kiosk_secret") -> Site:
        return Site(self.address + "/api/v1", Environment.SANDBOX, key, timing=timing or Timing())

    @property
    def paths(self) -> list[str]:
        return [f"{asked.method} {asked.path.removeprefix('/api/v1')}" for asked in self.asked]


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def date_time_string(self, timestamp: float | None = None) -> str:
        return f"{NOW:%a, %d %b %Y %H:%M:%S} GMT"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name in the library)
        pass

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        stub = self.server.stub
        stub.asked.append(asked)
        answer = stub.behaviour(asked)
        with suppress(OSError):
            if answer.raw is not None:
                answer.raw(self)
                return
            self.send_response(answer.status)
            kind = "application/json" if answer.status < 400 else "application/problem+json"
            sent = answer.bytes() if answer.status != 304 else b""
            for name, value in {"Content-Type": kind, "Content-Length": str(len(sent)), **answer.headers}.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(sent)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    stub: Stub

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up, or does not trust us, is what some tests are about."""


@contextmanager
def served(behaviour: Behaviour, tls: SSLContext | None = None) -> Iterator[Stub]:
    server = _Server(("127.0.0.1", 0), _Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.stub = Stub(behaviour, f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.stub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class StillClock:
    """Time that passes only by waiting, and remembers the waits. It is set wrongly by `wrong_by`."""

    def __init__(self, wrong_by: timedelta = timedelta(0)) -> None:
        self.waits: list[float] = []
        self.passed = 0.0
        self._wrong_by = wrong_by

    def now(self) -> datetime:
        return NOW + self._wrong_by + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return 1000.0 + self.passed

    def wait(self, seconds: float, cancel: Cancel) -> None:
        cancel.check()
        self.waits.append(seconds)
        self.passed += seconds


def problem(kind: str, status: int, headers: Mapping[str, str] | None = None) -> Answer:
    said = {"type": f"https://portal.example/problems/{kind}", "title": "Secret title", "status": status}
    return Answer(said, status, headers or {})


def portal(**changes: object) -> dict[str, object]:
    currency = {"code": "USD", "exponent": 2, "min_minor": 200, "max_minor": 500000, "presets_minor": [500, 1500, 3000]}
    operator = {"name": "Sandbox Trust", "registration": "0000", "contact_url": "https://trust.example/contact"}
    return {
        "name": "Sandbox", "environment": "sandbox", "api_version": "1.0.0", "operator": operator,
        "checkout_hosts": ["127.0.0.1"], "currencies": [currency],
    } | changes  # fmt: skip


def campaign(**changes: object) -> dict[str, object]:
    return {
        "id": CAMPAIGN_ID, "status": "open", "pseudonym": "Mala (invented name)", "title": "A sewing course",
        "summary": "She wants to train as a seamstress.", "goal": {"amount_minor": 150000, "currency": "USD"},
        "raised": {"amount_minor": 63500, "currency": "USD"}, "supporters": 13, "region": "035",
        "audience": ["general"], "consent": {"expires_at": "2027-06-30T00:00:00Z", "max_cache_seconds": 3600},
        "ends_at": None, "updated_at": "2026-11-20T09:00:00Z",
    } | changes  # fmt: skip


def pledge(**changes: object) -> dict[str, object]:
    return {
        "id": PLEDGE_ID, "campaign_id": CAMPAIGN_ID, "amount": {"amount_minor": 1500, "currency": "USD"},
        "status": "awaiting_payment", "checkout_url": "https://pay.portal.example/p/7F3K9Q2M",
        "created_at": "2026-11-23T12:00:00Z", "expires_at": "2026-11-23T12:30:00Z", "poll_after_seconds": 3,
    } | changes  # fmt: skip
