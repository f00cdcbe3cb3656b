"""The routes of phones."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.desk import Desk
from game.classroom.ids import SeatId
from game.classroom.present.pupil import pupil_page
from game.classroom.present.versions import seat_version
from game.classroom.session.commands import (
    Act,
    Answer,
    Command,
    Leave,
    PlayCard,
    RaiseHand,
    Skip,
    StepBack,
    TakeNotes,
    Vote,
)
from game.classroom.session.join_code import as_typed
from game.classroom.session.seat import Gone
from game.classroom.views.parts import Keys, Notice
from game.classroom.views.pupil import Goodbye, GoodbyePage, HelpersPage, JoinPage
from game.classroom.web.joining import join
from game.classroom.web.refusal import RefusalError
from game.classroom.web.room import SEAT, Room, notice_in, number, to, token_of, with_cookie
from game.classroom.web.streams import stream
from game.classroom.web.tokens import new_token
from game.story.action import ActionId
from game.story.answer import Confidence
from game.story.level import MessageId

_GO_ON = "go-on"
_NOBODY = "none"


class PupilRoutes:
    """Answers phones."""

    def __init__(self, room: Room) -> None:
        self._room = room

    @property
    def _desk(self) -> Desk:
        return self._room.desk

    async def door(self, request: Request) -> Response:
        """Show the door, or the seat to those who have one in the session that is open."""
        token = token_of(request, SEAT)
        found = self._room.seat_of(token)
        if found and found[0] is self._desk.session and found[1].gone is None:
            return to("/seat")
        if not token or found:  # a device that had a seat begins anew: a seat that was closed stays closed
            token = new_token()
        code = as_typed(str(request.path_params.get("code", request.query_params.get("code", ""))))
        page = JoinPage(code, self._desk.session is not None, Keys(self._room.tokens.of(token), 0), notice_in(request))
        return with_cookie(self._room.page(page), SEAT, token)

    async def join(self, request: Request) -> Response:
        """Take a seat."""
        fields = await self._room.form(request, SEAT)
        token = token_of(request, SEAT)
        code, people = as_typed(fields.get("code", "")), 2 if fields.get("people") == "2" else 1
        notice = await join(self._room, request, token, code, people)
        return to("/", notice) if notice else with_cookie(to("/seat"), SEAT, token)

    async def seat(self, request: Request) -> Response:
        """Show what a seat sees now."""
        token = token_of(request, SEAT)
        found = self._room.seat_of(token)
        if found is None:
            return self._room.page(GoodbyePage(Goodbye.UNKNOWN), HTTPStatus.UNAUTHORIZED)
        session, seat = found
        if seat.gone is not None:
            why = Goodbye.CLOSED if seat.gone is Gone.CLOSED else Goodbye.LEFT
            return self._room.page(GoodbyePage(why), HTTPStatus.UNAUTHORIZED)
        self._room.presence.see(seat.id)
        form = self._room.tokens.of(token)
        return self._room.page(pupil_page(session, seat, self._room.words, form, notice_in(request)))

    async def events(self, request: Request) -> Response:
        """Tell when a seat's page changes."""
        token = token_of(request, SEAT)
        _, seat = self._room.expect_seat(request)
        return stream(self._desk.bells, seat.id, lambda: self._version(token), self._room.presence)

    def _version(self, token: str) -> str:
        found = self._room.seat_of(token)
        return seat_version(*found) if found else _NOBODY

    # --------------------------------------------------------------------------------------------------------- writing

    async def write(self, request: Request) -> Response:
        """Take what a seat does: `/seat/WHAT`."""
        fields = await self._room.form(request, SEAT)
        session, seat = self._room.expect_seat(request)
        if not self._room.may_write(seat):
            raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, Notice.TOO_OFTEN)
        what = str(request.path_params["what"])
        command = command_of(what, seat.id, fields)
        if command is None:
            raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NOT_FITTING)
        notice = await self._room.tell(session.id, command)
        return to("/seat", notice)

    async def helpers(self, request: Request) -> Response:
        """Show who can help."""
        return self._room.page(HelpersPage(self._desk.library.helplines))


def command_of(what: str, seat: SeatId, fields: Mapping[str, str]) -> Command | None:
    """Return what a form of a phone asks for; None if there is no such form.

    Raises:
        RefusalError: a field is missing.

    """
    match what:
        case "hand":
            return RaiseHand(seat, fields.get("up") == "yes")
        case "leave":
            return Leave(seat)
        case "answer" | "skip" | "vote":
            return _of_class(what, seat, number(fields, "turn"), fields)
        case "act" | "notes" | "back":
            return _of_story(what, seat, number(fields, "turn"), fields)
        case _:
            return None


def _of_class(what: str, seat: SeatId, turn: int, fields: Mapping[str, str]) -> Command:
    match what:
        case "answer":
            is_sure = fields.get("answer") != "none"
            return Answer(seat, turn, number(fields, "answer") if is_sure else None, _confidence(fields))
        case "vote":
            return Vote(seat, turn, {name: value for name, value in fields.items() if name.startswith("pick.")})
        case _:
            return Skip(seat, turn)


def _of_story(what: str, seat: SeatId, turn: int, fields: Mapping[str, str]) -> Command:
    match what:
        case "notes":
            notes = (ActionId(value) for name, value in fields.items() if name.startswith("note."))
            return TakeNotes(seat, turn, tuple(notes))
        case "act" if "card" in fields:
            return PlayCard(seat, turn, MessageId(fields["card"]))
        case "act":
            action = fields.get("action", "")
            return Act(seat, turn, None if action == _GO_ON else ActionId(action))
        case _:
            return StepBack(seat, turn)


def _confidence(fields: Mapping[str, str]) -> Confidence | None:
    steps = {str(each.value): each for each in Confidence}
    return steps.get(fields.get("sure", ""))
