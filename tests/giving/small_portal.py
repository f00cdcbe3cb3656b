"""A portal as small as can be that keeps its promises: one pledge a key."""

import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

from tests.giving.stub import Answer, Asked, pledge, portal, problem


class SmallPortal:
    """Answers like a portal. `before` and `after` are called around the making of a pledge, to disturb it."""

    def __init__(self) -> None:
        self.made: dict[str, dict[str, object]] = {}
        """Pledges by key."""
        self.before: Callable[[], Answer | None] = lambda: None
        self.after: Callable[[], Answer | None] = lambda: None
        self.environment = "sandbox"
        self._lock = threading.Lock()

    @property
    def statuses(self) -> list[object]:
        return [made["status"] for made in self.made.values()]

    def __call__(self, asked: Asked) -> Answer:
        path = asked.path.removeprefix("/api/v1")
        if path == "/portal":
            return Answer(portal(environment=self.environment))
        with self._lock:
            if path == "/pledges":
                return self.before() or self._make(asked)
            found = next((made for made in self.made.values() if str(made["id"]) in path), None)
            if found is None:
                return problem("not-found", 404)
            if path.endswith("/cancel") and found["status"] == "awaiting_payment":
                found["status"] = "cancelled"
            return Answer(found)

    def _make(self, asked: Asked) -> Answer:
        key = asked.headers["idempotency-key"]
        if key not in self.made:
            said = asked.json()
            told = {name: said[name] for name in ("campaign_id", "amount", "client_reference")}
            self.made[key] = pledge(id=f"plg_{len(self.made):022d}", **told)
        return self.after() or Answer(self.made[key], status=201)


def dropped() -> Answer:
    """The connection breaks, without a word."""
    return Answer(raw=_drop)


def half() -> Answer:
    """A reply that is cut in its middle, but looks whole to the transport below."""
    return Answer(body=b'{"id": "plg_', status=201)


def _drop(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)
