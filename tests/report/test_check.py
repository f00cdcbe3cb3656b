"""What `check` tells authors: every broken promise at its line, with a run that shows it."""

import gc
import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.checking import check_paths
from game.content.codes import CODES
from game.report.check import check
from game.report.proving import prove_all
from game.report.sentences import run_words, sentences
from game.story.action import ActionId
from game.story.level import Level, PassageId
from game.story.proof.chances import Chances
from game.story.proof.graph import TooManyStatesError
from game.story.proof.promises import Breach, Promise
from game.story.proof.proof import Proof, prove
from tests.content.written import FILES, LEVEL, TODAY, write_levels

DEBT = "effect: {debt: +1, set: [said-yes]}"


DRAWN = (
    LEVEL.replace("set: market", "set: village-market")
    .replace("set: office", "set: advice-centre")
    .replace("figure: officer", "figure: officer-blue")
)
"""The small level, on stages that the game has."""


def told_of(path: Path) -> tuple[int, str]:
    """Return the exit code of a check and what it wrote."""
    written: list[str] = []
    return check([path], as_json=False, write=written.append), "".join(written)


def spoiled(tmp_path: Path, old: str, new: str) -> Path:
    """Write the small levels folder with one thing changed, and return its only level."""
    assert old in DRAWN
    folder = write_levels(tmp_path, {"letter/level.yaml": DRAWN.replace(old, new, 1)})
    return folder / "letter"


@pytest.mark.parametrize("promise", Promise)
def test_every_promise_has_a_sentence_with_what_was_expected_and_what_to_do(promise: Promise) -> None:
    breach = Breach(promise, PassageId("market-day"), "say-yes", None, "debt -1")
    message, hint = sentences(breach)
    assert "{" not in message
    assert len(message) > 20
    assert hint
    assert promise.value in CODES


def test_a_run_reads_as_it_is_played() -> None:
    run = tuple(map(ActionId, ("ask", "hand-over", ">van")))
    assert run_words(run) == "ask > hand-over > continue to van"
    assert run_words(())


def test_a_broken_promise_is_told_at_its_line_with_the_run(tmp_path: Path) -> None:
    level = spoiled(tmp_path, DEBT, "effect: {debt: +9, set: [said-yes]}")
    code, told = told_of(level)
    line = next(
        number for number, text in enumerate((level / "level.yaml").read_text().split("\n"), 1) if "yes-now:" in text
    )
    assert code == 1
    assert f"level.yaml:{line}:7: error[meter-out-of-bounds]: 'yes-now' takes a meter" in told
    assert "debt would be 9" in told
    assert "\n    run: yes-now\n" in told


def test_a_passage_that_nothing_leads_to_is_told_at_its_name(tmp_path: Path) -> None:
    level = spoiled(tmp_path, "to: bus\n", "to: home\n")
    code, told = told_of(level)
    assert code == 1
    assert "error[unreachable-passage]: no run comes to 'bus'" in told


def test_promises_that_are_kept_are_not_told(tmp_path: Path) -> None:
    folder = write_levels(tmp_path)
    checked = check_paths([folder / "letter"], TODAY)
    assert [each.fault.code for each in prove_all(checked.levels).found if each.fault.severity == "error"] == [
        breach.promise.value for breach in prove(checked.levels[0].level).breaches
    ]


@pytest.mark.parametrize(
    ("chances", "code"),
    [
        (Chances(blind=0.46, careful=0.5, informed=1), "blind-too-safe"),
        (Chances(blind=0.2, careful=0.76, informed=1), "careful-is-enough"),
        (Chances(blind=0.2, careful=0.5, informed=0.89), "informed-not-safe"),
        (Chances(blind=0.45, careful=0.75, informed=0.90), None),
    ],
)
def test_levels_in_which_knowing_is_worth_little_are_warned_of(
    tmp_path: Path, chances: Chances, code: str | None
) -> None:
    file = check_paths([write_levels(tmp_path) / "letter"], TODAY).levels[0]

    def prover(level: Level) -> Proof:
        return replace(prove(level), breaches=(), chances=chances)

    found = prove_all([file], prover).found
    assert [(each.fault.code, each.fault.severity) for each in found] == ([(code, "warning")] if code else [])


def refusing(level: Level) -> Proof:
    """Prove any level but the letter; a function of the module, so that other processes find it."""
    if level.id == "letter":
        raise TooManyStatesError("'letter' reaches more than 1,000,000 states")
    return prove(level)


def test_a_level_too_large_to_be_proved_is_told_and_the_others_are_proved(tmp_path: Path) -> None:
    folder = write_levels(tmp_path, {"other/level.yaml": FILES["letter/level.yaml"]})
    proved = prove_all(check_paths([folder], TODAY).levels, refusing)
    assert proved.found[0].fault.code == "too-many-states"
    assert [level.id for level, _ in proved.proofs] == ["other"]


def test_the_garbage_collector_runs_again_afterwards(tmp_path: Path) -> None:
    files = check_paths([write_levels(tmp_path) / "letter"], TODAY).levels
    running: list[bool] = []

    def prover(level: Level) -> Proof:
        running.append(gc.isenabled())
        return prove(level)

    prove_all(files, prover)
    assert (running, gc.isenabled()) == ([False], True)


def test_json_is_one_document_with_the_runs(tmp_path: Path) -> None:
    level = spoiled(tmp_path, DEBT, "effect: {debt: +9, set: [said-yes]}")
    written: list[str] = []
    assert check([level], as_json=True, write=written.append) == 1
    document = json.loads("".join(written))
    (fault,) = (each for each in document["faults"] if each["code"] == "meter-out-of-bounds")
    assert fault["run"] == ["yes-now"]
    assert fault["severity"] == "error"
    assert document["levels"][0]["id"] == "letter"


def test_a_broken_file_is_told_and_nothing_is_proved(tmp_path: Path) -> None:
    code, told = told_of(spoiled(tmp_path, "start: stall", "start: stal"))
    assert code == 1
    assert "error[unknown-passage]" in told
    assert "0 levels proved" in told


def test_a_play_that_fails_is_told(tmp_path: Path) -> None:
    name = "letter/plays/leaves.yaml"
    changed = FILES[name].replace("ends: helped", "ends: home")
    folder = write_levels(tmp_path, {name: changed, "letter/level.yaml": DRAWN})
    code, told = told_of(folder / "letter")
    assert code == 1
    assert "leaves.yaml:9:5: error[play-failed]" in told
