"""The command `play`: the game in a window, or as text where there is none."""

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
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
from game.cli.projector import place_given
from game.modes import CLASSROOM, HOME, KIOSK, MODES
from game.options import PlayOptions


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_play(new_command(commands, "play", say), say)


def _add_play(play: argparse.ArgumentParser, say: Say) -> None:
    play.set_defaults(command=_play)
    play.add_argument("level", nargs="?", metavar="LEVEL", help=say("cli.level"))
    play.add_argument("--join", type=place_given, metavar="ADDRESS", help=say("cli.join"))
    play.add_argument("--code", metavar="ABCD", help=say("cli.join_code"))
    play.add_argument("--terminal", action="store_true", help=say("cli.terminal"))
    play.add_argument("--mode", choices=tuple(MODES), default=HOME.name, help=say("cli.mode"))
    add_window(play, say)
    play.add_argument("--fullscreen", action="store_true", help=say("cli.fullscreen"))
    add_levels_dir(play, say)
    play.add_argument("--data", type=Path, metavar="DIR", help=say("cli.data_dir"))
    play.add_argument("--giving", type=Path, metavar="CONFIG", help=say("cli.play_giving"))
    play.add_argument("--kiosk-config", type=Path, metavar="CONFIG", help=say("cli.kiosk_config_option"))
    play.add_argument("--heartbeat", type=Path, metavar="FILE", help=say("cli.heartbeat"))
    play.add_argument("--records", type=Path, metavar="CONFIG", help=say("cli.play_records"))


def _play(given: argparse.Namespace) -> int:
    options = _play_options(given)
    if given.join is not None:
        return _join(options, given)
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


def _join(options: PlayOptions, given: argparse.Namespace) -> int:
    """Play in a class: where there is no window, a browser is the way to join."""
    if given.level is not None or given.terminal or given.mode not in (HOME.name, CLASSROOM.name):
        misused(catalog()("cli.join_alone"))
    from game.app import NoDisplayError
    from game.class_app import join_in_window

    place = given.join if given.code is None else replace(given.join, code=given.code)
    try:
        return join_in_window(options, place)
    except NoDisplayError:
        sys.stdout.write(catalog()("cli.join_no_window", address=place.shown) + "\n")
        return FAULTY


def _play_options(given: argparse.Namespace) -> "PlayOptions":
    from game.story.ids import LevelId

    if given.level is not None:
        from game.content.library import TEMPLATE

        expect_levels([given.level], level_names(given.levels) - {TEMPLATE})
    if given.kiosk_config is not None:
        _expect_kiosk(given)
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
        giving_config=given.giving,
        kiosk_config=given.kiosk_config,
        heartbeat=given.heartbeat,
        records=given.records,
    )


def _expect_kiosk(given: argparse.Namespace) -> None:
    """End here if the configuration of a kiosk is given to another mode, or has faults."""
    from game.kiosk.config import KioskConfigError, read_kiosk_config

    if given.mode != KIOSK.name:
        misused(catalog()("cli.only_kiosk"))
    try:
        read_kiosk_config(given.kiosk_config)
    except KioskConfigError as faulty:
        misused(str(faulty))


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
