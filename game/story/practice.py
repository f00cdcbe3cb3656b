"""Telling offers apart outside of the stories: all offers there are, in an order to judge them in."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, zip_longest
from typing import Final

from game.story.chance import shuffled
from game.story.ids import LevelId
from game.story.level import Level, Offer
from game.story.sensitivity import Verdicts

ENOUGH: Final = 6
"""From so many verdicts on, something can be said about somebody's eye for offers."""
LEANS_FROM: Final = 0.5
"""A criterion this far from 0 is a leaning: with few offers, one mistake is none, and two of a kind are."""
TOLD_APART: Final = 1.0
"""From this sensitivity on, the kinds are told apart well."""
_ROUND: Final = 3
"""A round has at most so many genuine and so many false offers, in any order."""
_OLD: Final = 1 << 32
"""Sets the draw of offers that are known apart from that of the others."""


@dataclass(frozen=True, slots=True)
class Posted:
    """An offer, and where somebody finds it."""

    level: LevelId
    origin: str
    destination: str
    offer: Offer

    @property
    def key(self) -> tuple[LevelId, str]:
        """What it is known by among all."""
        return self.level, self.offer.id


class Leaning(StrEnum):
    """What somebody does more readily. The values name texts of the catalog."""

    TRUST = "trust"
    DISTRUST = "distrust"
    NEITHER = "neither"
    NEITHER_YET = "neither_yet"
    """No leaning, and the kinds are not told apart well yet."""


def all_offers(levels: Iterable[Level]) -> tuple[Posted, ...]:
    """Return all offers of all levels, in the order in which they are met."""
    return tuple(
        Posted(level.id, level.origin, level.destination, offer)
        for level in levels
        for passage in level.passages.values()
        for offer in passage.offers.values()
    )


def stack(
    posted: Sequence[Posted], seed: int, known: Collection[tuple[LevelId, str]] = frozenset()
) -> tuple[Posted, ...]:
    """Return the offers in the order of a seed, half of them genuine as long as there are both kinds.

    What is `known` comes last: it was explained already, so that a verdict on it tells less.
    """
    new = [each for each in posted if each.key not in known]
    old = [each for each in posted if each.key in known]
    return (*_mixed(new, seed), *_mixed(old, seed + _OLD))


def leaning(verdicts: Verdicts) -> Leaning | None:
    """Return what somebody does more readily; None as long as nothing can be said about it."""
    bias = verdicts.bias
    if bias is None or verdicts.judged < ENOUGH:
        return None
    if abs(bias) < LEANS_FROM:
        return Leaning.NEITHER if (verdicts.d_prime or 0.0) >= TOLD_APART else Leaning.NEITHER_YET
    return Leaning.TRUST if bias > 0 else Leaning.DISTRUST


def _mixed(posted: Sequence[Posted], seed: int) -> Iterable[Posted]:
    genuine = _rounds([each for each in posted if each.offer.genuine], seed, 0)
    false = _rounds([each for each in posted if not each.offer.genuine], seed, 1)
    rounds = zip_longest(genuine, false, fillvalue=())
    return chain.from_iterable(shuffled((*some, *others), seed, 2 + at) for at, (some, others) in enumerate(rounds))


def _rounds(posted: Sequence[Posted], seed: int, turn: int) -> Sequence[tuple[Posted, ...]]:
    drawn = shuffled(posted, seed, turn)
    return [drawn[start : start + _ROUND] for start in range(0, len(drawn), _ROUND)]
