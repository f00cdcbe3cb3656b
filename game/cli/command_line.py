"""Reads what is asked for, then hands over to the part of the game that does it.

A part is imported only when its command is run, and the catalog is read only when there is something to say here:
`play` has a window to open, and somebody waits for it.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from game import __version__
from game.cli import author, classroom, giving, kiosk, lesson, play, portal, projector, records
from game.cli.common import GOOD, PROGRAM, Say, catalog, misused, silence
from game.paths import levels_dir

_HELP = ("-h", "--help")
_VERSION = "--version"
_LEVEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command in the arguments, or in those of the process, and exit with its code."""
    _accept_all_letters()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = GOOD
    except BrokenPipeError:
        # Who read us has left, as in `... | head`. Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = GOOD
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    if not arguments or _is_about_playing(arguments[0]):
        arguments = ("play", *arguments)
    arguments = kiosk.spelled_out(arguments)
    parser = _parser(catalog() if any(each in _HELP for each in arguments) else silence)
    given = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    return command(given)


def _is_about_playing(first: str) -> bool:
    """Say whether a first argument is an option of `play`, or the name of a level, and not that of a command."""
    if first.startswith("-"):
        return first not in (*_HELP, _VERSION)
    return bool(_LEVEL.fullmatch(first)) and (levels_dir() / first / "level.yaml").is_file()


def _accept_all_letters() -> None:
    """Keep a letter that the terminal does not know from ending the game: it is shown as a question mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, instead of repeating how everything is used."""

    def error(self, message: str) -> NoReturn:
        misused(message)


def _parser(say: Say) -> argparse.ArgumentParser:
    parser = _Parser(PROGRAM, description=say("cli.about"), allow_abbrev=False)
    parser.add_argument(_VERSION, action="version", version=f"{PROGRAM} {__version__}", help=say("cli.version"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (play, classroom, projector, lesson, kiosk, author, portal, giving, records):
        group.add_commands(commands, say)
    return parser
