"""A level turned into masks and numbers once, so that playing and proving it share one fast set of rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from game.story.action import Action, ActionId, Chance, Choose, Continue, Play, onward
from game.story.event import Arrived, ChanceDecided, ChoiceTaken, Ended, Event, MessageLearned, MessageUsed, MeterMoved
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
        if bits & self.mask != self.wanted:
            return False
        return not self.ranges or all(low <= meters[place] <= high for place, low, high in self.ranges)


class Shift(NamedTuple):
    """What an effect does to one meter, worked out for each value the meter can have."""

    place: int
    change: int
    after: tuple[int, ...]
    """The new value for each old one, held within the bounds."""
    told: tuple[MeterMoved | None, ...]
    """What to tell for each old value; None if the meter cannot move."""


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """One way out of a passage: when it is open, where it leads, and what it changes on the way."""

    origin: PassageId
    action: Action
    guard: Guard
    shifts: tuple[Shift, ...]
    keep: int
    add: int
    """New bits are `bits & keep | add`; `add` holds flags set, the message played, messages taught on arriving."""
    to: PassageId
    told: tuple[Event, ...]
    """What making the move means, before meters move."""
    arrival: Event
    lessons: tuple[tuple[int, MessageLearned], ...]
    """What is taught on arriving, each with the bit that says it is known already."""

    def shifted(self, meters: tuple[int, ...]) -> tuple[int, ...]:
        """Return the meters after the move, each held within its bounds."""
        if not self.shifts:
            return meters
        values = list(meters)
        for place, _, after, _ in self.shifts:
            values[place] = after[values[place]]
        return tuple(values)


@dataclass(frozen=True, slots=True, eq=False)
class Exits:
    """All ways out of a passage.

    Choices stand side by side. Of `decided` only the first open one counts, and only if none is open do the `drawn`
    ones take part in a draw.
    """

    choices: tuple[Move, ...]
    decided: tuple[Move, ...]
    drawn: tuple[Move, ...]
    choice_by_id: Mapping[ActionId, Move]

    def find(self, action: ActionId, meters: tuple[int, ...], bits: int) -> Move | None:
        """Return the move with this id if it can be made now."""
        if self.choices:
            move = self.choice_by_id.get(action)
            return move if move and move.guard.holds(meters, bits) else None
        # A decided and a drawn branch may lead to the same place and then share an id; only one of them is open.
        return next((move for move in self.open(meters, bits) if move.action.id == action), None)

    def open(self, meters: tuple[int, ...], bits: int) -> tuple[Move, ...]:
        """Return the moves that can be made now."""
        if self.choices:
            return tuple(move for move in self.choices if move.guard.holds(meters, bits))
        for move in self.decided:
            if move.guard.holds(meters, bits):
                return (move,)
        return self.drawn


@dataclass(frozen=True, slots=True)
class _Changes:
    shifts: tuple[Shift, ...]
    keep: int
    add: int


_NOTHING = _Changes((), -1, 0)

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
                mask, wanted = _with_bit(mask, wanted, flag_bit(level, flag), is_wanted=is_wanted)
            case Knows(message, is_wanted):
                mask, wanted = _with_bit(mask, wanted, known_bit(level, message), is_wanted=is_wanted)
    return Guard(mask, wanted, tuple((place, low, high) for place, (low, high) in ranges.items()))


def _with_bit(mask: int, wanted: int, bit: int, *, is_wanted: bool) -> tuple[int, int]:
    # A condition and its opposite ask for a bit outside the mask: the guard can then never hold.
    if mask & bit and bool(wanted & bit) != is_wanted:
        return mask & ~bit, wanted | bit
    return mask | bit, wanted | bit if is_wanted else wanted


def _exits(level: Level, passage: Passage) -> Exits:
    choices = tuple(_choice_move(level, passage, choice) for choice in passage.choices.values())
    decided = tuple(_branch_move(level, passage, branch) for branch in passage.branches if branch.chance is None)
    drawn = tuple(_branch_move(level, passage, branch) for branch in passage.branches if branch.chance is not None)
    return Exits(choices, decided, drawn, {move.action.id: move for move in choices})


def _choice_move(level: Level, passage: Passage, choice: Choice) -> Move:
    action_id = ActionId(choice.id)
    changes = _changes(level, choice.effect)
    if choice.uses is None:
        return _move(level, passage, Choose(action_id, choice.id), choice.when, choice.to, changes)
    opened = (*choice.when, Knows(choice.uses, wanted=True))
    played = replace(changes, add=changes.add | used_bit(level, choice.uses))
    return _move(level, passage, Play(action_id, choice.id, choice.uses), opened, choice.to, played)


def _branch_move(level: Level, passage: Passage, branch: Branch) -> Move:
    action_id = onward(branch.to)
    if branch.chance is None:
        return _move(level, passage, Continue(action_id, branch.to), branch.when, branch.to, _NOTHING)
    return _move(level, passage, Chance(action_id, branch.to, branch.chance), (), branch.to, _NOTHING)


def _changes(level: Level, effect: Effect) -> _Changes:
    places = {meter.id: place for place, meter in enumerate(level.meters)}
    shifts = tuple(_shift(level, places[meter], change) for meter, change in effect.meters.items() if change)
    keep = ~_union(flag_bit(level, flag) for flag in effect.clear)
    return _Changes(shifts, keep, _union(flag_bit(level, flag) for flag in effect.set))


def _shift(level: Level, place: int, change: int) -> Shift:
    meter = level.meters[place]
    after = tuple(min(max(value + change, 0), meter.max) for value in range(meter.max + 1))
    told = tuple(MeterMoved(meter.id, now - was, now) if now != was else None for was, now in enumerate(after))
    return Shift(place, change, after, told)


def _move(
    level: Level, passage: Passage, action: Action, when: Iterable[Condition], to: PassageId, changes: _Changes
) -> Move:
    add = changes.add | taught_at(level, to)
    arrival = Ended(to) if to in level.endings else Arrived(to)
    guard = guard_of(level, when)
    told = _told(passage, action)
    return Move(passage.id, action, guard, changes.shifts, changes.keep, add, to, told, arrival, _lessons(level, to))


def _told(passage: Passage, action: Action) -> tuple[Event, ...]:
    match action:
        case Choose(choice=choice):
            return (ChoiceTaken(passage.id, choice),)
        case Play(choice=choice, message=message):
            return (MessageUsed(passage.id, message), ChoiceTaken(passage.id, choice))
        case Chance(to=to):
            return (ChanceDecided(passage.id, to),)
        case Continue():
            return ()


def _lessons(level: Level, to: PassageId) -> tuple[tuple[int, MessageLearned], ...]:
    taught = level.passages[to].teaches if to in level.passages else {}
    return tuple((known_bit(level, message), MessageLearned(message, whom)) for message, whom in taught.items())


def _union(bits: Iterable[int]) -> int:
    union = 0
    for bit in bits:
        union |= bit
    return union
