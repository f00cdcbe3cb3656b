"""Where the tools that only tests need are. They are skipped, with the reason, where they could not be installed."""

import json
from pathlib import Path

import pytest

from tools import NODE, RALPH, Kit, python_in, toolbox


def node_modules() -> Path:
    """The folder of what npm installed."""
    return _folder_of(NODE) / "node_modules"


def node_program(package: str, name: str) -> list[str]:
    """Return the command of a program that a package of Node brings along."""
    folder = node_modules() / package
    programs = json.loads((folder / "package.json").read_text("utf-8"))["bin"]
    return ["node", str(folder / (programs if isinstance(programs, str) else programs[name]))]


def ralph_python() -> str:
    """The interpreter whose libraries are Ralph and what it needs."""
    return python_in(str(_folder_of(RALPH)))


def _folder_of(kit: Kit) -> Path:
    box = toolbox()
    lack = box.lack(kit)
    if lack:
        pytest.skip(lack)
    return box.folder(kit)
