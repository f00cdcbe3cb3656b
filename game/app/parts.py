"""What every kind of game is built of: the texts, the levels, the window, the day and the luck."""

import gc
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.words import Words, load_words
from game.desktop.loop import Desktop
from game.desktop.window import START_SIZE
from game.options import PlayOptions
from game.paths import assets_dir

if TYPE_CHECKING:
    from game.content.library import Library

_SEED_BYTES = 8


def words_in(language: str) -> Words:
    """Return the catalog of a language."""
    return load_words(assets_dir() / "words" / language)


def opened_window(title: str, size: tuple[int, int] | None) -> Desktop:
    """Open a window.

    Raises:
        NoDisplayError: there is no display to open it on.

    """
    return Desktop(title, assets_dir() / "sounds", size=size or START_SIZE)


def usual_window(options: PlayOptions, title: str) -> Desktop:
    """Open a window as the command line wants it. Raises as `opened_window` does."""
    desktop = opened_window(title, options.size)
    if options.fullscreen:
        desktop.toggle_fullscreen()
    return desktop


def read_levels(folder: Path) -> "Library":
    """Return the levels in a folder as they are today."""
    from game.content.library import load_library

    library = load_library(folder, date.fromordinal(today()))
    gc.freeze()  # it is there to stay: a search for garbage that went through it would be seen as a jerk
    return library


def today() -> int:
    """Return the ordinal of the day."""
    return date.today().toordinal()  # noqa: DTZ011 (reviews and recalls are due on days of the player's calendar)


def new_seed() -> int:
    """Return the luck of a new playthrough."""
    return int.from_bytes(os.urandom(_SEED_BYTES))
