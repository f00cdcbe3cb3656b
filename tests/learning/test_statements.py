"""What is written down of a level: valid, complete, and nothing about who it was."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.learning.vocabulary import Extension, Verb
from game.records.folder import MemoryFolder
from game.records.running import resume_level, start_level
from game.story.event import Arrived, ChoiceTaken
from game.story.level import LevelId
from tests.learning.judges import faults_for_learning_locker, faults_for_ralph
from tests.learning.runs import NAME, all_levels, kept, library, play, records

LEVEL = LevelId("village-offer")
WITH_OFFERS = next(level.id for level in all_levels() if any(each.offers for each in level.passages.values()))


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """What is written down when every level is played."""
    path = tmp_path_factory.mktemp("played") / "outbox.sqlite"
    listener = records(path)
    for seed, level in enumerate(all_levels(), start=1):
        play(listener, level.id, seed)
    again = MemoryFolder()
    start_level(library().levels[LEVEL], again, 3).note_before(None)
    resume_level(library().levels[LEVEL], again, 3, listener=listener)
    listener.stop()
    return tuple(each.body for each in kept(path))


def verbs(path: Path) -> list[str]:
    return [verb(said).word for said in statements(path)]


def verb(said: dict[str, Any]) -> Verb:
    return Verb(said["verb"]["id"])


def moves(said: dict[str, Any]) -> int:
    count: int = said["context"]["extensions"][Extension.MOVES.value]
    return count


def statements(path: Path) -> list[dict[str, Any]]:
    return [json.loads(each.body) for each in kept(path)]


def test_ralph_finds_every_statement_valid(everything: tuple[str, ...]) -> None:
    assert faults_for_ralph(everything) == []


def test_learning_locker_finds_every_statement_valid(everything: tuple[str, ...]) -> None:
    assert faults_for_learning_locker(everything) == []


def test_both_find_what_is_wrong(everything: tuple[str, ...]) -> None:
    broken = json.loads(everything[0]) | {"actor": {"name": "Sari"}}
    assert faults_for_ralph([json.dumps(broken)])
    assert faults_for_learning_locker([json.dumps(broken)])


def test_every_kind_of_statement_was_looked_at(everything: tuple[str, ...]) -> None:
    assert {verb(json.loads(each)) for each in everything} == set(Verb)
    interactions = {json.loads(each)["object"]["definition"].get("interactionType") for each in everything}
    assert interactions == {"choice", None}


def test_a_level_is_told_from_its_start_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    play(records(path), LEVEL)
    told = verbs(path)
    assert told[0] == "initialized"
    assert told[-1] == "terminated"
    assert told.count("retracted") == 1
    assert {"experienced", "answered", "progressed", "completed"} <= set(told)
    assert ("passed" in told) is not ("failed" in told)
    of_run = {said["context"]["registration"] for said in statements(path)}
    assert len(of_run) == 1
    for said in statements(path):
        if said["object"]["id"].endswith("/choices"):
            listed = {each["id"] for each in said["object"]["definition"]["choices"]}
            assert said["result"]["response"] in listed
            assert "correctResponsesPattern" not in said["object"]["definition"]


def test_what_was_taken_back_can_be_told_from_what_stands(tmp_path: Path) -> None:
    """`retracted` says how many moves are left: what has a larger number does not stand."""
    path = tmp_path / "outbox.sqlite"
    running = play(records(path), LEVEL)
    standing: list[dict[str, Any]] = []
    for said in statements(path):
        if said["verb"]["id"] == Verb.RETRACTED.value:
            standing = [each for each in standing if moves(each) <= moves(said)]
        standing.append(said)
    choices = [each["result"]["response"] for each in standing if each["object"]["id"].endswith("/choices")]
    places = [each["object"]["id"].rpartition("/")[2] for each in standing if verb(each) is Verb.PROGRESSED]
    told = [event for step in running.history.steps for event in step.events]
    assert choices == [each.choice for each in told if isinstance(each, ChoiceTaken)]
    assert places == [each.passage for each in told if isinstance(each, Arrived)]


def test_answers_to_checks_name_the_option_and_the_right_one(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    play(records(path), LEVEL)
    answered = [
        said for said in statements(path) if said["object"]["id"].partition("/xapi/")[2].startswith("messages/")
    ]
    checked = [said for said in answered if said["verb"]["id"] == Verb.ANSWERED.value]
    assert len(checked) == 2 * min(5, len(library().levels[LEVEL].asks))
    for said in checked:
        about, result = said["object"]["definition"], said["result"]
        assert about["correctResponsesPattern"] == ["right"]
        assert result["response"] in {each["id"] for each in about["choices"]}
        assert result["success"] is (result["response"] == "right")
        assert said["context"]["contextActivities"]["parent"][0]["id"].rpartition("/")[2] in ("before", "after")
    assert "not-sure" in {said["result"]["response"] for said in checked}


def test_verdicts_on_offers_are_told_when_the_story_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    running = play(records(path), WITH_OFFERS)
    told = [said for said in statements(path) if "/offers/" in said["object"]["id"]]
    assert {said["object"]["id"].rpartition("/")[2] for said in told} >= set(running.verdicts)
    for said in told:
        assert said["result"]["success"] is (
            [said["result"]["response"]] == said["object"]["definition"]["correctResponsesPattern"]
        )


def test_two_runs_have_nothing_in_common(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    listener = records(path)
    play(listener, LEVEL, 1)
    play(listener, LEVEL, 2)
    names = {said["actor"]["account"]["name"] for said in statements(path)}
    assert len(names) == 2
    assert names.isdisjoint({said["context"]["registration"] for said in statements(path)})


def test_a_run_that_is_taken_up_again_is_the_same_run(tmp_path: Path) -> None:
    path, folder = tmp_path / "outbox.sqlite", MemoryFolder()
    level = library().levels[LEVEL]
    running = start_level(level, folder, 5, listener=records(path))
    running.take(next(iter(running.level.passages[level.start].choices)))  # type: ignore[arg-type]
    resume_level(level, folder, 99, listener=records(path))
    assert verbs(path)[-1] == "resumed"
    assert len({said["context"]["registration"] for said in statements(path)}) == 1


def test_nothing_says_who_or_where_it_was(everything: tuple[str, ...]) -> None:
    """No field can hold it: names are of the story, random, or ours."""
    for each in map(json.loads, everything):
        assert set(each) <= {"id", "actor", "verb", "object", "result", "context", "timestamp", "version"}
        assert set(each["actor"]) == {"objectType", "account"}
        assert re.fullmatch(r"[0-9a-f-]{36}", each["actor"]["account"]["name"])
        assert set(each["context"]) <= {
            "registration", "contextActivities", "revision", "platform", "language", "extensions",
        }  # fmt: skip


@pytest.mark.parametrize("word", ["giv", "donat", "pledge", "campaign", "helpline", "hidden", "exit", "quick"])
def test_no_identifier_is_about_giving_help_or_the_way_out(everything: tuple[str, ...], word: str) -> None:
    """Places of stories may be called anything; what we name ourselves must not be."""
    found = set(re.findall(r'"(https?://[^"]+)"', "\n".join(everything)))
    ours = {re.sub(r"/(levels|messages)/.*", "", each) for each in found}
    assert [each for each in ours if word in each] == []


def test_where_it_is_off_nothing_is_written(tmp_path: Path) -> None:
    play(records(tmp_path / "outbox.sqlite", is_on=False), LEVEL)
    assert list(tmp_path.iterdir()) == []


def test_agreeing_for_one_is_not_agreeing_for_another(tmp_path: Path) -> None:
    listener = records(tmp_path / "outbox.sqlite")
    listener.name = "Somebody else"
    play(listener, LEVEL)
    assert list(tmp_path.iterdir()) == []


def test_switching_off_deletes_all_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    listener = records(path)
    play(listener, LEVEL)
    listener.switch()
    assert not listener.is_on
    assert kept(path) == ()
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert NAME.encode() not in left
    assert b"village-offer" not in left


def test_what_cannot_be_written_down_does_not_stop_the_story(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    listener = records(tmp_path / "file" / "outbox.sqlite")
    running = play(listener, LEVEL)
    assert listener.has_failed
    assert running.is_saved
