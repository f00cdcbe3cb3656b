"""The calm screen that stands in for a game that does not start: a program of its own."""

import json
from collections.abc import Callable, Mapping
from typing import Protocol

from game.kiosk.event_log import EventLog

_AGAIN_S = 10.0
_ENDED_S = 1.0


class Runs(Protocol):
    """A running program, as `game.kiosk.program.Program`."""

    @property
    def code(self) -> int | None: ...

    def end(self, patience_s: float) -> None: ...


def said(texts: Mapping[str, str], size: tuple[int, int] | None) -> bytes:
    """Return what the program reads before it shows anything: it opens no catalog and no configuration itself."""
    return json.dumps({"texts": dict(texts), "size": size}).encode("ascii") + b"\n"


class RestSign:
    """Shows the screen, and sees to it that it stays."""

    def __init__(self, start: Callable[[], Runs], log: EventLog) -> None:
        """`start` starts the program; it may raise OSError."""
        self._start = start
        self._log = log
        self._program: Runs | None = None
        self._tried_s = float("-inf")

    def show(self, now_s: float) -> None:
        """Show it, if it is not there. Where there is no screen at all, this is tried again from time to time."""
        if self._program is not None and self._program.code is not None:
            self._log.note("rest-sign-ended", code=self._program.code)
            self._program.end(_ENDED_S)
            self._program = None
        if self._program is None and now_s - self._tried_s >= _AGAIN_S:
            self._tried_s = now_s
            try:
                self._program = self._start()
            except OSError as error:
                self._log.note("rest-sign-failed", errno=error.errno)

    def hide(self) -> None:
        """Take it away."""
        if self._program is not None:
            self._program.end(_ENDED_S)
            self._program = None
            self._tried_s = float("-inf")
