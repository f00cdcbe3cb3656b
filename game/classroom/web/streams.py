"""Server-sent events: which version a page should show by now. What has changed is on the page itself."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from starlette.responses import StreamingResponse

from game.classroom.desk import Desk

_HEARTBEAT_S: Final = 15.0
_SENT_REST_S: Final = 0.1
_REST_S: Final = 0.05


def stream(
    desk: Desk, version: Callable[[], str], watching: AbstractContextManager[None] | None = None
) -> StreamingResponse:
    """Return the stream of a page. It tells at most ten versions a second: those in between nobody would see."""
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    told = _versions(desk, version, watching or nullcontext())
    return StreamingResponse(told, media_type="text/event-stream", headers=headers)


async def _versions(
    desk: Desk, version: Callable[[], str], watching: AbstractContextManager[None]
) -> AsyncIterator[str]:
    with watching:
        desk.announce()
        last = ""
        while True:
            changed, now = desk.changed, version()
            if now != last:
                yield f"retry: 2000\nevent: version\ndata: {now}\n\n"
            await asyncio.sleep(_SENT_REST_S if now != last else _REST_S)
            last = now
            try:
                await asyncio.wait_for(changed.wait(), _HEARTBEAT_S)
            except TimeoutError:
                yield ": still here\n\n"
