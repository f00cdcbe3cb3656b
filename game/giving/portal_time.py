"""What time it is for the portal."""

import threading
from datetime import datetime, timedelta

from game.network.clock import Clock, http_date


class PortalTime:
    """What time it is for the portal, by the `Date` of its last reply: a clock set wrongly here expires nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._heard: tuple[datetime, float] | None = None

    def heard(self, date: str | None) -> None:
        """Take note of the `Date` of a reply; one that is none is passed over."""
        told = http_date(date)
        if told is not None:
            with self._lock:
                self._heard = (told, self._clock.monotonic())

    def now(self) -> datetime:
        with self._lock:
            heard = self._heard
        if heard is None:
            return self._clock.now()
        told, at = heard
        return told + timedelta(seconds=self._clock.monotonic() - at)
