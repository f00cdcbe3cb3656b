"""The game's levels, and a class served on a thread."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from game.classroom.server import Options, Started, serving
from game.classroom.web.limits import Limit, Limits
from game.content.library import Library, load_library
from game.content.words import Words, load_words
from game.paths import assets_dir, levels_dir

WRITTEN = date(2026, 11, 1)
PIN = "123456"
PLENTY = Limit(1e9, 1e9)
NO_LIMITS = Limits(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY)


@cache
def _library() -> Library:
    return load_library(levels_dir(), WRITTEN)


@pytest.fixture(scope="session")
def library() -> Library:
    return _library()


@pytest.fixture(scope="session")
def words() -> Words:
    return load_words(assets_dir() / "words" / "en")


@pytest.fixture
def options(library: Library, words: Words, tmp_path: Path) -> Options:
    return Options(library, words, tmp_path / "class", "127.0.0.1", 0, limits=NO_LIMITS, pin=PIN)


@pytest.fixture
def class_(options: Options) -> Iterator[Started]:
    with serving(options) as started:
        yield started
