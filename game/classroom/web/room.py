"""What all routes share: the desk, the words, and who is who."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from game.classroom.desk import Desk, To
from game.classroom.ids import SessionId
from game.classroom.pages.render import Page, render
from game.classroom.present.address import Address
from game.classroom.session.commands import Command
from game.classroom.session.refused import RefusedError
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.views.parts import Notice
from game.classroom.views.wire import as_json
from game.classroom.web.limits import Limits, Pace
from game.classroom.web.presence import Presence
from game.classroom.web.refusal import RefusalError, notice_of
from game.classroom.web.tokens import FormTokens, Teachers, is_token, seat_digest
from game.content.words import Words

SEAT, TEACHER = "seat", "teacher"
"""The cookies."""
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 400
_COOKIE_S = 12 * 60 * 60


@dataclass(slots=True)
class Room:
    """Holds what lives as long as the server."""

    desk: Desk
    words: Words
    address: Address
    teachers: Teachers
    tokens: FormTokens
    limits: Limits
    presence: Presence = field(default_factory=Presence)
    writes: Pace = field(init=False)
    joins: Pace = field(init=False)
    guesses: Pace = field(init=False)
    codes: Pace = field(init=False)

    def __post_init__(self) -> None:
        self.writes, self.joins = Pace(self.limits.writes), Pace(self.limits.joins)
        self.guesses, self.codes = Pace(self.limits.guesses), Pace(self.limits.codes)

    # -------------------------------------------------------------------------------------------------------- who

    def seat_of(self, token: str) -> tuple[Session, Seat] | None:
        """Return the seat of a token, and its session: the open one, or the one before."""
        for session in (self.desk.session, self.desk.last):
            if session and token:
                seat = session.by_digest.get(seat_digest(session.id, token))
                if seat:
                    return session, session.seats[seat]
        return None

    def expect_seat(self, request: Request) -> tuple[Session, Seat]:
        """Return who asks.

        Raises:
            RefusalError: nobody who has a seat.

        """
        found = self.seat_of(token_of(request, SEAT))
        if found is None or found[1].gone is not None:
            raise RefusalError(HTTPStatus.UNAUTHORIZED)
        return found

    def expect_teacher(self, request: Request) -> str:
        """Return the token of the teacher who asks.

        Raises:
            RefusalError: it is not a teacher.

        """
        token = token_of(request, TEACHER)
        if not self.teachers.knows(token):
            raise RefusalError(HTTPStatus.FORBIDDEN)
        return token

    async def expect_session(self, session: SessionId) -> Session:
        """Return a session, open or over.

        Raises:
            RefusalError: there is none, or it cannot be shown any more.

        """
        found = await self.desk.read(session)
        if found is None:
            is_kept = any(each.id == session for each in self.desk.outlines)
            raise RefusalError(HTTPStatus.NOT_FOUND, Notice.UNREADABLE if is_kept else Notice.NO_SESSION)
        return found

    async def form(self, request: Request, cookie: str) -> dict[str, str]:
        """Return the fields of a form that one of our pages sent from the device with this cookie.

        Raises:
            RefusalError: it is none.

        """
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != _FORM:
            raise RefusalError(HTTPStatus.BAD_REQUEST)
        try:
            fields = dict(parse_qsl((await request.body()).decode(), max_num_fields=_MOST_FIELDS))
        except ValueError as error:
            raise RefusalError(HTTPStatus.BAD_REQUEST) from error
        if not self.tokens.fits(fields.get("token", ""), request.cookies.get(cookie, "")):
            raise RefusalError(HTTPStatus.FORBIDDEN)
        return fields

    # -------------------------------------------------------------------------------------------------------- doing

    async def tell(self, session: SessionId, command: Command) -> Notice | None:
        """Carry a command out; return why it was not taken, or None."""
        try:
            await self.desk.do(To(session, command))
        except RefusedError as error:
            return notice_of(error.reason)
        return None

    def may_write(self, seat: Seat) -> bool:
        """Count a write of a seat; return False if it writes too often."""
        return self.writes.take(seat.id)

    # ----------------------------------------------------------------------------------------------------- answering

    def page(self, page: Page, status: int = HTTPStatus.OK) -> HTMLResponse:
        """Return a page."""
        return HTMLResponse(render(page, self.words), status)


def token_of(request: Request, cookie: str) -> str:
    """Return the token a request comes with: that of a program, or that of a browser; empty for none."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    token = bearer.strip() if scheme.lower() == "bearer" else request.cookies.get(cookie, "")
    return token if is_token(token) else ""


def notice_in(request: Request) -> Notice | None:
    """Return what a redirect had to say."""
    given = request.query_params.get("notice", "")
    return Notice(given) if given in tuple(Notice) else None


def to(path: str, notice: Notice | None = None) -> Response:
    """Lead a browser on after a form."""
    return RedirectResponse(path + (f"?notice={notice.value}" if notice else ""), HTTPStatus.SEE_OTHER)


def as_answer(value: object, status: int = HTTPStatus.OK) -> Response:
    """Return JSON."""
    return JSONResponse(as_json(value), status)


def with_cookie(response: Response, name: str, token: str) -> Response:
    """Give a device its token."""
    response.set_cookie(name, token, max_age=_COOKIE_S, httponly=True, samesite="strict", path="/")
    return response


def number(fields: Mapping[str, str], name: str) -> int:
    """Return a whole number in a form.

    Raises:
        RefusalError: there is none.

    """
    text = fields.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)
    return int(text)
