"""What judging an offer outside of its story leaves in the lasting record."""

from dataclasses import replace

from game.records.level_progress import Judged
from game.records.progress import Progress
from game.story.ids import LevelId


def practised(progress: Progress, level: LevelId, offer: str, judged: Judged) -> Progress:
    """Return the progress with a verdict on an offer of a level. The first one counts: later its lines are known."""
    earlier = progress.of(level)
    return progress.with_level(level, replace(earlier, verdicts={offer: judged, **earlier.verdicts}))


def judged_before(progress: Progress) -> frozenset[tuple[LevelId, str]]:
    """Return the offers that were judged at any time, at a desk or outside of their stories."""
    return frozenset((level, offer) for level, kept in progress.levels.items() for offer in kept.verdicts)
