from pathlib import Path

import pytest

from game.content.asset_library import AssetLibrary

PALETTE = """\
colours:
  red: "#cc0000"
  skin-clay: "#cf8658"
lit: {}
skins: [skin-clay]
"""
SET = """\
base: 8x8
ground: red
edge: red
backdrop: hills
props:
  - brick at 2,2
spots:
  - 2,2 left
  - 3,2 left
  - 4,2 left
  - 5,2 left
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small `assets` directory without faults."""
    (tmp_path / "props").mkdir()
    (tmp_path / "sets").mkdir()
    (tmp_path / "palette.yaml").write_text(PALETTE)
    (tmp_path / "props" / "brick.yaml").write_text("bricks:\n  - box red 2x2x3 at 0,0,0\n")
    (tmp_path / "sets" / "yard.yaml").write_text(SET)
    (tmp_path / "figures.yaml").write_text("one: {skin: skin-clay, hair: bun red, top: plain red, bottom: skirt red}\n")
    return tmp_path


def faults(root: Path) -> list[tuple[str, int, int, str]]:
    return [(Path(f.file).name, f.line, f.column, f.code) for f in AssetLibrary(root).check()]


def test_the_small_directory_is_sound(root: Path) -> None:
    assert faults(root) == []


def test_a_brick_in_another_form_is_told_with_its_place(root: Path) -> None:
    (root / "props" / "brick.yaml").write_text("bricks:\n  - box red 2x2 at 0,0,0\n")
    assert faults(root) == [("brick.yaml", 2, 5, "bad-form")]


def test_a_colour_nobody_mixed_is_told_with_the_nearest(root: Path) -> None:
    (root / "props" / "brick.yaml").write_text("bricks:\n  - box rde 2x2x3 at 0,0,0\n")
    [fault] = AssetLibrary(root).check()
    assert (fault.line, fault.code) == (2, "not-one-of")
    assert "red" in fault.hint


def test_a_prop_that_is_not_there_is_told_where_it_is_placed(root: Path) -> None:
    (root / "sets" / "yard.yaml").write_text(SET.replace("brick at", "brik at"))
    assert faults(root) == [("yard.yaml", 6, 5, "not-one-of")]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [("8x8", "8x10", 1), ("5,2 left", "9,2 left", 11), ("ground: red", "ground: red\nareas:\n  - red 9x2 at 0,0", 4)],
)
def test_what_lies_outside_the_base_is_told(root: Path, before: str, after: str, line: int) -> None:
    (root / "sets" / "yard.yaml").write_text(SET.replace(before, after))
    assert [(where, code) for _, where, _, code in faults(root)] == [(line, "out-of-range")]


def test_a_skin_outside_the_palette_is_told(root: Path) -> None:
    (root / "figures.yaml").write_text("one: {skin: red, hair: bun red, top: plain red, bottom: skirt red}\n")
    assert faults(root) == [("figures.yaml", 1, 13, "not-one-of")]


def test_a_set_with_faults_counts_as_missing(root: Path) -> None:
    (root / "sets" / "yard.yaml").write_text(SET.replace("ground", "grund"))
    assert AssetLibrary(root).set_plan("yard") is None


def test_a_missing_file_is_a_fault_and_no_crash(root: Path) -> None:
    library = AssetLibrary(root)
    assert library.prop("nowhere") is None
    assert [fault.code for fault in library.faults] == ["unreadable-file"]
