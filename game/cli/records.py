"""The commands `records export`, `status`, `send`, `check` and `delete`, for whoever looks after learning records."""

import argparse
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from game.cli.common import FAULTY, GOOD, Commands, Say, catalog, misused, new_command
from game.paths import user_data_dir

_FORMATS = ("csv", "jsonl")
_Command = Callable[[argparse.Namespace], int]


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    records = new_command(commands, "records", say).add_subparsers(required=True, metavar="COMMAND")
    export = _add(records, "export", _export, say)
    export.add_argument("--format", choices=_FORMATS, default=_FORMATS[0], help=say("cli.records_format"))
    export.add_argument("--out", type=Path, metavar="FILE", help=say("cli.records_out"))
    send = _add(records, "send", _send, say)
    send.add_argument("--again", action="store_true", help=say("cli.records_again"))
    for command in (export, _add(records, "status", _status, say), send, _add(records, "delete", _delete, say)):
        command.add_argument("--data", type=Path, metavar="DIR", help=say("cli.records_data"))
    check = _add(records, "check", _check, say)
    check.add_argument("--online", action="store_true", help=say("cli.records_online"))
    for command in (send, check):
        command.add_argument("config", type=Path, metavar="CONFIG", help=say("cli.records_config"))


def _add(
    records: "Commands[argparse.ArgumentParser]", name: str, command: _Command, say: Say
) -> argparse.ArgumentParser:
    about = say(f"cli.records_{name}")
    added = records.add_parser(name, help=about, description=about, allow_abbrev=False)
    added.set_defaults(command=_told(command))
    return added


def _told(command: _Command) -> _Command:
    """Say in one line what is wrong with the file of the statements, or with the one to write."""

    def run(given: argparse.Namespace) -> int:
        try:
            return command(given)
        except BrokenPipeError:
            raise  # whoever read us has left: no fault of a file
        except OSError as error:
            misused(catalog()("records.cannot", why=error))

    return run


def _paths(given: argparse.Namespace) -> tuple[Path, ...]:
    """Where statements are: those of who plays alone, and those of classes."""
    from game.learning.outbox_file import outbox_path

    usual = user_data_dir()
    return tuple(map(outbox_path, (given.data,) if given.data else (usual, usual / "class")))


def _export(given: argparse.Namespace) -> int:
    from game.learning.export import write_csv, write_jsonl
    from game.learning.outbox import Outbox

    write = write_csv if given.format == "csv" else write_jsonl
    kept = chain.from_iterable(Outbox(path).all() for path in _paths(given) if path.exists())
    if given.out is None:
        write(kept, sys.stdout)
        return GOOD
    with given.out.open("w", encoding="utf-8", newline="") as out:
        count = write(kept, out)
    sys.stdout.write(catalog()("records.exported", count=count, path=given.out) + "\n")
    return GOOD


def _status(given: argparse.Namespace) -> int:
    from game.learning.desk import tell_status

    for path in _paths(given):
        tell_status(path, catalog(), sys.stdout.write)
    return GOOD


def _send(given: argparse.Namespace) -> int:
    from game.learning.desk import send_now

    words, write = catalog(), sys.stdout.write
    paths = [path for path in _paths(given) if path.exists() or given.data]
    are_sent = [send_now(path, given.config, words, write, again=given.again) for path in paths]
    return GOOD if all(are_sent) else FAULTY


def _check(given: argparse.Namespace) -> int:
    from game.learning.desk import check

    return GOOD if check(given.config, catalog(), sys.stdout.write, is_online=given.online) else FAULTY


def _delete(given: argparse.Namespace) -> int:
    from game.learning.outbox import Outbox

    for path in _paths(given):
        if path.exists():
            Outbox(path).delete_all()
        sys.stdout.write(catalog()("records.deleted", path=path) + "\n")
    return GOOD
