"""What a session shows, for reports."""

from collections import Counter

from game.classroom.findings import ChoiceCount, Findings, SeatFindings
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.stage import Pace, Stage
from game.story.checkup import Moment
from game.story.engine import has_won
from game.story.state import learned, used


def findings(session: Session) -> Findings:
    """Return what the counted seats of a session show, in the order of their random ids."""
    is_own = session.pace is Pace.OWN
    return Findings(
        session=session.id,
        level=session.level,
        pace=session.pace,
        has_checks=session.has_checks,
        began_ms=session.began_ms,
        ended_ms=session.ended_ms,
        seats=tuple(_seat(seat, is_own=is_own) for seat in sorted(session.counting, key=lambda each: each.id)),
        choices=_own_choices(session) if is_own else session.together.choices,
        story=session.together.walk.replayed if not is_own and session.stage is not Stage.LOBBY else None,
    )


def _seat(seat: Seat, *, is_own: bool) -> SeatFindings:
    walk, ending = seat.walk, seat.walk.ending
    return SeatFindings(
        people=seat.people,
        before=tuple(each.answered for each in seat.answers(Moment.BEFORE)),
        after=tuple(each.answered for each in seat.answers(Moment.AFTER)),
        judged=seat.judged,
        outcome=ending.outcome if is_own and ending else None,
        has_won=is_own and has_won(walk.level, walk.state),
        learned=learned(walk.level, walk.state) if is_own else (),
        used=used(walk.level, walk.state) if is_own else (),
    )


def _own_choices(session: Session) -> tuple[ChoiceCount, ...]:
    taken = Counter(each for seat in session.counting for each in seat.chosen.items())
    return tuple(ChoiceCount(passage, choice, count) for (passage, choice), count in sorted(taken.items()))
