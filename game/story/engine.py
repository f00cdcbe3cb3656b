"""The only place where a state follows from another."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from game.story.action import Action, ActionId, Arrange, Judge, Mark, Note, Play, Verdict, arrange, judge, mark
from game.story.event import Event, LineMarked, Noted, OfferJudged, PartArranged
from game.story.level import FlagId, Level, MessageId, PassageId, Sign
from game.story.state import State, flag_bit, insight_masks, known_bit
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


def start(level: Level, memory: frozenset[FlagId] | None = None) -> State:
    """Return the state a level begins in, with carried messages and those of the first passage in the notebook.

    `memory` names the remembered flags that are set; None stands for a level played on its own.
    """
    bits = taught_at(level, level.start)
    for message in level.carries:
        bits |= known_bit(level, message)
    for flag in level.alone if memory is None else memory & level.remembers.keys():
        bits |= flag_bit(level, flag)
    return State(level.start, tuple(meter.start for meter in level.meters), bits)


def actions(level: Level, state: State) -> tuple[Action, ...]:
    """Return what can happen next; nothing at an ending. Several `Chance` actions stand for one draw by weight.

    In a passage with a task these are all choices some arrangement comes to: arrangements are notes, and notes are not
    in the state. Whoever runs the story takes `Passage.comes_to`.
    """
    return tuple(move.action for move in _open(level, state))


def notes(level: Level, state: State) -> tuple[Note, ...]:
    """Return what can be noted here: marks and verdicts on the offers, parts of the task arranged."""
    return tuple(_notes(level, state.place))


def _notes(level: Level, place: PassageId) -> Iterator[Note]:
    passage = level.passages.get(place)
    for offer in passage.offers.values() if passage else ():
        for line in offer.lines:
            for sign in (Sign.GOOD, Sign.WARNING, None):
                yield mark(offer.id, line, sign)
        for verdict in (Verdict.GO_ON, Verdict.STOP, None):
            yield judge(offer.id, verdict)
    for part in passage.task.parts.values() if passage and passage.task else ():
        for option in part.options:
            yield arrange(part.id, option)


def fitting(level: Level, state: State, message: MessageId) -> Play | None:
    """Return the action that playing a message takes here, or None if it does not fit this moment."""
    plays = (action for action in actions(level, state) if isinstance(action, Play))
    return next((action for action in plays if action.message == message), None)


def apply(level: Level, state: State, action: ActionId) -> Step:
    """Take an action.

    Raises:
        NotOpenError: the action is not one of `actions` or `notes` in this state.

    """
    exits = table_of(level).get(state.place)
    move = exits.find(action, state.meters, state.bits) if exits else None
    if move:
        after = State(move.to, move.shifted(state.meters), state.bits & move.keep | move.add)
        return Step(after, _events(state, move))
    for possible in _notes(level, state.place):
        if possible.id == action:
            return Step(state, (_noted(state, possible),))
    raise NotOpenError(state, action)


def _noted(state: State, note: Note) -> Noted:
    match note:
        case Mark(offer=offer, line=line, sign=sign):
            return LineMarked(offer, line, sign)
        case Judge(offer=offer, verdict=verdict):
            return OfferJudged(offer, verdict)
        case Arrange(part=part, option=option):
            return PartArranged(state.place, part, option)
        case _:
            assert_never(note)


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
