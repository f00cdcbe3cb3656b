"""Where nothing can be kept, the game is told so in one way, and plays on."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.records.folder import DiskFolder, Folder, RecordsError
from game.records.progress import Progress, ProgressKeeper, load_progress, save_progress
from game.records.running import start_level
from game.records.saves import load_save, save
from game.records.settings import Settings, SettingsKeeper, load_settings, save_settings
from game.story.action import ActionId
from game.story.level import LevelId, MessageId
from game.story.playthrough import Playthrough
from tests.story.build import choice, ending, level, passage

DOOR = level({"door": passage(go=choice("home"))}, {"home": ending()})
PLAYED = Playthrough(LevelId("test"), DOOR.version, 1)
FULL = Path("/dev/full")
WRITES: dict[str, Callable[[Folder], None]] = {
    "settings": lambda folder: save_settings(folder, Settings()),
    "progress": lambda folder: save_progress(folder, Progress()),
    "save": lambda folder: save(folder, PLAYED),
}


@pytest.fixture
def below_a_file(tmp_path: Path) -> DiskFolder:
    """A folder that cannot be made, since there is a file in its way."""
    (tmp_path / "file").write_text("in the way")
    return DiskFolder(tmp_path / "file" / "records")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder with records in which nothing may be made, changed or removed."""
    folder = DiskFolder(tmp_path)
    save_settings(folder, Settings(muted=True))
    save(folder, PLAYED)
    (tmp_path / "progress.json").write_text("{")
    places = [tmp_path, tmp_path / "saves"]
    for place in places:
        place.chmod(0o555)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write everywhere")
    yield tmp_path
    for place in places:
        place.chmod(0o755)


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_folder_that_cannot_be_made_refuses(below_a_file: DiskFolder, write: Callable[[Folder], None]) -> None:
    with pytest.raises(RecordsError, match="cannot write"):
        write(below_a_file)


def test_a_folder_that_cannot_be_made_holds_nothing(below_a_file: DiskFolder) -> None:
    assert load_settings(below_a_file) == Settings()
    assert load_progress(below_a_file) == Progress()
    assert load_save(below_a_file, LevelId("test")) is None
    below_a_file.remove("settings")


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_read_only_folder_refuses(read_only: Path, write: Callable[[Folder], None]) -> None:
    with pytest.raises(RecordsError, match="cannot write"):
        write(DiskFolder(read_only))


def test_a_read_only_folder_can_be_read_broken_records_included(read_only: Path) -> None:
    assert load_settings(DiskFolder(read_only)) == Settings(muted=True)
    assert load_progress(DiskFolder(read_only)) == Progress()
    assert (read_only / "progress.json").read_text() == "{"


def test_a_record_that_a_folder_stands_in_for_refuses(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(RecordsError, match="cannot write"):
        save_settings(DiskFolder(tmp_path), Settings())
    with pytest.raises(RecordsError, match="cannot remove"):
        DiskFolder(tmp_path).remove("settings")
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(not FULL.exists(), reason="only some systems have a disk that is always full")
def test_a_full_disk_refuses_and_leaves_the_old_record(tmp_path: Path) -> None:
    folder = DiskFolder(tmp_path)
    save_settings(folder, Settings(muted=True))
    (tmp_path / f"settings.json.{os.getpid()}.new").symlink_to(FULL)
    with pytest.raises(RecordsError):
        save_settings(folder, Settings())
    assert load_settings(folder) == Settings(muted=True)


@pytest.mark.parametrize("value", [{1, 2}, object(), {"a": float}], ids=["a-set", "an-object", "a-type"])
def test_a_value_that_is_no_json_leaves_the_old_record_and_nothing_beside_it(tmp_path: Path, value: object) -> None:
    folder = DiskFolder(tmp_path)
    save_settings(folder, Settings(muted=True))
    with pytest.raises(TypeError):
        folder.write("settings", value)
    assert load_settings(folder) == Settings(muted=True)
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_keepers_go_on_with_what_cannot_be_kept(below_a_file: DiskFolder) -> None:
    chosen = SettingsKeeper(below_a_file)
    chosen.change(Settings(muted=True))
    assert chosen.current == Settings(muted=True)
    made = ProgressKeeper(below_a_file)
    made.change(Progress(met=frozenset({MessageId("rec-no-rush")})))
    assert made.current.met == {"rec-no-rush"}


def test_a_level_goes_on_when_it_cannot_be_saved_and_says_so(below_a_file: DiskFolder) -> None:
    running = start_level(DOOR, below_a_file, seed=1)
    was_saved = running.is_saved
    running.take(ActionId("go"))
    assert running.state.place == "home"
    assert (was_saved, running.is_saved) == (True, False)
    running.close()


def test_a_level_can_be_closed_where_nothing_can_be_forgotten(tmp_path: Path) -> None:
    (tmp_path / "saves" / "test.json").mkdir(parents=True)
    running = start_level(DOOR, DiskFolder(tmp_path), seed=1)
    running.close()
    assert not running.is_saved


def test_a_read_only_folder_refuses_to_forget(read_only: Path) -> None:
    running = start_level(DOOR, DiskFolder(read_only), seed=1)
    running.close()
    assert not running.is_saved
