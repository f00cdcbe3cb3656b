"""What a player has done so far, counted."""

from game.records.progress import Progress
from game.story.achievement import Achievement, Feat, Tally, reached
from game.story.sensitivity import Verdicts, verdict_on


def verdicts_of(progress: Progress) -> Verdicts:
    """Return the verdicts on all offers, counted."""
    judged = (one for level in progress.levels.values() for one in level.verdicts.values())
    return sum((verdict_on(genuine=one.genuine, stopped=one.stopped) for one in judged), Verdicts())


def tally(progress: Progress) -> Tally:
    """Return everything that achievements are for, counted."""
    levels = progress.levels.values()
    counts = {
        Feat.MET: len(progress.met),
        Feat.RECALLED: sum(memory.stage > 0 for memory in progress.memories.values()),
        Feat.ENDINGS: sum(len(level.endings) for level in levels),
        Feat.WON: sum(level.won for level in levels),
        Feat.IMPROVED: sum(level.improved for level in levels),
    }
    return Tally(counts, verdicts_of(progress), progress.did)


def earned(
    progress: Progress, achievements: tuple[Achievement, ...], today: int
) -> tuple[Progress, tuple[Achievement, ...]]:
    """Return the progress with all achievements reached by now, and those among them that are new."""
    new = reached(achievements, tally(progress), progress.achievements)
    return progress.with_achievements((each.id for each in new), today), new
