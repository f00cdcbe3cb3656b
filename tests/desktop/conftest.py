"""A machine without a screen and without loudspeakers."""

from collections.abc import Iterator

import pygame
import pytest

from game.desktop.fonts import Fonts


@pytest.fixture(autouse=True)
def headless(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    pygame.quit()


@pytest.fixture
def fonts() -> Fonts:
    return Fonts()
