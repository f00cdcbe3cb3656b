"""What of a seat's own commands is taken, once it is known to be its turn."""

from typing import assert_never

from game.classroom.session.commands import Act, Answer, Personal, PlayCard, Put, Skip, StepBack, TakeNotes, Vote
from game.classroom.session.entries import Answered, Entry, Skipped, StoryLeft, Voted, Walked
from game.classroom.session.polls import is_ballot
from game.classroom.session.refused import Reason, RefusedError
from game.classroom.session.seat import Given, Seat
from game.classroom.session.session import Session
from game.classroom.session.walk import Need, Walk, is_over, kept, onward, playing, stepped_back, walked
from game.classroom.stage import Pace, Stage
from game.story.action import ActionId
from game.story.checkup import Moment
from game.story.engine import NotOpenError, notes
from game.story.level import MessageId

MOST_ACTIONS = 2000
"""A story has some dozens of steps; nobody fills the disk with marks put and taken back."""


def decide_personal(session: Session, seat: Seat, command: Personal, key: str) -> Entry:
    """Return what has to be written.

    Raises:
        RefusedError: it is not taken.

    """
    match command:
        case Vote():
            return _vote(session, command, key)
        case Answer():
            return _answer(session, seat, command, key)
        case Skip():
            return Skipped(seat.id, key, _asked_now(session, seat))
        case Act() | PlayCard() | TakeNotes() | StepBack() | Put():
            if session.pace is not Pace.OWN or session.stage_of(seat) is not Stage.STORY:
                raise RefusedError(Reason.NOT_FITTING)
            try:
                return _walk(seat, command, key)
            except NotOpenError as error:
                raise RefusedError(Reason.NOT_FITTING) from error
        case _:
            assert_never(command)


def _vote(session: Session, command: Vote, key: str) -> Entry:
    together = session.together
    if session.pace is not Pace.TOGETHER or session.stage is not Stage.STORY:
        raise RefusedError(Reason.NOT_FITTING)
    if command.turn != together.round or together.is_revealed or command.seat in together.votes:
        raise RefusedError(Reason.OLD_PAGE)
    if not is_ballot(together.walk, command.picks):
        raise RefusedError(Reason.NOT_FITTING)
    return Voted(command.seat, key, command.picks)


def _asked_now(session: Session, seat: Seat) -> Moment:
    moment = {Stage.BEFORE: Moment.BEFORE, Stage.AFTER: Moment.AFTER}.get(session.stage_of(seat))
    if moment is None or session.to_answer(seat, moment) is None:
        raise RefusedError(Reason.NOT_FITTING)
    return moment


def _answer(session: Session, seat: Seat, command: Answer, key: str) -> Entry:
    moment = _asked_now(session, seat)
    asked = session.to_answer(seat, moment)
    if asked is None or (command.answer is not None and command.answer not in range(len(asked.answers))):
        raise RefusedError(Reason.NOT_FITTING)
    shown = asked.answered(command.answer, command.confidence)
    text = None if command.answer is None else asked.answers[command.answer]
    return Answered(seat.id, key, Given(moment, asked.message, asked.question.id, text, shown.right, shown.confidence))


def _walk(seat: Seat, command: Act | PlayCard | TakeNotes | StepBack | Put, key: str) -> Entry:
    match command:
        case Act(action=action):
            return _go_on(seat, key) if action is None else _choose(seat, key, action)
        case PlayCard(message=message):
            return _play(seat, key, message)
        case TakeNotes(notes=taken):
            return _notes(seat, key, taken)
        case StepBack():
            return Walked(seat.id, key, stepped_back(seat.walk), (), explained=False, misfit=None)
        case Put():
            return _put(seat, command, key)
        case _:
            assert_never(command)


def _choose(seat: Seat, key: str, action: ActionId) -> Entry:
    if action not in map(str, seat.walk.choices):
        raise RefusedError(Reason.NOT_FITTING)
    return _further(seat, key, (action,))


def _play(seat: Seat, key: str, message: MessageId) -> Entry:
    walk = seat.walk
    if message not in walk.cards or walk.need not in (Need.CHOICE, Need.TASK):
        raise RefusedError(Reason.NOT_FITTING)
    action = playing(walk, message)
    if action is None:
        length = len(walk.playthrough.actions)
        return Walked(seat.id, key, length, (), explained=walk.is_explained, misfit=message)
    return _further(seat, key, (action,))


def _go_on(seat: Seat, key: str) -> Entry:
    if is_over(seat.walk):
        return StoryLeft(seat.id, key)
    actions = onward(seat.walk)
    if not actions:
        raise RefusedError(Reason.NOT_FITTING)
    return _further(seat, key, actions)


def _notes(seat: Seat, key: str, taken: tuple[ActionId, ...]) -> Entry:
    """Offers are explained once each has a verdict, and tasks once they are complete."""
    walk = seat.walk
    possible = {note.id for note in notes(walk.level, walk.state)}
    if walk.need not in (Need.OFFERS, Need.TASK) or not possible.issuperset(taken):
        raise RefusedError(Reason.NOT_FITTING)
    if walk.need is Need.TASK:
        seen = {part.id for part in walk.open_parts}
        if not seen.issuperset(action.partition(":")[0] for action in taken):
            raise RefusedError(Reason.NOT_FITTING)
    after = _checked(walked(walk, taken))
    if not taken and not after.is_table_done:  # a contract can be left as it is; everything else waits for an answer
        raise RefusedError(Reason.NOT_FITTING)
    return Walked(seat.id, key, len(walk.playthrough.actions), taken, explained=after.is_table_done, misfit=None)


def _further(seat: Seat, key: str, actions: tuple[ActionId, ...]) -> Entry:
    _checked(walked(seat.walk, actions))
    return Walked(seat.id, key, len(seat.walk.playthrough.actions), actions, explained=False, misfit=None)


def _put(seat: Seat, command: Put, key: str) -> Entry:
    if command.keep not in range(len(seat.walk.playthrough.actions) + 1):
        raise RefusedError(Reason.NOT_FITTING)
    after = _checked(walked(kept(seat.walk, command.keep), command.actions))
    explained = command.explained and after.is_table_done
    return Walked(seat.id, key, command.keep, command.actions, explained=explained, misfit=None)


def _checked(after: Walk) -> Walk:
    if len(after.playthrough.actions) > MOST_ACTIONS:
        raise RefusedError(Reason.NOT_FITTING)
    return after
