"""Decides what of a command is taken. A pure function: the session as it is, a command, the entries to be written.

No entries mean that exactly this was taken before: a form that was sent twice, a request repeated after a cut.
"""

import hashlib
from typing import assert_never

from game.classroom.ids import SeatId
from game.classroom.session.commands import (
    Act,
    Answer,
    ClassStepBack,
    CloseSeat,
    Command,
    CountHands,
    Freeze,
    GoOn,
    GoTo,
    Helped,
    Join,
    Leave,
    Personal,
    PlayCard,
    Put,
    RaiseHand,
    Reveal,
    ShowAnswers,
    ShowWays,
    Skip,
    StepBack,
    Take,
    TakeNotes,
    Vote,
    VoteAgain,
)
from game.classroom.session.decide_class import Step, decide_class
from game.classroom.session.decide_seat import decide_personal
from game.classroom.session.entries import (
    AnswersShown,
    Entry,
    Frozen,
    HandRaised,
    HandsCounted,
    Joined,
    SeatEmptied,
    WaysShown,
)
from game.classroom.session.nickname import new_nickname
from game.classroom.session.polls import polls_of
from game.classroom.session.refused import Reason, RefusedError
from game.classroom.session.seat import Gone, Seat
from game.classroom.session.session import MOST_SEATS, Session
from game.classroom.stage import Pace, Stage

MOST_HANDS = 99


def decide(session: Session, command: Command) -> tuple[Entry, ...]:
    """Return what has to be written for a command to count.

    Raises:
        RefusedError: it is not taken.

    """
    if session.stage is Stage.OVER:
        raise RefusedError(Reason.NO_SESSION)
    match command:
        case Join():
            return _join(session, command)
        case Vote() | Answer() | Skip() | Act() | PlayCard() | TakeNotes() | StepBack() | Put():
            return _personal(session, command)
        case RaiseHand() | Helped() | Leave() | CloseSeat():
            return _about_seat(session, command)
        case GoTo() | Reveal() | VoteAgain() | Take() | GoOn() | ClassStepBack():
            return _step(session, command)
        case Freeze() | CountHands() | ShowAnswers() | ShowWays():
            return _setting(session, command)
        case _:
            assert_never(command)


def key_of(command: Command) -> str:
    """Return what two commands have in common that want the same."""
    return hashlib.blake2b(repr(command).encode(), digest_size=9).hexdigest()


def _join(session: Session, wanted: Join) -> tuple[Entry, ...]:
    if wanted.digest in session.by_digest:
        return ()
    if wanted.code != session.code:
        raise RefusedError(Reason.WRONG_CODE)
    if wanted.people not in (1, 2):
        raise RefusedError(Reason.NOT_FITTING)
    if len(session.seats) >= MOST_SEATS:
        raise RefusedError(Reason.FULL)
    nickname = new_nickname(wanted.seed, {seat.nickname for seat in session.seats.values()})
    return (Joined(wanted.seat, wanted.digest, nickname, wanted.people),)


def _personal(session: Session, command: Personal) -> tuple[Entry, ...]:
    seat, key = _seat(session, command.seat), key_of(command)
    if isinstance(command, Vote):
        voted = session.together.votes.get(seat.id)
        if command.turn == session.together.round and voted == command.picks:
            return ()
    elif command.turn == seat.turn - 1 and key == seat.last:
        return ()
    elif command.turn != seat.turn:
        raise RefusedError(Reason.OLD_PAGE)
    if session.is_frozen:
        raise RefusedError(Reason.NOT_FITTING)
    return (decide_personal(session, seat, command, key),)


def _about_seat(session: Session, command: RaiseHand | Helped | Leave | CloseSeat) -> tuple[Entry, ...]:
    match command:
        case RaiseHand(seat, up):
            return () if _seat(session, seat).needs_help == up else (HandRaised(seat, up),)
        case Helped(seat):
            return (HandRaised(seat, up=False),) if _seat(session, seat).needs_help else ()
        case Leave(seat):
            return (SeatEmptied(_seat(session, seat).id, Gone.LEFT),)
        case CloseSeat(seat):
            is_closed = _known(session, seat).gone is Gone.CLOSED
            return () if is_closed else (SeatEmptied(seat, Gone.CLOSED),)
        case _:
            assert_never(command)


def _step(session: Session, command: Step) -> tuple[Entry, ...]:
    key = key_of(command)
    if command.turn == session.turn - 1 and key == session.last:
        return ()
    if command.turn != session.turn:
        raise RefusedError(Reason.OLD_PAGE)
    return decide_class(session, command, key)


def _setting(session: Session, command: Freeze | CountHands | ShowAnswers | ShowWays) -> tuple[Entry, ...]:
    match command:
        case Freeze(frozen, prompt):
            return _freeze(session, Frozen(frozen, prompt if frozen else None))
        case CountHands():
            return _hands(session, command)
        case ShowAnswers(moment, shown):
            return () if (moment in session.shown) == shown else (AnswersShown(moment, shown),)
        case ShowWays(shown):
            return () if session.are_ways_shown == shown else (WaysShown(shown),)
        case _:
            assert_never(command)


def _freeze(session: Session, wanted: Frozen) -> tuple[Entry, ...]:
    if wanted.prompt is not None and wanted.prompt not in range(len(session.level.discuss)):
        raise RefusedError(Reason.NOT_FITTING)
    is_so = (session.is_frozen, session.prompt) == (wanted.frozen, wanted.prompt)
    return () if is_so else (wanted,)


def _hands(session: Session, command: CountHands) -> tuple[Entry, ...]:
    if session.pace is not Pace.TOGETHER or session.stage is not Stage.STORY:
        raise RefusedError(Reason.NOT_FITTING)
    if command.round != session.together.round:
        raise RefusedError(Reason.OLD_PAGE)
    polls = {poll.field: poll.values for poll in polls_of(session.together.walk)}
    for field, counts in command.hands.items():
        for value, count in counts.items():
            if value not in polls.get(field, ()) or count not in range(MOST_HANDS + 1):
                raise RefusedError(Reason.NOT_FITTING)
    return () if command.hands == session.together.hands else (HandsCounted(command.hands),)


def _known(session: Session, seat: SeatId) -> Seat:
    if seat not in session.seats:
        raise RefusedError(Reason.NOT_FITTING)
    return session.seats[seat]


def _seat(session: Session, seat: SeatId) -> Seat:
    found = _known(session, seat)
    if found.gone is not None:
        raise RefusedError(Reason.NOT_FITTING)
    return found
