"""One saved playthrough a level: written after every action, so that closing the game at any moment loses nothing."""

from typing import TYPE_CHECKING

from game.records.folder import Folder
from game.story.ids import LevelId

if TYPE_CHECKING:
    from game.story.answer import Answered
    from game.story.playthrough import Playthrough


def has_save(folder: Folder, level: LevelId) -> bool:
    """Say whether something was left open in a level, without knowing the rules of stories."""
    return folder.read(_name(level)) is not None


def load_save(folder: Folder, level: LevelId) -> "Playthrough | None":
    """Return the playthrough that was left open in a level, or None. One from a later game is left alone."""
    # The title looks for saves, but does not wait for the rules.
    from game.story.playthrough import BrokenPlaythroughError, from_json  # noqa: PLC0415

    kept = folder.read(_name(level))
    try:
        playthrough = from_json(kept) if kept is not None else None
    except BrokenPlaythroughError:
        return None
    return playthrough if playthrough and playthrough.level == level else None


def load_before(folder: Folder, level: LevelId) -> "tuple[Answered, ...]":
    """Return what was answered before the playthrough that was left open; nothing if no questions were answered."""
    from game.records.answers import answers  # noqa: PLC0415

    kept = folder.read(_name(level))
    return answers(kept.get("before")) if isinstance(kept, dict) else ()


def save(folder: Folder, playthrough: "Playthrough", before: "tuple[Answered, ...]" = ()) -> None:
    """Keep a playthrough as the open one of its level, with what was answered before it.

    Raises:
        RecordsError: it cannot be kept.

    """
    from game.records.answers import answers_json  # noqa: PLC0415
    from game.story.playthrough import to_json  # noqa: PLC0415

    asked = {"before": answers_json(before)} if before else {}
    folder.write(_name(playthrough.level), {**to_json(playthrough), **asked})


def forget_save(folder: Folder, level: LevelId) -> None:
    """Let a level start anew.

    Raises:
        RecordsError: the save cannot be removed.

    """
    folder.remove(_name(level))


def _name(level: LevelId) -> str:
    return f"saves/{level}"
