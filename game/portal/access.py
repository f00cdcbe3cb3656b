"""Who may call, and how often."""

import hashlib
import math
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from game.portal.calls import Call
from game.portal.clock import Clock
from game.portal.problems import Kind, RefusedError, slow_down
from game.portal.stock import Key

_WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many calls a key can make in a minute, and how many of its pledges can be open at the same time."""

    reads: int = 60
    pledges: int = 10
    open_pledges: int = 3


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody with a key, by a digest of it: the key itself is kept nowhere."""

    owner: str
    key: Key


@dataclass(slots=True)
class Access:
    """Looks at keys and counts calls."""

    keys: tuple[Key, ...]
    limits: Limits
    clock: Clock
    _calls: defaultdict[tuple[str, str], deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def admit(self, call: Call, headers: Mapping[str, str]) -> Caller | None:
        """Let a call in, and return who makes it; None for a call that needs no key.

        Raises:
            RefusedError: the key is missing, unknown or revoked, may not do this, or has called too often.

        """
        caller = self._caller(headers) if call.scope else None
        if caller and call.scope not in caller.key.scopes:
            raise RefusedError(Kind.CHANNEL_NOT_ALLOWED, f"the key lacks the scope {call.scope}")
        if call.limit:
            self._count(caller.owner if caller else "", call.limit)
        return caller

    def forget(self) -> None:
        """Forget all calls that were counted."""
        self._calls.clear()

    def _caller(self, headers: Mapping[str, str]) -> Caller:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        given = given.strip()
        for key in self.keys:
            if scheme.lower() == "bearer" and key.fits(given) and not key.revoked:
                return Caller(hashlib.sha256(given.encode()).hexdigest(), key)
        raise RefusedError(Kind.UNAUTHORIZED, headers={"WWW-Authenticate": 'Bearer realm="portal"'})

    def _count(self, owner: str, limit: str) -> None:
        now, calls = self.clock.now(), self._calls[owner, limit]
        while calls and calls[0] <= now - _WINDOW_S:
            calls.popleft()
        if len(calls) >= (self.limits.pledges if limit == "pledges" else self.limits.reads):
            raise slow_down(Kind.RATE_LIMITED, math.ceil(calls[0] + _WINDOW_S - now))
        calls.append(now)
