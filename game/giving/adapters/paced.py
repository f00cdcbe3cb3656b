"""Asks a provider no more often than it wants to be asked, and remembers what it said meanwhile."""

import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from game.giving.adapters.figures import Figures, Source
from game.giving.errors import DonationError, NotFoundError, OfflineError, RateLimitedError, WithdrawnError
from game.network.clock import Clock

LONGEST_KEPT = timedelta(hours=1)
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a provider said, and when."""

    figures: Figures
    at: datetime
    heard: float
    """The same moment on the clock that nobody can set."""


class Paced:
    """A provider, asked through a memory. It is only in this process, and holds nothing but figures."""

    def __init__(self, source: Source, clock: Clock) -> None:
        self._source = source
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[str, Seen] = {}
        self._failed: dict[str, DonationError] = {}
        self._tried: dict[str, float] = {}
        self._asked: deque[float] = deque()

    def ask(self, at: str) -> Seen:
        """Return the figures of a campaign, from memory while the provider does not want to be asked again.

        Raises:
            DonationError: it does not say, or did not say when it was asked last.

        """
        now, seen = self._clock.monotonic(), self._seen.get(at)
        wait = self._admitted(at, now)
        if wait > 0:
            if seen is None or now - seen.heard > LONGEST_KEPT.total_seconds():
                raise self._still(at, wait)
            return seen
        try:
            figures = self._source.figures(at)
        except OfflineError:
            self._tried.pop(at, None)  # nobody was asked, so it may be tried again at once
            raise
        except DonationError as error:
            self._failed[at] = error
            if isinstance(error, (NotFoundError, WithdrawnError)):
                self.forget(at)
            raise
        self._failed.pop(at, None)
        self._seen[at] = Seen(figures, self._clock.now(), now)
        return self._seen[at]

    def forget(self, at: str) -> None:
        self._seen.pop(at, None)

    def _still(self, at: str, wait: float) -> DonationError:
        """The reason of the last failure holds until the provider may be asked again."""
        failed = self._failed.get(at)
        if failed is None:
            return RateLimitedError("the provider was asked as often as it wants to be", after=wait)
        return type(failed)(str(failed), after=wait)

    def _admitted(self, at: str, now: float) -> float:
        """Take note that the provider is asked, and return 0; or return in how many seconds it may be."""
        with self._lock:
            while self._asked and self._asked[0] + _MINUTE_S <= now:
                self._asked.popleft()
            wait = self._tried[at] + self._source.caps.min_poll_seconds - now if at in self._tried else 0.0
            most = self._source.most_a_minute
            if most is not None and len(self._asked) >= most:
                wait = max(wait, self._asked[0] + _MINUTE_S - now)
            if wait <= 0:
                self._tried[at] = now
                self._asked.append(now)
            return wait
