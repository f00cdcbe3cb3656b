"""How often somebody may ask. Addresses are held in memory for a minute, to count by, and are written down nowhere."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_MOST_KEYS: Final = 5000


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and so many more each second."""

    burst: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a class of phones needs, with room to spare, and less than what would slow a lesson down."""

    requests: Limit = Limit(1000, 200)
    """All requests of an address. A whole class may come through one address."""
    writes: Limit = Limit(20, 4)
    """The writes of a seat."""
    joins: Limit = Limit(80, 2)
    """The seats taken from an address."""
    guesses: Limit = Limit(5, 1 / 30)
    """Wrong PINs from an address: 125 in an hour, of a million."""
    codes: Limit = Limit(20, 0.5)
    """Wrong join codes from an address."""


class Pace:
    """Counts by key, as a bucket that fills up again."""

    def __init__(self, limit: Limit, now_s: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._now_s = now_s
        self._buckets: dict[str, tuple[float, float]] = {}
        """What is left, and since when."""

    def is_spent(self, key: str) -> bool:
        """Say whether nothing is left, without taking anything."""
        return self._left(key) < 1

    def take(self, key: str) -> bool:
        """Take one; return False if there is none."""
        left = self._left(key)
        if left < 1:
            return False
        if len(self._buckets) > _MOST_KEYS:
            self._buckets = {each: kept for each, kept in self._buckets.items() if self._left(each) < self._limit.burst}
        self._buckets[key] = (left - 1, self._now_s())
        return True

    def _left(self, key: str) -> float:
        left, since_s = self._buckets.get(key, (self._limit.burst, 0.0))
        return min(self._limit.burst, left + (self._now_s() - since_s) * self._limit.a_second)
