"""What is faulty is left out; everything else can be played."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.library import load_library
from game.content.words import load_words
from tests.content.written import ART, FILES, LEVEL, TODAY, faults_of, write_levels

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_library_has_no_faults() -> None:
    library = load_library(ROOT / "levels", TODAY)
    assert [str(fault) for fault in library.faults if fault.severity == "error"] == []
    assert library.levels.keys() == set(library.campaign.levels)
    asked = {message for level in library.levels.values() for message in level.asks}
    assert all(len(library.messages[message].checks) >= 2 for message in asked)


def test_the_shipped_paths_take_as_long_as_they_say() -> None:
    library = load_library(ROOT / "levels", TODAY)
    for path in library.campaign.paths:
        minutes = sum(library.levels[level].minutes for level in path.levels)
        assert abs(minutes - path.minutes) <= path.minutes / 5, path.id


def test_the_shipped_chapters_follow_one_that_is_open_from_the_start() -> None:
    first, *later = load_library(ROOT / "levels", TODAY).campaign.chapters
    assert first.after is None
    assert all(chapter.after and chapter.about for chapter in later)


def test_a_faulty_level_is_left_out_of_the_campaign_and_the_others_stay(tmp_path: Path) -> None:
    campaign = FILES["campaign.yaml"] + "  - {id: two, title: Two, levels: [broken]}\n"
    changes: dict[str, str | bytes] = {"broken/level.yaml": "format: 2", "campaign.yaml": campaign}
    library = load_library(write_levels(tmp_path, changes), TODAY, ART)
    assert [chapter.id for chapter in library.campaign.chapters] == ["one"]
    assert library.campaign.levels == ("letter",)
    assert any(fault.file.endswith("broken/level.yaml") for fault in library.faults)


def test_a_level_is_left_out_when_one_of_its_messages_has_errors(tmp_path: Path) -> None:
    messages = FILES["messages.yaml"].replace("as_of: 2024", "as_of: soon", 1)
    library = load_library(write_levels(tmp_path, {"messages.yaml": messages}), TODAY, ART)
    assert "no-rush" not in library.messages
    assert "find-office" in library.messages
    assert library.levels == {}
    assert {fault.code for fault in library.faults if fault.severity == "error"} == {"wrong-type"}


def test_unknown_files_are_ignored_and_the_template_is_not_played(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {"notes.txt": b"\xff", "drafts/idea.yaml": "x", "template/level.yaml": LEVEL}
    library = load_library(write_levels(tmp_path, changes), TODAY, ART)
    assert library.levels.keys() == {"letter"}
    assert {fault.code for fault in library.faults} == set()


def test_an_empty_folder_is_a_library_of_faults(tmp_path: Path) -> None:
    library = load_library(tmp_path / "nowhere", TODAY)
    assert library.levels == {}
    assert library.campaign.chapters == ()
    assert {fault.code for fault in library.faults} == {"unreadable-file"}


def test_a_number_is_shown_only_with_the_official_page_it_was_read_on() -> None:
    helplines = load_library(ROOT / "levels", TODAY).helplines
    assert {line.id for line in helplines if line.phone} == {"sg-mom", "sg-home", "ph-actionline"}
    assert all(line.read_at and line.page_year for line in helplines if line.phone)


def test_every_country_of_a_level_or_a_helpline_has_a_name() -> None:
    library = load_library(ROOT / "levels", TODAY)
    codes = {code for level in library.levels.values() for code in (level.origin, level.destination)}
    words = load_words(ROOT / "assets" / "words" / "en")
    missing = {
        code for code in codes | {line.country for line in library.helplines} if f"countries.{code}" not in words
    }
    assert missing == set()


@given(
    st.sampled_from([name for name in FILES if name != "letter/level.yaml"]),
    st.integers(0, 1500),
    st.integers(0, 9),
    st.sampled_from(["", "- ", ": ", "{", "[", "'", "  ", "\n", "x"]) | st.text(max_size=4),
)
def test_any_change_of_any_file_gives_faults_at_most(
    tmp_path_factory: pytest.TempPathFactory, name: str, at: int, count: int, piece: str
) -> None:
    text = FILES[name]
    changed = (text[: at % len(text)] + piece + text[at % len(text) + count :]).encode(errors="replace")
    faults_of(write_levels(tmp_path_factory.mktemp("levels"), {name: changed}))
