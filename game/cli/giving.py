"""The commands `giving keygen`, `sign` and `check`, for operators."""

import argparse
import sys
from pathlib import Path

from game.cli.common import FAULTY, GOOD, Commands, Say, catalog, misused, new_command
from game.paths import assets_dir


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_giving(new_command(commands, "giving", say), say)


def _add_giving(giving: argparse.ArgumentParser, say: Say) -> None:
    commands = giving.add_subparsers(required=True, metavar="COMMAND")
    keygen = commands.add_parser("keygen", help=say("cli.keygen"), description=say("cli.keygen"))
    keygen.set_defaults(command=_giving_keygen)
    keygen.add_argument("key", type=Path, metavar="FILE", help=say("cli.new_key"))
    sign = commands.add_parser("sign", help=say("cli.sign"), description=say("cli.sign"))
    sign.set_defaults(command=_giving_sign)
    sign.add_argument("config", type=Path, metavar="CONFIG", help=say("cli.to_sign"))
    sign.add_argument("--key", type=Path, required=True, metavar="FILE", help=say("cli.private_key"))
    check = commands.add_parser("check", help=say("cli.check_giving"), description=say("cli.check_giving"))
    check.set_defaults(command=_giving_check)
    check.add_argument("config", type=Path, metavar="CONFIG", help=say("cli.giving_config"))
    check.add_argument("--online", action="store_true", help=say("cli.online"))
    check.add_argument("--trust", type=Path, metavar="FILE", help=say("cli.trust"))


def _giving_keygen(given: argparse.Namespace) -> int:
    from game.giving.signing import SigningError, make_key, public_path

    try:
        public = make_key(given.key)
    except SigningError as error:
        misused(str(error))
    told = catalog()("giving_check.made", private=given.key, public=public_path(given.key), key=public.fingerprint)
    sys.stdout.write(told + "\n")
    return GOOD


def _giving_sign(given: argparse.Namespace) -> int:
    from game.giving.signing import SigningError, sign, signature_path

    try:
        public = sign(given.config, given.key)
    except SigningError as error:
        misused(str(error))
    told = catalog()("giving_check.was_signed", signature=signature_path(given.config), key=public.fingerprint)
    sys.stdout.write(told + "\n")
    return GOOD


def _giving_check(given: argparse.Namespace) -> int:
    from game.giving.check_config import check_now

    keys = given.trust or assets_dir() / "giving" / "trusted-keys.txt"
    works = check_now(given.config, keys, catalog(), sys.stdout.write, is_online=given.online)
    return GOOD if works else FAULTY
