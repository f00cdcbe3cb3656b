"""Small values and their JSON forms. What cannot be understood is left out: a record may have been edited."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from game.story.recall import GAPS, Memory

_Part = TypeVar("_Part")
_LATEST_DAY = 3_652_059
"""31 December 9999, the last day there is in a calendar of Python."""


def strings(value: object) -> list[str]:
    """Return the texts in a list."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def parts(value: object, part: Callable[[object], _Part | None]) -> dict[str, _Part]:
    """Return the parts of a mapping that can be understood, by name."""
    found = {name: part(each) for name, each in value.items()} if isinstance(value, dict) else {}
    return {name: each for name, each in found.items() if each is not None}


def day(value: object) -> int | None:
    """Return the ordinal of a day."""
    return value if isinstance(value, int) and 1 <= value <= _LATEST_DAY and value is not True else None


def memory(value: object) -> Memory | None:
    """Return how a message is remembered."""
    match value:
        case {"stage": int(stage), "due": due, "asked": asked} if (known := day(due)) and 0 <= stage < len(GAPS):
            return Memory(int(stage), known, tuple(dict.fromkeys(strings(asked))))
        case _:
            return None


def memory_json(kept: Memory) -> Mapping[str, object]:
    """Return what `memory` reads."""
    return {"stage": kept.stage, "due": kept.due, "asked": list(kept.asked)}
