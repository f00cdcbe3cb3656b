"""Whatever is kept comes back as it was."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.records.folder import DiskFolder, Folder, MemoryFolder
from game.records.progress import (
    CheckResult,
    Judged,
    LevelProgress,
    Progress,
    ProgressKeeper,
    load_progress,
    save_progress,
)
from game.records.settings import Settings, SettingsKeeper, TextSpeed, load_settings, save_settings
from game.story.level import FlagId, LevelId, MessageId, PassageId
from game.story.recall import GAPS, Memory

ANY_SETTINGS = st.builds(
    Settings,
    text_scale=st.floats(1.0, 2.0),
    high_contrast=st.booleans(),
    reduced_motion=st.booleans(),
    text_speed=st.sampled_from(TextSpeed),
    volume=st.floats(0.0, 1.0),
    muted=st.booleans(),
    show_keys=st.booleans(),
    knows_quick_exit=st.booleans(),
    shares_with=st.text(max_size=9),
)
# Ids are words, but a record outlives the level it tells of, and may have been edited: any text has to do.
_ANY_TEXT = st.text(st.characters())
_CHECKS = st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
    lambda pair: CheckResult(min(pair), max(pair))
)
_LEVELS = st.builds(
    LevelProgress,
    endings=st.frozensets(_ANY_TEXT.map(PassageId), max_size=4),
    won=st.booleans(),
    before=_CHECKS,
    after=_CHECKS,
    verdicts=st.dictionaries(_ANY_TEXT, st.builds(Judged, st.booleans(), st.booleans()), max_size=3),
    kept_flags=st.none() | st.frozensets(_ANY_TEXT.map(FlagId), max_size=3),
    read=st.booleans(),
)
_DAYS = st.integers(1, date.max.toordinal())
_MEMORIES = st.builds(
    Memory,
    stage=st.integers(0, len(GAPS) - 1),
    due=_DAYS,
    asked=st.lists(_ANY_TEXT, max_size=3, unique=True).map(tuple),
)
ANY_PROGRESS = st.builds(
    Progress,
    levels=st.dictionaries(_ANY_TEXT.map(LevelId), _LEVELS, max_size=4),
    met=st.frozensets(_ANY_TEXT.map(MessageId), max_size=6),
    memories=st.dictionaries(_ANY_TEXT.map(MessageId), _MEMORIES, max_size=3),
    achievements=st.dictionaries(_ANY_TEXT, _DAYS, max_size=3),
    did=st.frozensets(_ANY_TEXT, max_size=3),
)
FOLDERS = pytest.mark.parametrize("on_disk", [True, False])


def test_every_setting_is_tried() -> None:
    """A setting added later has to be added to `ANY_SETTINGS` too."""
    assert {each.name for each in fields(Settings)} == {
        "text_scale", "high_contrast", "reduced_motion", "text_speed", "volume", "muted", "show_keys",
        "knows_quick_exit", "shares_with",
    }  # fmt: skip


@pytest.mark.parametrize("kind", [LevelProgress, Progress])
def test_every_part_of_progress_is_tried(kind: type[LevelProgress | Progress]) -> None:
    """A part added later has to be added to the strategies above, too."""
    tried = {
        LevelProgress: {"endings", "won", "before", "after", "verdicts", "kept_flags", "read"},
        Progress: {"levels", "met", "memories", "achievements", "did"},
    }
    assert {each.name for each in fields(kind)} == tried[kind]


@FOLDERS
@settings(max_examples=40)
@given(chosen=ANY_SETTINGS)
def test_settings_come_back(on_disk: bool, chosen: Settings) -> None:
    with TemporaryDirectory() as place:
        folder = _folder(place, on_disk)
        save_settings(folder, chosen)
        assert load_settings(folder) == chosen


@FOLDERS
@settings(max_examples=40)
@given(made=ANY_PROGRESS)
def test_progress_comes_back(on_disk: bool, made: Progress) -> None:
    with TemporaryDirectory() as place:
        folder = _folder(place, on_disk)
        save_progress(folder, made)
        assert load_progress(folder) == made


@settings(max_examples=40)
@given(changes=st.lists(ANY_PROGRESS, min_size=1, max_size=5))
def test_the_keeper_keeps_the_latest_progress(changes: list[Progress]) -> None:
    folder = MemoryFolder()
    keeper = ProgressKeeper(folder)
    for progress in changes:
        keeper.change(progress)
        assert ProgressKeeper(folder).current == keeper.current == progress


def test_the_keeper_keeps_the_latest_settings() -> None:
    folder = MemoryFolder()
    SettingsKeeper(folder).change(replace(Settings(), muted=True))
    SettingsKeeper(folder).change(replace(SettingsKeeper(folder).current, volume=0.25))
    assert SettingsKeeper(folder).current == replace(Settings(), muted=True, volume=0.25)


def test_the_settings_of_one_start_are_used_but_not_kept() -> None:
    folder = MemoryFolder()
    assert SettingsKeeper(folder, text_scale=2.0).current.text_scale == 2.0
    assert SettingsKeeper(folder).current == Settings()


def test_nothing_kept_means_usual_settings_and_nothing_played() -> None:
    assert load_settings(MemoryFolder()) == Settings()
    assert load_progress(MemoryFolder()) == Progress()


@FOLDERS
def test_what_is_removed_is_gone_and_may_be_removed_again(on_disk: bool, tmp_path: Path) -> None:
    folder = _folder(str(tmp_path), on_disk)
    folder.write("saves/one", {"format": 1})
    folder.remove("saves/one")
    folder.remove("saves/one")
    assert folder.read("saves/one") is None


def test_a_folder_in_memory_hands_out_copies() -> None:
    folder = MemoryFolder()
    value = {"levels": ["one"]}
    folder.write("progress", value)
    value["levels"].append("two")
    assert folder.read("progress") == {"levels": ["one"]}


def _folder(place: str, on_disk: bool) -> Folder:
    return DiskFolder(Path(place)) if on_disk else MemoryFolder()
