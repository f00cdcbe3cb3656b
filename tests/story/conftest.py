"""The levels of the game, read once."""

from datetime import date
from functools import cache

import pytest

from game.content.library import Library, level_folders, load_library
from game.paths import levels_dir
from game.story.level import Level, LevelId

WRITTEN = date(2026, 11, 1)
"""A day on which no message of the first levels has to be looked at again."""


@cache
def _library() -> Library:
    return load_library(levels_dir(), WRITTEN)


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything below `levels/`."""
    return _library()


@pytest.fixture(scope="session", params=[folder.name for folder in level_folders(levels_dir())])
def level(request: pytest.FixtureRequest, library: Library) -> Level:
    """Each level in turn."""
    return library.levels[LevelId(request.param)]
