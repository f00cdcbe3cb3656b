"""Screens and dioramas as PNG files, without a display."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.canvas.canvas import Canvas
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts


def save_png(path: Path, size: tuple[int, int], paint: Callable[[Canvas], None], fonts: Fonts | None = None) -> None:
    """Paint on a canvas of `size` pixels and write it; the directory has to exist."""
    surface = pygame.Surface(size)
    paint(PygameCanvas(surface, fonts or Fonts()))
    pygame.image.save(surface, path)
