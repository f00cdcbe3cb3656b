"""A program that the supervisor runs, and how it is brought to an end."""

import os
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO

_LAST_LINES = 200
_LONGEST_LINE = 2000
_LAST_WORDS_S = 0.5
_KILLED_S = 5.0


class Program:
    """A running program. What it writes is read all the time, so that it never waits; its last lines are kept."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], standard_input: bytes | None = None
    ) -> None:
        """Start it. With `standard_input` it gets these bytes, and then an input that stays open as long as we live.

        Raises:
            OSError: it cannot be started.

        """
        self._process = subprocess.Popen(  # noqa: S603 (a command of the game itself)
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL if standard_input is None else subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in the terminal of the supervisor is for the supervisor
        )
        self._lines: deque[bytes] = deque(maxlen=_LAST_LINES)
        assert self._process.stderr is not None  # noqa: S101 (it was asked for)
        self._reader = threading.Thread(target=self._read, args=(self._process.stderr,), daemon=True)
        self._reader.start()
        if self._process.stdin is not None and standard_input is not None:
            with suppress(OSError):  # it ended already, which `code` tells
                self._process.stdin.write(standard_input)
                self._process.stdin.flush()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def code(self) -> int | None:
        """Its exit code, or None while it runs."""
        return self._process.poll()

    def last_lines(self) -> list[str]:
        """Return the end of what it wrote to its standard error, once it has ended."""
        self._reader.join(_LAST_WORDS_S)
        return [line.decode(errors="replace") for line in list(self._lines)]

    def end(self, patience_s: float) -> None:
        """Ask it to end, and see to it after so many seconds."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(patience_s)
        self._kill()

    def abort(self) -> None:
        """End it at once. Where it can still do so, it says first where in its code it was."""
        if os.name == "posix":
            self._process.send_signal(signal.SIGABRT)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_LAST_WORDS_S)
        self._kill()

    def _kill(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        with suppress(subprocess.TimeoutExpired):  # a process that hangs inside the system ends when the system lets it
            self._process.wait(_KILLED_S)
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _read(self, stream: IO[bytes]) -> None:
        with stream:
            while line := stream.readline(_LONGEST_LINE):
                self._lines.append(line)
