"""The project's own Python environment: `.venv`, filled from a lock file, looked at on every start.

It loads on old Pythons too, so that those are told what is missing instead of stumbling over syntax; and it loads
nothing that a start with a ready environment does not need.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
PLAY_LOCK = "requirements.lock"
# It pins everything that the lock for playing pins, and the tools.
TEST_LOCK = "requirements-dev.lock"
WITHIN: Mapping[str, Sequence[str]] = {PLAY_LOCK: (PLAY_LOCK,), TEST_LOCK: (PLAY_LOCK, TEST_LOCK)}


class SetupError(Exception):
    """The environment cannot be set up; the message is one line that says what is missing."""


def lack_of(version: Sequence[int], has_module: Callable[[str], bool]) -> str | None:
    """One line about what a Python of this version, with these modules, lacks for a set-up; None if it will do."""
    if tuple(version) < OLDEST_PYTHON:
        here, needed = (".".join(map(str, numbers)) for numbers in (version, OLDEST_PYTHON))
        return f"Before You Go needs Python {needed} or newer; this is Python {here}."
    for module in ("venv", "ensurepip"):
        if not has_module(module):
            return f"This Python has no module '{module}' (Debian, Ubuntu: sudo apt install python3-venv)."
    return None


class Environment:
    """The virtual environment in `.venv` under a root folder, which also holds the lock files.

    A stamp inside tells which lock files it was filled from. It is written last and taken away first: without a stamp
    an environment counts as half-made, whatever else is there, and is made anew.
    """

    def __init__(self, root: Path, run: Callable[[Sequence[str], Path], int]) -> None:
        """`run` runs a command, adds what it prints to the end of a log file and returns its exit code."""
        self._root = root
        self._run = run
        self._folder = root / ".venv"
        self._stamp = self._folder / "filled-from"
        self._log = root / ".setup.log"
        self.python = self._folder.joinpath(*(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))

    def is_filled_from(self, lock: str) -> bool:
        """Whether everything in the lock file, as it is now, is installed."""
        try:
            return self._line_for(lock) in self._stamp.read_text("utf-8").splitlines() and self.python.exists()
        except FileNotFoundError:
            return False

    def fill_from(self, lock: str) -> None:
        """Install what the lock file pins, unless that is done. Of several processes one works and the others wait.

        Raises SetupError when a step of it fails; the next call starts again.
        """
        if self.is_filled_from(lock):
            return
        with alone(self._root / ".setup-lock"):
            if not self.is_filled_from(lock):
                self._install(lock)

    def _install(self, lock: str) -> None:
        print("Setting up, once; this can take a minute ...", file=sys.stderr, flush=True)
        self._log.write_text("", "utf-8")
        is_whole = self._stamp.exists() and self.python.exists()
        if is_whole:
            self._stamp.unlink()
        else:
            self._do([sys.executable, "-m", "venv", "--clear", str(self._folder)], "The folder .venv could not be made")
        pip = [str(self.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        # Wheels only: a source package would fetch tools to build itself with, and those are in no lock file.
        pinned = ["--require-hashes", "--only-binary=:all:", "-r", str(self._root / lock)]
        self._do([*pip, *pinned], "The libraries could not be installed (is there a network?)")
        self._stamp.write_text("\n".join(map(self._line_for, WITHIN[lock])), "utf-8")

    def _do(self, command: Sequence[str], fault: str) -> None:
        if self._run(command, self._log):
            lines = self._log.read_text("utf-8", "replace").split("\n")
            last = next((line.strip() for line in reversed(lines) if line.strip()), "no word of why")
            raise SetupError(f"{fault}: {last} [all of it: {self._log}]")

    def _line_for(self, lock: str) -> str:
        return f"{hashlib.sha256((self._root / lock).read_bytes()).hexdigest()} {lock}"


def python_with(lock: str) -> str:
    """The interpreter of the project's environment, with everything in the lock file installed.

    Ends the process with one line on standard error where that cannot be had.
    """
    environment = Environment(ROOT, run_logged)
    if environment.is_filled_from(lock):
        return str(environment.python)
    lack = lack_of(sys.version_info[:2], _has_module)
    if lack:
        sys.exit(lack)
    try:
        environment.fill_from(lock)
    except (SetupError, OSError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Set-up interrupted; the next start begins it anew.")
    return str(environment.python)


def become(command: Sequence[str]) -> None:
    """Let the command take the place of this process; on Windows, which cannot, run it and end with its exit code."""
    if os.name != "nt":
        os.execv(command[0], list(command))  # noqa: S606 - no shell is wanted

    import subprocess

    sys.exit(subprocess.call(list(command)))


def _has_module(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def run_logged(command: Sequence[str], log: Path) -> int:
    """Run a command, add what it prints to the end of a file, and return its exit code."""
    import subprocess

    with log.open("ab") as end:
        return subprocess.call(list(command), stdout=end, stderr=subprocess.STDOUT)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the file locked, waiting for whoever holds it. When a process ends, the system lets go of it."""
    with path.open("w") as file:
        _lock(file.fileno())
        yield


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            except OSError:  # it gives up after ten seconds; a set-up may take longer
                continue
            return

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
