"""A seat after something it did."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from game.classroom.findings import Judged
from game.classroom.happenings import ChoiceTaken, OfferJudged, QuestionAnswered, What
from game.classroom.happenings import Voted as VoteTold
from game.classroom.session.entries import Answered, Skipped, StoryLeft, Voted, Walked
from game.classroom.session.evolve_class import stepped
from game.classroom.session.polls import offer_verdicts
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.session.telling import judged_since, tell


def evolve_seat(
    session: Session, seat: Seat, entry: Voted | Answered | Skipped | Walked | StoryLeft
) -> tuple[Seat, tuple[What, ...]]:
    """Return the seat after an entry of its own, and what happened."""
    match entry:
        case Voted():
            return _voted(session, seat, entry)
        case Answered(given=given):
            told = QuestionAnswered(
                given.moment, given.message, given.question, given.answer, given.right, given.confidence
            )
            return replace(seat, given=(*seat.given, given)), (told,)
        case Skipped(moment=moment):
            return replace(seat, skipped=seat.skipped | {moment}), ()
        case StoryLeft():
            return replace(seat, is_after=True), ()
        case Walked(misfit=None):
            after = stepped(seat.walk, entry.keep, entry.actions, explained=entry.explained)
            whats = tell(after, entry.keep)
            judged = _first(seat, judged_since(after, entry.keep, explained=entry.explained))
            chosen = {each.passage: each.choice for each in reversed(whats) if isinstance(each, ChoiceTaken)}
            return replace(_with_judged(seat, judged), walk=after, chosen={**chosen, **seat.chosen}), (*whats, *judged)
        case Walked(misfit=misfit):
            return replace(seat, walk=replace(seat.walk, misfit=misfit)), ()
        case _:
            assert_never(entry)


def _voted(session: Session, seat: Seat, entry: Voted) -> tuple[Seat, tuple[What, ...]]:
    walk = session.together.walk
    told = VoteTold(walk.place, session.together.round, tuple(sorted(entry.picks.items())))
    offers = walk.passage.offers if walk.passage else {}
    verdicts = offer_verdicts(walk, entry.picks)
    # When the level has been changed since, an offer of the journal may not be there any more.
    known = [OfferJudged(walk.place, each, offers[each].genuine, verdicts[each]) for each in verdicts if each in offers]
    judged = _first(seat, known)
    return _with_judged(seat, judged), (told, *judged)


def _first(seat: Seat, judged: Sequence[OfferJudged]) -> tuple[OfferJudged, ...]:
    """Return the verdicts on offers that the seat had not judged before: later ones have heard the explanation."""
    known = {each.offer for each in seat.judged}
    new: dict[str, OfferJudged] = {}
    for each in judged:
        if each.offer not in known:
            new.setdefault(each.offer, each)
    return tuple(new.values())


def _with_judged(seat: Seat, judged: tuple[OfferJudged, ...]) -> Seat:
    new = tuple(Judged(each.offer, each.genuine, each.verdict) for each in judged)
    return replace(seat, judged=(*seat.judged, *new))
