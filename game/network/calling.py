"""A call that is under way, which can be given up from another thread.

It travels in the context of the thread that makes the call, so that providers need not hand it on.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar


class CalledOffError(Exception):
    """The call was given up. Nobody is told: whoever gave it up knows."""


class Cancel:
    """Gives up a call: what waits wakes up, what is on the line is cut."""

    def __init__(self) -> None:
        self._set = threading.Event()
        self._lock = threading.Lock()
        self._hooks: list[Callable[[], object]] = []

    @property
    def is_set(self) -> bool:
        return self._set.is_set()

    def set(self) -> None:
        """Never blocks; further calls do nothing."""
        with self._lock:
            self._set.set()
            hooks, self._hooks = self._hooks, []
        for hook in hooks:
            hook()

    def check(self) -> None:
        """Raises `CalledOffError` if the call was given up."""
        if self.is_set:
            raise CalledOffError

    def wait(self, seconds: float) -> None:
        """Wait. Raises `CalledOffError` as soon as the call is given up."""
        if self._set.wait(seconds):
            raise CalledOffError

    @contextmanager
    def calling(self, hook: Callable[[], object]) -> Iterator[None]:
        """Call `hook` if the call is given up meanwhile."""
        with self._lock:
            self.check()
            self._hooks.append(hook)
        try:
            yield
        finally:
            with self._lock:
                if hook in self._hooks:
                    self._hooks.remove(hook)

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Make this the token of every call that this thread makes meanwhile."""
        before = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(before)


class Line:
    """The connection of one exchange, which is cut at its deadline or when the call is given up.

    Time-outs of sockets count from byte to byte: without this, a portal that sends one byte a second holds us for ever.
    """

    def __init__(self) -> None:
        self.is_late = False
        self._lock = threading.Lock()
        self._is_cut = False
        self._twin: socket.socket | None = None

    def connected(self, plain: socket.socket) -> None:
        """Take note of the socket, before TLS begins: TLS replaces it, so a second handle on it is kept."""
        with self._lock:
            self._twin = plain.dup()
            cut = self._is_cut
        if cut:
            self.cut()

    def cut(self) -> None:
        with self._lock:
            self._is_cut = True
            if self._twin is not None:
                with suppress(OSError):  # the other side may have been faster
                    self._twin.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def held(self, seconds: float, cancel: Cancel) -> Iterator[None]:
        """Make this the line of the exchange that follows, for so many seconds."""
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        before = _LINE.set(self)
        try:
            with cancel.calling(self.cut):
                timer.start()
                yield
        finally:
            timer.cancel()
            _LINE.reset(before)
            with self._lock:
                if self._twin is not None:
                    self._twin.close()
                    self._twin = None

    def _expire(self) -> None:
        self.is_late = True
        self.cut()


def current_cancel() -> Cancel:
    """The token of the call that this thread makes; one that nobody sets if there is none."""
    return _CURRENT.get(None) or Cancel()


def current_line() -> Line | None:
    return _LINE.get(None)


_CURRENT: ContextVar[Cancel | None] = ContextVar("cancel")
_LINE: ContextVar[Line | None] = ContextVar("line")
