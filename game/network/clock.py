"""Time: that of this computer, and that which other computers tell."""

import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

from game.network.calling import Cancel

_SECONDS = re.compile(r"[0-9]{1,9}", re.ASCII)


class Clock(Protocol):
    """What a caller needs to know of time. Tests have one of their own."""

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


def http_date(text: str | None) -> datetime | None:
    """Return the moment that an HTTP header names, or None."""
    try:
        told = parsedate_to_datetime(text) if text else None
    except (ValueError, TypeError, OverflowError):
        return None
    return told if told is None or told.tzinfo else told.replace(tzinfo=UTC)


def asked_wait(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` asks for, in either of its forms; None if it asks for nothing.

    `now` is the other computer's time: a date is meant by its clock.
    """
    if header is None:
        return None
    text = header.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    date = http_date(text)
    return None if date is None else max(0.0, (date - now).total_seconds())
