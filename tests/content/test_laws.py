"""However a file is changed, reading it gives a value or faults, and nothing else."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.content.check import check_shape
from game.content.conditions import parse_condition
from game.content.faults import FaultLog, nearest_hint, quoted
from game.content.level_advice import advise_level
from game.content.level_build import build_level
from game.content.level_checks import check_level
from game.content.level_names import Known, names_of
from game.content.level_shape import LEVEL
from game.content.nodes import Entries, plain
from game.content.parse import parse
from game.content.screenplay import lines_of
from game.story.engine import actions, start

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "levels" / "template" / "level.yaml").read_text(encoding="utf-8")
LINES = TEXT.split("\n")
PIECES = [
    "",
    " ",
    "  ",
    "\n",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "|",
    "#",
    "&a ",
    "*a",
    "!b ",
    "? ",
    "null",
    "-1",
]
KNOWN = Known(frozenset({"rec-no-rush", "scam-verify", "help-never-too-late"}))


def _read(text: str) -> FaultLog:
    log = FaultLog("level.yaml")
    root = parse(text, log)
    if root is not None:
        check_shape(LEVEL, root, log)
        plain(root)
    if isinstance(root, Entries):
        names = names_of(root)
        check_level(root, names, KNOWN, log)
        advise_level(root, names, log)
        if not log.has_errors:
            level = build_level("template", root, names)
            assert actions(level, start(level))
    return log


@given(st.integers(0, len(TEXT)), st.integers(0, 12), st.sampled_from(PIECES) | st.text(max_size=8))
def test_a_few_characters_replaced(at: int, count: int, piece: str) -> None:
    _read(TEXT[:at] + piece + TEXT[at + count :])


@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1), st.integers(1, 6))
def test_lines_moved(origin: int, to: int, count: int) -> None:
    moved = LINES[origin : origin + count]
    rest = LINES[:origin] + LINES[origin + count :]
    _read("\n".join(rest[:to] + moved + rest[to:]))


@given(st.integers(0, len(LINES) - 1), st.integers(0, 12))
def test_a_line_indented_anew(number: int, indent: int) -> None:
    lines = [*LINES]
    lines[number] = " " * indent + lines[number].strip()
    _read("\n".join(lines))


@given(
    st.sampled_from([line for line in LINES if ": " in line and "#" not in line]),
    st.sampled_from(["", "[]", "{}", "7", "x"]),
)
def test_a_value_of_another_kind(line: str, value: str) -> None:
    _read(TEXT.replace(line, f"{line.split(': ', maxsplit=1)[0]}: {value}", 1))


@given(st.text())
def test_any_text_can_be_parsed_or_refused(text: str) -> None:
    log = FaultLog("level.yaml")
    assert (parse(text, log) is None) <= bool(log.faults)


@given(st.text(max_size=60))
def test_conditions_and_lines_of_any_text(text: str) -> None:
    parse_condition(text)
    assert all(line.text or line.speaker for line in lines_of(text))


@given(st.text(), st.lists(st.text(max_size=50), max_size=12))
def test_quoting_any_text_keeps_messages_on_one_line(text: str, names: list[str]) -> None:
    assert quoted(text).isprintable()
    nearest_hint(text, names)
