"""Tasks: what a player arranges on the table of a passage before the story goes on.

All kinds are the same to the rules. A task has parts, each part has options, and an arrangement picks one option for
each part. What was picked is counted, and the counts decide which of the passage's choices the arrangement comes to.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.story.comparison import Comparison
from game.story.ids import CastId, MessageId

ASK, LEAVE = "ask", "leave"
"""The options of every line of a contract."""
OWED, LEFT, MONTHS = "owed", "left", "months"
NEVER = 99
"""Counted as the months of a debt that is never paid off."""


class TaskKind(StrEnum):
    """What lies on the table. The values are the fields of the level format."""

    CONTRACT = "contract"
    BUDGET = "budget"
    PACKING = "packing"
    PHONE = "phone"
    LISTENING = "listening"
    REST_DAY = "rest_day"
    WAGE_BOOK = "wage_book"

    @property
    def is_told_turn_by_turn(self) -> bool:
        """Whether a part is answered before the next one is seen."""
        return self in (TaskKind.PHONE, TaskKind.LISTENING)

    @property
    def uses_options_once(self) -> bool:
        """Whether no option can be picked for two parts."""
        return self is TaskKind.REST_DAY


@dataclass(frozen=True, slots=True)
class CountIs:
    """Holds while what was counted compares to the limit as said."""

    count: str
    comparison: Comparison
    limit: int


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked for a part, and what it counts."""

    id: str
    text: str
    counts: Mapping[str, int]
    is_right: bool | None
    """None where there is no right or wrong: in budgets and rest days."""
    answer: str
    """What comes back from the other person; empty where nobody answers."""
    because: str


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to be decided: a line, a row, a thing to pack, a turn of a talk, a slot of a day, a day of a book."""

    id: str
    text: str
    """May have several lines: the bubbles that arrive in one turn."""
    said: str
    """What had been promised about a line of a contract; empty otherwise."""
    options: Mapping[str, Option]
    because: str
    message: MessageId | None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be arranged before the story goes on."""

    kind: TaskKind
    ask: str
    note: str
    """Who the contract is from, or what the amounts are; may be empty."""
    partner: CastId | None
    """Who writes or talks."""
    parts: Mapping[str, Part]

    @property
    def counts(self) -> tuple[str, ...]:
        """The names of everything that is counted."""
        named = (name for part in self.parts.values() for option in part.options.values() for name in option.counts)
        derived = (MONTHS,) if self.kind is TaskKind.BUDGET else ()
        return (*dict.fromkeys(named), *derived)


_Ways = Counter[tuple[tuple[int, ...], frozenset[str]]]
"""How many ways lead to what was counted and the options that cannot be picked again."""

Arrangement = Mapping[str, str]
"""The option picked for each part, by their ids."""


def standing(task: Task, arrangement: Arrangement) -> Arrangement:
    """Return what still stands of options in the order they were picked in.

    An option that can be picked once has moved to the part it was picked for last; the part it came from is empty.
    """
    if not task.kind.uses_options_once:
        return arrangement
    last_part = {option: part for part, option in arrangement.items()}
    return {part: option for part, option in arrangement.items() if last_part[option] == part}


def is_complete(task: Task, arrangement: Arrangement) -> bool:
    """Say whether every part has one of its options, and none is picked twice where that is not possible."""
    untouched = LEAVE if task.kind is TaskKind.CONTRACT else ""
    picked = [arrangement.get(part.id, untouched) for part in task.parts.values()]
    if not all(option in part.options for option, part in zip(picked, task.parts.values(), strict=True)):
        return False
    return not task.kind.uses_options_once or len(set(picked)) == len(picked)


def count(task: Task, arrangement: Arrangement) -> dict[str, int]:
    """Return what an arrangement counts to; parts without an option count nothing."""
    counts = dict.fromkeys(task.counts, 0)
    for part in task.parts.values():
        option = part.options.get(arrangement.get(part.id, ""))
        for name, value in option.counts.items() if option else ():
            counts[name] += value
    return _with_months(task, counts)


def _with_months(task: Task, counts: dict[str, int]) -> dict[str, int]:
    if task.kind is TaskKind.BUDGET:
        owed, left = counts.get(OWED, 0), counts.get(LEFT, 0)
        never = NEVER if owed > 0 else 0
        counts[MONTHS] = min(-(-owed // left), NEVER) if owed > 0 and left > 0 else never
    return counts


def all_counts(task: Task) -> Iterator[tuple[dict[str, int], int]]:
    """Yield everything the complete arrangements count to, with how many arrangements do.

    Arrangements that count the same so far are carried on as one, so that eight lines are a few dozen steps and not
    thousands; the numbers are exact.
    """
    names = [name for name in task.counts if name != MONTHS]
    so_far: _Ways = Counter({((0,) * len(names), frozenset()): 1})
    for part in task.parts.values():
        longer: _Ways = Counter()
        for (counted, taken), ways in so_far.items():
            for option in (each for each in part.options.values() if each.id not in taken):
                after = tuple(value + option.counts.get(name, 0) for name, value in zip(names, counted, strict=True))
                longer[after, taken | {option.id} if task.kind.uses_options_once else taken] += ways
        so_far = longer
    for (counted, _), ways in so_far.items():
        yield _with_months(task, dict(zip(names, counted, strict=True))), ways


def holds(after: Sequence[CountIs], counts: Mapping[str, int]) -> bool:
    """Say whether all conditions on the counts hold; none at all always hold."""
    return all(each.comparison.holds(counts.get(each.count, 0), each.limit) for each in after)
