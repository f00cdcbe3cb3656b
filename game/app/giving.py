"""Giving, as an operator set it up or with the sandbox. Nothing of it is loaded before somebody opens it."""

import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

from game.giving.places import place_for
from game.giving.portal_provider import Channel
from game.giving.session import Session
from game.modes import Mode
from game.network.clock import SystemClock
from game.paths import assets_dir


def giving_session(folder: Path, mode: Mode, config: Path | None) -> Session:
    """Return giving for one run of the game; `folder` is for its journal and for replies that may be kept."""
    with suppress(OSError):  # the journal tells it, in words for players
        folder.mkdir(parents=True, exist_ok=True)
    is_home = mode.may_quit
    usual = assets_dir() / "giving" / "operator.yaml"
    config = config or (usual if usual.exists() else None)
    keys = assets_dir() / "giving" / "trusted-keys.txt"
    channel: Channel = "desktop" if is_home else "kiosk"
    place = place_for(config, keys, channel, folder / "replies", SystemClock(), sys.stderr.write)
    return Session(folder, place, webbrowser.open, may_browse=is_home)
