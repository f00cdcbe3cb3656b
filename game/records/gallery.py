"""The ways that led to endings: one record a level, so that the gallery can show each ending and play it again.

It is no part of the progress: that is read before the title, and written after every answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.records.folder import Folder, RecordsError
from game.records.parts import day, parts
from game.story.ids import LevelId, PassageId
from game.story.playthrough import BrokenPlaythroughError, Playthrough, from_json, to_json

_FORMAT: Final = "endings/{}"


@dataclass(frozen=True, slots=True)
class Seen:
    """An ending that was reached."""

    first: int
    """The ordinal of the day on which it was reached for the first time."""
    playthrough: Playthrough
    """The way it was reached the last time."""


def load_gallery(folder: Folder, level: LevelId) -> Mapping[PassageId, Seen]:
    """Return the endings seen in a level. Endings seen before ways were kept are in the progress alone."""
    kept = parts(folder.read(_FORMAT.format(level)), _seen)
    return {PassageId(ending): seen for ending, seen in kept.items() if seen.playthrough.level == level}


def keep_ending(folder: Folder, ending: PassageId, playthrough: Playthrough, today: int) -> bool:
    """Keep how an ending was reached; return False where that cannot be kept, which costs a replay and no more."""
    name = _FORMAT.format(playthrough.level)
    gallery = load_gallery(folder, playthrough.level)
    first = gallery[ending].first if ending in gallery else today
    now = {**gallery, ending: Seen(min(first, today), playthrough)}
    try:
        folder.write(name, {each: _json(seen) for each, seen in now.items()})
    except RecordsError:
        return False
    return True


def _json(seen: Seen) -> Mapping[str, object]:
    return {"first": seen.first, "playthrough": to_json(seen.playthrough)}


def _seen(value: object) -> Seen | None:
    match value:
        case {"first": first, "playthrough": played} if known := day(first):
            try:
                return Seen(known, from_json(played))
            except BrokenPlaythroughError:
                return None
        case _:
            return None
