"""The sign of life that a game gives to whoever watches over it.

It is a small file, written in place: it takes no new room on a full disk. No time of day is in it, so a clock that is
set changes nothing; the watcher looks whether the file differs from what it was.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

BEAT_EVERY_S = 1.0
"""A game beats at least so often. Its loop must not sleep longer."""

_LENGTH = 96
_MOST_BYTES = 1024


class Heartbeat(Protocol):
    """Takes the signs of life of a game. It never raises."""

    def beat(self, now_s: float) -> None:
        """Note that the loop goes round. Call it each time: most calls do nothing. `now_s` is of a monotonic clock."""

    def touched(self, now_s: float) -> None:
        """Note that a visitor did something."""


class Pulse(NamedTuple):
    """What a game said last."""

    beat: int
    """How often it has beaten."""
    idle_s: float | None
    """How long before that a visitor did something; None for not at all."""
    counters_kept: bool
    """Whether what was counted is on the disk."""


class FileHeartbeat:
    """Beats into a file, which whoever watches has made."""

    def __init__(self, file: Path, counters_kept: Callable[[], bool] = lambda: True) -> None:
        self._file = file
        self._counters_kept = counters_kept
        self._beats = 0
        self._beaten_s = float("-inf")
        self._touched_s: float | None = None

    def beat(self, now_s: float) -> None:
        if now_s - self._beaten_s < BEAT_EVERY_S / 2:
            return
        self._beaten_s = now_s
        self._beats += 1
        idle_s = None if self._touched_s is None else round(now_s - self._touched_s, 1)
        # A disk that takes nothing is no reason to end: whoever watches sees it, as the file stays as it is.
        with suppress(OSError), self._file.open("r+b", buffering=0) as file:
            file.write(written(Pulse(self._beats, idle_s, self._counters_kept())))

    def touched(self, now_s: float) -> None:
        self._touched_s = now_s


def prepare(file: Path) -> None:
    """Make the file for a game that is about to start, as long as it will be.

    Raises:
        OSError: it cannot be made.

    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\n".rjust(_LENGTH))


def read_pulse(file: Path) -> Pulse | None:
    """Return what the game said last; None if it has said nothing, or is just writing."""
    try:
        with file.open("rb") as opened:
            said = json.loads(opened.read(_MOST_BYTES))
        return Pulse(int(said["beat"]), said["idle_s"], bool(said["counters_kept"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def written(pulse: Pulse) -> bytes:
    """Return what is in the file after a sign of life; it is always as long."""
    return json.dumps(pulse._asdict()).encode("ascii").ljust(_LENGTH - 1) + b"\n"
