"""Which level was played last, so that the title can offer to go on before any level has been read."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.records.folder import Folder, RecordsError
from game.records.saves import has_save
from game.story.ids import LevelId

if TYPE_CHECKING:
    from game.story.level import Level

_NAME: Final = "latest"


@dataclass(frozen=True, slots=True)
class Latest:
    """The level that was played last and is not at its end."""

    level: LevelId
    title: str
    """As it was called then."""


def load_latest(folder: Folder) -> Latest | None:
    """Return the level played last, or None if there is none or it has no save."""
    match folder.read(_NAME):
        case {"level": str(level), "title": str(title)} if has_save(folder, LevelId(level)):
            return Latest(LevelId(level), title)
        case _:
            return None


def note_latest(folder: Folder, level: "Level") -> None:
    """Keep which level is played now; that it cannot be kept costs a way in on the title and no more."""
    with suppress(RecordsError):
        folder.write(_NAME, {"level": level.id, "title": level.title})
