"""What a request sends after its headers: little, and soon."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any, Final

from game.classroom.web.refusal import RefusalError

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

MOST_BYTES: Final = 16 * 1024
PATIENCE_S: Final = 10.0


class Intake:
    """Stands before an app's `receive`, and counts. Once the body is in, it waits as long as anybody likes."""

    def __init__(self, receive: Receive, patience_s: float = PATIENCE_S) -> None:
        """Give all of the body `patience_s` from now on."""
        self._receive = receive
        self._until_s = asyncio.get_running_loop().time() + patience_s
        self._left = MOST_BYTES
        self._is_whole = False

    async def __call__(self) -> Message:
        """Return what comes next.

        Raises:
            RefusalError: the body is too long, or takes too long.

        """
        if self._is_whole:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until_s):
                message = await self._receive()
        except TimeoutError as error:
            raise RefusalError(HTTPStatus.REQUEST_TIMEOUT) from error
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        self._is_whole = not message.get("more_body", False)
        return message
