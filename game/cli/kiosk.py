"""The commands `kiosk run`, `check`, `pin` and `counters`, for operators of a kiosk."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.common import FAULTY, GOOD, Commands, Say, catalog, misused, new_command
from game.paths import assets_dir

if TYPE_CHECKING:
    from game.kiosk.config import KioskConfig

_KIOSK, _RUN = "kiosk", "run"
_COMMANDS = (_RUN, "check", "pin", "counters", "-h", "--help")
_USUAL_FILE = Path(_KIOSK).with_suffix(".yaml")


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_kiosk(new_command(commands, "kiosk", say), say)


def spelled_out(arguments: Sequence[str]) -> Sequence[str]:
    """Return the arguments with the `run` that `kiosk FILE` leaves out."""
    if list(arguments[:1]) == [_KIOSK] and (len(arguments) == 1 or arguments[1] not in _COMMANDS):
        return [_KIOSK, _RUN, *arguments[1:]]
    return arguments


def _add_kiosk(kiosk: argparse.ArgumentParser, say: Say) -> None:
    commands = kiosk.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser(_RUN, help=say("cli.kiosk_run"), description=say("cli.kiosk_run"))
    run.set_defaults(command=_kiosk_run)
    check = commands.add_parser("check", help=say("cli.kiosk_check"), description=say("cli.kiosk_check"))
    check.set_defaults(command=_kiosk_check)
    check.add_argument("--quick", action="store_true", help=say("cli.kiosk_quick"))
    pin = commands.add_parser("pin", help=say("cli.kiosk_pin"), description=say("cli.kiosk_pin"))
    pin.set_defaults(command=_kiosk_pin)
    counters = commands.add_parser("counters", help=say("cli.kiosk_counters"), description=say("cli.kiosk_counters"))
    counters.set_defaults(command=_kiosk_counters)
    for command in (run, check, counters):
        help_text = say("cli.kiosk_config")
        command.add_argument("config", nargs="?", type=Path, default=_USUAL_FILE, metavar="FILE", help=help_text)


def _kiosk_run(given: argparse.Namespace) -> int:
    from game.content.words import load_words
    from game.kiosk.health import PortTakenError
    from game.kiosk.service import run_kiosk

    config = _config(given.config)
    try:
        run_kiosk(given.config, config, load_words(assets_dir() / "words" / config.languages[0]))
    except PortTakenError:
        misused(catalog()("kiosk_ops.port_in_use", port=config.health_port))
    return GOOD


def _kiosk_check(given: argparse.Namespace) -> int:
    from game.kiosk.check_config import check_kiosk
    from game.kiosk.machine import ThisMachine

    works = check_kiosk(given.config, catalog(), sys.stdout.write, ThisMachine(), starts_game=not given.quick)
    return GOOD if works else FAULTY


def _kiosk_pin(_given: argparse.Namespace) -> int:
    import getpass

    from game.kiosk.pin import LONGEST, SHORTEST, BadPinError, hash_of

    words = catalog()
    try:
        made = hash_of(getpass.getpass(words("kiosk_ops.ask_pin", least=SHORTEST, most=LONGEST)))
        if not made.fits(getpass.getpass(words("kiosk_ops.ask_again"))):
            misused(words("kiosk_ops.not_same"))
    except BadPinError as error:
        misused(words("kiosk_ops.bad_pin", why=error))
    except EOFError:
        misused(words("kiosk_ops.not_same"))
    sys.stdout.write(f"{words('kiosk_ops.put_line')}\n\npin: {made.written()}\n")
    return GOOD


def _kiosk_counters(given: argparse.Namespace) -> int:
    from game.kiosk.counters_table import counters_table
    from game.kiosk.places import counters_file

    config = _config(given.config)
    try:
        for line in counters_table(counters_file(config), catalog()):
            sys.stdout.write(line + "\n")
    except OSError as error:
        misused(str(error))
    return GOOD


def _config(file: Path) -> "KioskConfig":
    from game.kiosk.config import KioskConfigError, read_kiosk_config

    try:
        return read_kiosk_config(file)
    except KioskConfigError as error:
        misused(f"{error}\n{catalog()('kiosk_ops.refused')}")
