"""What goes into the lasting record when an ending is reached."""

from dataclasses import replace

from game.records.gallery import keep_ending
from game.records.progress import CheckResult, Judged, Progress, ProgressKeeper
from game.records.recalling import asked, recalled
from game.records.running import RunningLevel
from game.story.action import Verdict
from game.story.engine import has_won
from game.story.state import flags_set, known


def reach_ending(keeper: ProgressKeeper, running: RunningLevel, today: int) -> None:
    """Keep the ending, how it was reached, and everything that goes with it. Doing it twice changes nothing."""
    keep_ending(running.folder, running.state.place, running.playthrough, today)
    keeper.change(finished(keeper.current, running, today))


def judged(progress: Progress, running: RunningLevel) -> Progress:
    """Return the progress with the verdicts so far; the first on an offer counts, for later its lines are known."""
    earlier = progress.of(running.level.id)
    verdicts = {**_judged(running), **earlier.verdicts}
    return progress.with_level(running.level.id, replace(earlier, verdicts=verdicts))


def finished(progress: Progress, running: RunningLevel, today: int) -> Progress:
    """Return the progress with the ending, the win, the messages met, the verdicts, and the flags as they are now."""
    level, state, earlier = running.level, running.state, judged(progress, running).of(running.level.id)
    now = replace(
        earlier,
        endings=earlier.endings | {state.place},
        won=earlier.won or has_won(level, state),
        kept_flags=flags_set(level, state),
    )
    return progress.with_level(level.id, now).with_met(frozenset(known(level, state))).on(today)


def checked(
    progress: Progress, running: RunningLevel, before: CheckResult | None, after: CheckResult | None, today: int
) -> Progress:
    """Return the progress with what the questions showed; a pair can be compared only when both are of the same run."""
    if after is None:
        return progress
    now = replace(progress.of(running.level.id), before=before, after=after)
    noted = asked(progress.with_level(running.level.id, now).on(today), before.answers if before else ())
    return recalled(noted, after.answers, today)


def _judged(running: RunningLevel) -> dict[str, Judged]:
    passages = running.level.passages.values()
    genuine = {offer.id: offer.genuine for passage in passages for offer in passage.offers.values()}
    said = running.history.verdicts.items()
    return {offer: Judged(genuine[offer], stopped=verdict is Verdict.STOP) for offer, verdict in said}
