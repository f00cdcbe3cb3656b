"""A winning play of every level, played on the screens: told, noted, arranged, chosen, to the ending."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.content.faults import FaultLog
from game.content.library import Library, level_folders
from game.content.plays import Do, DoTask, ExpectWin, Play, read_play
from game.paths import levels_dir
from game.records.running import start_level
from game.screens.after.ending import EndingScreen
from game.story.action import ActionId
from game.story.engine import actions, apply, fitting, has_won, start
from game.story.level import Level, LevelId, MessageId, Passage
from game.story.playthrough import begin, next_draw
from game.story.task import ASK
from tests.screens.pilot import Pilot
from tests.story.doing import arrangement_for

SEEDS = 3000


def _winning_play(folder: Path) -> Play:
    plays = [read_play(path, FaultLog(path.name)) for path in sorted((folder / "plays").glob("*.yaml"))]
    won = (play for play in plays if play and any(isinstance(step, ExpectWin) and step.wanted for step in play.steps))
    return next(won)


@pytest.mark.parametrize("folder", level_folders(levels_dir()), ids=lambda folder: folder.name)
def test_a_winning_play_can_be_played(shipped: Library, folder: Path) -> None:
    level = shipped.levels[LevelId(folder.name)]
    steps = [step for step in _winning_play(folder).steps if isinstance(step, Do | DoTask)]
    pilot = Pilot(shipped)
    running = start_level(level, pilot.services.folder, _seed_for(level, steps))
    pilot.open(pilot.routes.play(running, None)).listen()
    for step in steps:
        _take(pilot, level, running.state.place, step)
    assert has_won(level, running.state)
    assert isinstance(pilot.runner.screen, EndingScreen)


def _take(pilot: Pilot, level: Level, place: str, step: Do | DoTask) -> None:
    """Do what a step of a play says, and hear what comes of it."""
    passage = next(each for each in level.passages.values() if each.id == place)
    if passage.offers:
        _judge(pilot, passage)
    if passage.task and (isinstance(step, DoTask) or step.how == "choose"):
        _arrange(pilot, step.arrangement if isinstance(step, DoTask) else arrangement_for(passage, step.name))
    elif isinstance(step, Do) and step.how == "choose":
        pilot.choose(f"choice:{step.name}")
    elif isinstance(step, Do) and step.how == "play":
        pilot.choose(f"card:{step.name}").choose("play-card")
    pilot.listen()
    if "go-on" in pilot.ids:
        pilot.choose("go-on").listen()


def _judge(pilot: Pilot, passage: Passage) -> None:
    pilot.choose("desk")
    for offer in passage.offers:
        pilot.choose(f"judge:{offer}=stop")
    pilot.choose("desk-reveal").choose("desk-decide").listen()


def _arrange(pilot: Pilot, wanted: Mapping[str, str]) -> None:
    pilot.choose("desk")
    for part, option in wanted.items():
        line = f"ask:{part}"
        if line not in pilot.ids:
            pilot.choose(f"pick:{part}:{option}")
        elif option == ASK:
            pilot.choose(line)
    pilot.choose("desk-reveal").choose("desk-decide")


def _seed_for(level: Level, steps: list[Do | DoTask]) -> int:
    """Return a seed by which every draw of the play falls as the play says."""
    return next(seed for seed in range(SEEDS) if _falls_so(level, seed, steps))


def _falls_so(level: Level, seed: int, steps: list[Do | DoTask]) -> bool:
    state, playthrough = start(level), begin(level, seed)
    for step in steps:
        drawn = next_draw(level, playthrough, state)
        if drawn and isinstance(step, Do) and drawn.to != step.name:
            return False
        action = drawn.id if drawn else _action(level, state.place, step)
        if isinstance(step, Do) and step.how == "play":
            playing = fitting(level, state, MessageId(step.name))
            assert playing
            action = playing.id
        state, playthrough = apply(level, state, action).state, playthrough.then(action)
    return not actions(level, state)


def _action(level: Level, place: str, step: Do | DoTask) -> ActionId:
    passage = next(each for each in level.passages.values() if each.id == place)
    if isinstance(step, DoTask):
        choice = passage.comes_to(step.arrangement)
        assert choice
        return ActionId(choice.id)
    return ActionId(f">{step.name}" if step.how == "continue" else step.name)
