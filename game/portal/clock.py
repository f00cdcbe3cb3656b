"""The time of the portal, which tests and the control surface can put forward."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import formatdate


@dataclass(slots=True)
class Clock:
    """Tells seconds since 1970. `ahead_s` is how far the portal's clock is before the one of its machine."""

    base: Callable[[], float] = time.time
    ahead_s: float = 0.0

    def now(self) -> float:
        return self.base() + self.ahead_s


def timestamp(at: float) -> str:
    """Return a moment as the contract writes it, to the second."""
    return datetime.fromtimestamp(int(at), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def http_date(at: float) -> str:
    return formatdate(at, usegmt=True)
