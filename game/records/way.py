"""Which path through the campaign was chosen, so that it is there again after a story and on another day."""

from contextlib import suppress
from typing import Final

from game.records.folder import Folder, RecordsError

_NAME: Final = "way"


def load_way(folder: Folder) -> str:
    """Return the id of the path; empty for the whole campaign."""
    match folder.read(_NAME):
        case {"path": str(path)}:
            return path
        case _:
            return ""


def keep_way(folder: Folder, path: str) -> None:
    """Keep it; that it cannot be kept costs one press and no more."""
    with suppress(RecordsError):
        folder.write(_NAME, {"path": path})
