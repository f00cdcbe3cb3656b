"""What goes into the lasting record when an ending is reached and when the questions after it are answered."""

from dataclasses import replace

from game.records.progress import CheckResult, ProgressKeeper
from game.records.running import RunningLevel
from game.story.engine import has_won
from game.story.state import known


def record_ending(keeper: ProgressKeeper, running: RunningLevel) -> None:
    """Keep the ending, the win, and the messages met. Recording twice changes nothing."""
    level, state, progress = running.level, running.state, keeper.current
    earlier = progress.of(level.id)
    now = replace(earlier, endings=earlier.endings | {state.place}, won=earlier.won or has_won(level, state))
    keeper.change(progress.with_level(level.id, now).with_met(frozenset(known(level, state))))


def record_checks(
    keeper: ProgressKeeper, running: RunningLevel, before: CheckResult | None, after: CheckResult | None
) -> None:
    """Keep what the questions showed this time; a pair is only comparable when both are of the same run."""
    if after is None:
        return
    progress = keeper.current
    now = replace(progress.of(running.level.id), before=before, after=after)
    keeper.change(progress.with_level(running.level.id, now))
