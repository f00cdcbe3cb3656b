"""The command `class`: a lesson on the local network."""

import argparse
import logging
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.class_window import ClassWindow
from game.cli.common import FAULTY, GOOD, Commands, Say, add_levels_dir, catalog, misused, new_command, port

if TYPE_CHECKING:
    from game.classroom.server import Started
    from game.content.words import Words

_KEPT_ALONE = Path()
"""Learning records are kept, and nobody receives them."""
_PORT = 8470
"""Always the same, so that phones find the class again when it was started anew."""


def add_commands(commands: "Commands[argparse.ArgumentParser]", say: Say) -> None:
    """Add them to the command line."""
    _add_class(new_command(commands, "class", say), say)


def _add_class(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.set_defaults(command=_class)
    parser.add_argument("--host", metavar="ADDRESS", help=say("cli.class_host"))
    parser.add_argument("--port", type=port, default=_PORT, metavar="N", help=say("cli.class_port"))
    parser.add_argument("--data", type=Path, metavar="DIR", help=say("cli.class_data"))
    parser.add_argument("--no-browser", action="store_true", help=say("cli.no_browser"))
    parser.add_argument(
        "--records", type=Path, nargs="?", const=_KEPT_ALONE, metavar="CONFIG", help=say("cli.class_records")
    )
    parser.add_argument("--no-window", action="store_true", help=say("cli.no_window_option"))
    add_levels_dir(parser, say)


def _class(given: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from game.classroom.interfaces import LOOPBACK, is_own, lan_address
    from game.classroom.learning_records import ClassRecords
    from game.classroom.server import CannotStartError, Options, run_class
    from game.content.library import load_library
    from game.learning.outbox_file import outbox_path
    from game.paths import user_data_dir

    words = catalog()
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    if given.host and not is_own(given.host):
        misused(words("cli.class_no_host", given=given.host))
    found = given.host or lan_address()
    library = load_library(given.levels, datetime.now(tz=UTC).date())
    folder = given.data or user_data_dir() / "class"
    options = Options(library, words, folder, found or LOOPBACK, given.port)
    outbox, is_recorded = outbox_path(folder), given.records is not None
    if is_recorded or outbox.exists():  # what was kept of a class before goes with it when it is deleted now
        options = replace(options, listener=ClassRecords(outbox, library), records=is_recorded)
    if not found:
        sys.stdout.write(words("cli.class_alone") + "\n")
    window = ClassWindow(given.levels)

    def tell(started: "Started") -> None:
        _tell(words, started, folder, opens=not given.no_browser)
        if is_recorded:
            sys.stdout.write(words("cli.class_recorded", folder=folder) + "\n")
        if not given.no_window:
            window.open(started.base, started.pin)

    try:
        with _sending(None if given.records is _KEPT_ALONE else given.records, folder):
            run_class(options, tell)
    except CannotStartError as error:
        misused(words("cli.no_class", why=error))
    finally:
        window.close()
    return GOOD


@contextmanager
def _sending(config_path: Path | None, folder: Path) -> Iterator[None]:
    """Send the learning records meanwhile, where somebody set up a receiver; end where that was not done well."""
    from game.learning.begin import sending_worker
    from game.learning.config import ConfigError, read_config
    from game.learning.outbox_file import outbox_path

    try:
        config = read_config(config_path) if config_path else None
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(FAULTY)
    worker = sending_worker(outbox_path(folder), config.route) if config and config.route else None
    if worker:
        worker.start()
    try:
        yield
    finally:
        if worker:
            worker.stop()


def _tell(words: "Words", started: "Started", folder: Path, *, opens: bool) -> None:
    address = started.base.removeprefix("http://")
    sys.stdout.write(words("cli.class_started", address=address, pin=started.pin, folder=folder) + "\n")
    sys.stdout.flush()
    if opens:  # on a thread: some systems start their browser in the program that asks for it
        threading.Thread(target=webbrowser.open, args=(started.key,), daemon=True).start()
