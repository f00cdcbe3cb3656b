"""Which level was played last, so that the title can offer to go on before any level has been read."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.records.folder import Folder, RecordsError
from game.records.saves import has_save
from game.story.ids import LevelId

if TYPE_CHECKING:
    from game.story.level import Level

_NAME: Final = "latest"
_KEPT: Final = 8
"""So many levels are kept; more are rarely open at a time."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The level that was played last and is not at its end."""

    level: LevelId
    title: str
    """As it was called then."""


def load_latest(folder: Folder) -> Latest | None:
    """Return the level played last of those that have a save, or None if there is none."""
    return next((each for each in _noted(folder) if has_save(folder, each.level)), None)


def note_latest(folder: Folder, level: "Level") -> None:
    """Keep which level is played now; that it cannot be kept costs a way in on the title and no more.

    Those played before are kept, too: to look into one story shall not lose the place in another.
    """
    earlier = [each for each in _noted(folder) if each.level != level.id][: _KEPT - 1]
    with suppress(RecordsError):
        folder.write(
            _NAME, {**_entry(level.id, level.title), "earlier": [_entry(each.level, each.title) for each in earlier]}
        )


def _entry(level: LevelId, title: str) -> dict[str, str]:
    return {"level": level, "title": title}


def _noted(folder: Folder) -> Iterator[Latest]:
    """Yield the levels that were played, the last one first."""
    kept = folder.read(_NAME)
    earlier = kept.get("earlier") if isinstance(kept, dict) else None
    for entry in (kept, *(earlier if isinstance(earlier, list) else ())):
        match entry:
            case {"level": str(level), "title": str(title)}:
                yield Latest(LevelId(level), title)
            case _:
                pass
