"""The same as JSON, for the desktop game: a seat, and the projector."""

import json
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from game import __version__
from game.classroom.ids import SeatId
from game.classroom.present.projector import projector_page
from game.classroom.present.pupil import pupil_page
from game.classroom.present.versions import seat_version, session_version
from game.classroom.session.commands import Act, Answer, Command, Leave, Put, RaiseHand, Skip, Vote
from game.classroom.session.join_code import as_typed
from game.classroom.session.seat import Seat
from game.classroom.session.session import Session
from game.classroom.stage import Pace, Stage
from game.classroom.views.parts import Notice
from game.classroom.views.wire import as_json
from game.classroom.web.console_routes import check_pin, new_teacher
from game.classroom.web.joining import join
from game.classroom.web.refusal import RefusalError, status_of
from game.classroom.web.room import SEAT, Room, as_answer, token_of
from game.classroom.web.streams import stream
from game.classroom.web.tokens import is_token, new_token, seat_digest
from game.story.action import ActionId
from game.story.answer import Confidence
from game.story.playthrough import to_json

_NOBODY = "none"


class ApiRoutes:
    """Answers programs. They prove who they are by a bearer token, which no browser sends by itself."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def about(self, _request: Request) -> Response:
        """Say what is played, so that a game without that level, or with another version of it, can say so."""
        session = self._room.desk.session
        level = session.level if session else None
        return as_answer(
            {
                "game": __version__,
                "open": session is not None,
                "level": level.id if level else "",
                "title": level.title if level else "",
                "level_version": level.version if level else "",
                "pace": session.pace if session else Pace.OWN,
            }
        )

    async def join(self, request: Request) -> Response:
        """Take a seat. With a token of its own, a program can ask again after a cut and gets the same seat."""
        body = await _body(request)
        session = self._room.desk.session
        if session and body.get("level_version", session.level.version) != session.level.version:
            raise RefusalError(HTTPStatus.CONFLICT, Notice.NOT_FITTING)
        token = str(body.get("token", new_token()))
        if not is_token(token):
            raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)
        notice = await join(
            self._room, request, token, as_typed(str(body.get("code", ""))), 2 if body.get("people") == 2 else 1
        )
        _expect_taken(notice)
        now = self._room.desk.session
        seat = now.by_digest.get(seat_digest(now.id, token)) if now else None
        if now is None or seat is None:
            raise RefusalError(HTTPStatus.CONFLICT, Notice.NO_SESSION)
        name = now.seats[seat].nickname
        nickname = self._room.words(
            "class_page.nickname",
            colour=self._room.words(f"nickname_colour.{name.colour}"),
            animal=self._room.words(f"nickname_animal.{name.animal}"),
            number=name.number,
        )
        told = {"token": token, "seat": seat, "nickname": nickname, **name._asdict()}
        return as_answer(told, HTTPStatus.CREATED)

    async def seat(self, request: Request) -> Response:
        """Say what a seat sees."""
        return self._told(request)

    async def events(self, request: Request) -> Response:
        """Tell when a seat has to look again."""
        token = token_of(request, SEAT)
        _, seat = self._room.expect_seat(request)

        def version() -> str:
            found = self._room.seat_of(token)
            return seat_version(*found) if found else _NOBODY

        return stream(self._room.desk.bells, seat.id, version, self._room.presence)

    async def write(self, request: Request) -> Response:
        """Take what a seat does: `/api/seat/WHAT`."""
        body = await _body(request)
        session, seat = self._room.expect_seat(request)
        if "authorization" not in request.headers:  # a browser would send its cookie from anywhere
            raise RefusalError(HTTPStatus.FORBIDDEN)
        if not self._room.may_write(seat):
            raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, Notice.TOO_OFTEN)
        what = str(request.path_params["what"])
        _expect_taken(await self._room.tell(session.id, _command(what, seat.id, body)))
        return Response(status_code=HTTPStatus.NO_CONTENT) if what == "leave" else self._told(request)

    async def teacher(self, request: Request) -> Response:
        """Let a projector in that knows the PIN."""
        body = await _body(request)
        _expect_taken(await check_pin(self._room, request, str(body.get("pin", ""))))
        return as_answer({"token": await new_teacher(self._room)}, HTTPStatus.CREATED)

    async def projector(self, request: Request) -> Response:
        """Say what everybody in the room sees."""
        self._room.expect_teacher(request)
        return as_answer(projector_page(self._room.desk.session, self._room.words, self._room.address))

    async def projector_events(self, request: Request) -> Response:
        """Tell when the projector has to look again."""
        self._room.expect_teacher(request)

        def version() -> str:
            session = self._room.desk.session
            return session_version(session, 0) if session else _NOBODY

        return stream(self._room.desk.bells, None, version, self._room.presence)

    def _told(self, request: Request) -> Response:
        session, seat = self._room.expect_seat(request)
        self._room.presence.see(seat.id)
        view = pupil_page(session, seat, self._room.words, "")
        story = to_json(seat.walk.playthrough) if _plays_alone(session, seat) else None
        return as_answer(
            {
                "view": as_json(view),
                "story": story,
                "turn": view.who.keys.turn,
                "is_frozen": session.is_frozen,
                "stage": session.stage_of(seat),
                "version": view.who.version,
            }
        )


def _plays_alone(session: Session, seat: Seat) -> bool:
    return session.pace is Pace.OWN and session.stage_of(seat) is not Stage.LOBBY


def _expect_taken(notice: Notice | None) -> None:
    if notice:
        raise RefusalError(status_of(notice), notice)


async def _body(request: Request) -> dict[str, object]:
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING) from error
    if not isinstance(body, dict):
        raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)
    return body


def _command(what: str, seat: SeatId, body: dict[str, object]) -> Command:
    match what, body:
        case "hand", {"up": bool(up)}:
            return RaiseHand(seat, up)
        case "leave", _:
            return Leave(seat)
        case _, {"turn": int(turn)}:
            return _in_turn(what, seat, turn, body)
        case _:
            raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)


def _in_turn(what: str, seat: SeatId, turn: int, body: dict[str, object]) -> Command:
    match what, body:
        case "story", {"keep": int(keep), "actions": [*actions], "explained": bool(explained)}:
            return Put(seat, turn, keep, tuple(ActionId(str(each)) for each in actions), explained)
        case "answer", {"answer": int() | None as answer, **rest}:
            sure = rest.get("sure")
            confidence = Confidence(sure) if isinstance(sure, int) and sure in tuple(Confidence) else None
            return Answer(seat, turn, answer, confidence)
        case "vote", {"picks": dict(picks)}:
            return Vote(seat, turn, {str(field): str(value) for field, value in picks.items()})
        case "skip", _:
            return Skip(seat, turn)
        case "after", _:
            return Act(seat, turn, None)
        case _:
            raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)
