"""The command `portal`: the sandbox portal, a program of its own."""

import argparse

from game.cli.common import GOOD, Commands, Say, catalog, misused, new_command, port
from game.paths import assets_dir


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_portal(new_command(commands, "portal", say), say)


def _add_portal(portal: argparse.ArgumentParser, say: Say) -> None:
    portal.set_defaults(command=_portal)
    portal.add_argument("--port", type=port, default=0, metavar="N", help=say("cli.port"))
    portal.add_argument("--data", metavar="FILE", help=say("cli.portal_data"))
    portal.add_argument("--faults", action="store_true", help=say("cli.faults"))


def _portal(given: argparse.Namespace) -> int:
    from game.portal.app import Options
    from game.portal.server import CannotStartError, run_portal

    try:
        run_portal(Options(assets_dir() / "portal", given.data or ":memory:", given.port, has_faults=given.faults))
    except CannotStartError as error:
        misused(catalog()("cli.no_portal", why=error))
    return GOOD
