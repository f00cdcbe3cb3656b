"""Starting the portal: as a program of its own, or on a thread of a test."""

import asyncio
import logging
import os
import socket
import sqlite3
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from game.portal.app import Options, build_gate
from game.portal.asgi import App
from game.portal.store import Store

_ADDRESS = "127.0.0.1"
_READ_BYTES = 1024
_GRACE_S = 1
_START_PATIENCE_S = 30
_RESET_AT_ONCE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""Linger for no time: what was not sent yet is thrown away, and the line is reset."""


class CannotStartError(Exception):
    """The port is taken, or the file is none of ours. Whoever starts the portal tells it."""


class Lines:
    """The lines to clients that are open, by the address of the client."""

    def __init__(self) -> None:
        self._open: dict[object, asyncio.Transport] = {}

    def protocol(self) -> type[asyncio.Protocol]:
        lines = self._open

        class _Remembered(H11Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                super().connection_made(transport)  # type: ignore[arg-type]  # uvicorn asks for less than asyncio gives
                # Without this, a body waits 40 ms for the other side to confirm the headers.
                transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                lines[self.client] = cast("asyncio.Transport", transport)

            def connection_lost(self, exc: Exception | None) -> None:
                lines.pop(self.client, None)
                super().connection_lost(exc)

        return _Remembered

    def abort(self, client: object) -> None:
        """Break a line as a cut cable would."""
        transport = self._open[tuple(cast("tuple[str, int]", client))]
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_ONCE)
        transport.abort()


class _Server(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def run_portal(options: Options) -> None:
    """Serve until the standard input closes or the process is told to end.

    Raises:
        CannotStartError: the port or the file cannot be opened.

    """
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    with _opened(options) as (line, store):
        base = _base(line)
        server = _server(options, line, store, lambda: print(f"listening on {base}", flush=True))  # noqa: T201 - for its parent
        threading.Thread(target=_end_with_input, args=(server,), daemon=True).start()
        server.run([line])


@contextmanager
def serving(options: Options) -> Iterator[str]:
    """Serve on a thread, and give the address; the port of the options is taken as it is, 0 for a free one."""
    ready = threading.Event()
    with _opened(options) as (line, store):
        server = _server(options, line, store, ready.set)
        thread = threading.Thread(target=server.run, args=([line],))
        thread.start()
        try:
            if not ready.wait(_START_PATIENCE_S):
                raise TimeoutError("the portal did not start")
            yield _base(line)
        finally:
            server.should_exit = True
            thread.join()


def _server(options: Options, line: socket.socket, store: Store, ready: Callable[[], object]) -> _Server:
    lines = Lines()
    gate: App = build_gate(options, store, _base(line), lines.abort)
    config = uvicorn.Config(
        gate,
        http=lines.protocol(),
        loop="asyncio",
        ws="none",
        lifespan="off",
        interface="asgi3",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_GRACE_S,
    )
    return _Server(config, ready)


@contextmanager
def _opened(options: Options) -> Iterator[tuple[socket.socket, Store]]:
    try:
        line = socket.create_server((_ADDRESS, options.port))
    except OSError as error:
        raise CannotStartError(error) from error
    with line:
        try:
            store = Store(options.data)
        except sqlite3.Error as error:
            raise CannotStartError(error) from error
        with closing(store):
            yield line, store


def _base(line: socket.socket) -> str:
    return f"http://{_ADDRESS}:{line.getsockname()[1]}"


def _end_with_input(server: uvicorn.Server) -> None:
    """End the server with the program that started it. It reads below Python's buffers, which lock at the exit."""
    try:
        while os.read(0, _READ_BYTES):
            pass
    except OSError:  # there is no standard input at all
        pass
    server.should_exit = True
