"""How well true and false offers are told apart over all stories, in kinds that can be put into plain words."""

from enum import StrEnum
from typing import Final

from game.story.sensitivity import Verdicts

ENOUGH: Final = 4
"""From so many verdicts on they are put into words: with fewer, a single one would turn everything round."""
COIN, WELL = 0.3, 1.0
"""Sensitivity up to which nobody would notice a difference to a coin, and from which most people would."""
LEANING: Final = 0.4
"""How far the answers have to lean before a word is said about it."""


class Eye(StrEnum):
    """How well the kinds are told apart. The values name texts of the catalog."""

    ONE_KIND = "one_kind"
    """Only one kind was judged: nothing can be said yet."""
    FEW = "few"
    """Too few were judged to say anything."""
    MISTAKEN = "mistaken"
    COIN = "coin"
    BEGUN = "begun"
    WELL = "well"

    @property
    def is_told(self) -> bool:
        """Whether something can be said."""
        return self not in (Eye.ONE_KIND, Eye.FEW)


class Lean(StrEnum):
    """What the answers lean to. The values name texts of the catalog."""

    STOP = "stop"
    GO = "go"
    NONE = "none"


def eye(verdicts: Verdicts) -> Eye:
    """Return how well offers were told apart."""
    score = verdicts.d_prime
    if score is None:
        return Eye.ONE_KIND
    if verdicts.judged < ENOUGH:
        return Eye.FEW
    if score < -COIN:
        return Eye.MISTAKEN
    if score < COIN:
        return Eye.COIN
    return Eye.BEGUN if score < WELL else Eye.WELL


def lean(verdicts: Verdicts) -> Lean:
    """Return what the answers lean to; to nothing as long as nothing can be said."""
    bias = verdicts.bias or 0.0
    if abs(bias) < LEANING:
        return Lean.NONE
    return Lean.STOP if bias < 0 else Lean.GO
