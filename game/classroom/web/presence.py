"""Which pages are open right now. It is held in memory alone."""

import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from game.classroom.ids import SeatId

MOST_STREAMS: Final = 6
"""A phone has one, and a few pages left open."""
_HERE_S: Final = 30.0
"""A page without a stream asks again at least this often."""


class Presence:
    """Remembers who has a stream open, and who asked a moment ago."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._streams: Counter[SeatId] = Counter()
        self._seen_s: dict[SeatId, float] = {}

    def see(self, seat: SeatId) -> None:
        """A page was asked for."""
        self._seen_s[seat] = self._now_s()

    def has_too_many(self, seat: SeatId) -> bool:
        """Say whether a seat has as many streams open as it may."""
        return self._streams[seat] >= MOST_STREAMS

    @contextmanager
    def watching(self, seat: SeatId) -> Iterator[None]:
        """A stream is open."""
        self._streams[seat] += 1
        try:
            yield
        finally:
            self._streams[seat] -= 1
            self._seen_s[seat] = self._now_s()

    def here(self) -> frozenset[SeatId]:
        """Return who is here."""
        recent_s = self._now_s() - _HERE_S
        recent = {seat for seat, seen_s in self._seen_s.items() if seen_s > recent_s}
        return frozenset(recent | {seat for seat, streams in self._streams.items() if streams > 0})

    def mark(self) -> int:
        """Return a number that changes when somebody comes or goes."""
        return zlib.crc32(",".join(sorted(self.here())).encode())
