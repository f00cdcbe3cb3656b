"""Levels that are played while somebody listens."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random

from game.content.library import Library, load_library
from game.learning.config import RecordsConfig
from game.learning.home import HomeRecords
from game.learning.outbox import Kept, Outbox
from game.paths import levels_dir
from game.records.folder import MemoryFolder
from game.records.progress import CheckResult
from game.records.running import RunningLevel, start_level
from game.records.settings import Settings, SettingsKeeper
from game.story.action import ActionId, Verdict, judge
from game.story.answer import Confidence
from game.story.checkup import Moment, questions
from game.story.engine import actions, has_ended
from game.story.level import Level, LevelId

NAME = "Example Institute"
NOW = datetime(2026, 11, 30, 10, 30, 0, 123_000, UTC)


@cache
def library() -> Library:
    return load_library(levels_dir(), date(2026, 11, 23))


def records(path: Path, *, is_on: bool = True) -> HomeRecords:
    """Return what listens to somebody who has agreed, or has not."""
    settings = SettingsKeeper(MemoryFolder())
    if is_on:
        settings.change(Settings(shares_with=NAME))
    return HomeRecords(path, RecordsConfig(NAME, None), settings, lambda: library().messages, lambda: NOW)


def play(listener: HomeRecords, level: LevelId, seed: int = 1, *, checks: bool = True) -> RunningLevel:
    """Play a level to an ending by chance, with a step back on the way, and leave it."""
    running = start_level(library().levels[level], MemoryFolder(), seed, listener=listener)
    if checks:
        running.note_before(_answers(running, Moment.BEFORE))
    chance = Random(seed)
    went_back = False
    while not has_ended(running.level, running.state):
        step(running, chance)
        if running.history.moves == 2 and not went_back:
            went_back = True
            running.step_back()
    if checks:
        running.note_after(_answers(running, Moment.AFTER))
    running.close()
    return running


def step(running: RunningLevel, chance: Random) -> None:
    """Judge the offers that lie there, and go on in some way."""
    passage = running.level.passages[running.state.place]
    for offer in passage.offers:
        running.take(judge(offer, chance.choice(tuple(Verdict))).id)
    if passage.task:
        running.take(ActionId(chance.choice(tuple(passage.choices))))
    elif running.go_on() is None:
        running.take(chance.choice(actions(running.level, running.state)).id)


def kept(path: Path) -> tuple[Kept, ...]:
    with closing(Outbox(path)) as outbox:
        return tuple(outbox.all())


def _answers(running: RunningLevel, moment: Moment) -> CheckResult:
    asked = questions(running.level.asks, library().messages, running.playthrough.seed, moment)
    picks = ((None, None), *((place, sure) for place, sure in enumerate((*Confidence, None))))
    return CheckResult.of(
        tuple(each.answered(*_of(each.answers, pick)) for each, pick in zip(asked, picks, strict=False))
    )


def _of(answers: tuple[str, ...], pick: tuple[int | None, Confidence | None]) -> tuple[int | None, Confidence | None]:
    place, sure = pick
    return (None, None) if place is None else (place % len(answers), sure)


def all_levels() -> Iterator[Level]:
    yield from library().levels.values()
