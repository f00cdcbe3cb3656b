"""Time: that of this computer, and that of the portal."""

import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

from game.giving.calling import Cancel


class Clock(Protocol):
    """What giving needs to know of time. Tests have one of their own."""

    def now(self) -> datetime:
        """The time of day, which somebody may have set wrongly."""

    def monotonic(self) -> float:
        """Seconds since some moment, which nobody can set."""

    def wait(self, seconds: float, cancel: Cancel) -> None:
        """Raises `CalledOffError` as soon as the call is given up."""


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def wait(self, seconds: float, cancel: Cancel) -> None:
        cancel.wait(seconds)


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


def http_date(text: str | None) -> datetime | None:
    """Return the moment that an HTTP header names, or None."""
    try:
        told = parsedate_to_datetime(text) if text else None
    except (ValueError, TypeError, OverflowError):
        return None
    return told if told is None or told.tzinfo else told.replace(tzinfo=UTC)
