"""Reads one level file: form, references, style; then the level itself if nothing is wrong."""

import re
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import TOP, FaultLog, quoted
from game.content.level_advice import advise_level
from game.content.level_build import build_level
from game.content.level_checks import check_level
from game.content.level_names import Known
from game.content.level_shape import LEVEL
from game.content.nodes import Entries
from game.content.parse import read_nodes
from game.content.shape import ID
from game.story.level import Level


def read_level(path: Path, known: Known, log: FaultLog) -> Level | None:
    """Return the level in a file, or None when it has errors; they are in the log. The folder's name is its id."""
    node = read_nodes(path, log)
    if node is None:
        return None
    level_id = path.absolute().parent.name
    if not re.fullmatch(ID.pattern, level_id):
        log.add("bad-id", TOP, f"the folder's name {quoted(level_id)} is not {ID.expected}", "rename the folder")
    check_shape(LEVEL, node, log, "the level")
    if not isinstance(node, Entries):
        return None
    check_level(node, known, log)
    advise_level(node, log)
    return None if log.has_errors else build_level(level_id, node)
