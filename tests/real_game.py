"""The game as a process with a real window, worked by xdotool, and a mirror of it to ask where things are."""

import json
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pygame

from displayed import SCREEN_FILE, can_display, own_display
from environment import ROOT
from game.canvas.geometry import Point
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.records.folder import DiskFolder
from game.records.settings import Settings, TextSpeed, save_settings
from game.ui.intents import Activate, Next, PointerMove, Press, Release
from game.ui.view import spots
from visit import Exhibits, Visit
from x_window import ask_to_close

SIZE = (1280, 720)
SETTINGS = Settings(knows_quick_exit=True, text_speed=TextSpeed.INSTANT, reduced_motion=True)
PATIENCE_S = 60.0
LOOK_AGAIN_S = 0.05
SEEDS = range(400)
"""Enough that the first question is asked in every way."""


def can_be_worked() -> bool:
    return can_display() and shutil.which("xdotool") is not None


def until(is_so: Callable[[], bool], what: str) -> None:
    """Look again and again, but not for ever."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline_s, f"not so after {PATIENCE_S:.0f} s: {what}"
        time.sleep(LOOK_AGAIN_S)


@dataclass(slots=True)
class RealGame:
    """A running game."""

    process: subprocess.Popen[bytes]
    folder: Path
    display: str
    window: str = ""

    @property
    def title(self) -> str:
        return self._tool("getwindowname", self.window).strip()

    @property
    def actions(self) -> list[str]:
        """What has been saved of the level, in order."""
        with suppress(ValueError):
            [save] = (self.folder / "saves").glob("*.json")
            return list(json.loads(save.read_text("utf-8"))["actions"])
        return []

    def find_window(self) -> None:
        def found() -> bool:
            self.window = self._tool("search", "--onlyvisible", "--pid", str(self.process.pid)).strip()
            return bool(self.window)

        until(found, "there is a window")
        self._tool("windowfocus", "--sync", self.window)

    def keys(self, *names: str) -> None:
        self._tool("key", *names)

    def click(self, at: Point, *, times: int = 1) -> None:
        self._tool("mousemove", "--window", self.window, str(int(at.x)), str(int(at.y)))
        self._tool("click", "--repeat", str(times), "--delay", "40", "1")

    def close(self) -> None:
        """Ask the window to close, as pressing its cross does."""
        ask_to_close(self.display, int(self.window))

    def picture(self) -> bytes:
        """The pixels of the window, as they are on the screen."""
        dump = (self.folder / SCREEN_FILE).read_bytes()
        header = struct.unpack(">25I", dump[:100])
        start, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
        pixels = dump[start + 12 * colours :][: line * height]
        screen = pygame.image.frombuffer(pixels, (width, height), "BGRA", line)
        where = dict(pair.split("=") for pair in self._tool("getwindowgeometry", "--shell", self.window).split())
        area = screen.get_rect().clip(pygame.Rect(int(where["X"]), int(where["Y"]), *SIZE))
        return pygame.image.tobytes(screen.subsurface(area), "RGB")

    def _tool(self, *words: str) -> str:
        surroundings = {**os.environ, "DISPLAY": self.display}
        command = ["xdotool", *words]
        done = subprocess.run(
            command, capture_output=True, text=True, env=surroundings, check=False, timeout=PATIENCE_S
        )
        return done.stdout


@contextmanager
def real_game(folder: Path) -> Iterator[RealGame]:
    """Start it on a display of its own; what it keeps goes into the folder."""
    save_settings(DiskFolder(folder), SETTINGS)
    with own_display(folder) as display:
        surroundings = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
        command = [sys.executable, "main.py", "play", "--size", "1280x720", "--data", str(folder)]
        with subprocess.Popen(command, cwd=ROOT, env=surroundings) as process:
            try:
                game = RealGame(process, folder, display)
                game.find_window()
                yield game
            finally:
                process.kill()


class Mirror:
    """The same game without a window. What is done here shows what the real one should look like."""

    def __init__(self, seed: int = 0) -> None:
        self.visit: Visit = _exhibits().visit(SIZE, _fonts(), SETTINGS, seed=seed)
        self._surface = pygame.Surface(SIZE)
        self._canvas = PygameCanvas(self._surface, _fonts())

    def place_of(self, control_id: str) -> Point:
        [spot] = [spot for spot in spots(self.visit.view, {}) if spot.id == control_id]
        return Point(*map(int, spot.rect.centre))

    def click(self, at: Point) -> None:
        for intent in (PointerMove(at), Press(at), Release(at)):
            self.visit.runner.handle(intent, self.visit.frame)
        self.visit.look()
        self.visit.wait()

    def tabs_to(self, control_id: str) -> int:
        """Bring the focus to a control and return how many presses of Tab that takes."""
        presses = 0
        while self.visit.runner.focus(self.visit.frame) != control_id:
            self.visit.runner.handle(Next(), self.visit.frame)
            presses += 1
            assert presses < 100, control_id
        return presses

    def activate(self) -> None:
        self.visit.press(Activate())

    def picture(self) -> bytes:
        self.visit.paint_all(self._canvas)
        return pygame.image.tobytes(self._surface, "RGB")


@cache
def _exhibits() -> Exhibits:
    return Exhibits.load()


@cache
def _fonts() -> Fonts:
    return Fonts()
