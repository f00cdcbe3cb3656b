"""What authors are told is what the game does: the page of faults, the schemas, the template."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from game.content.checking import check_paths
from game.content.codes import CODES
from game.content.faults import FaultLog
from game.content.nodes import plain
from game.content.parse import read_nodes
from game.content.schemas import schema_files
from game.story.proof.proof import prove
from tests.content.written import TODAY, write_levels

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {
    "achievements": "levels/achievements.yaml",
    "level": "levels/*/level.yaml",
    "play": "levels/*/plays/*.yaml",
    "messages": "levels/messages.yaml",
    "campaign": "levels/campaign.yaml",
    "helplines": "levels/helplines.yaml",
    "words": "assets/words/*.yaml",
    "set": "assets/sets/*.yaml",
    "prop": "assets/props/*.yaml",
    "figures": "assets/figures.yaml",
    "palette": "assets/palette.yaml",
}


def test_the_page_of_faults_lists_exactly_the_codes_there_are() -> None:
    page = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning) \|", page, re.MULTILINE)) == dict(CODES)


def test_the_written_schemas_are_those_of_the_shapes() -> None:
    folder = ROOT / "levels" / "schema"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert written == dict(schema_files()), "run scripts/write_schemas.py"


@pytest.mark.parametrize("name", SCHEMAS)
def test_shipped_files_are_valid_by_their_schema(name: str) -> None:
    schema = json.loads(schema_files()[f"{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for path in ROOT.glob(SCHEMAS[name]):
        node = read_nodes(path, FaultLog(path.name))
        assert node is not None, path
        assert [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(plain(node))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 3", "minutes: three"),
        ("time: morning", "time: mourning"),
        ("ages: 12", "agess: 12"),
        ("start: stall", "start: The Stall"),
        ("genuine: true", "genuine: yes"),
        ("savings >= 1", "savings > 1"),
        ("title: The letter", "title: 1984"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(tmp_path: Path, old: str, new: str) -> None:
    folder = write_levels(tmp_path)
    path = folder / "letter" / "level.yaml"
    schema = Draft202012Validator(json.loads(schema_files()["level.schema.json"]))
    for text, is_valid in ((path.read_text(), True), (path.read_text().replace(old, new, 1), False)):
        path.write_text(text)
        node = read_nodes(path, FaultLog("level.yaml"))
        assert node is not None
        assert schema.is_valid(plain(node)) is is_valid
        faults = [fault for fault in check_paths([path], TODAY).faults if fault.severity == "error"]
        assert bool(faults) is not is_valid


def test_the_template_is_a_level_without_faults_that_keeps_its_promises() -> None:
    checked = check_paths([ROOT / "levels" / "template"], TODAY)
    assert checked.faults == ()
    assert prove(checked.levels[0].level).breaches == ()


@pytest.mark.parametrize(("name", "files"), [("level", "level.yaml"), ("play", "plays/*.yaml")])
def test_the_template_shows_every_field(name: str, files: str) -> None:
    paths = (ROOT / "levels" / "template").glob(files)
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    names = set(_field_names(json.loads(schema_files()[f"{name}.schema.json"])))
    assert {name for name in names if not re.search(rf"[\s{{]{re.escape(name)}:", text)} == set()


def _field_names(schema: object) -> list[str]:
    match schema:
        case {"properties": dict(properties), **rest}:
            return [*properties, *_field_names(list(properties.values())), *_field_names(list(rest.values()))]
        case dict():
            return _field_names(list(schema.values()))
        case list():
            return [name for each in schema for name in _field_names(each)]
        case _:
            return []
