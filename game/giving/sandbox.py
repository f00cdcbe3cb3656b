"""The sandbox portal as a child of the game: another process, on a port of this computer that is free."""

import re
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from game.giving.errors import OfflineError, UnavailableError
from game.network.calling import CalledOffError, current_cancel

PATIENCE_S = 30.0
_START = "from game.cli import main; main()"
_ROOT = Path(__file__).resolve().parents[2]
_TOLD = re.compile(r"listening on (http://127\.0\.0\.1:\d{1,5})\s*")


class Sandbox:
    """Starts when somebody first needs it. It ends with the game, however that ends: then its standard input closes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._address = ""
        self._is_closed = False

    def address(self) -> str:
        """Return where it listens, and start it first if it does not run. This may take seconds.

        Raises:
            OfflineError: it cannot be started.

        """
        with self._lock:
            if self._is_closed:
                raise UnavailableError("the game is being left")
            if self._child is None or self._child.poll() is not None:
                self._child, self._address = _started()
            return self._address

    def close(self) -> None:
        """Let it end."""
        with self._lock:
            self._is_closed = True
            if self._child is not None:
                _end(self._child)


def _started() -> tuple[subprocess.Popen[str], str]:
    try:
        child = subprocess.Popen(  # noqa: S603 (this program, and nothing that comes from elsewhere)
            [sys.executable, "-c", _START, "portal"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise OfflineError("the sandbox cannot be started") from None
    told = _first_line(child)
    if told is None:
        _end(child)
        current_cancel().check()
        raise OfflineError("the sandbox did not start")
    return child, told[1]


def _first_line(child: "subprocess.Popen[str]") -> re.Match[str] | None:
    """Wait until it says where it listens, but not for ever, and not if nobody waits any more."""
    timer = threading.Timer(PATIENCE_S, child.kill)
    timer.daemon = True
    timer.start()
    try:
        with current_cancel().calling(child.kill):
            return _TOLD.fullmatch(child.stdout.readline()) if child.stdout else None
    except CalledOffError:
        child.kill()
        return None
    finally:
        timer.cancel()


def _end(child: "subprocess.Popen[str]") -> None:
    child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    with suppress(subprocess.TimeoutExpired):
        child.wait(PATIENCE_S)
