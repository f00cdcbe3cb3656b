"""The computer of a kiosk, as far as `kiosk check` asks about it."""

import json
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from game.kiosk.commands import environment, play_command
from game.kiosk.config import KioskConfig
from game.kiosk.health import LOOPBACK
from game.kiosk.heartbeat import prepare, read_pulse
from game.kiosk.places import anybody_may_write, free_mb
from game.kiosk.program import Program

_PROBE = "from game.desktop.probe import main; main()"
_PROBE_S = 20.0
_START_S = 60.0
_LOOKS_EVERY_S = 0.05
_ENDS_WITHIN_S = 3.0
_HEADLESS = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}


class Devices(NamedTuple):
    """What there is to see and to hear; None for what is not there."""

    display: tuple[str, int, int] | None
    """Its driver, and how many pixels it has."""
    sound: str | None
    """Its driver."""


class Start(NamedTuple):
    """What came of starting the game."""

    seconds: float | None
    """Until its first sign of life; None if it gave none."""
    last_lines: tuple[str, ...]
    """What it wrote, where it gave none."""


class Machine(Protocol):
    """What can be asked of a computer."""

    def devices(self) -> Devices: ...

    def free_mb(self, folder: Path) -> int | None:
        """How many megabytes the disk of a folder still takes; None if it does not tell."""

    def why_not_written(self, folder: Path) -> str | None:
        """Why nothing can be written into a folder; None if it can. The folder is made."""

    def anybody_may_write(self, path: Path) -> bool:
        """Whether everybody on this computer may change it."""

    def port_is_free(self, port: int) -> bool: ...

    def start(self, file: Path, config: KioskConfig) -> Start:
        """Start the game without a display, and end it after its first sign of life."""


class ThisMachine:
    """The computer on which this runs."""

    def devices(self) -> Devices:
        command = [sys.executable, "-c", _PROBE]
        try:
            done = subprocess.run(  # noqa: S603 (a command of the game itself)
                command, env=environment(), capture_output=True, timeout=_PROBE_S, check=True
            )
            told = json.loads(done.stdout)
            display = told["display"]
            return Devices((display[0], display[1], display[2]) if display else None, told["sound"])
        except (OSError, subprocess.SubprocessError, ValueError, KeyError):
            return Devices(None, None)

    def free_mb(self, folder: Path) -> int | None:
        return free_mb(folder)

    def why_not_written(self, folder: Path) -> str | None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"\n")
        except OSError as error:
            return (error.strerror or "unknown reason").lower()
        return None

    def anybody_may_write(self, path: Path) -> bool:
        return anybody_may_write(path)

    def port_is_free(self, port: int) -> bool:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                tried.bind((LOOPBACK, port))
                return True
        return False

    def start(self, file: Path, config: KioskConfig) -> Start:
        with tempfile.TemporaryDirectory() as folder:
            heartbeat = Path(folder) / "heartbeat"
            prepare(heartbeat)
            begun_s = time.monotonic()
            game = Program(play_command(file, config, heartbeat), environment(_HEADLESS))
            try:
                while time.monotonic() - begun_s < _START_S and game.code is None:
                    if read_pulse(heartbeat):
                        return Start(time.monotonic() - begun_s, ())
                    time.sleep(_LOOKS_EVERY_S)
            finally:
                game.end(_ENDS_WITHIN_S)
            return Start(None, tuple(line.rstrip() for line in game.last_lines()))
