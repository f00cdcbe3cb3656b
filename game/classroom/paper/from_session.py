"""What a session found, as a report may show it. Whatever is too small is left out here, and never comes further."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

from game.classroom.findings import Findings, SeatFindings
from game.classroom.measure.figures import Seat, figures
from game.classroom.paper.session import SessionFigures
from game.classroom.stage import SMALLEST_GROUP
from game.story.action import Verdict
from game.story.ids import MessageId
from game.story.message import Message
from game.story.sensitivity import Verdicts, verdict_on


def session_figures(findings: Findings, messages: Mapping[MessageId, Message]) -> SessionFigures:
    """Return what may be shown of a session."""
    ended = Counter(seat.outcome for seat in findings.seats if seat.outcome is not None)
    return SessionFigures(
        level=findings.level,
        messages=messages,
        day=datetime.fromtimestamp(findings.began_ms / 1000, UTC).astimezone(),
        pace=findings.pace,
        people=sum(seat.people for seat in findings.seats),
        figures=figures([_seat(seat) for seat in findings.seats]),
        outcomes=dict(ended) if ended.total() >= SMALLEST_GROUP else {},
        ended_with=_ended_with(findings),
    )


def _seat(seat: SeatFindings) -> Seat:
    judged = (verdict_on(genuine=each.genuine, stopped=each.verdict is Verdict.STOP) for each in seat.judged)
    return Seat(seat.before, seat.after, sum(judged, Verdicts()))


def _ended_with(findings: Findings) -> str:
    place = findings.story.state.place if findings.story else None
    ending = findings.level.endings.get(place) if place else None
    return ending.title if ending else ""
