"""The only place where a state follows from another."""

from typing import NamedTuple

from game.story.action import (
    Action,
    ActionId,
    Mark,
    Play,
    mark,
)
from game.story.event import Event, LineMarked
from game.story.level import Level, MessageId, Sign
from game.story.state import State, insight_masks, known_bit
from game.story.table import Move, table_of, taught_at


class NotOpenError(Exception):
    """The action cannot be taken in this state: it is unknown here, or its conditions do not hold.

    The catcher offers the actions that are open, or stops a replay.
    """

    def __init__(self, state: State, action: ActionId) -> None:
        super().__init__(f"'{action}' cannot be taken at '{state.place}'")
        self.state = state
        self.action = action


class Step(NamedTuple):
    """A new state, and what happened on the way to it."""

    state: State
    events: tuple[Event, ...]


def start(level: Level) -> State:
    """Return the state a level begins in, with carried messages and those of the first passage in the notebook."""
    bits = taught_at(level, level.start)
    for message in level.carries:
        bits |= known_bit(level, message)
    return State(level.start, tuple(meter.start for meter in level.meters), bits)


def actions(level: Level, state: State) -> tuple[Action, ...]:
    """Return what can happen next; nothing at an ending. Several `Chance` actions stand for one draw by weight."""
    return tuple(move.action for move in _open(level, state))


def marks(level: Level, state: State) -> tuple[Mark, ...]:
    """Return the marks that can be put on the offers of this passage."""
    passage = level.passages.get(state.place)
    return tuple(
        mark(offer.id, line, sign)
        for offer in (passage.offers.values() if passage else ())
        for line in offer.lines
        for sign in (Sign.GOOD, Sign.WARNING, None)
    )


def fitting(level: Level, state: State, message: MessageId) -> Play | None:
    """Return the action that playing a message takes here, or None if it does not fit this moment."""
    plays = (action for action in actions(level, state) if isinstance(action, Play))
    return next((action for action in plays if action.message == message), None)


def apply(level: Level, state: State, action: ActionId) -> Step:
    """Take an action.

    Raises:
        NotOpenError: the action is not one of `actions` or `marks` in this state.

    """
    exits = table_of(level).get(state.place)
    move = exits.find(action, state.meters, state.bits) if exits else None
    if move:
        after = State(move.to, move.shifted(state.meters), state.bits & move.keep | move.add)
        return Step(after, _events(state, move))
    for possible in marks(level, state):
        if possible.id == action:
            return Step(state, (LineMarked(possible.offer, possible.line, possible.sign),))
    raise NotOpenError(state, action)


def has_ended(level: Level, state: State) -> bool:
    """Say whether the story is at an ending."""
    return state.place in level.endings


def has_won(level: Level, state: State) -> bool:
    """Say whether the story has ended and enough messages were learned and used; which ending it is does not count."""
    return has_ended(level, state) and meets_win_rule(level, state)


def meets_win_rule(level: Level, state: State) -> bool:
    """Say whether enough messages were learned and used by now."""
    learned, used = insight_masks(level)
    wins = level.wins
    return (state.bits & learned).bit_count() >= wins.learn and (state.bits & used).bit_count() >= wins.use


def _open(level: Level, state: State) -> tuple[Move, ...]:
    exits = table_of(level).get(state.place)
    return exits.open(state.meters, state.bits) if exits else ()


def _events(before: State, move: Move) -> tuple[Event, ...]:
    events = list(move.told)
    for place, _, _, told in move.shifts:
        moved = told[before.meters[place]]
        if moved:
            events.append(moved)
    events.append(move.arrival)
    for bit, lesson in move.lessons:
        if not before.bits & bit:
            events.append(lesson)
    return tuple(events)
