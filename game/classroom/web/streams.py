"""Server-sent events: which version a page should show by now. What has changed is on the page itself."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import nullcontext
from http import HTTPStatus
from typing import Final

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from game.classroom.bells import Bells
from game.classroom.ids import SeatId
from game.classroom.views.parts import Notice
from game.classroom.web.presence import Presence
from game.classroom.web.refusal import RefusalError

_HEARTBEAT_S: Final = 15.0
_REST_S: Final = 0.1


def stream(bells: Bells, seat: SeatId | None, version: Callable[[], str], presence: Presence) -> StreamingResponse:
    """Return the stream of a seat's page, or with None of one of the teacher's.

    It tells at most ten versions a second: those in between nobody would see. If the seat has enough of them, it
    raises RefusalError instead of beginning.
    """
    return _Stream(bells, seat, version, presence)


class _Stream(StreamingResponse):
    """Counts as open from before its first byte until it has ended, in whatever way."""

    def __init__(self, bells: Bells, seat: SeatId | None, version: Callable[[], str], presence: Presence) -> None:
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        super().__init__(_versions(bells, seat, version), media_type="text/event-stream", headers=headers)
        self._bells = bells
        self._seat = seat
        self._presence = presence

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._seat and self._presence.has_too_many(self._seat):
            raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, Notice.TOO_OFTEN)
        with self._presence.watching(self._seat) if self._seat else nullcontext():
            self._bells.ring_teacher()
            await super().__call__(scope, receive, send)


async def _versions(bells: Bells, seat: SeatId | None, version: Callable[[], str]) -> AsyncIterator[str]:
    last = ""
    while True:
        bell, now = bells.of(seat), version()
        if now != last:
            yield f"retry: 2000\nevent: version\ndata: {now}\n\n"
            await asyncio.sleep(_REST_S)
        last = now
        try:
            await asyncio.wait_for(bell.wait(), _HEARTBEAT_S)
        except TimeoutError:
            yield ": still here\n\n"
