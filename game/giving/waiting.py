"""How long to wait before a request is sent again."""

import re
from datetime import datetime
from random import Random

from game.giving.clock import http_date

REPETITIONS = 2
MOST_WAIT_S = 60.0
"""What a portal may ask us to wait for by ourselves; if it asks for more, the player decides."""
_FIRST_S = 0.5
_MOST_JITTER_S = 8.0
_SECONDS = re.compile(r"[0-9]{1,9}", re.ASCII)


def asked_wait(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` asks for, in either of its forms; None if it asks for nothing.

    `now` is the portal's time: a date is meant by its clock.
    """
    if header is None:
        return None
    text = header.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    date = http_date(text)
    return None if date is None else max(0.0, (date - now).total_seconds())


def pause(number: int, asked: float | None, chance: Random) -> float | None:
    """Return how long to wait after failure `number` (the first is 0); None if it would be too long.

    Where nothing is asked for, any moment up to a limit that doubles: a hall of games does not come back all at once.
    """
    if asked is not None:
        return asked if asked <= MOST_WAIT_S else None
    return chance.uniform(0.0, min(_MOST_JITTER_S, _FIRST_S * 2**number))
