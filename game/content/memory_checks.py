"""Checks of what levels remember of one another."""

from collections.abc import Iterable, Mapping

from game.content.faults import FaultLog, quoted
from game.content.levels import LevelFile
from game.story.level import Level, LevelId


def check_memory(file: LevelFile, readable: Mapping[LevelId, Level], names: Iterable[str], log: FaultLog) -> None:
    """Note remembered flags of a level that is not among `names`, and flags that no choice of a readable one sets."""
    for _, source in file.root.entries("remembers").records():
        name, flag = source.scalar("level"), source.scalar("flag")
        if name is None or flag is None:
            continue
        level = readable.get(LevelId(name.text))
        if name.text not in (known := list(names)):
            log.add_unknown("unknown-level", name.at, name.text, f"{quoted(name.text)} is not a level", known)
        elif level and flag.text not in level.flags:
            message = f"no choice of {quoted(name.text)} sets the flag {quoted(flag.text)}"
            log.add_unknown("unknown-flag", flag.at, flag.text, message, level.flags)
