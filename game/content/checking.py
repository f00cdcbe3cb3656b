"""What `check` does with files and folders: reads them as the game does, and plays their plays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from game.content.faults import TOP, Fault, FaultLog, shown
from game.content.level_names import ArtNames
from game.content.levels import LevelFile
from game.content.library import (
    ACHIEVEMENTS_NAME,
    CAMPAIGN_NAME,
    HELPLINES_NAME,
    LEVEL_FILE_NAME,
    MESSAGES_NAME,
    PLAYS_NAME,
    TEMPLATE,
    Loading,
    level_folders,
    load_library,
)
from game.content.rehearsal import rehearse


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in the files asked for."""

    faults: tuple[Fault, ...]
    """Sorted by file and place, each once."""
    levels: tuple[LevelFile, ...]
    """The levels without errors, to be proved."""


def check_paths(paths: Iterable[Path], today: date, art: ArtNames | None = None) -> Checked:
    """Check levels folders, folders of single levels, and files of either. Faults are those of the paths alone."""
    faults: set[Fault] = set()
    levels: dict[str, LevelFile] = {}
    for path in paths:
        found = _check(path.absolute(), today, art)
        faults.update(found.faults)
        levels.update((level.file, level) for level in found.levels)
    return Checked(tuple(sorted(faults)), tuple(levels.values()))


def _check(path: Path, today: date, art: ArtNames | None) -> Checked:
    if path.is_dir():
        is_whole = (path / CAMPAIGN_NAME).exists() or (path / MESSAGES_NAME).exists()
        return _check_all(path, today, art) if is_whole else _check_level(path, today, art)
    if path.name == LEVEL_FILE_NAME:
        return _only(_check_level(path.parent, today, art), path)
    if path.parent.name == PLAYS_NAME:
        return _only(_check_level(path.parent.parent, today, art), path)
    if path.name in (MESSAGES_NAME, CAMPAIGN_NAME, HELPLINES_NAME, ACHIEVEMENTS_NAME):
        return _only(_check_all(path.parent, today, art), path)
    log = FaultLog(shown(path))
    hint = f"name a folder with a {LEVEL_FILE_NAME}, or one of the files of the game's levels"
    log.add("unreadable-file", TOP, "there is nothing to check here", hint)
    return Checked(tuple(log.faults), ())


def _only(checked: Checked, path: Path) -> Checked:
    file = shown(path)
    faults = tuple(fault for fault in checked.faults if fault.file == file)
    return replace(checked, faults=faults, levels=tuple(level for level in checked.levels if level.file == file))


def _check_all(levels_dir: Path, today: date, art: ArtNames | None) -> Checked:
    faults = list(load_library(levels_dir, today, art).faults)
    template = [levels_dir / TEMPLATE] if (levels_dir / TEMPLATE).is_dir() else []
    levels: list[LevelFile] = []
    for folder in (*template, *level_folders(levels_dir)):
        found = _check_level(folder, today, art)
        faults += found.faults
        levels += found.levels
    return Checked(tuple(faults), tuple(levels))


def _check_level(folder: Path, today: date, art: ArtNames | None) -> Checked:
    loading = Loading(folder.parent, today, art)
    loading.messages()
    loading.faults.clear()  # the faults of the messages are not those of the level
    level = loading.level(folder / LEVEL_FILE_NAME)
    plays = loading.plays(folder)
    if level is None:
        return Checked(tuple(loading.faults), ())
    for play in plays:
        log = FaultLog(play.file)
        rehearse(level.level, play, log)
        loading.faults += log.faults
    return Checked(tuple(loading.faults), (level,))
