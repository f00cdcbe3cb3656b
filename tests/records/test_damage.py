"""Records that were edited, cut off, or swapped for something else never stop the game, and are not thrown away."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.records.folder import DiskFolder, MemoryFolder
from game.records.gallery import keep_ending, load_gallery
from game.records.progress import LevelProgress, Progress, load_progress, save_progress
from game.records.running import resume_level
from game.records.saves import load_save
from game.records.settings import TEXT_SCALES, Settings, load_settings, save_settings
from game.story.level import LevelId, PassageId
from game.story.playthrough import BrokenPlaythroughError, begin, from_json, to_json
from tests.story.build import choice, ending, level, passage

DOOR = level({"door": passage(go=choice("home"), stay=choice("door"))}, {"home": ending()})
BROKEN = {
    "empty": b"",
    "cut-off": b'{"levels": {"one": {"endi',
    "not-text": bytes(range(256)),
    "zeros": b"\0" * 4096,
    "half-a-character": b'"\xc3"',
    "deep": b"[" * 1_000_000,
    "deep-object": b'{"a":' * 200_000,
    "endless-number": b"1" * 100_000,
    "not-json": b"text_scale: 2.0\n",
    "two-values": b"{}{}",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
ROOMY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_counts_as_none_and_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    folder = DiskFolder(tmp_path)
    assert load_settings(folder) == Settings()
    assert (tmp_path / "settings.broken").read_bytes() == content
    assert not (tmp_path / "settings.json").exists()
    save_settings(folder, Settings(muted=True))
    assert load_settings(folder) == Settings(muted=True)


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_save_starts_the_level_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "saves").mkdir()
    (tmp_path / "saves" / "test.json").write_bytes(content)
    running, resumed = resume_level(DOOR, DiskFolder(tmp_path), seed=1)
    assert (running.state.place, resumed.was_resumed) == ("door", False)


@ROOMY
@given(content=st.binary(max_size=300))
def test_no_bytes_whatever_stop_the_game(tmp_path: Path, content: bytes) -> None:
    for name in ("settings", "progress"):
        (tmp_path / f"{name}.json").write_bytes(content)
    folder = DiskFolder(tmp_path)
    load_settings(folder)
    load_progress(folder)


def test_a_huge_record_of_the_wrong_kind_counts_as_none() -> None:
    folder = MemoryFolder()
    folder.write("settings", ["x" * 1000] * 5000)
    assert load_settings(folder) == Settings()


@given(value=JSON)
def test_settings_of_any_other_kind_are_usable_settings(value: object) -> None:
    folder = MemoryFolder()
    folder.write("settings", value)
    _assert_usable(load_settings(folder))


@given(data=st.data())
def test_each_setting_of_another_kind_has_its_usual_value(data: st.DataObject) -> None:
    names = ("text_scale", "high_contrast", "reduced_motion", "text_speed", "volume", "muted", "show_keys")
    folder = MemoryFolder()
    folder.write("settings", {name: data.draw(JSON, label=name) for name in names})
    _assert_usable(load_settings(folder))


@given(value=JSON, endings=JSON, check=JSON)
def test_progress_of_any_other_kind_is_usable_progress(value: object, endings: object, check: object) -> None:
    folder = MemoryFolder()
    part = {"endings": endings, "won": value, "before": check, "after": [check, value]}
    part |= {"verdicts": {"one": value, "two": [value, check]}, "kept_flags": endings}
    memory = {"stage": check, "due": value, "asked": endings}
    new = {"memories": {"one": memory, "two": value}, "achievements": {"one": check}, "did": value}
    for kept in (
        value,
        {"levels": value, "met": value, "memories": value, "achievements": value},
        {"levels": {"one": part, "two": value}, "met": endings, **new},
    ):
        folder.write("progress", kept)
        progress = load_progress(folder)
        save_progress(folder, progress)
        assert load_progress(folder) == progress


@given(value=JSON)
def test_anything_that_is_no_save_is_none(value: object) -> None:
    folder = MemoryFolder()
    folder.write("saves/test", value)
    assert load_save(folder, LevelId("test")) is None
    with pytest.raises(BrokenPlaythroughError):
        from_json(value)


@given(seed=st.integers(), version=st.text(), actions=st.lists(st.text()))
def test_a_save_with_other_values_is_taken_up_as_far_as_it_goes(seed: int, version: str, actions: list[str]) -> None:
    folder = MemoryFolder()
    kept = {"format": 1, "level": "test", "version": version, "seed": seed, "actions": ["stay", *actions]}
    folder.write("saves/test", kept)
    running, resumed = resume_level(DOOR, folder, seed=1)
    assert resumed.was_resumed
    assert running.playthrough.actions[0] == "stay"


@given(value=JSON, message=JSON, right=JSON, sure=JSON)
def test_whatever_stands_beside_a_save_its_story_goes_on(
    value: object, message: object, right: object, sure: object
) -> None:
    folder = MemoryFolder()
    kept = {"format": 1, "level": "test", "version": DOOR.version, "seed": 1, "actions": ["stay"]}
    answer = {"message": message, "right": right, "question": "one", "confidence": sure}
    sound = {**answer, "message": "rec-no-rush", "right": True}
    for before in (value, [value], [answer, sound]):
        folder.write("saves/test", {**kept, "before": before})
        running, resumed = resume_level(DOOR, folder, seed=1)
        assert (resumed.was_resumed, resumed.was_shortened) == (True, False)
        assert running.playthrough.actions == ("stay",)
        assert before != [answer, sound] or (running.before and running.before.answers[-1].right)


@given(value=JSON, first=JSON)
def test_a_gallery_of_any_other_kind_is_a_usable_gallery(value: object, first: object) -> None:
    folder = MemoryFolder()
    played = to_json(begin(DOOR, 1))
    for kept in (value, {"home": value}, {"home": {"first": first, "playthrough": played}, "other": {"first": 1}}):
        folder.write("endings/test", kept)
        assert all(seen.first > 0 for seen in load_gallery(folder, LevelId("test")).values())
        assert keep_ending(folder, PassageId("home"), begin(DOOR, 1), today=700_000)
        assert load_gallery(folder, LevelId("test"))[PassageId("home")].playthrough == begin(DOOR, 1)


def test_a_save_of_another_level_or_a_later_game_is_left_alone() -> None:
    folder = MemoryFolder()
    later = {"format": 2, "level": "test", "version": "", "seed": 1, "actions": []}
    for kept in (later, {**later, "format": 1, "level": "other"}):
        folder.write("saves/test", kept)
        assert load_save(folder, LevelId("test")) is None
        assert folder.read("saves/test") == kept


def test_text_that_is_no_unicode_can_be_kept(tmp_path: Path) -> None:
    """Half a character can be written in JSON as an escape, and would come back from a file that was edited."""
    (tmp_path / "progress.json").write_text('{"levels": {"\\ud800": {"won": true}}, "met": ["\\udfff"]}')
    folder = DiskFolder(tmp_path)
    progress = load_progress(folder)
    save_progress(folder, progress)
    assert load_progress(folder) == progress
    assert progress.of(LevelId("\ud800")) == LevelProgress(won=True)


def test_a_folder_in_the_place_of_a_record_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "progress.json").mkdir()
    assert load_progress(DiskFolder(tmp_path)) == Progress()


def test_a_second_broken_file_replaces_the_first_one_set_aside(tmp_path: Path) -> None:
    for content in ("{", "["):
        (tmp_path / "settings.json").write_text(content)
        assert load_settings(DiskFolder(tmp_path)) == Settings()
    assert (tmp_path / "settings.broken").read_text() == "["


def test_a_broken_file_that_cannot_be_set_aside_counts_as_none_too(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    (tmp_path / "settings.broken" / "in-the-way").mkdir(parents=True)
    assert load_settings(DiskFolder(tmp_path)) == Settings()
    assert (tmp_path / "settings.json").read_text() == "{"


def _assert_usable(chosen: Settings) -> None:
    assert TEXT_SCALES[0] <= chosen.text_scale <= TEXT_SCALES[-1]
    assert 0.0 <= chosen.volume <= 1.0
    assert all(isinstance(flag, bool) for flag in (chosen.muted, chosen.high_contrast, chosen.show_keys))
    json.dumps(chosen.text_speed)
