"""Every play of every level, typed line by line to its ending."""

from pathlib import Path

import pytest

from game.content.library import level_folders
from game.paths import levels_dir
from game.records.running import start_level
from game.story.engine import has_ended, has_won
from game.story.level import LevelId
from game.terminal.ending import tell_ending
from game.terminal.story import Story
from tests.terminal.typed import flat, library, seed_for, terminal, typed, words, written_play

PLAYS = [path for folder in level_folders(levels_dir()) for path in sorted(folder.glob("plays/*.yaml"))]


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_play_can_be_typed_to_its_ending(path: Path) -> None:
    level = library().levels[LevelId(path.parts[-3])]
    lines, taken = typed(level, written_play(path))
    heard: list[str] = []
    seed = seed_for(level, taken)
    at = terminal([*lines, ""], heard, seed=seed)
    running = start_level(level, at.folder, seed)
    Story(at, running).run()
    tell_ending(at, running)
    assert list(running.playthrough.actions) == taken
    assert has_ended(level, running.state)
    ending = level.endings[running.state.place]
    told = flat(heard)
    assert ending.title in told
    for part in (ending.debrief.choice, ending.debrief.chance, ending.debrief.system):
        assert " ".join(part.split()) in told
    verdict = "terminal.won" if has_won(level, running.state) else "terminal.not_won"
    assert words()(verdict) in told
    assert running.state.place in at.progress.current.of(level.id).endings


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_stepping_back_all_the_way_and_typing_it_again_comes_to_the_same_ending(path: Path) -> None:
    level = library().levels[LevelId(path.parts[-3])]
    lines, taken = typed(level, written_play(path))
    seed = seed_for(level, taken)
    at = terminal([*lines, *[":back"] * len(taken), *lines, ""], [], seed=seed)
    running = start_level(level, at.folder, seed)
    Story(at, running).run()
    assert list(running.playthrough.actions) == taken
