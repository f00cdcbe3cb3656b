"""The routes of the teacher."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.desk import Delete, Open
from game.classroom.ids import SeatId, SessionId
from game.classroom.measure.drawing import Drawing
from game.classroom.paper.from_session import session_figures
from game.classroom.paper.report import plots
from game.classroom.present.console import home_page, session_page
from game.classroom.present.findings import findings
from game.classroom.present.projector import projector_page
from game.classroom.present.versions import session_version
from game.classroom.session.commands import (
    ClassStepBack,
    CloseSeat,
    Command,
    CountHands,
    Freeze,
    GoOn,
    GoTo,
    Helped,
    Reveal,
    ShowAnswers,
    ShowWays,
    Take,
    VoteAgain,
)
from game.classroom.session.polls import polls_of
from game.classroom.session.refused import RefusedError
from game.classroom.session.session import Session
from game.classroom.stage import Pace, Stage
from game.classroom.views.console import DoorPage
from game.classroom.views.parts import Keys, Notice
from game.classroom.web.refusal import RefusalError, notice_of
from game.classroom.web.room import TEACHER, Room, notice_in, number, to, token_of, with_cookie
from game.classroom.web.streams import stream
from game.classroom.web.tokens import new_token
from game.story.checkup import Moment
from game.story.level import LevelId

_HOME = "/console"


class ConsoleRoutes:
    """Answers the teacher's browser."""

    def __init__(self, room: Room) -> None:
        self._room = room

    # ------------------------------------------------------------------------------------------------------- the door

    async def home(self, request: Request) -> Response:
        """Show the sessions to a teacher, and the door to everybody else."""
        token, room = token_of(request, TEACHER), self._room
        if not room.teachers.knows(token):
            token = token or new_token()
            page = DoorPage(Keys(room.tokens.of(token), 0), notice_in(request))
            return with_cookie(room.page(page, HTTPStatus.UNAUTHORIZED), TEACHER, token)
        desk = room.desk
        open_session = desk.session.id if desk.session else None
        return room.page(
            home_page(desk.library, desk.outlines, open_session, room.tokens.of(token), notice_in(request))
        )

    async def enter(self, request: Request) -> Response:
        """Let somebody in who knows the PIN."""
        fields = await self._room.form(request, TEACHER)
        notice = await check_pin(self._room, request, fields.get("pin", ""))
        return to(_HOME, notice) if notice else await self._let_in()

    async def key(self, request: Request) -> Response:
        """Let the browser in that the command opened."""
        if not self._room.teachers.use_key(str(request.path_params["key"])):
            return to(_HOME)
        return await self._let_in()

    async def exit(self, request: Request) -> Response:
        """Forget a teacher's device."""
        await self._room.form(request, TEACHER)
        digest = self._room.teachers.remove(self._room.expect_teacher(request))
        await self._room.desk.on_disk(lambda store: store.remove_teacher(digest))
        response = to(_HOME)
        response.delete_cookie(TEACHER, path="/")
        return response

    async def _let_in(self) -> Response:
        return with_cookie(to(_HOME), TEACHER, await new_teacher(self._room))

    # ------------------------------------------------------------------------------------------------------- sessions

    async def open(self, request: Request) -> Response:
        """Begin a session."""
        fields = await self._room.form(request, TEACHER)
        self._room.expect_teacher(request)
        pace = Pace.OWN if fields.get("pace") == Pace.OWN else Pace.TOGETHER
        wish = Open(LevelId(fields.get("level", "")), pace, has_checks=fields.get("checks") == "yes")
        try:
            session = await self._room.desk.do(wish)
        except RefusedError as error:
            return to(_HOME, notice_of(error.reason))
        return to(_path(session.id) if session else _HOME)

    async def session(self, request: Request) -> Response:
        """Show a session."""
        token, room = token_of(request, TEACHER), self._room
        if not room.teachers.knows(token):
            return await self.home(request)
        session = await self._find(request)
        form = room.tokens.of(token)
        here = room.presence.here()
        page = session_page(session, room.words, room.address, here, room.presence.mark(), form, notice_in(request))
        return room.page(replace(page, plots=self._plots(session)))

    def _plots(self, session: Session) -> tuple[Drawing, ...]:
        """Return what the class learned; nothing before it is over, see `PaperRoutes`."""
        if session.stage is not Stage.OVER:
            return ()
        return plots(session_figures(findings(session), self._room.desk.library.messages), self._room.words)

    async def events(self, request: Request) -> Response:
        """Tell when the page of a session changes."""
        self._room.expect_teacher(request)
        session = await self._find(request)
        return stream(self._room.desk.bells, None, lambda: self._version(session), self._room.presence)

    def _version(self, session: Session) -> str:
        for now in (self._room.desk.session, self._room.desk.last):
            if now and now.id == session.id:
                return session_version(now, self._room.presence.mark())
        return session_version(session, 0)

    async def delete(self, request: Request) -> Response:
        """Delete a session."""
        fields = await self._room.form(request, TEACHER)
        self._room.expect_teacher(request)
        if fields.get("sure") != "yes":
            return to(_HOME, Notice.NOT_FITTING)
        try:
            await self._room.desk.do(Delete(_id(request)))
        except RefusedError as error:
            return to(_HOME, notice_of(error.reason))
        return to(_HOME)

    async def write(self, request: Request) -> Response:
        """Take what the teacher wants of the open session: `/console/sessions/ID/WHAT`."""
        fields = await self._room.form(request, TEACHER)
        self._room.expect_teacher(request)
        session = await self._find(request)
        command = command_of(str(request.path_params["what"]), session, fields)
        if command is None:
            raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NO_PAGE)
        return to(_path(session.id), await self._room.tell(session.id, command))

    async def write_seat(self, request: Request) -> Response:
        """Take what the teacher wants of a seat: `/console/sessions/ID/seats/SEAT/WHAT`."""
        await self._room.form(request, TEACHER)
        self._room.expect_teacher(request)
        session = await self._find(request)
        seat, what = SeatId(str(request.path_params["seat"])), request.path_params["what"]
        if what not in ("close", "helped"):
            raise RefusalError(HTTPStatus.NOT_FOUND, Notice.NO_PAGE)
        command = CloseSeat(seat) if what == "close" else Helped(seat)
        return to(_path(session.id), await self._room.tell(session.id, command))

    async def projector(self, request: Request) -> Response:
        """Show what everybody in the room sees."""
        if not self._room.teachers.knows(token_of(request, TEACHER)):
            return await self.home(request)
        return self._room.page(projector_page(self._room.desk.session, self._room.words, self._room.address))

    async def _find(self, request: Request) -> Session:
        return await self._room.expect_session(_id(request))


async def check_pin(room: Room, request: Request, pin: str) -> Notice | None:
    """Return why somebody is not let in, or None."""
    address = request.client.host if request.client else ""
    if room.guesses.is_spent(address):
        return Notice.TOO_OFTEN
    if room.teachers.is_pin(pin):
        return None
    room.guesses.take(address)
    return Notice.WRONG_PIN


async def new_teacher(room: Room) -> str:
    """Return the token of a new teacher's device."""
    token = new_token()
    digest, now_ms = room.teachers.add(token), room.desk.now_ms()
    await room.desk.on_disk(lambda store: store.add_teacher(digest, now_ms))
    return token


def command_of(what: str, session: Session, fields: Mapping[str, str]) -> Command | None:
    """Return what a form of the console asks for; None if there is no such form.

    Raises:
        RefusalError: a field is missing.

    """
    is_shown = fields.get("shown") == "yes"
    match what:
        case "freeze":
            prompt = number(fields, "prompt") if fields.get("prompt") else None
            return Freeze(fields.get("frozen") == "yes", prompt)
        case "hands":
            return CountHands(number(fields, "round"), _hands(session, fields))
        case "show-answers":
            return ShowAnswers(Moment.AFTER if fields.get("moment") == "after" else Moment.BEFORE, is_shown)
        case "show-ways":
            return ShowWays(is_shown)
        case "stage" | "reveal" | "again" | "take" | "go-on" | "back":
            return _step(what, number(fields, "turn"), fields)
        case _:
            return None


def _step(what: str, turn: int, fields: Mapping[str, str]) -> Command:
    match what:
        case "stage":
            if fields.get("to") not in tuple(Stage):
                raise RefusalError(HTTPStatus.BAD_REQUEST, Notice.NOT_FITTING)
            return GoTo(turn, Stage(fields["to"]))
        case "take":
            picks = {name: value for name, value in fields.items() if name.startswith("pick.")}
            return Take(turn, None if fields.get("majority") == "yes" else picks)
        case "reveal":
            return Reveal(turn)
        case "again":
            return VoteAgain(turn)
        case "go-on":
            return GoOn(turn)
        case _:
            return ClassStepBack(turn)


def _hands(session: Session, fields: Mapping[str, str]) -> dict[str, dict[str, int]]:
    hands: dict[str, dict[str, int]] = {}
    for poll in polls_of(session.together.walk):
        for value in poll.values:
            name = f"hands.{poll.field}.{value}"
            if fields.get(name) and (count := number(fields, name)):
                hands.setdefault(poll.field, {})[value] = count
    return hands


def _id(request: Request) -> SessionId:
    return SessionId(str(request.path_params["session"]))


def _path(session: SessionId) -> str:
    return f"{_HOME}/sessions/{session}"
