"""The terminal front end: levels one after another, for one player after another."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from game.content.library import Library, load_library
from game.content.words import Words
from game.modes import Mode
from game.options import PlayOptions
from game.paths import user_data_dir
from game.records.folder import DiskFolder, Folder, MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper
from game.story.level import Level
from game.terminal.achievements import tell_achievements
from game.terminal.console import Console, InputEndedError
from game.terminal.gallery import look_at_endings
from game.terminal.menu import is_open, pick_wish
from game.terminal.practice import practise
from game.terminal.recall import refresh
from game.terminal.records import switch_records
from game.terminal.terminal import LeftError, Terminal
from game.terminal.visit import visit

if TYPE_CHECKING:
    from game.learning.home import HomeRecords

_SEED_BYTES = 8
_WAYS: Final[Mapping[str, Callable[[Terminal], None]]] = {
    "refresher": refresh,
    "practice": practise,
    "endings": look_at_endings,
    "achievements": tell_achievements,
}
"""What else can be typed where a level is picked."""
_RECORDS: Final = "records"
"""The same, where somebody asks for learning records."""


def play_in_terminal(options: PlayOptions, words: Words, console: Console) -> int:
    """Play until the player leaves or the input ends, and return the exit code: 1 if there is no level to play."""
    return play_library(load_library(options.levels_dir, date.fromordinal(_today())), options, words, console)


def play_library(library: Library, options: PlayOptions, words: Words, console: Console) -> int:
    """Do the same with levels that have been read already."""
    first = library.levels.get(options.level) if options.level else None
    if not library.levels or (options.level and first is None):
        console.say(words("terminal.level_broken" if library.levels else "levels.none"))
        return 1
    console.say(words("title.name"))
    console.say(words("title.tagline"))
    console.say(words("terminal.welcome"))
    records = _records(options, library)
    if records:
        records.start()
    try:
        while not _is_over(_terminal(options, words, library, console, records), options.mode, first):
            first = None  # the next visitor picks a level
    finally:
        if records:
            records.stop()
    return 0


def _is_over(terminal: Terminal, mode: Mode, first: Level | None) -> bool:
    """Let one player play; say whether the game ends with that."""
    ways = {**_WAYS, _RECORDS: switch_records} if terminal.records else _WAYS
    try:
        tells = True
        while True:
            wish = first or pick_wish(terminal, ways, tells=tells)
            tells = isinstance(wish, Level)  # after anything else, a list of all stories would only be in the way
            if isinstance(wish, Level):
                visit(terminal, wish, may_play=wish is first or is_open(terminal, wish))
            else:
                ways[wish](terminal)
            first = None
    except LeftError:
        terminal.console.say(terminal.words("terminal.goodbye"))
        return mode.may_quit
    except (InputEndedError, KeyboardInterrupt):
        if terminal.console.was_answered:
            terminal.console.say(terminal.words("terminal.goodbye"))
        return True


def _terminal(
    options: PlayOptions, words: Words, library: Library, console: Console, records: "HomeRecords | None"
) -> Terminal:
    folder = _folder(options)
    keeps_records, all_open = options.mode.keeps_records, options.mode.all_open
    return Terminal(
        console, words, library, folder, ProgressKeeper(folder), _new_seed, keeps_records, _today, all_open, records
    )


def _records(options: PlayOptions, library: Library) -> "HomeRecords | None":
    """Return what keeps learning records; None where nobody asks for any."""
    if options.records is None:
        return None
    from game.learning.begin import home_records  # noqa: PLC0415 (where nobody asks, nothing of it is loaded)

    data_dir = options.data_dir or user_data_dir()
    return home_records(options.records, data_dir, SettingsKeeper(DiskFolder(data_dir)), lambda: library.messages)


def _folder(options: PlayOptions) -> Folder:
    if not options.mode.keeps_records:
        return MemoryFolder()
    return DiskFolder(options.data_dir or user_data_dir())


def _today() -> int:
    return date.today().toordinal()  # noqa: DTZ011 (reviews and recalls are due on days of the player's calendar)


def _new_seed() -> int:
    return int.from_bytes(os.urandom(_SEED_BYTES), "big")
