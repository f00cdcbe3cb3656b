"""The lock files hold what the project asks for, on every system, and the wheel holds all that the game needs."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import game
from environment import PLAY_LOCK, ROOT, TEST_LOCK

DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


class Pin(NamedTuple):
    """One pinned package of a lock file."""

    version: str
    marker: str
    hashes: frozenset[str]


def pins(lock: str) -> dict[str, Pin]:
    text = re.sub(r"^#.*\n", "", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        pinned = re.fullmatch(r"([a-z0-9-]+)==([\w.]+)(?: ; (.+?))?((?:\s+--hash=sha256:[0-9a-f]{64})*)\s*", line)
        assert pinned, f"{lock} holds something else than a pinned package with its hashes: {line}"
        name, version, marker, hashes = pinned.groups()
        found[name] = Pin(version, marker or "", frozenset(hashes.split()))
    return found


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("lock", [PLAY_LOCK, TEST_LOCK])
def test_everything_locked_has_hashes_and_no_address(lock: str) -> None:
    assert all(pin.hashes for pin in pins(lock).values())
    assert "://" not in (ROOT / lock).read_text("utf-8")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert names(DECLARED["project"]["dependencies"]) <= pins(PLAY_LOCK).keys()
    assert names(DECLARED["dependency-groups"]["dev"]) <= pins(TEST_LOCK).keys()


def test_the_lock_for_testing_pins_all_that_the_lock_for_playing_does() -> None:
    assert pins(PLAY_LOCK).items() <= pins(TEST_LOCK).items()


def test_the_locks_are_for_every_system() -> None:
    tags = {"Linux": 1, "macOS": 2, "Windows": 1}  # kinds of processor on which the game is played, at the least
    pythons = 4  # 3.11 to 3.14
    assert len(pins(PLAY_LOCK)["pygame-ce"].hashes) >= pythons * sum(tags.values())
    assert pins(TEST_LOCK)["colorama"].marker == "sys_platform == 'win32'", "pytest needs it there and nowhere else"


def test_an_installed_wheel_finds_its_levels_and_assets(tmp_path: Path) -> None:
    _python("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    assert game.__version__ in wheel.name
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)

    look = f"import sys; sys.path.insert(0, {str(installed)!r}); from game.paths import assets_dir, levels_dir"
    for name in ("levels", "assets"):
        found = Path(_python("-I", "-c", f"{look}; print({name}_dir())"))
        assert found.is_relative_to(installed)
        assert _files(found) == _files(ROOT / name)


def _python(*arguments: str) -> str:
    outcome = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout.strip()


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
