"""Draws that depend on nothing but the seed of a playthrough and how many draws came before."""

from collections.abc import Sequence
from typing import TypeVar

from game.story.action import Chance

_WORD = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
_Item = TypeVar("_Item")


def draw(seed: int, turn: int, chances: Sequence[Chance]) -> Chance:
    """Return one of the chances, each as likely as its weight says.

    The same seed and turn always fall on the same one, so stepping back does not change luck. `turn` counts the draws
    made before. `chances` must not be empty.
    """
    point = number_below(sum(chance.weight for chance in chances), seed, turn)
    for chance in chances:
        point -= chance.weight
        if point < 0:
            return chance
    raise ValueError("a draw needs at least one chance with a positive weight")


def number_below(limit: int, seed: int, turn: int) -> int:
    """Return a whole number from 0 to `limit` - 1, always the same for the same seed and turn."""
    return _mix(seed + (turn + 1) * _STEP & _WORD) * limit >> 64


def shuffled(items: Sequence[_Item], seed: int, turn: int) -> tuple[_Item, ...]:
    """Return the items in an order that is always the same for the same seed and turn."""
    left = list(items)
    return tuple(left.pop(number_below(len(left), seed + turn, place)) for place in range(len(items)))


def _mix(value: int) -> int:
    """Spread a number over 64 bits: the finalizer of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014, figure 14)."""
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & _WORD
    value = (value ^ value >> 27) * 0x94D049BB133111EB & _WORD
    return value ^ value >> 31
