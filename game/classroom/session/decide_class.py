"""What of the teacher's steps is taken, once the page they come from is known to be of now."""

from typing import assert_never

from game.classroom.session.commands import ClassStepBack, GoOn, GoTo, Reveal, Take, VoteAgain
from game.classroom.session.entries import ClassWalked, Entry, Revealed, RoundBegun, Staged
from game.classroom.session.polls import Picks, actions_of, card_in, counted, is_ballot, majority, polls_of
from game.classroom.session.refused import Reason, RefusedError
from game.classroom.session.session import Session
from game.classroom.session.walk import onward, playing, stepped_back, walked
from game.classroom.stage import Pace, Stage

Step = GoTo | Reveal | VoteAgain | Take | GoOn | ClassStepBack


def decide_class(session: Session, command: Step, key: str) -> tuple[Entry, ...]:
    """Return what has to be written.

    Raises:
        RefusedError: it is not taken.

    """
    if isinstance(command, GoTo):
        return _go_to(session, command, key)
    if session.pace is not Pace.TOGETHER or session.stage is not Stage.STORY:
        raise RefusedError(Reason.NOT_FITTING)
    walk = session.together.walk
    match command:
        case Reveal():
            _expect(polls_of(walk) and not session.together.is_revealed)
            return (Revealed(key),)
        case VoteAgain():
            _expect(polls_of(walk))
            return (RoundBegun(key),)
        case Take(picks=picks):
            return (_take(session, picks if picks is not None else _majority(session), key),)
        case GoOn():
            actions = onward(walk)
            _expect(actions)
            return (ClassWalked(key, len(walk.playthrough.actions), actions, explained=False, misfit=None),)
        case ClassStepBack():
            _expect(not walk.is_at_start or walk.playthrough.actions)
            return (ClassWalked(key, stepped_back(walk), (), explained=False, misfit=None),)
        case _:
            assert_never(command)


def stages_after(session: Session) -> tuple[Stage, ...]:
    """Return the stages a session can go on to, the usual one first."""
    with_questions = session.has_checks and session.pace is Pace.TOGETHER
    ways = [Stage.LOBBY, Stage.BEFORE, Stage.STORY, Stage.AFTER, Stage.OVER]
    if not with_questions:
        ways = [Stage.LOBBY, Stage.STORY, Stage.OVER]
    return tuple(ways[ways.index(session.stage) + 1 :])


def _go_to(session: Session, command: GoTo, key: str) -> tuple[Entry, ...]:
    _expect(command.to in stages_after(session))
    return (Staged(key, command.to),)


def _majority(session: Session) -> Picks:
    together = session.together
    picks = majority(together.walk, counted(together.walk, tuple(together.votes.values()), together.hands))
    if picks is None:
        raise RefusedError(Reason.TIE)
    return picks


def _take(session: Session, picks: Picks, key: str) -> Entry:
    walk = session.together.walk
    length = len(walk.playthrough.actions)
    card = card_in(picks)
    if card is not None:
        _expect(card in walk.cards and len(picks) == 1)
        action = playing(walk, card)
        if action is None:
            return ClassWalked(key, length, (), explained=walk.is_explained, misfit=card)
        return ClassWalked(key, length, (action,), explained=False, misfit=None)
    _expect(is_ballot(walk, picks))
    actions = actions_of(walk, picks)
    after = walked(walk, actions)
    explained = after.place == walk.place and after.is_table_done
    return ClassWalked(key, length, actions, explained=explained, misfit=None)


def _expect(holds: object) -> None:
    if not holds:
        raise RefusedError(Reason.NOT_FITTING)
