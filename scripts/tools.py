"""Install the tools that only tests need, each kit in a folder of its own: `python3 scripts/tools.py`.

They are no part of the project's environment: some are written in another language, and some need other versions of the
game's libraries. Where a kit cannot be installed, the tests that need it are skipped, and say why.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from environment import ROOT, TEST_LOCK, alone, python_with, run_logged

FOLDER = ".tools"
LOCKS = Path("tests", "tools")


class Kit(NamedTuple):
    """Tools that are installed together."""

    name: str
    files: Sequence[str]
    """What its folder begins with. When one of them changes, the kit is made anew."""
    steps: Sequence[Sequence[str]]
    """The commands that fill the folder, which is written as {kit}."""


def python_in(folder: str) -> str:
    """The interpreter of a virtual environment."""
    return f"{folder}/Scripts/python.exe" if os.name == "nt" else f"{folder}/bin/python"


NODE = Kit("node", ("package.json", "package-lock.json", ".npmrc"), (("npm", "ci", "--prefix", "{kit}"),))
_PIP = (python_in("{kit}"), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--retries=1")
RALPH = Kit(
    "ralph",
    ("ralph.lock",),
    (
        (python_in(str(ROOT / ".venv")), "-m", "venv", "{kit}"),
        (*_PIP, "--require-hashes", "--only-binary=:all:", "-r", "{kit}/ralph.lock"),
    ),
)
KITS = (NODE, RALPH)


class Toolbox:
    """The kits under a root folder. Each has a stamp, written last, that tells which files it was made from."""

    def __init__(self, root: Path, run: Callable[[Sequence[str], Path], int]) -> None:
        """`run` runs a command, adds what it prints to the end of a log file and returns its exit code."""
        self._root = root
        self._run = run

    def folder(self, kit: Kit) -> Path:
        """Where a kit is, or would be."""
        return self._root / FOLDER / kit.name

    def lack(self, kit: Kit) -> str | None:
        """One line about why a kit cannot be used here; None if it can."""
        if self._is_made(kit):
            return None
        reason = self._reason(kit)
        if reason.exists():
            return reason.read_text("utf-8")
        return f"The test tools '{kit.name}' are not installed (python3 scripts/tools.py does it)"

    def install(self, kit: Kit) -> str | None:
        """Make a kit unless that is done; return `lack`. Of several processes one works and the others wait."""
        if self._is_made(kit):
            return None
        with alone(self._root / ".setup-lock"):
            if not self._is_made(kit):
                self._make(kit)
        return self.lack(kit)

    def _make(self, kit: Kit) -> None:
        folder = self.folder(kit)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self._reason(kit).unlink(missing_ok=True)
        for name in kit.files:
            shutil.copyfile(self._root / LOCKS / name, folder / name)
        log = folder.with_suffix(".log")
        log.write_text("", "utf-8")
        fault = next(filter(None, (self._fault(kit, step, log) for step in kit.steps)), None)
        if fault:
            self._reason(kit).write_text(fault, "utf-8")
        else:
            self._stamp(kit).write_text(self._digest(kit), "utf-8")

    def _fault(self, kit: Kit, step: Sequence[str], log: Path) -> str | None:
        """Do one step; return one line if that does not succeed."""
        name, *arguments = (each.format(kit=self.folder(kit)) for each in step)
        program = shutil.which(name)
        if program is None:
            return f"The test tools '{kit.name}' need '{name}', which is not on the path"
        if self._run([program, *arguments], log):
            return f"The test tools '{kit.name}' could not be installed (is there a network?) [all of it: {log}]"
        return None

    def _is_made(self, kit: Kit) -> bool:
        try:
            return self._stamp(kit).read_text("utf-8") == self._digest(kit)
        except FileNotFoundError:
            return False

    def _digest(self, kit: Kit) -> str:
        return hashlib.sha256(b"".join((self._root / LOCKS / name).read_bytes() for name in kit.files)).hexdigest()

    def _stamp(self, kit: Kit) -> Path:
        return self.folder(kit) / "made-from"

    def _reason(self, kit: Kit) -> Path:
        return self.folder(kit).with_suffix(".lack")


def toolbox() -> Toolbox:
    """The kits of this project."""
    return Toolbox(ROOT, run_logged)


def install_all() -> None:
    """Make every kit that is not made; for those that cannot be made here, print one line each."""
    box = toolbox()
    for kit in KITS:
        if box.lack(kit):
            print(f"Setting up the test tools '{kit.name}', once; this can take a minute ...", file=sys.stderr)
        lack = box.install(kit)
        if lack:
            print(f"{lack}. The tests that need it are skipped.", file=sys.stderr, flush=True)


if __name__ == "__main__":
    python_with(TEST_LOCK)
    install_all()
