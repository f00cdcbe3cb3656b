"""Telling job offers apart: what the marks on their lines found, missed, and mistook."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.story.level import Level, Offer, Sign
from game.story.playthrough import Replay


@dataclass(frozen=True, slots=True)
class OfferScore:
    """Counts of lines. A false alarm counts as much as a miss: needless fear costs people real jobs."""

    hits: int
    """Warnings marked as warnings."""
    misses: int
    """Warnings marked as good, or not marked."""
    false_alarms: int
    """Good lines marked as warnings."""
    correct_rejections: int
    """Good lines not marked as warnings."""

    def __add__(self, other: "OfferScore") -> "OfferScore":
        return OfferScore(
            self.hits + other.hits,
            self.misses + other.misses,
            self.false_alarms + other.false_alarms,
            self.correct_rejections + other.correct_rejections,
        )


def score(offer: Offer, marks: Mapping[tuple[str, str], Sign]) -> OfferScore:
    """Count how well the marks tell the lines of one offer apart; `marks` is keyed by (offer, line)."""
    hits = misses = alarms = rejections = 0
    for line in offer.lines.values():
        warned = marks.get((offer.id, line.id)) is Sign.WARNING
        if line.sign is Sign.WARNING:
            hits, misses = hits + warned, misses + (not warned)
        else:
            alarms, rejections = alarms + warned, rejections + (not warned)
    return OfferScore(hits, misses, alarms, rejections)


def offers_met(level: Level, replay: Replay) -> tuple[Offer, ...]:
    """Return the offers on a way, in the order in which they were met."""
    places = dict.fromkeys(state.place for state in replay.states)
    passages = (level.passages[place] for place in places if place in level.passages)
    return tuple(offer for passage in passages for offer in passage.offers.values())
