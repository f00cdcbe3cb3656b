"""The routes of a class that a game calls: docs/classroom-api.md."""

import json
from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Final, TypeVar

from game.classroom.client.states import About, Seen
from game.classroom.client.unwire import NotAViewError, read, read_one_of
from game.classroom.stage import Stage
from game.classroom.views.parts import Notice
from game.classroom.views.projector import ProjectorPage
from game.classroom.views.pupil import PupilPage
from game.network.calling import Cancel
from game.network.clock import SystemClock, asked_wait
from game.network.exchange import Exchanger, Fault, NoReplyError, RawReply, Request
from game.network.route import Route, Timing
from game.story.action import ActionId
from game.story.answer import Confidence
from game.story.playthrough import BrokenPlaythroughError, from_json

TIMING: Final = Timing(connect=2.0, read=4.0, exchange=6.0)
"""A class is in the same room; a lesson waits for nobody."""
MOST_BYTES: Final = 512 * 1024
_BUSY_S: Final = 3.0
_Value = TypeVar("_Value")


class AwayError(Exception):
    """There is no answer; trying again later may bring one. `after_s` is what the class asks to wait."""

    def __init__(self, after_s: float = 0.0) -> None:
        super().__init__(after_s)
        self.after_s = after_s


class ForeignError(Exception):
    """What answers is no class, or none that this game understands."""


class NotTakenError(Exception):
    """The class has understood, and does not take it."""

    def __init__(self, status: int, notice: Notice) -> None:
        super().__init__(f"{status} {notice.value}")
        self.status = status
        self.notice = notice


class ClassApi:
    """Calls one class. Every call blocks: it belongs on a thread of its own. `cancel` ends all of them."""

    def __init__(self, base: str, cancel: Cancel, timing: Timing = TIMING) -> None:
        self._route = Route(base, timing=timing)
        self._cancel = cancel
        self._clock = SystemClock()
        self._exchanger = Exchanger(self._route, self._clock)

    def known_by(self, token: str) -> None:
        """Say from now on who asks; empty for nobody."""
        route = replace(self._route, authorization=f"Bearer {token}" if token else "")
        self._exchanger = Exchanger(route, self._clock)

    def about(self) -> About:
        """Return what is played."""
        said = self._ask("GET", "/api/class")
        return _understood(About, {**said, "is_open": said.get("open")})

    def join(self, token: str, code: str, people: int, level_version: str) -> None:
        """Take a seat for a token; again with the same token it is the same seat."""
        body = {"token": token, "code": code, "people": people, "level_version": level_version}
        self._ask("POST", "/api/join", body)

    def seat(self) -> Seen:
        """Return what the seat sees."""
        return _seen(self._ask("GET", "/api/seat"))

    def put(self, turn: int, keep: int, actions: tuple[ActionId, ...]) -> Seen:
        """Set how the own story goes on after its first `keep` actions."""
        # Phones tell what was explained, for their pages depend on it; here the screens of the game show it.
        body = {"turn": turn, "keep": keep, "actions": list(actions), "explained": False}
        return _seen(self._ask("POST", "/api/seat/story", body))

    def answer(self, turn: int, answer: int | None, sure: Confidence | None) -> Seen:
        """Answer a question."""
        return _seen(self._ask("POST", "/api/seat/answer", {"turn": turn, "answer": answer, "sure": sure}))

    def skip(self, turn: int) -> Seen:
        """Pass over questions."""
        return _seen(self._ask("POST", "/api/seat/skip", {"turn": turn}))

    def after(self, turn: int) -> Seen:
        """Go on from the ending."""
        return _seen(self._ask("POST", "/api/seat/after", {"turn": turn}))

    def hand(self, *, up: bool) -> Seen:
        """Ask for help, or do not any more."""
        return _seen(self._ask("POST", "/api/seat/hand", {"up": up}))

    def leave(self) -> None:
        """Give the seat up."""
        self._call("POST", "/api/seat/leave", {})

    def enter(self, pin: str) -> str:
        """Return a teacher's token for the PIN."""
        token = self._ask("POST", "/api/teacher", {"pin": pin}).get("token")
        if not isinstance(token, str):
            raise ForeignError("the answer to a PIN holds no token")
        return token

    def projector(self) -> ProjectorPage:
        """Return what everybody in the room sees."""
        return _understood(ProjectorPage, self._ask("GET", "/api/projector"))

    def _ask(self, method: str, path: str, body: Mapping[str, object] | None = None) -> dict[str, object]:
        return _object(self._call(method, path, body))

    def _call(self, method: str, path: str, body: Mapping[str, object] | None) -> RawReply:
        """Return the answer.

        Raises:
            AwayError: there is none.
            ForeignError: it is not that of a class.
            NotTakenError: it is a refusal.
            CalledOffError: the link is closed.

        """
        data = None if body is None else json.dumps(body).encode()
        headers = {} if data is None else {"Content-Type": "application/json"}
        try:
            reply = self._exchanger.exchange(
                Request(method, path, path, body=data, headers=headers, most_bytes=MOST_BYTES), self._cancel
            )
        except NoReplyError as error:
            if error.fault is Fault.BAD_RESPONSE:
                raise ForeignError(str(error)) from error
            raise AwayError from error
        if reply.status in (HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT):
            return reply
        raise self._refusal(reply)

    def _refusal(self, reply: RawReply) -> Exception:
        if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR and reply.status != HTTPStatus.INSUFFICIENT_STORAGE:
            return AwayError(_BUSY_S)
        if reply.status == HTTPStatus.MISDIRECTED_REQUEST or reply.status < HTTPStatus.BAD_REQUEST:
            return ForeignError("this is not the address of a class")
        try:
            notice = Notice(str(_object(reply).get("notice")))
        except ValueError:
            return ForeignError("a refusal without a reason")
        except ForeignError as error:
            return error
        if reply.status == HTTPStatus.TOO_MANY_REQUESTS and notice is Notice.TOO_OFTEN:
            wait_s = asked_wait(reply.headers.get("retry-after"), self._clock.now())
            return TooOftenError(reply.status, notice, wait_s or _BUSY_S)
        return NotTakenError(reply.status, notice)


class TooOftenError(NotTakenError):
    """The class asks for some patience: `after_s`."""

    def __init__(self, status: int, notice: Notice, after_s: float) -> None:
        super().__init__(status, notice)
        self.after_s = after_s


def _object(reply: RawReply) -> dict[str, object]:
    try:
        said: object = json.loads(reply.body or b"{}")
    except (ValueError, RecursionError) as error:
        raise ForeignError("the answer is no JSON") from error
    if not isinstance(said, dict):
        raise ForeignError("the answer is no object")
    return said


def _seen(said: dict[str, object]) -> Seen:
    try:
        story = said.get("story")
        view = read_one_of(PupilPage, said.get("view"))
        turn, stage, is_frozen = said.get("turn"), Stage(str(said.get("stage"))), said.get("is_frozen")
        playthrough = None if story is None else from_json(story)
    except (NotAViewError, BrokenPlaythroughError, ValueError) as error:
        raise ForeignError(str(error)) from error
    if not isinstance(turn, int):
        raise ForeignError("the answer holds no turn")
    return Seen(view, playthrough, turn, stage, is_frozen is True)


def _understood(kind: type[_Value], said: dict[str, object]) -> _Value:
    try:
        return read(kind, said)
    except NotAViewError as error:
        raise ForeignError(str(error)) from error
