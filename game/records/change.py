"""What the questions before and after the story show, told as it is: better, the same, or worse."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from game.records.level_progress import CheckResult
from game.story.answer import Answered
from game.story.ids import MessageId


class Change(StrEnum):
    """How an answer after the story compares with the one before. The values name texts of the catalog."""

    GAINED = "gained"
    KEPT = "kept"
    LOST = "lost"
    OPEN = "open"
    """Not right, before and after."""
    RIGHT = "right"
    """Right after the story; nothing was asked before."""
    NOT_YET = "not_yet"
    """Not right after the story; nothing was asked before."""


class Overall(StrEnum):
    """How all answers after the story compare with those before. The values name texts of the catalog."""

    UP = "up"
    DOWN = "down"
    FULL = "full"
    """All right, before and after."""
    NONE = "none"
    ALONE = "alone"
    """Nothing was asked before."""


_COMPARED: Final[Mapping[tuple[bool, bool], Change]] = {
    (False, True): Change.GAINED,
    (True, True): Change.KEPT,
    (True, False): Change.LOST,
}


def changes(before: CheckResult | None, after: CheckResult) -> tuple[tuple[MessageId, Change], ...]:
    """Return what became of each message asked about after the story."""
    earlier = {each.message: each.right for each in before.answers} if before else {}
    return tuple((one.message, _change(before=earlier.get(one.message), right=one.right)) for one in after.answers)


def overall(before: CheckResult | None, after: CheckResult) -> Overall:
    """Return how all answers together compare."""
    if before is None or not before.asked:
        return Overall.ALONE
    if after.right > before.right:
        return Overall.UP
    if after.right < before.right:
        return Overall.DOWN
    return Overall.FULL if after.right == after.asked else Overall.NONE


def tells_sureness(before: Answered | None, after: Answered) -> bool:
    """Say whether something is known about how sure an answer was, and the one before, if there was one."""
    return not any(each and each.right and each.confidence is None for each in (before, after))


def _change(*, before: bool | None, right: bool) -> Change:
    if before is None:
        return Change.RIGHT if right else Change.NOT_YET
    return _COMPARED.get((before, right), Change.OPEN)
