"""What is worth a word of praise: learning, and things that help. Nothing is for money, speed, or playing on and on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.story.sensitivity import Verdicts


class Feat(StrEnum):
    """What an achievement is for."""

    MET = "met"
    """Messages met."""
    RECALLED = "recalled"
    """Messages recalled on a day they were due."""
    TOLD_APART = "told-apart"
    """Offers judged, with a sensitivity of at least `least`."""
    ENDINGS = "endings"
    """Endings seen."""
    WON = "won"
    """Levels won by insight."""
    IMPROVED = "improved"
    """Levels after which more was known than before."""
    DID = "did"
    """A helping thing done."""


class Deed(StrEnum):
    """A helping thing that is remembered.

    Looking for help is none of them: somebody else may look at this computer, so nothing is kept about that.
    """

    SOURCE_READ = "source-read"
    """Looked up where a message comes from."""
    LEVEL_READ = "level-read"
    """Read a level instead of living through it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When an achievement is reached."""

    feat: Feat
    count: int = 1
    least: float = 0.0
    """The sensitivity d' needed; of `TOLD_APART` alone."""
    deed: Deed | None = None
    """Of `DID` alone."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """A rule and the words for it."""

    id: str
    title: str
    text: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Tally:
    """What a player has done so far, counted."""

    counts: Mapping[Feat, int]
    """Of every feat that is only counted."""
    verdicts: Verdicts
    did: frozenset[str]


def holds(rule: Rule, tally: Tally) -> bool:
    """Say whether an achievement is reached."""
    match rule.feat:
        case Feat.TOLD_APART:
            sensitivity = tally.verdicts.d_prime
            return tally.verdicts.judged >= rule.count and sensitivity is not None and sensitivity >= rule.least
        case Feat.DID:
            return rule.deed in tally.did
        case counted:
            return tally.counts.get(counted, 0) >= rule.count


def reached(achievements: Iterable[Achievement], tally: Tally, had: Collection[str] = ()) -> tuple[Achievement, ...]:
    """Return the achievements reached now, without those had already: what is reached once stays."""
    return tuple(each for each in achievements if each.id not in had and holds(each.rule, tally))
