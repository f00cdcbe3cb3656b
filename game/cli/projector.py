"""The command `project`: a class on the projector of this computer."""

import argparse
import sys
from typing import TYPE_CHECKING

from game.cli.common import FAULTY, Commands, Say, add_levels_dir, add_window, catalog, new_command

if TYPE_CHECKING:
    from game.classroom.client.address import Place

MOST_PIN = 64


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    project = new_command(commands, "project", say)
    project.set_defaults(command=_project)
    project.add_argument("address", type=place_given, metavar="ADDRESS", help=say("cli.class_address"))
    project.add_argument("--pin-from-input", action="store_true", help=say("cli.pin_from_input"))
    add_window(project, say)
    project.add_argument("--fullscreen", action="store_true", help=say("cli.fullscreen"))
    add_levels_dir(project, say)


def place_given(given: str) -> "Place":
    """Return where a class is, as somebody typed it."""
    from game.classroom.client.address import BadAddressError, place_in

    try:
        return place_in(given)
    except BadAddressError as error:
        raise argparse.ArgumentTypeError(catalog()("cli.bad_class_address", given=given)) from error


def _project(given: argparse.Namespace) -> int:
    from game.app import NoDisplayError
    from game.class_app import project_in_window
    from game.options import PlayOptions

    # Not as an argument: those of a program are seen by everybody who uses the computer.
    pin = sys.stdin.readline(MOST_PIN).strip() if given.pin_from_input else ""
    options = PlayOptions(given.levels, size=given.size, fullscreen=given.fullscreen, text_scale=given.text_scale)
    try:
        return project_in_window(options, given.address, pin)
    except NoDisplayError:
        sys.stdout.write(catalog()("cli.no_projector", address=given.address.shown) + "\n")
        return FAULTY
