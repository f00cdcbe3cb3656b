"""Starting the class: as a program, or on a thread of a test."""

import asyncio
import gc
import logging
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import uvicorn

from game.classroom.desk import Desk
from game.classroom.happenings import Listener
from game.classroom.interfaces import base_of
from game.classroom.present.address import Address
from game.classroom.publisher import Publisher
from game.classroom.store.store import Store, StoreError
from game.classroom.web.app import build_gate
from game.classroom.web.limits import Limits
from game.classroom.web.lines import Line
from game.classroom.web.room import Room
from game.classroom.web.tokens import FormTokens, Teachers, new_pin
from game.content.library import Library
from game.content.words import Words

_GRACE_S: Final = 1
_KEPT_S: Final = 60
"""A phone asks again within a minute, and need not open a line each time."""
_MOST_FILES: Final = 8192
_SWITCH_S: Final = 0.0005
_WAITING_LINES: Final = 1024
_START_PATIENCE_S: Final = 30


class CannotStartError(Exception):
    """The port is taken, the address is none of this machine, or the file cannot be opened. Its message says which."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a class is started."""

    library: Library
    words: Words
    folder: Path
    address: str
    port: int
    """0 for a free one."""
    listener: Listener | None = None
    """Keeps learning records, and forgets them."""
    records: bool = True
    """Whether sessions that are opened now are recorded; without it the listener only forgets."""
    limits: Limits = field(default_factory=Limits)
    pin: str = field(default_factory=new_pin)


@dataclass(frozen=True, slots=True)
class Started:
    """What the teacher needs."""

    base: str
    pin: str
    key: str
    """The address to open in the browser of this machine; good once."""


class _Server(uvicorn.Server):
    """Runs the writer beside the server, and says when it is ready."""

    def __init__(self, config: uvicorn.Config, desk: Desk, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._desk = desk
        self._ready = ready

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        writer = asyncio.create_task(self._desk.run())
        try:
            await super().serve(sockets)
        finally:
            writer.cancel()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def run_class(options: Options, started: Callable[[Started], object]) -> None:
    """Serve until the process is told to end; `started` is called once the class can be reached.

    Raises:
        CannotStartError: the address, the port or the file cannot be opened.

    """
    # The writer's thread has little to do between two waits for the disk, and should not stand in line for it.
    sys.setswitchinterval(_SWITCH_S)
    _allow_many_lines()
    gc.freeze()  # no garbage is looked for in the levels: that would hold up a vote for as long as 60 ms
    with _opened(options) as (line, room, publisher):
        server = _server(room, publisher, line, lambda: started(_started(room, options)))
        server.run([line])


@contextmanager
def serving(options: Options) -> Iterator[Started]:
    """Serve on a thread, and give what the teacher needs."""
    ready = threading.Event()
    with _opened(options) as (line, room, publisher):
        server = _server(room, publisher, line, ready.set)
        thread = threading.Thread(target=server.run, args=([line],))
        thread.start()
        try:
            if not ready.wait(_START_PATIENCE_S):
                raise TimeoutError("the class did not start")
            yield _started(room, options)
        finally:
            server.should_exit = True
            thread.join()


def _allow_many_lines() -> None:
    """Let 300 phones have several lines each; what a system allows at first is often a thousand files."""
    try:
        import resource  # noqa: PLC0415 (Windows has none, and no such limit)
    except ImportError:
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_FILES if most == resource.RLIM_INFINITY else min(_MOST_FILES, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def _started(room: Room, options: Options) -> Started:
    base = room.address.base
    return Started(base, options.pin, f"{base}/console/key/{room.teachers.key}")


def _server(room: Room, publisher: Publisher, line: socket.socket, ready: Callable[[], object]) -> _Server:
    publisher.start()
    host = room.address.base.removeprefix("http://")
    config = uvicorn.Config(
        build_gate(room, frozenset({host, f"localhost:{line.getsockname()[1]}"})),
        http=Line,
        loop="asyncio",
        ws="none",
        lifespan="off",
        interface="asgi3",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        backlog=_WAITING_LINES,
        timeout_graceful_shutdown=_GRACE_S,
        timeout_keep_alive=_KEPT_S,
    )
    return _Server(config, room.desk, ready)


@contextmanager
def _opened(options: Options) -> Iterator[tuple[socket.socket, Room, Publisher]]:
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # it would name addresses; ours are told by `game`
    family = socket.AF_INET6 if ":" in options.address else socket.AF_INET
    try:
        line = socket.create_server((options.address, options.port), family=family, backlog=_WAITING_LINES)
    except OSError as error:
        raise CannotStartError(f"{options.address}:{options.port}: {error.strerror or error}") from error
    with line:
        # Lines inherit it. Without, the body of an answer waits 40 ms for the other side to confirm the headers.
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            store = Store(options.folder)
        except StoreError as error:
            raise CannotStartError(f"{options.folder}: {error}") from error
        publisher = Publisher(options.listener, records=options.records)
        desk = Desk(store, options.library, publisher)
        address = Address(base_of(options.address, line.getsockname()[1]))
        teachers = Teachers(store.teachers(), options.pin)
        tokens = FormTokens(store.secret)
        try:
            yield line, Room(desk, options.words, address, teachers, tokens, options.limits), publisher
        finally:
            publisher.stop()
            desk.close()
