"""A thread that asks again and again: the way of every link to a class."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from traceback import format_tb
from typing import Final

from game.network.calling import CalledOffError, Cancel

LONGEST_PAUSE_S: Final = 5.0
_MISHAP_S: Final = 5.0
_log = logging.getLogger(__name__)


class Rounds:
    """Makes one round after the other until it is closed. A round returns after how many seconds the next one comes."""

    def __init__(self, make: Callable[[], float], cancel: Cancel, name: str) -> None:
        self._make = make
        self._cancel = cancel
        self._wanted = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def want(self) -> None:
        """Let the next round come at once. Never blocks."""
        self._wanted.set()

    def close(self) -> None:
        """End, even in the middle of a call. Never blocks, and does not keep the game from ending."""
        self._cancel.set()
        self._wanted.set()

    def join(self, seconds: float) -> bool:
        """Wait for the end; return whether it came. For tests, and for a last word before the game ends."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        with suppress(CalledOffError):
            while not self._cancel.is_set:
                self._wanted.clear()
                self._wanted.wait(self._round())

    def _round(self) -> float:
        try:
            return self._make()
        except CalledOffError:
            raise
        except Exception as error:  # noqa: BLE001 (a mistake of ours must not leave a pupil with a dead link)
            # Where it was, but not what it said: that may hold what no log should.
            _log.error("a round failed: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
            return _MISHAP_S


class Backoff:
    """How long to wait after each failure: longer and longer, up to a bound; from the start again after a success."""

    def __init__(self, first_s: float = 0.5) -> None:
        self._first_s = first_s
        self._next_s = first_s

    def failed(self, asked_s: float = 0.0) -> float:
        """Return how long to wait now; no less than what was asked for."""
        wait_s, self._next_s = self._next_s, min(LONGEST_PAUSE_S, 2 * self._next_s)
        return max(wait_s, asked_s)

    def worked(self) -> None:
        """Forget the failures."""
        self._next_s = self._first_s
