"""Server-sent events: which version a page should show by now. What has changed is on the page itself."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import nullcontext
from http import HTTPStatus
from typing import Final

from starlette.responses import StreamingResponse

from game.classroom.bells import Bells
from game.classroom.ids import SeatId
from game.classroom.views.parts import Notice
from game.classroom.web.presence import Presence
from game.classroom.web.refusal import RefusalError

_HEARTBEAT_S: Final = 15.0
_REST_S: Final = 0.1


def stream(bells: Bells, seat: SeatId | None, version: Callable[[], str], presence: Presence) -> StreamingResponse:
    """Return the stream of a seat's page, or with None of one of the teacher's.

    It tells at most ten versions a second: those in between nobody would see.

    Raises:
        RefusalError: this seat has enough of them.

    """
    if seat and presence.has_too_many(seat):
        raise RefusalError(HTTPStatus.TOO_MANY_REQUESTS, Notice.TOO_OFTEN)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_versions(bells, seat, version, presence), media_type="text/event-stream", headers=headers)


async def _versions(
    bells: Bells, seat: SeatId | None, version: Callable[[], str], presence: Presence
) -> AsyncIterator[str]:
    with presence.watching(seat) if seat else nullcontext():
        bells.ring_teacher()
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
