"""The kiosk with the real game on a real display: killed, stopped, and crashing again and again."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

import pytest

from displayed import own_display
from environment import ROOT
from game.kiosk.event_log import FILE_NAME
from tests.kiosk.waiting import until
from tests.kiosk.written import LEAST, write_config
from tests.real_game import can_be_worked

pytestmark = pytest.mark.skipif(
    not can_be_worked(), reason="a real window needs Xvfb and xdotool (apt install xvfb xdotool)"
)

SIZE = (1080, 1920)
HANG_S = 3.0
RECOVERED_S = 5.0


@dataclass
class RealKiosk:
    process: subprocess.Popen[bytes]
    folder: Path
    display: str
    port: int

    @property
    def games(self) -> list[int]:
        """The process ids of all games so far."""
        log = self.folder / "kept" / FILE_NAME
        parts = log.read_text().split("game-started pid=")[1:] if log.exists() else []
        return [int(part.split()[0]) for part in parts]

    @property
    def health(self) -> dict[str, object]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5) as answer:
                return dict(json.load(answer))
        except HTTPError as error:  # 503: not well, and it says how
            return dict(json.load(error))
        except OSError:
            return {}

    def is_(self, condition: str) -> bool:
        return self.health.get("condition") == condition

    def shows(self, title: str) -> bool:
        """Whether a window of this name is on the screen. xdotool finds none by name without a window manager."""
        windows = self._tool("search", "--onlyvisible", "--class", ".*").split()
        return any(self._tool("getwindowname", window).strip() == title for window in windows)

    def _tool(self, *words: str) -> str:
        surroundings = {**os.environ, "DISPLAY": self.display}
        command = ["xdotool", *words]
        return subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False).stdout


@contextmanager
def real_kiosk(folder: Path, port: int) -> Iterator[RealKiosk]:
    size = "x".join(map(str, SIZE))
    text = f"data: kept\nwindow: {size}\nhang_s: {HANG_S:.0f}\nhealth_port: {port}\n"
    file = write_config(folder, LEAST + text)
    with own_display() as display:
        surroundings = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
        command = [sys.executable, "main.py", "kiosk", str(file)]
        with subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=subprocess.DEVNULL) as process:
            try:
                yield RealKiosk(process, folder, display, port)
            finally:
                process.terminate()
                assert process.wait(10) == 0


def test_visitors_are_never_left_before_a_dead_screen(tmp_path: Path, unused_port: int) -> None:
    with real_kiosk(tmp_path, unused_port) as kiosk:
        until(lambda: kiosk.is_("playing"), "it plays")

        os.kill(kiosk.games[0], signal.SIGSTOP)
        until(lambda: len(kiosk.games) == 2, "a hung game is ended", HANG_S + RECOVERED_S)
        until(lambda: kiosk.is_("playing"), "it plays again", RECOVERED_S)
        assert (kiosk.health["crashes"], kiosk.health["hangs"]) == (0, 1)

        os.kill(kiosk.games[1], signal.SIGKILL)
        until(lambda: len(kiosk.games) == 3, "a killed game is started again", RECOVERED_S)
        until(lambda: kiosk.is_("playing"), "it plays again", RECOVERED_S)
        until(lambda: kiosk.shows("Before You Go"), "it is on the screen", RECOVERED_S)
        assert (kiosk.health["crashes"], kiosk.health["hangs"]) == (1, 1)

        os.kill(kiosk.games[2], signal.SIGKILL)
        until(lambda: kiosk.is_("resting"), "it rests")
        until(lambda: kiosk.shows("This game is resting…"), "the calm screen is on the screen", RECOVERED_S)
        assert len(kiosk.games) == 3


def test_told_to_stop_it_ends_the_game_and_then_itself(tmp_path: Path, unused_port: int) -> None:
    with real_kiosk(tmp_path, unused_port) as kiosk:
        until(lambda: kiosk.is_("playing"), "it plays")
        [game] = kiosk.games
        os.kill(game, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(game, 0)
    assert (tmp_path / "kept" / FILE_NAME).read_text().splitlines()[-1].endswith("stopped")
