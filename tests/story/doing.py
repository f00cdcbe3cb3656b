"""How a task is done so that it comes to what a play wants."""

from itertools import product

from game.story.level import Passage
from game.story.task import is_complete


def arrangement_for(passage: Passage, choice: str) -> dict[str, str]:
    """Return a way of doing the task of a passage that comes to a choice."""
    assert passage.task
    parts = passage.task.parts.values()
    for picked in product(*(part.options for part in parts)):
        arrangement = {part.id: option for part, option in zip(parts, picked, strict=True)}
        found = passage.comes_to(arrangement)
        if is_complete(passage.task, arrangement) and found and found.id == choice:
            return arrangement
    raise AssertionError(f"nothing comes to {choice}")
