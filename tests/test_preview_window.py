"""An author's preview in a real window: a file is saved, and the window shows what it says now, pixel by pixel.

No step waits for a fixed time: the window is looked at until it shows what the same files look like elsewhere.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from displayed import own_display
from environment import ROOT
from game.canvas.geometry import Rect, Size
from game.content.asset_library import AssetLibrary
from game.content.library import TEMPLATE
from game.content.manuscript import Manuscript, art_names
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.paths import assets_dir, levels_dir
from game.records.settings import TextSpeed
from game.screens.author.preview import PreviewScreen
from game.screens.routing import build_routes
from game.screens.runner import Runner
from game.ui.text import Typesetter
from game.ui.view import View
from game.ui.widgets import ScrollArea, Text, Widget
from tests.content.written import TODAY
from tests.real_game import PATIENCE_S, SIZE, RealGame, can_be_worked, until
from tests.screens.pilot import Pilot

pytestmark = pytest.mark.skipif(
    not can_be_worked(), reason="a real window needs Xvfb and xdotool (apt install xvfb xdotool)"
)

NAME = "my-level"


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    """The messages and helplines of the game, and a level just begun."""
    folder = tmp_path / "levels"
    shutil.copytree(levels_dir() / TEMPLATE / "skeleton", folder / NAME)
    for name in ("messages.yaml", "helplines.yaml"):
        shutil.copy(levels_dir() / name, folder / name)
    return folder


@pytest.fixture
def preview(tmp_path: Path, levels: Path) -> Iterator[RealGame]:
    """The preview of it, opened at its second passage."""
    with own_display(tmp_path) as display:
        surroundings = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
        surroundings["XDG_DATA_HOME"] = str(tmp_path / "data")
        command = [sys.executable, "main.py", "preview", f"{NAME}:the-aunt", "--levels", str(levels)]
        with subprocess.Popen(command, cwd=ROOT, env=surroundings) as process:
            try:
                window = RealGame(process, tmp_path, display)
                window.find_window()
                yield window
            finally:
                process.kill()


class Mirror:
    """The same preview without a window: shows what the real one should look like."""

    def __init__(self, levels: Path) -> None:
        assets, fonts = AssetLibrary(assets_dir()), Fonts()
        manuscript = Manuscript(levels, NAME, TODAY, art_names(assets))
        pilot = Pilot(manuscript.library)
        settings = pilot.services.settings
        settings.change(replace(settings.current, text_speed=TextSpeed.INSTANT, reduced_motion=True))
        services = replace(pilot.services, library=lambda: manuscript.library)
        routes = build_routes(services, assets)
        screen = PreviewScreen(services, routes, manuscript, "the-aunt")
        self._runner = Runner((screen,), services, routes, pilot.effects, Typesetter(fonts))
        self._surface = pygame.Surface(SIZE)
        self._canvas = PygameCanvas(self._surface, fonts)
        self._now_s = 0.0

    def picture_of(self, text: str) -> tuple[bytes, Rect]:
        """What a text looks like in the preview of the files as they are now, and where it stands."""
        self._now_s += 1.0
        frame = self._runner.frame(Size(*SIZE), self._now_s)
        texts = [each for each in _widgets(self._runner.view(frame)) if isinstance(each, Text)]
        self._runner.repaint()
        self._runner.paint(self._canvas, frame)
        where = next(each.rect for each in texts if text in each.text)
        return _cut(self._surface, where), where


def _widgets(view: View) -> Iterator[Widget]:
    for widget in view.widgets:
        yield from widget.children if isinstance(widget, ScrollArea) else (widget,)


def _cut(surface: pygame.Surface, where: Rect) -> bytes:
    area = pygame.Rect(*map(int, where))
    return pygame.image.tobytes(surface.subsurface(area), "RGB")


def test_what_is_saved_is_shown_and_so_is_a_mistake(preview: RealGame, levels: Path, tmp_path: Path) -> None:
    file = levels / NAME / "level.yaml"
    good, mirror = file.read_text(encoding="utf-8"), Mirror(levels)
    for text, told in (
        (good, "keeps a letter under the rice"),
        (good.replace("under the rice", "in the clock"), "keeps a letter in the clock"),
        (good.replace("to: the-table", "to: the-tabel"), "'the-tabel' is not a passage"),
        (good[: len(good) // 2], "error: "),
        (good, "keeps a letter under the rice"),
    ):
        file.write_text(text, encoding="utf-8")
        wanted, where = mirror.picture_of(told)

        def is_shown(wanted: bytes = wanted, where: Rect = where) -> bool:
            return _cut(pygame.image.frombytes(preview.picture(), SIZE, "RGB"), where) == wanted

        until(is_shown, f"the window shows {told!r}")
    preview.close()
    assert preview.process.wait(PATIENCE_S) == 0
    assert not (tmp_path / "data").exists()
