"""Draws that depend on nothing but the seed of a playthrough and how many draws came before."""

from collections.abc import Sequence

from game.story.action import Chance

_WORD = (1 << 64) - 1


def draw(seed: int, turn: int, chances: Sequence[Chance]) -> Chance:
    """Return one of the chances, each as likely as its weight says.

    The same seed and turn always fall on the same one, so stepping back does not change luck. `turn` counts the draws
    made before. `chances` must not be empty.
    """
    total = sum(chance.weight for chance in chances)
    point = _mix(seed + (turn + 1) * 0x9E3779B97F4A7C15 & _WORD) * total >> 64
    for chance in chances:
        point -= chance.weight
        if point < 0:
            return chance
    raise ValueError("a draw needs at least one chance with a positive weight")


def _mix(value: int) -> int:
    """Spread a number over 64 bits: the finalizer of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014, figure 14)."""
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & _WORD
    value = (value ^ value >> 27) * 0x94D049BB133111EB & _WORD
    return value ^ value >> 31
