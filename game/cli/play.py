"""The command `play`: the game in a window, or as text where there is none."""

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from game.cli.common import (
    FAULTY,
    GOOD,
    LARGEST_SIZE,
    Commands,
    Say,
    add_levels_dir,
    add_window,
    catalog,
    expect_levels,
    level_names,
    misused,
    new_command,
)
from game.modes import HOME, MODES
from game.options import PlayOptions


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_play(new_command(commands, "play", say), say)


def _add_play(play: argparse.ArgumentParser, say: Say) -> None:
    play.set_defaults(command=_play)
    play.add_argument("level", nargs="?", metavar="LEVEL", help=say("cli.level"))
    play.add_argument("--terminal", action="store_true", help=say("cli.terminal"))
    play.add_argument("--mode", choices=tuple(MODES), default=HOME.name, help=say("cli.mode"))
    add_window(play, say)
    play.add_argument("--fullscreen", action="store_true", help=say("cli.fullscreen"))
    add_levels_dir(play, say)
    play.add_argument("--data", type=Path, metavar="DIR", help=say("cli.data_dir"))
    play.add_argument("--records", type=Path, metavar="CONFIG", help=say("cli.play_records"))
    play.add_argument("--giving", type=Path, metavar="CONFIG", help=say("cli.play_giving"))


def _play(given: argparse.Namespace) -> int:
    options = _play_options(given)
    if given.terminal:
        return _play_as_text(options)
    gc.disable()  # until the first picture is there: all that is made before it is there to stay
    from game.app import NoDisplayError, play_in_window

    try:
        return play_in_window(options)
    except NoDisplayError:
        gc.enable()
        sys.stdout.write(catalog()("terminal.no_display") + "\n")
        return _play_as_text(options)


def _play_options(given: argparse.Namespace) -> "PlayOptions":
    from game.story.ids import LevelId

    if given.level is not None:
        from game.content.library import TEMPLATE

        expect_levels([given.level], level_names(given.levels) - {TEMPLATE})
    if given.records is not None:
        _expect_records(given)
    return PlayOptions(
        levels_dir=given.levels,
        level=None if given.level is None else LevelId(given.level),
        mode=MODES[given.mode],
        size=given.size,
        fullscreen=given.fullscreen,
        text_scale=given.text_scale,
        data_dir=given.data,
        records=given.records,
        giving_config=given.giving,
    )


def _expect_records(given: argparse.Namespace) -> None:
    """End, and say why, where learning records are asked for in a way that cannot be."""
    from game.learning.config import ConfigError, read_config

    if not MODES[given.mode].keeps_records:
        misused(catalog()("cli.no_records_here"))
    try:
        read_config(given.records)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(FAULTY)


def _play_as_text(options: "PlayOptions") -> int:
    from game.terminal.console import Console
    from game.terminal.front import play_in_terminal

    words, has_terminal = catalog(), sys.stdin is not None and sys.stdin.isatty()
    console = Console(_typed_lines(), sys.stdout.write, width=_width(), echoes=not has_terminal)
    code = play_in_terminal(options, words, console)
    if console.was_answered or has_terminal or code != GOOD:
        return code
    from game.terminal.demonstration import demonstrate

    console.say(words("terminal.nobody"))
    return demonstrate(options, words, console)


def _typed_lines() -> Iterator[str]:
    """Yield the lines of standard input. All that was written is shown before each."""
    while sys.stdin is not None:
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def _width() -> int:
    try:
        return os.get_terminal_size().columns - 1
    except (OSError, ValueError):  # not a terminal
        return LARGEST_SIZE[0]
