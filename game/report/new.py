"""The command `new`: a level to begin with, small and without faults, for its author to turn into a story."""

from collections.abc import Callable
from pathlib import Path

from game.content.check_scalar import is_form
from game.content.faults import shown
from game.content.library import TEMPLATE
from game.content.shape import ID
from game.content.words import Words
from game.paths import levels_dir

_SKELETON = "skeleton"


class RefusedError(Exception):
    """No level of this name can be begun; the message says why, in the words of the catalog. The catcher tells it."""


def begin_level(folder: Path, name: str, words: Words, write: Callable[[str], object]) -> None:
    """Write the files of a new level into a folder of levels, and say what to do next.

    Raises:
        RefusedError: the name is no id, there is something of this name, or the folder cannot be written to.

    """
    if not is_form(ID, name):
        raise RefusedError(words("cli.bad_id", given=name))
    level = folder / name
    if level.exists():
        raise RefusedError(words("cli.level_exists", given=shown(level)))
    try:
        files = _copy(levels_dir() / TEMPLATE / _SKELETON, level)
    except OSError as error:
        raise RefusedError(words("cli.cannot_write", given=shown(level), why=error.strerror)) from error
    for file in files:
        write(words("author.wrote", file=shown(file)) + "\n")
    elsewhere = "" if folder == levels_dir() else f" --levels {shown(folder)}"
    write(words("author.next", level=name, elsewhere=elsewhere, folder=shown(level), levels=shown(folder)) + "\n")


def _copy(source: Path, target: Path) -> list[Path]:
    """Write the contents alone: an installed game may be read-only, and its author's copy may not."""
    files = []
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        file = target / path.relative_to(source)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.read_bytes())
        files.append(file)
    return files
