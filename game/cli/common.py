"""What all commands share: what is said, what is refused, and the options that several have."""

import argparse
import sys
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game.options import SMALLEST_SIZE
from game.paths import assets_dir, levels_dir

if TYPE_CHECKING:
    from game.content.words import Words

GOOD, FAULTY, MISUSED = 0, 1, 2
"""Exit codes: all is well; the content has errors; the command line is wrong."""

PROGRAM = "before-you-go"
LARGEST_SIZE = (7680, 4320)
LARGEST_PORT = 65535
Say = Callable[..., str]
"""Says a text of the catalog, or nothing where nobody has asked for help."""
Commands = argparse._SubParsersAction  # noqa: SLF001 (what `add_subparsers` returns; it has no public name)


def catalog() -> "Words":
    from game.content.words import load_words

    return load_words(assets_dir() / "words" / "en")


def silence(_text_id: str) -> str:
    return ""


def misused(message: str) -> NoReturn:
    sys.stderr.write(f"{PROGRAM}: {message}\n")
    sys.exit(MISUSED)


def expect_levels(wanted: Sequence[str], known: Set[str]) -> None:
    for level in wanted:
        if level not in known:
            misused(catalog()("cli.no_level", given=level, levels=", ".join(sorted(known))))


def level_names(folder: Path) -> Set[str]:
    """Return the levels that have a folder, with faults or without: reading them takes longer."""
    return {path.parent.name for path in folder.glob("*/level.yaml")}


def new_command(commands: "Commands[argparse.ArgumentParser]", name: str, say: Say) -> argparse.ArgumentParser:
    """Return the parser of a command that `cli.NAME` tells about."""
    about = say(f"cli.{name}")
    return commands.add_parser(name, help=about, description=about, allow_abbrev=False)


def add_window(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument("--size", type=size, metavar="WxH", help=say("cli.size"))
    command.add_argument("--text-scale", type=text_scale, metavar="N", help=say("cli.text_scale"))


def add_levels_dir(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument("--levels", type=folder, default=levels_dir(), metavar="DIR", help=say("cli.levels_dir"))


def size(given: str) -> tuple[int, int]:
    width, _, height = given.lower().partition("x")
    if width.isdecimal() and height.isdecimal():
        size = int(width), int(height)
        if all(least <= each <= most for least, each, most in zip(SMALLEST_SIZE, size, LARGEST_SIZE, strict=True)):
            return size
    least, most = (f"{width}x{height}" for width, height in (SMALLEST_SIZE, LARGEST_SIZE))
    raise argparse.ArgumentTypeError(catalog()("cli.bad_size", given=given, least=least, most=most))


def text_scale(given: str) -> float:
    try:
        scale = float(given)
    except ValueError:
        scale = 0.0
    if 1.0 <= scale <= 2.0:
        return scale
    raise argparse.ArgumentTypeError(catalog()("cli.bad_scale", given=given))


def port(given: str) -> int:
    if given.isdecimal() and int(given) <= LARGEST_PORT:
        return int(given)
    raise argparse.ArgumentTypeError(catalog()("cli.bad_port", given=given, most=LARGEST_PORT))


def folder(given: str) -> Path:
    if Path(given).is_dir():
        return Path(given)
    raise argparse.ArgumentTypeError(catalog()("cli.no_folder", given=given))
