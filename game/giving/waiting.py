"""How long to wait before a request is sent again."""

from random import Random

REPETITIONS = 2
MOST_WAIT_S = 60.0
"""What a portal may ask us to wait for by ourselves; if it asks for more, the player decides."""
_FIRST_S = 0.5
_MOST_JITTER_S = 8.0


def pause(number: int, asked: float | None, chance: Random) -> float | None:
    """Return how long to wait after failure `number` (the first is 0); None if it would be too long.

    Where nothing is asked for, any moment up to a limit that doubles: a hall of games does not come back all at once.
    """
    if asked is not None:
        return asked if asked <= MOST_WAIT_S else None
    return chance.uniform(0.0, min(_MOST_JITTER_S, _FIRST_S * 2**number))
