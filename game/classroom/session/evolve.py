"""What a session is after one more entry of its journal, and what happened by it."""

from dataclasses import replace
from typing import NamedTuple, assert_never

from game.classroom.happenings import Started, Stopped, What, Why
from game.classroom.ids import SeatId, SessionId
from game.classroom.session import evolve_seat
from game.classroom.session.entries import (
    Answered,
    AnswersShown,
    ClassWalked,
    Entry,
    Frozen,
    HandRaised,
    HandsCounted,
    Joined,
    Opened,
    Revealed,
    RoundBegun,
    SeatEmptied,
    Skipped,
    Staged,
    StoryLeft,
    Voted,
    Walked,
    WaysShown,
)
from game.classroom.session.evolve_class import class_walked, new_round
from game.classroom.session.seat import Gone, Seat
from game.classroom.session.session import Script, Session, Together
from game.classroom.session.telling import began, stopped
from game.classroom.session.walk import is_over, new_walk
from game.classroom.stage import Pace, Stage

Happened = tuple[tuple[SeatId | None, What], ...]
"""What happened, to which seat; None stands for the class."""


class Evolved(NamedTuple):
    """A session, and what happened on the way to it."""

    session: Session
    happened: Happened


def opened(session: SessionId, entry: Opened, script: Script, at_ms: int) -> Session:
    """Return the session that begins with this entry. The script holds the level that the entry names."""
    return Session(
        id=session,
        script=script,
        pace=entry.pace,
        has_checks=entry.has_checks,
        code=entry.code,
        seed=entry.seed,
        began_ms=at_ms,
        together=Together(new_walk(script.level, entry.seed)),
        entry=1,
    )


def evolve(session: Session, entry: Entry, at_ms: int) -> Evolved:
    """Return the session after an entry. It never refuses: what is in the journal has been taken."""
    after, happened = _evolve(session, entry, at_ms)
    return Evolved(replace(after, entry=session.entry + 1), happened)


def _evolve(session: Session, entry: Entry, at_ms: int) -> tuple[Session, Happened]:
    match entry:
        case Opened():
            return session, ()
        case Joined():
            return _joined(session, entry)
        case Voted() | Answered() | Skipped() | Walked() | StoryLeft():
            return _personal(session, entry)
        case SeatEmptied():
            return _emptied(session, entry)
        case Staged() | Revealed() | RoundBegun() | ClassWalked():
            return _moved_on(_moved(session, entry.key), session, entry, at_ms)
        case HandRaised() | Frozen() | HandsCounted() | AnswersShown() | WaysShown():
            return _set(session, entry), ()
        case _:
            assert_never(entry)


def _moved_on(
    after: Session, before: Session, entry: Staged | Revealed | RoundBegun | ClassWalked, at_ms: int
) -> tuple[Session, Happened]:
    match entry:
        case Staged():
            return _staged(after, before, entry, at_ms)
        case Revealed():
            return replace(after, together=replace(before.together, is_revealed=True)), ()
        case RoundBegun():
            return replace(after, together=new_round(before.together)), ()
        case ClassWalked():
            together, whats = class_walked(before.together, entry)
            return replace(after, together=together), tuple((None, what) for what in whats)
        case _:
            assert_never(entry)


def _set(session: Session, entry: HandRaised | Frozen | HandsCounted | AnswersShown | WaysShown) -> Session:
    match entry:
        case HandRaised(seat, up):
            return _with_seat(session, replace(session.seats[seat], needs_help=up))
        case Frozen(frozen, prompt):
            return replace(session, is_frozen=frozen, prompt=prompt)
        case HandsCounted(hands):
            return replace(session, together=replace(session.together, hands=hands))
        case AnswersShown(moment, shown):
            return replace(session, shown=session.shown | {moment} if shown else session.shown - {moment})
        case WaysShown(shown):
            return replace(session, are_ways_shown=shown)
        case _:
            assert_never(entry)


def _with_seat(session: Session, seat: Seat) -> Session:
    return replace(session, seats={**session.seats, seat.id: seat})


def _moved(session: Session, key: str) -> Session:
    return replace(session, turn=session.turn + 1, last=key)


def _joined(session: Session, entry: Joined) -> tuple[Session, Happened]:
    number = len(session.seats)
    walk = new_walk(session.level, (session.seed + 0x9E3779B9 * (number + 1)) % 2**64)
    seat = Seat(entry.seat, entry.digest, number, entry.nickname, entry.people, walk)
    joined = replace(_with_seat(session, seat), by_digest={**session.by_digest, entry.digest: entry.seat})
    return joined, _began(joined, seat) if session.stage is not Stage.LOBBY else ()


def _began(session: Session, seat: Seat) -> Happened:
    own = began(seat.walk) if session.pace is Pace.OWN else ()
    return tuple((seat.id, what) for what in (Started(session.pace), *own))


def _personal(session: Session, entry: Voted | Answered | Skipped | Walked | StoryLeft) -> tuple[Session, Happened]:
    seat = session.seats[entry.seat]
    after, whats = evolve_seat.evolve_seat(session, seat, entry)
    after = replace(after, turn=seat.turn + 1, last=entry.key)
    session = _with_seat(session, after)
    if isinstance(entry, Voted):
        votes = {**session.together.votes, seat.id: entry.picks}
        session = replace(session, together=replace(session.together, votes=votes))
    if session.stage_of(after) is Stage.OVER and not after.has_stopped:
        session, whats = _with_seat(session, replace(after, has_stopped=True)), (*whats, Stopped(Why.FINISHED))
    return session, tuple((seat.id, what) for what in whats)


def _emptied(session: Session, entry: SeatEmptied) -> tuple[Session, Happened]:
    seat = session.seats[entry.seat]
    votes = session.together.votes
    # Whoever leaves can come back with another token: so a vote leaves with its seat while there can still be others.
    if entry.gone is Gone.CLOSED or not session.together.is_revealed:
        votes = {voter: picks for voter, picks in votes.items() if voter != seat.id}
    why = Why.LEFT if entry.gone is Gone.LEFT else Why.CLOSED
    tells = not seat.has_stopped and session.stage is not Stage.LOBBY
    after = replace(seat, gone=entry.gone, needs_help=False, has_stopped=True)
    emptied = replace(_with_seat(session, after), together=replace(session.together, votes=votes))
    return emptied, ((seat.id, Stopped(why)),) if tells else ()


def _staged(after: Session, session: Session, entry: Staged, at_ms: int) -> tuple[Session, Happened]:
    after = replace(after, stage=entry.to, is_frozen=False, prompt=None)
    happened: list[tuple[SeatId | None, What]] = []
    if session.stage is Stage.LOBBY and entry.to is not Stage.OVER:
        happened += (each for seat in session.present for each in _began(after, seat))
    if entry.to is Stage.STORY and session.pace is Pace.TOGETHER:
        happened += ((None, what) for what in (Started(Pace.TOGETHER), *began(session.together.walk)))
    if entry.to is not Stage.OVER:
        return after, tuple(happened)
    if session.stage is not Stage.LOBBY:
        happened += _stop(session)
    seats = {seat.id: replace(seat, has_stopped=True, needs_help=False) for seat in session.seats.values()}
    return replace(after, ended_ms=at_ms, seats=seats), tuple(happened)


def _stop(session: Session) -> Happened:
    """Tell that everybody is done who was not done before."""
    has_ended = session.pace is Pace.TOGETHER and is_over(session.together.walk)
    seats = tuple((seat.id, stopped(done=has_ended)) for seat in session.present if not seat.has_stopped)
    has_begun = session.pace is Pace.TOGETHER and session.stage in (Stage.STORY, Stage.AFTER)
    return (*seats, (None, stopped(done=has_ended))) if has_begun else seats
