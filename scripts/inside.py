"""For scripts that use the game itself: they run with its libraries, and find its code."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from environment import PLAY_LOCK, ROOT, become, python_with

LIBRARIES = ("pygame", "yaml", "fontpkg_atkinson_hyperlegible")


def enter() -> None:
    """Make `game` importable; if its libraries are missing here, start this script again in the project's environment.

    The environment is set up if need be. Ends the process with one line on standard error where that cannot be done.
    """
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if not missing:
        return
    python = python_with(PLAY_LOCK)
    if sys.executable == python:
        sys.exit(f"{python} has no {', '.join(missing)}; delete the folder .venv to have it made anew.")
    become([python, *sys.argv])
