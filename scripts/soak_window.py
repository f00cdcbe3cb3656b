"""Random keys and clicks at a kiosk in a real window, by xdotool: afterwards the game is still there, and on top."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from displayed import own_display
from environment import ROOT
from x_window import ask_to_close

SIZE = (1280, 720)
STARTS_IN_S = 60.0
LOOK_AGAIN_S = 0.1
KEYS = (
    "Escape", "Return", "space", "Tab", "shift+Tab", "Left", "Right", "Up", "Down", "F1", "F2", "F4", "F10",
    "F11", "F12", "alt+F4", "alt+Tab", "alt+F2", "ctrl+c", "ctrl+d", "ctrl+q", "ctrl+w", "ctrl+z",
    "ctrl+alt+Delete", "ctrl+Escape", "super", "super+d", "super+l", "ctrl+shift+Escape", "Print", "Menu",
    "BackSpace", "Delete", "Home", "End", "Prior", "Next", "1", "2", "3", "m", "n", "p", "l", "c", "h",
    "slash", "a", "e",
)  # fmt: skip
"""What visitors press, and what people press who want out."""
BURST = 12


def soak_window(seconds: float, seed: int) -> int:
    """Do so for so many seconds, and return 0 if nobody got out."""
    done = work(seconds, seed)
    print(f"{done:,} keys and clicks in {seconds:.0f} s; the kiosk is still there")
    return 0


def work(seconds: float, seed: int) -> int:
    """Press and click at random, and return how often.

    Raises:
        AssertionError: the game has ended, or its window is gone, smaller or somewhere else.

    """
    luck, done = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder, own_display() as display, _kiosk(display, Path(folder)) as process:
        window = _window(display, process)
        before = _geometry(display, window)
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            _tool(display, *_burst(luck))
            done += BURST
            process.send_signal(signal.SIGINT)  # Ctrl-C in the terminal it was started from
            ask_to_close(display, int(window))
            _still_there(display, process, window, before)
        process.terminate()
        if process.wait(STARTS_IN_S) != 0:
            raise AssertionError(f"the system could not end it: {process.returncode}")
    return done


def _burst(luck: random.Random) -> Iterator[str]:
    for _ in range(BURST):
        if luck.random() < 0.5:
            yield from ("key", luck.choice(KEYS))
        else:
            at = (luck.randrange(SIZE[0]), luck.randrange(SIZE[1]))
            yield from ("mousemove", *map(str, at), "click", luck.choice("11111345"))


def _still_there(display: str, process: subprocess.Popen[bytes], window: str, before: str) -> None:
    if process.poll() is not None:
        raise AssertionError(f"the game has ended with {process.returncode}")
    if _geometry(display, window) != before:
        raise AssertionError("the window is not where it was")
    others = [each for each in _tool(display, "search", "--onlyvisible", "--name", ".").split() if each != window]
    if others:
        raise AssertionError(f"there are other windows: {others}")


@contextmanager
def _kiosk(display: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    size = "x".join(map(str, SIZE))
    command = [sys.executable, str(ROOT / "main.py"), "play", "--mode", "kiosk", "--size", size, "--data", str(folder)]
    environment = {**os.environ, "DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
    environment.pop("SDL_VIDEODRIVER", None)
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


def _window(display: str, process: subprocess.Popen[bytes]) -> str:
    until_s = time.monotonic() + STARTS_IN_S
    while time.monotonic() < until_s:
        found = _tool(display, "search", "--onlyvisible", "--pid", str(process.pid)).strip()
        if found:
            _tool(display, "windowfocus", "--sync", found)
            return found
        time.sleep(LOOK_AGAIN_S)
    raise AssertionError("there is no window")


def _geometry(display: str, window: str) -> str:
    return _tool(display, "getwindowgeometry", "--shell", window)


def _tool(display: str, *words: str) -> str:
    program = shutil.which("xdotool") or "xdotool"
    environment = {**os.environ, "DISPLAY": display}
    return subprocess.run([program, *words], env=environment, capture_output=True, text=True, check=False).stdout
