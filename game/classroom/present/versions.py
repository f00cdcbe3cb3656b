"""What streams call the state that a page shows: a page with the same version shows the same."""

from game.classroom.session.seat import Seat
from game.classroom.session.session import Session


def seat_version(session: Session, seat: Seat) -> str:
    """Return the version of a pupil's page: it changes with what this pupil sees, not with the votes of others."""
    frozen = f"f{session.prompt if session.prompt is not None else ''}" if session.is_frozen else ""
    return f"{session.id[:4]}-{session.turn}-{frozen}-{seat.turn}-{seat.gone or ''}-{int(seat.needs_help)}"


def session_version(session: Session, presence: int) -> str:
    """Return the version of the console and the projector. `presence` counts up when devices come and go."""
    return f"{session.id[:4]}-{session.entry}-{presence}"
