"""`new` writes a level to begin with that every check accepts."""

import shutil
from pathlib import Path

import pytest

from game.content.checking import check_paths
from game.content.words import load_words
from game.paths import assets_dir, levels_dir
from game.report.new import RefusedError, begin_level
from game.report.proving import prove_all
from tests.content.written import TODAY

WORDS = load_words(assets_dir() / "words" / "en")


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    """A copy of the levels of the game."""
    shutil.copytree(levels_dir(), tmp_path / "levels")
    return tmp_path / "levels"


def test_a_new_level_has_no_faults_and_keeps_all_promises(levels: Path) -> None:
    told: list[str] = []
    begin_level(levels, "the-nets", WORDS, told.append)
    checked = check_paths([levels / "the-nets"], TODAY)
    assert checked.faults == ()
    assert prove_all(checked.levels).found == ()
    text = "".join(told)
    assert {str(path) for path in (levels / "the-nets").rglob("*.yaml")} <= set(text.split())
    assert f"preview the-nets --levels {levels}" in text
    assert f"check {levels / 'the-nets'}" in text


@pytest.mark.parametrize(
    "name", ["The-Nets", "the_nets", "../nets", "", "a" * 41, "nets ", "village-offer", "template"]
)
def test_what_cannot_be_the_name_of_a_new_level_is_refused_and_nothing_is_written(levels: Path, name: str) -> None:
    before = sorted(levels.parent.rglob("*"))
    with pytest.raises(RefusedError):
        begin_level(levels, name, WORDS, print)
    assert sorted(levels.parent.rglob("*")) == before


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "levels").write_text("a file where the folder should be")
    with pytest.raises(RefusedError, match="cannot write"):
        begin_level(tmp_path / "levels", "the-nets", WORDS, print)
