"""What an operator may set up, and what is refused, with its place in the file."""

import base64
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from game.content.faults import FaultLog
from game.content.nodes import plain
from game.content.parse import read_nodes
from game.learning.config import ConfigError, RecordsConfig, read_config
from game.learning.config_schema import records_schema_files

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "records"
TEMPLATE = ASSETS / "records-template.yaml"
GOOD = "format: 1\nname: Example Institute\naddress: https://lrs.example.org/xAPI\nkey_file: records.key\n"


def read(folder: Path, text: str, key: str = "teacher:sec:ret") -> RecordsConfig:
    (folder / "records.key").write_text(key, "utf-8")
    (folder / "records.yaml").write_text(text, "utf-8")
    return read_config(folder / "records.yaml")


def test_a_configuration_says_who_asks_and_how_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").touch()
    config = read(tmp_path, GOOD + "proxy: http://proxy.school.example:3128\nca_bundle: ca.pem\n", "teacher:sec:ret\n")
    assert config.name == "Example Institute"
    assert config.route is not None
    assert config.route.address == "https://lrs.example.org/xAPI"
    assert base64.b64decode(config.route.authorization.removeprefix("Basic ")) == b"teacher:sec:ret"
    assert (config.route.proxy, config.route.ca_bundle) == ("http://proxy.school.example:3128", tmp_path / "ca.pem")
    assert "sec" not in repr(config)


def test_without_an_address_nothing_is_sent(tmp_path: Path) -> None:
    assert read(tmp_path, "format: 1\nname: Example Institute\n").route is None


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8100/xAPI", "http://localhost:8100/xAPI", "http://[::1]:8100/xAPI"]
)
def test_plain_http_goes_to_this_computer(tmp_path: Path, address: str) -> None:
    assert read(tmp_path, GOOD.replace("https://lrs.example.org/xAPI", f'"{address}"')).route


@pytest.mark.parametrize(
    ("text", "at", "code"),
    [
        (GOOD.replace("https:", "http:"), "3:10", "bad-form"),
        (GOOD.replace("/xAPI", "/xAPI/"), "3:10", "bad-form"),
        (GOOD.replace("lrs.", "me:pw@lrs."), "3:10", "bad-form"),
        (GOOD.replace("/xAPI", ":99999/xAPI"), "3:10", "bad-form"),
        (GOOD.replace("key_file: records.key\n", ""), "3:10", "missing-field"),
        (GOOD.replace("records.key", "no.key"), "4:11", "unreadable-file"),
        (GOOD + "ca_bundle: none.pem\n", "5:12", "unreadable-file"),
        (GOOD + "proxy: ftp://x\n", "5:8", "bad-form"),
        ("format: 1\nname: X\nproxy: http://x\n", "3:1", "unknown-field"),
        (GOOD.replace("format: 1", "format: 2"), "1:9", "out-of-range"),
        (GOOD + "helpers: 3\n", "5:1", "unknown-field"),
        ("format: 1\n", "1:1", "missing-field"),
        ("- a list\n", "1:1", "wrong-type"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, text: str, at: str, code: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read(tmp_path, text)
    assert any(f"records.yaml:{at}: error[{code}]" in line for line in refused.value.lines), refused.value.lines


@pytest.mark.parametrize("key", ["", "justakey", ":zzz", "zzz:", "a b:c", "k:" + "x" * 500, "schlüssel:x"])
def test_a_key_file_without_key_and_secret_is_refused_and_not_told(tmp_path: Path, key: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read(tmp_path, GOOD, key)
    (line,) = refused.value.lines
    assert "4:11" in line
    assert len(key) < 3 or key not in line


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="unreadable-file"):
        read_config(tmp_path / "none.yaml")


def test_the_written_schema_is_that_of_the_shape() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in ASSETS.glob("*.schema.json")}
    assert written == dict(records_schema_files()), "run scripts/write_schemas.py"


def test_the_template_is_valid_and_shows_every_field() -> None:
    schema = json.loads(records_schema_files()["records.schema.json"])
    Draft202012Validator.check_schema(schema)
    node = read_nodes(TEMPLATE, FaultLog("template"))
    assert node is not None
    assert [error.message for error in Draft202012Validator(schema).iter_errors(plain(node))] == []
    text = TEMPLATE.read_text("utf-8")
    assert [field for field in schema["properties"] if f"{field}: " not in text] == []
