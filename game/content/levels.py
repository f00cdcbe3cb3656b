"""Reads one level file: form, references, style; then the level itself if nothing is wrong."""

from dataclasses import dataclass
from pathlib import Path

from game.content.check import check_shape
from game.content.check_scalar import is_form
from game.content.faults import TOP, At, FaultLog, quoted, shown
from game.content.level_advice import advise_level
from game.content.level_build import build_level
from game.content.level_checks import check_level
from game.content.level_names import Known, names_of
from game.content.level_shape import LEVEL
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import ID
from game.story.level import Level


@dataclass(frozen=True, slots=True)
class LevelFile:
    """A level with the file it was read from, so that what is proved about it can be told at its line."""

    level: Level
    file: str
    """As faults show it."""
    root: Entries

    def where(self, place: str | None, part: str = "") -> At:
        """Return where a passage or an ending is written, or a part of it: a choice, a branch target, an offer.

        Without a place, the part is a message or a meter, and its first mention is meant.
        """
        if place is None:
            return _first_mention(self.root, part) or TOP
        for group in ("passages", "endings"):
            entries = self.root.entries(group)
            if place in entries.keys:
                return _part_of(entries.entries(place), part) or entries.keys[place]
        return TOP


def read_level(path: Path, known: Known, log: FaultLog) -> Level | None:
    """Return the level in a file, or None when it has errors; they are in the log. The folder's name is its id."""
    found = read_level_file(path, known, log)
    return found.level if found else None


def read_level_file(path: Path, known: Known, log: FaultLog) -> LevelFile | None:
    """Return the same as `read_level`, with the places of all its parts."""
    root = read_nodes(path, log)
    if root is None:
        return None
    level_id = path.absolute().parent.name
    if not is_form(ID, level_id):
        log.add("bad-id", TOP, f"the folder's name {quoted(level_id)} is not {ID.expected}", "rename the folder")
    check_shape(LEVEL, root, log, "the level")
    if not isinstance(root, Entries):
        return None
    names = names_of(root)
    check_level(root, names, known, log)
    advise_level(root, names, log)
    return None if log.has_errors else LevelFile(build_level(level_id, root, names), shown(path), root)


def _part_of(place: Entries, part: str) -> At | None:
    for group in ("choices", "offers", "teaches"):
        if part in place.entries(group).keys:
            return place.entries(group).keys[part]
    target = part.removeprefix(">")
    branches = (branch for branch in place.items("to") if isinstance(branch, Entries))
    return next((branch.at for branch in branches if branch.text("to") == target), None)


def _first_mention(root: Entries, name: str) -> At | None:
    if name in root.entries("meters").keys:
        return root.entries("meters").keys[name]
    taught = (passage.entries("teaches").keys for _, passage in root.entries("passages").records())
    listed = (scalar.at for field in ("carries", "asks") for scalar in root.scalars(field) if scalar.text == name)
    return next((keys[name] for keys in taught if name in keys), None) or next(listed, None)
