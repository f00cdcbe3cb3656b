"""How a supervisor starts the game and the calm screen: as programs of the same Python, from the same folder."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import game
from game.kiosk.config import KioskConfig
from game.kiosk.systemd import NAMES

_PLAY = "from game.cli import main; main()"
_REST = "from game.desktop.resting import main; main()"

_BEHAVIOUR = {
    # A game that hangs says where, when it is ended: see `Program.abort`.
    "PYTHONFAULTHANDLER": "1",
    # SDL makes a wish to close the window out of SIGTERM, and a kiosk does not listen to such wishes.
    "SDL_NO_SIGNAL_HANDLERS": "1",
}


def play_command(file: Path, config: KioskConfig, heartbeat: Path) -> list[str]:
    """Return the command of a game that beats."""
    window = ["--fullscreen"] if config.size is None else ["--size", "x".join(map(str, config.size))]
    words = ["play", "--mode", "kiosk", "--kiosk-config", str(file.absolute()), "--heartbeat", str(heartbeat)]
    return [sys.executable, "-c", _PLAY, *words, *window]


def rest_command() -> list[str]:
    """Return the command of the calm screen."""
    return [sys.executable, "-c", _REST]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what such a program finds in its environment; what systemd said to the supervisor is not among it."""
    here = str(Path(game.__file__).resolve().parent.parent)
    found = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    kept = {name: value for name, value in os.environ.items() if name not in NAMES}
    return {**kept, **_BEHAVIOUR, "PYTHONPATH": os.pathsep.join(found), **(more or {})}
