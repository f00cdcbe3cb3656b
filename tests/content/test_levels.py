"""A level file becomes the level its author meant."""

from pathlib import Path

from game.content.checking import check_paths
from game.content.faults import FaultLog
from game.content.level_names import Known
from game.content.levels import read_level, read_level_file
from game.story.level import CastId, ChoiceId, FlagIs, Knows, Level, Line, MeterIs, PassageId, Sign
from tests.content.written import LEVEL, TODAY, write_levels


def _level(folder: Path, text: str = LEVEL) -> Level:
    log = FaultLog("level.yaml")
    level = read_level(write_levels(folder, {"letter/level.yaml": text}) / "letter" / "level.yaml", Known(), log)
    assert level is not None, log.faults
    return level


def test_the_folder_names_the_level_and_the_fields_fill_it(tmp_path: Path) -> None:
    level = _level(tmp_path)
    assert (level.id, level.title, level.origin, level.wins.learn) == ("letter", "The letter", "ID", 2)
    assert [meter.id for meter in level.meters] == ["savings", "debt"]
    assert level.messages == ("never-late", "no-rush", "find-office")
    assert level.flags == ("said-yes",)
    assert level.endings[PassageId("helped")].outcome == "help"


def test_speech_is_told_from_stage_directions_and_gets_its_quotes(tmp_path: Path) -> None:
    text = _level(tmp_path).passages[PassageId("stall")].text
    assert text == (Line(None, "The oil is hot."), Line(CastId("ayu"), "“Two cakes?”"))


def test_choices_offers_and_branches_are_read(tmp_path: Path) -> None:
    level = _level(tmp_path)
    desk, bus = level.passages[PassageId("desk")], level.passages[PassageId("bus")]
    assert [type(atom) for atom in desk.choices[ChoiceId("leave")].when] == [MeterIs, FlagIs, Knows]
    assert [line.sign for line in desk.offers["red"].lines.values()] == [Sign.WARNING, Sign.GOOD, Sign.WARNING]
    assert desk.offers["blue"].genuine
    assert not desk.offers["red"].genuine
    assert [branch.chance for branch in bus.branches] == [None, 2, 1]
    wait = level.passages[PassageId("stall")].choices[ChoiceId("wait")]
    assert (wait.uses, dict(wait.effect.meters), set(wait.effect.clear)) == ("no-rush", {"savings": 1}, {"said-yes"})


def test_what_a_class_is_given_is_read(tmp_path: Path) -> None:
    spoken = """ask: '"Are you well?" What is kind about it?'"""
    level = _level(tmp_path, LEVEL.replace('ask: "Which letter can wait?"', spoken))
    assert level.aims == ("Say why a job can wait", "Find an office without its letter")
    poster, letters = level.discuss
    assert (poster.id, poster.ask, poster.listen_for) == ("the-poster", "What does the poster do for Ayu?", "Time.")
    assert (poster.at, letters.at) == ("stall", None)
    assert letters.ask == "“Are you well?” What is kind about it?"


def test_norway_is_a_country_and_not_a_falsehood(tmp_path: Path) -> None:
    assert _level(tmp_path, LEVEL.replace("from: ID", "from: NO")).origin == "NO"


def test_texts_do_not_change_the_version_but_rules_do(tmp_path: Path) -> None:
    version = _level(tmp_path / "a").version
    assert _level(tmp_path / "b", LEVEL.replace("The oil is hot.", "The oil is cold.")).version == version
    assert _level(tmp_path / "e", LEVEL.replace("Which letter can wait?", "Which letter is older?")).version == version
    assert _level(tmp_path / "f", LEVEL.replace("the-letters: {ask", "the-table: {at: desk, ask")).version == version
    assert _level(tmp_path / "c", LEVEL.replace("savings >= 1", "savings >= 2")).version != version
    assert _level(tmp_path / "d", LEVEL.replace("chance: 2", "chance: 3")).version != version


def test_a_level_file_knows_where_its_parts_are(tmp_path: Path) -> None:
    path = write_levels(tmp_path) / "letter" / "level.yaml"
    file = read_level_file(path, Known(), FaultLog("level.yaml"))
    assert file is not None
    lines = LEVEL.split("\n")
    for place, part, expected in (
        ("desk", "", "  desk:"),
        ("helped", "", "  helped:"),
        ("stall", "wait", "      wait:"),
        ("desk", "red", "      red:"),
        ("bus", "helped", "      - {chance: 1, to: helped}"),
        ("bus", ">helped", "      - {chance: 1, to: helped}"),
        (None, "debt", "  debt: {label: Debt, start: 0, max: 5, better: low}"),
        (None, "find-office", "    teaches: {find-office: The clerk, never-late: The clerk}"),
        (None, "", "format: 1"),
    ):
        assert lines[file.where(place, part).line - 1] == expected


def test_only_the_faults_of_what_was_asked_for_are_told(tmp_path: Path) -> None:
    broken = LEVEL.replace("start: stall", "start: stal")
    folder = write_levels(tmp_path, {"other/level.yaml": broken, "helplines.yaml": "- no"})
    assert check_paths([folder / "letter"], TODAY).faults == ()
    assert {fault.code for fault in check_paths([folder / "other" / "level.yaml"], TODAY).faults} == {"unknown-passage"}
    assert {fault.code for fault in check_paths([folder / "helplines.yaml"], TODAY).faults} == {"wrong-type"}
    assert check_paths([folder / "letter" / "plays" / "leaves.yaml"], TODAY).faults == ()
    assert [fault.code for fault in check_paths([folder / "notes.txt"], TODAY).faults] == ["unreadable-file"]
