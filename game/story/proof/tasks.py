"""What the arrangements of a task come to, all of them counted."""

from game.story.level import ChoiceId, Passage
from game.story.task import Part, Task, all_counts


def ways_to(passage: Passage) -> dict[ChoiceId, int]:
    """Return for each choice a task can come to, best first, how many arrangements come to it."""
    ways = {choice.id: 0 for choice in passage.choices.values() if choice.after is not None}
    for counts, arrangements in all_counts(passage.task) if passage.task else ():
        choice = passage.counted(counts)
        if choice:
            ways[choice.id] += arrangements
    return ways


def rewards(passage: Passage) -> bool:
    """Say whether picking only what is right comes to the best choice, and only what is wrong does not.

    Where nothing is right or wrong, as in budgets, some arrangement has to come to the best choice, and not all.
    """
    ways = ways_to(passage)
    best, *_ = ways
    if passage.task is None or not all(_has_right(part) for part in passage.task.parts.values()):
        return 0 < ways[best] < sum(ways.values())
    found = [passage.comes_to(_picked(passage.task, is_right=is_right)) for is_right in (True, False)]
    right, wrong = (choice.id if choice else None for choice in found)
    return right == best != wrong


def _has_right(part: Part) -> bool:
    return all(option.is_right is not None for option in part.options.values())


def _picked(task: Task, *, is_right: bool) -> dict[str, str]:
    options = ((part.id, option) for part in task.parts.values() for option in part.options.values())
    return {part: option.id for part, option in options if option.is_right is is_right}
