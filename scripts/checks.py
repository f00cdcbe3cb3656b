"""The checks that a change has to pass, each a command for the project's Python."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence

# In the order in which their faults are best mended.
COMMANDS: Mapping[str, Sequence[str]] = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "layers": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])"),
    "levels": ("main.py", "check"),
    # With the reasons of tests that are skipped, so that nothing is left out without a word.
    "tests": ("-m", "pytest", "-n", "2", "-rs"),
}
WORD = {True: "passed", False: "FAILED"}


def unknown(names: Iterable[str]) -> str | None:
    """One line about the first name that is no check; None if all are."""
    for name in names:
        if name not in COMMANDS:
            return f"There is no check '{name}'; there are: {', '.join(COMMANDS)}."
    return None


def run_all(names: Iterable[str], run: Callable[[Sequence[str]], int]) -> dict[str, bool]:
    """Whether each of the named checks passed. A check that fails does not keep the next one from running.

    `run` runs a command of the project's Python and returns its exit code.
    """
    passed = {}
    for name in names:
        print(f"\n== {name}", flush=True)
        began_s = time.monotonic()
        passed[name] = run(COMMANDS[name]) == 0
        print(f"== {name}: {WORD[passed[name]]} after {time.monotonic() - began_s:.1f} s", flush=True)
    return passed


def summary(passed: Mapping[str, bool]) -> str:
    """One line that names every check that ran, and whether it passed."""
    return "Checks: " + ", ".join(f"{name} {WORD[passed[name]]}" for name in passed)
