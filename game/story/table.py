"""A level turned into masks and numbers once, so that playing and proving it share one fast set of rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from game.story.action import Action, ActionId, Chance, Choose, Continue, Play, onward
from game.story.level import (
    Branch,
    Choice,
    Comparison,
    Condition,
    Effect,
    FlagIs,
    Knows,
    Level,
    MeterIs,
    Passage,
    PassageId,
)
from game.story.state import flag_bit, known_bit, used_bit

_NO_EFFECT = Effect({}, frozenset(), frozenset())
_ENOUGH_TABLES = 64
"""More levels than anybody has open at once; a table weighs some 50 KB."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A list of conditions, compiled: the masked bits must equal `wanted`, each meter lie in its range."""

    mask: int
    wanted: int
    ranges: tuple[tuple[int, int, int], ...]
    """(place of the meter, lowest value, highest value), both inclusive."""

    def holds(self, meters: tuple[int, ...], bits: int) -> bool:
        """Say whether all conditions hold."""
        return bits & self.mask == self.wanted and all(low <= meters[place] <= high for place, low, high in self.ranges)


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """One way out of a passage: when it is open, where it leads, and what it changes on the way."""

    action: Action
    guard: Guard
    shifts: tuple[tuple[int, int, int], ...]
    """(place of the meter, change, highest value)."""
    keep: int
    add: int
    """New bits are `bits & keep | add`; `add` holds flags set, the message played, messages taught on arriving."""
    to: PassageId

    def shifted(self, meters: tuple[int, ...]) -> tuple[int, ...]:
        """Return the meters after the move, each held within its bounds."""
        if not self.shifts:
            return meters
        values = list(meters)
        for place, change, highest in self.shifts:
            values[place] = min(max(values[place] + change, 0), highest)
        return tuple(values)


@dataclass(frozen=True, slots=True, eq=False)
class Exits:
    """All ways out of a passage. Choices stand side by side; of `decided` only the first open one counts, and only
    if none is open do the `drawn` ones take part in a draw."""

    choices: tuple[Move, ...]
    decided: tuple[Move, ...]
    drawn: tuple[Move, ...]

    def open(self, meters: tuple[int, ...], bits: int) -> tuple[Move, ...]:
        """Return the moves that can be made now."""
        if self.choices:
            return tuple(move for move in self.choices if move.guard.holds(meters, bits))
        for move in self.decided:
            if move.guard.holds(meters, bits):
                return (move,)
        return self.drawn


Table = dict[PassageId, Exits]


@lru_cache(maxsize=_ENOUGH_TABLES)
def table_of(level: Level) -> Table:
    """Compile the level. Endings have no exits and are not in the table."""
    return {passage.id: _exits(level, passage) for passage in level.passages.values()}


def taught_at(level: Level, place: PassageId) -> int:
    """Return the bits of the messages taught on arriving at a place; endings teach none."""
    passage = level.passages.get(place)
    return _union(known_bit(level, message) for message in passage.teaches) if passage else 0


def guard_of(level: Level, conditions: Iterable[Condition]) -> Guard:
    """Compile a list of conditions that must all hold."""
    mask = wanted = 0
    ranges: dict[int, tuple[int, int]] = {}
    for condition in conditions:
        match condition:
            case MeterIs(meter, comparison, limit):
                place = [known.id for known in level.meters].index(meter)
                low, high = ranges.get(place, (0, level.meters[place].max))
                at_least = comparison is Comparison.AT_LEAST
                ranges[place] = (max(low, limit), high) if at_least else (low, min(high, limit))
            case FlagIs(flag, is_wanted):
                mask, wanted = _with_bit(mask, wanted, flag_bit(level, flag), is_wanted)
            case Knows(message, is_wanted):
                mask, wanted = _with_bit(mask, wanted, known_bit(level, message), is_wanted)
    return Guard(mask, wanted, tuple((place, low, high) for place, (low, high) in ranges.items()))


def _with_bit(mask: int, wanted: int, bit: int, is_wanted: bool) -> tuple[int, int]:
    # A condition and its opposite ask for a bit outside the mask: the guard can then never hold.
    if mask & bit and bool(wanted & bit) != is_wanted:
        return mask & ~bit, wanted | bit
    return mask | bit, wanted | bit if is_wanted else wanted


def _exits(level: Level, passage: Passage) -> Exits:
    choices = tuple(_choice_move(level, choice) for choice in passage.choices.values())
    decided = tuple(_branch_move(level, branch) for branch in passage.branches if branch.chance is None)
    drawn = tuple(_branch_move(level, branch) for branch in passage.branches if branch.chance is not None)
    return Exits(choices, decided, drawn)


def _choice_move(level: Level, choice: Choice) -> Move:
    action_id = ActionId(choice.id)
    if choice.uses is None:
        return _move(level, Choose(action_id, choice.id), choice.when, choice.effect, choice.to)
    opened = (*choice.when, Knows(choice.uses, wanted=True))
    played = used_bit(level, choice.uses)
    return _move(
        level,
        Play(action_id, choice.id, choice.uses),
        opened,
        choice.effect,
        choice.to,
        played,
    )


def _branch_move(level: Level, branch: Branch) -> Move:
    action_id = onward(branch.to)
    if branch.chance is None:
        return _move(level, Continue(action_id, branch.to), branch.when, _NO_EFFECT, branch.to)
    return _move(level, Chance(action_id, branch.to, branch.chance), (), _NO_EFFECT, branch.to)


def _move(
    level: Level,
    action: Action,
    when: Iterable[Condition],
    effect: Effect,
    to: PassageId,
    played: int = 0,
) -> Move:
    places = {meter.id: place for place, meter in enumerate(level.meters)}
    shifts = tuple(
        (places[meter], change, level.meters[places[meter]].max) for meter, change in effect.meters.items() if change
    )
    keep = ~_union(flag_bit(level, flag) for flag in effect.clear)
    add = _union(flag_bit(level, flag) for flag in effect.set) | played | taught_at(level, to)
    return Move(action, guard_of(level, when), shifts, keep, add, to)


def _union(bits: Iterable[int]) -> int:
    union = 0
    for bit in bits:
        union |= bit
    return union
