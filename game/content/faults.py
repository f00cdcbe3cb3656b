"""Faults found in content files. They are collected, never raised one by one, so that an author sees all of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from game.content.codes import CODES, Severity

_MOST_FAULTS_A_FILE = 100
_LONGEST_QUOTE = 40
_MOST_NAMES_COMPARED = 200


class At(NamedTuple):
    """A place in a file. Lines and columns are counted from 1, columns in characters."""

    line: int
    column: int


TOP = At(1, 1)
"""The place of faults that concern a file as a whole."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something an author should correct. Faults sort by file and place."""

    file: str
    """As shown to the author: see `shown`."""
    line: int
    column: int
    code: str
    """One of `game.content.codes.CODES`; docs/faults.md explains each."""
    severity: Severity
    message: str
    """What is wrong and what was expected, in plain words."""
    hint: str = ""
    """What to do about it."""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}{hint}"

    def to_json(self) -> dict[str, str | int]:
        """Return the fault as JSON values, for editors and continuous checks."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
        }


@dataclass(slots=True)
class FaultLog:
    """Collects the faults of one file. Keeps at most 100 of them: more would hide the first cause, not help."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    guide: str = "docs/level-format.md"
    """Where it is told how such a file is written."""

    @property
    def is_full(self) -> bool:
        """Whether further faults are dropped."""
        return len(self.faults) >= _MOST_FAULTS_A_FILE

    @property
    def has_errors(self) -> bool:
        """Whether the file cannot be used as it is."""
        return any(fault.severity == "error" for fault in self.faults)

    def add(self, code: str, at: At, message: str, hint: str = "") -> None:
        """Note a fault. The code decides how severe it is."""
        if self.is_full:
            return
        if len(self.faults) == _MOST_FAULTS_A_FILE - 1:
            code, message, hint = "too-many-faults", "there are more faults than are shown", "correct these first"
        self.faults.append(Fault(self.file, at.line, at.column, code, CODES[code], message, hint))

    def extend(self, part: "FaultLog") -> None:
        """Take over the faults of a part of the file."""
        self.faults += part.faults[: _MOST_FAULTS_A_FILE - len(self.faults)]

    def add_unknown(self, code: str, at: At, name: str, message: str, known: Collection[str]) -> None:
        """Note a name that does not exist, with the nearest one that does."""
        if not self.is_full:
            self.add(code, at, message, nearest_hint(name, known))


def nearest_hint(name: str, known: Collection[str]) -> str:
    """Return "did you mean 'kitchen'?" when a known name resembles this one, the known names if they are few."""
    if not known or len(name) > _LONGEST_QUOTE:
        return ""
    near = get_close_matches(name, list(known)[:_MOST_NAMES_COMPARED], n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    few = 8
    return f"there is {listed(sorted(known))}" if len(known) <= few else ""


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence has them: "'a', 'b' and 'c'"."""
    quotes = [f"'{name}'" for name in names]
    return " and ".join([", ".join(quotes[:-1]), quotes[-1]] if len(quotes) > 1 else quotes)


def quoted(text: str) -> str:
    """Return a text from a file so that it can stand in a message: on one line, printable, and not too long."""
    short = text[: _LONGEST_QUOTE + 1]
    clean = "".join(letter if letter.isprintable() else " " for letter in short)
    return f"'{clean}'" if len(clean) <= _LONGEST_QUOTE else f"'{clean[:_LONGEST_QUOTE]}…'"


def shown(path: Path) -> str:
    """Return a path as messages show it: relative to the current directory when below it, with forward slashes."""
    absolute, here = path.absolute(), Path.cwd()
    short = absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
    return short.as_posix().encode(errors="replace").decode()
