"""When a screen of the class wakes."""

from math import isinf
from typing import Final

LOOKS_EVERY_S: Final = 0.2
"""How often it looks whether the class has something new."""


def earliest(*times: float | None) -> float | None:
    """Return the earliest of some times that come at all."""
    return min((each for each in times if each is not None and not isinf(each)), default=None)


def next_look_s(now_s: float, *others: float | None) -> float:
    """Return when a screen wakes: at the next look, or before that for something else."""
    return min(now_s + LOOKS_EVERY_S, earliest(*others) or float("inf"))
