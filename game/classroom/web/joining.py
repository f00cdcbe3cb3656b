"""Taking a seat, from a phone and from a desktop."""

import secrets

from starlette.requests import Request

from game.classroom.ids import SeatId
from game.classroom.session.commands import Join
from game.classroom.views.parts import Notice
from game.classroom.web.room import Room
from game.classroom.web.tokens import seat_digest


async def join(room: Room, request: Request, token: str, code: str, people: int) -> Notice | None:
    """Take a seat for the device with this token; return why there is none, or None. Twice is once."""
    session, address = room.desk.session, request.client.host if request.client else ""
    if session is None:
        return Notice.NO_SESSION
    digest = seat_digest(session.id, token)
    if digest in session.by_digest:
        return None
    if room.codes.is_spent(address) or not room.joins.take(address):
        return Notice.TOO_OFTEN
    wanted = Join(SeatId(secrets.token_hex(8)), digest, code, people, secrets.randbits(64))
    notice = await room.tell(session.id, wanted)
    if notice is Notice.WRONG_CODE:
        room.codes.take(address)
    return notice
