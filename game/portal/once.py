"""Idempotency-Key: the same request, sent again, is carried out once and answered the same.

A key belongs to the API key that sent it and to the path. Which requests are running is kept in memory alone: after
a crash none is, and a pledge is written together with its reply or not at all.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from game.portal.problems import Kind, RefusedError, slow_down
from game.portal.replies import dump
from game.portal.store import KeptReply, Store

_RUNNING_RETRY_S = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply is kept."""

    owner: str
    path: str
    key: str


def bare(header: str) -> str:
    """Return a key without the quotation marks of a structured field; many clients send none."""
    if len(header) > 1 and header[0] == header[-1] == '"':
        return header[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return header


def fingerprint(body: object) -> str:
    """Return what two bodies have in common that mean the same, whatever the order of their members."""
    return hashlib.sha256(dump(_sorted(body))).hexdigest()


def _sorted(value: object) -> object:
    return {name: _sorted(value[name]) for name in sorted(value)} if isinstance(value, dict) else value


@dataclass(slots=True)
class Once:
    """Knows what was answered, and what is running."""

    store: Store
    _running: dict[Place, str] = field(default_factory=dict)

    def kept(self, place: Place, of_body: str, now: float) -> KeptReply | None:
        """Return the reply to the first request at a place.

        Raises:
            RefusedError: the first request had another body, or is still running.

        """
        kept = self.store.reply(place.owner, place.path, place.key, now)
        first = kept.fingerprint if kept else self._running.get(place)
        if first not in (None, of_body):
            raise RefusedError(Kind.IDEMPOTENCY_KEY_REUSED)
        if kept is None and first is not None:
            raise slow_down(Kind.REQUEST_IN_PROGRESS, _RUNNING_RETRY_S)
        return kept

    @contextmanager
    def running(self, place: Place, of_body: str) -> Iterator[None]:
        self._running[place] = of_body
        try:
            yield
        finally:
            del self._running[place]

    def keep(self, place: Place, reply: KeptReply, now: float) -> None:
        self.store.keep(place.owner, place.path, place.key, reply, now)
