"""What earlier versions of the game kept on somebody's computer still counts: every folder below `old/` was written by
the game of that day, and is never changed."""

import json
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pytest

from game.content.library import Library
from game.records.folder import DiskFolder
from game.records.latest import load_latest
from game.records.progress import load_progress, save_progress
from game.records.running import resume_level
from game.records.settings import load_settings
from game.story.level import LevelId

HERE = Path(__file__).resolve().parent
OLD = sorted(each for each in (HERE / "old").iterdir() if each.is_dir())


@pytest.fixture(params=OLD, ids=[each.name for each in OLD])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an old folder, to be used as the game uses its own."""
    return Path(copytree(request.param, tmp_path / "records"))


def _written(place: Path, name: str) -> Mapping[str, object]:
    value = json.loads((place / f"{name}.json").read_bytes())
    assert isinstance(value, dict)
    return value


def test_there_is_an_old_folder() -> None:
    assert OLD


def test_every_setting_is_kept(old: Path) -> None:
    settings = load_settings(DiskFolder(old))
    for name, value in _written(old, "settings").items():
        assert getattr(settings, name) == value


def test_everything_reached_is_kept_and_can_be_written_again(old: Path) -> None:
    folder, written = DiskFolder(old), _written(old, "progress")
    save_progress(folder, load_progress(folder))
    again = load_progress(folder)
    assert again.met == set(_strings(written["met"]))
    levels = written["levels"]
    assert isinstance(levels, dict)
    for level, value in levels.items():
        kept = again.of(LevelId(level))
        assert sorted(kept.endings) == value["endings"]
        assert kept.won == value["won"]
        for check, name in ((kept.before, "before"), (kept.after, "after")):
            assert check
            assert [check.right, check.asked] == value[name]


def test_the_level_played_last_can_be_gone_on_with(old: Path) -> None:
    latest = load_latest(DiskFolder(old))
    assert latest
    assert latest.level == _written(old, "latest")["level"]


def test_every_save_is_taken_up_as_far_as_it_still_goes(old: Path, library: Library) -> None:
    saves = [_written(old / "saves", file.stem) for file in sorted((old / "saves").glob("*.json"))]
    assert saves
    for written in saves:
        level = library.levels[LevelId(str(written["level"]))]
        running, resumed = resume_level(level, DiskFolder(old), seed=1)
        taken, actions = running.playthrough.actions, tuple(_strings(written["actions"]))
        assert resumed.was_resumed
        assert taken == actions[: len(taken)]
        assert resumed.was_shortened == (taken != actions)
        assert not (resumed.was_shortened and level.version == written["version"]), "nothing was changed in the level"
        assert running.playthrough.seed == written["seed"]


def test_marks_on_offers_come_back_with_the_save(old: Path, library: Library) -> None:
    for file in sorted((old / "saves").glob("*.json")):
        written = _written(old / "saves", file.stem)
        running, resumed = resume_level(library.levels[LevelId(file.stem)], DiskFolder(old), seed=1)
        marked = {action.rpartition("=")[0] for action in _strings(written["actions"]) if "=" in action}
        assert marked
        assert resumed.was_shortened or {f"{offer}/{line}" for offer, line in running.marks} == marked


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [each for each in value if isinstance(each, str)]
