"""One saved playthrough a level: written after every action, so that closing the game at any moment loses nothing."""

from game.records.folder import Folder
from game.story.level import LevelId
from game.story.playthrough import BrokenPlaythroughError, Playthrough, from_json, to_json


def load_save(folder: Folder, level: LevelId) -> Playthrough | None:
    """Return the playthrough that was left open in a level, or None. One from a later game is left alone."""
    kept = folder.read(_name(level))
    try:
        playthrough = from_json(kept) if kept is not None else None
    except BrokenPlaythroughError:
        return None
    return playthrough if playthrough and playthrough.level == level else None


def save(folder: Folder, playthrough: Playthrough) -> None:
    """Keep a playthrough as the open one of its level.

    Raises:
        RecordsError: it cannot be kept.

    """
    folder.write(_name(playthrough.level), to_json(playthrough))


def forget_save(folder: Folder, level: LevelId) -> None:
    """Let a level start anew.

    Raises:
        RecordsError: the save cannot be removed.

    """
    folder.remove(_name(level))


def _name(level: LevelId) -> str:
    return f"saves/{level}"
