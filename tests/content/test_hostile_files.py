"""Whatever lies where a content file should be, the answer is a fault within moments, never a traceback."""

import os
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
import yaml

from game.content.faults import FaultLog
from game.content.level_names import Known
from game.content.levels import read_level
from game.content.node_builder import MOST_VALUES
from game.content.parse import parse, read_nodes
from game.content.source import MOST_BYTES
from tests.content.written import LEVEL, faults_of, write_levels

PATIENCE_S = 2.0
MOST_MEMORY = 300 * 1024 * 1024
HALF_MB = MOST_BYTES - 100

HOSTILE = {
    "many open brackets": "[" * 100_000,
    "many open braces": "{" * 100_000,
    "many dashes": "- " * 100_000,
    "many question marks": "? " * 100_000,
    "a deep block": "\n".join(" " * depth + "a:" for depth in range(700)),
    "an alias bomb": "a: &a [x,x]\n"
    + "".join(f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "an alias to itself": "a: &a [*a]",
    "one long line": "x" * HALF_MB,
    "a huge flow key": "{" + "a" * HALF_MB + ": 1}",
    "a huge key": "? " + "a" * HALF_MB + "\n: 1",
    "many keys": "".join(f"k{number}: 1\n" for number in range(MOST_VALUES)),
    "the same key again and again": "a: 1\n" * 50_000,
    "many items": "- 1\n" * 100_000,
    "many small flow items": "[" + "a," * 200_000 + "]",
    "many empty block texts": "- |\n" * 100_000,
    "many block texts between blank lines": "- |\n" + "\n" * 20 + "- |\n" * 9000,
    "many comments": "# x\n" * 100_000,
    "many documents": "--- a\n" * 50_000,
    "an open quote": '"' + "x" * HALF_MB,
    "many quotes": "'" * HALF_MB,
    "many anchors": "&a " * 100_000,
    "many tags": "!a " * 100_000,
    "a tag that would run code": "!!python/object/apply:os.system ['true']",
    "a directive": "%YAML 9.9\n---\na: 1",
    "a half escape": 'a: "\\ud800"',
    "an escape beyond Unicode": 'a: "\\UFFFFFFFF"',
    "an unknown escape": 'a: "\\q"',
    "a number of many digits": "minutes: " + "9" * 400_000,
    "unknown fields with long names": "".join(f"{'y' * 39}{number}: 1\n" for number in range(8000)),
    "unknown places": LEVEL + "".join(f"    p{number}: {{to: q{number}}}\n" for number in range(5000)),
    "a text of one kind": "just words",
    "a list": "- just\n- words",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_level_is_refused_quickly(tmp_path: Path, name: str) -> None:
    path = tmp_path / "level.yaml"
    path.write_text(HOSTILE[name], encoding="utf-8")
    log = FaultLog("level.yaml")
    began_s = time.monotonic()
    assert read_level(path, Known(frozenset({"no-rush"})), log) is None
    assert time.monotonic() - began_s < PATIENCE_S
    assert log.has_errors
    assert len(log.faults) <= 100
    for fault in log.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert len(str(fault)) < 500
        assert str(fault).isprintable()


@pytest.mark.parametrize(
    "name",
    ["many open brackets", "a deep block", "an alias bomb", "a directive", "a half escape", "an escape beyond Unicode"],
)
def test_the_parser_without_libyaml_refuses_it_too(name: str) -> None:
    log = FaultLog("level.yaml")
    parse(HOSTILE[name], log, yaml.SafeLoader)
    assert log.has_errors


def test_both_parsers_read_the_same() -> None:
    log = FaultLog("level.yaml")
    assert parse(LEVEL, log, yaml.SafeLoader) == parse(LEVEL, log)
    assert not log.faults


def test_a_hostile_file_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "level.yaml"
    path.write_text("[" + "[a],\n" * 90_000 + "]", encoding="utf-8")
    tracemalloc.start()
    try:
        read_nodes(path, FaultLog("level.yaml"))
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "empty-file", (1, 1)),
        (b"# only a remark\n", "empty-file", (1, 1)),
        (b"title: caf\xe9\n", "not-utf8", (1, 11)),
        (b"a: 1\nb: caf\xc3\xa9 \xff\n", "not-utf8", (2, 9)),
        ("title: x".encode("utf-16"), "not-utf8", (1, 1)),
        (b"a: 1\nb: \x00\n", "forbidden-character", (2, 4)),
        (b"a: 1\rb: 2\n", "forbidden-character", (1, 5)),
        (b"a: \xe2\x80\xa8b\n", "forbidden-character", (1, 4)),
        (b"x" * (MOST_BYTES + 1), "file-too-large", (1, 1)),
        (b"- 1\n" * (MOST_VALUES + 1), "too-many-values", (MOST_VALUES, 3)),
    ],
)
def test_bytes_that_are_no_plain_text_are_refused(
    tmp_path: Path, content: bytes, code: str, place: tuple[int, int]
) -> None:
    path = tmp_path / "level.yaml"
    path.write_bytes(content)
    log = FaultLog("level.yaml")
    read_nodes(path, log)
    assert [(fault.code, (fault.line, fault.column)) for fault in log.faults] == [(code, place)]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    folder = write_levels(tmp_path, {"letter/level.yaml": b"\xef\xbb\xbf" + LEVEL.replace("\n", "\r\n").encode()})
    assert [fault for fault in faults_of(folder) if fault.severity == "error"] == []


def test_faults_beyond_a_hundred_are_not_shown() -> None:
    log = FaultLog("level.yaml")
    parse("a: 1\n" * 200, log)
    assert len(log.faults) == 100
    assert log.faults[-1].code == "too-many-faults"


def test_a_missing_file_a_folder_and_an_empty_place_are_faults(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name in ("missing.yaml", "folder.yaml", "x" * 5000):
        log = FaultLog(name)
        assert read_nodes(tmp_path / name, log) is None
        assert [fault.code for fault in log.faults] == ["unreadable-file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_a_device_and_a_loop_of_links_are_faults(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    for name in ("pipe.yaml", "device.yaml", "loop.yaml"):
        log = FaultLog(name)
        assert read_nodes(tmp_path / name, log) is None
        assert [fault.code for fault in log.faults] == ["unreadable-file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_levels_folder_of_links_and_pipes_is_only_faults(tmp_path: Path) -> None:
    folder = write_levels(tmp_path / "levels")
    (folder / "around").symlink_to(folder)
    (folder / "nowhere").symlink_to(folder / "missing")
    (folder / "pipe").mkdir()
    os.mkfifo(folder / "pipe" / "level.yaml")
    assert {fault.code for fault in faults_of(folder) if fault.severity == "error"} == {"unreadable-file"}
