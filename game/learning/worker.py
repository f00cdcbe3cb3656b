"""Sends in the background for as long as the game or a class runs."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from game.learning.outbox import Outbox
from game.learning.outbox_file import OutboxError
from game.learning.receiving import KeyRefusedError, NotNowError, Receiver
from game.learning.sender import send_batch
from game.learning.sending_lock import SendingLock
from game.network.calling import CalledOffError, Cancel
from game.network.clock import Clock

FIRST_WAIT_S: Final = 2.0
MOST_WAIT_S: Final = 300.0
MOST_ASKED_S: Final = 3600.0
"""A store that asks for a longer wait is asked again after an hour."""
_LOOK_S: Final = 2.0
"""How often it is looked whether something has come, if nobody says so."""

_log = logging.getLogger(__name__)


def wait_after(failures: int, asked: float | None, chance: Random) -> float:
    """Return the seconds before the next try after so many failures in a row, the first being 1.

    It doubles up to a limit, and is spread, so that the computers of a school do not come back all at once.
    """
    if asked is not None:
        return min(asked, MOST_ASKED_S)
    most = min(MOST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - 1, 20))
    return chance.uniform(most / 2, most)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing is sent at the moment."""

    reason: str
    needs_help: bool
    """Whether sending was given up: the key is refused, and somebody has to see to it."""


class SendingWorker:
    """One thread that sends until it is stopped. It does not keep the game from ending."""

    def __init__(
        self,
        path: Path,
        connect: Callable[[], Receiver],
        clock: Clock,
        chance: Random,
        tell: Callable[[Trouble | None], object] = lambda _: None,
    ) -> None:
        """`connect` is called on the thread, so that nobody waits for what it loads.

        `tell` hears, on the thread, of every trouble that is another one than before, and of the end of it.
        """
        self._path = path
        self._connect = connect
        self._clock = clock
        self._chance = chance
        self._tell = tell
        self._cancel = Cancel()
        self._trouble: Trouble | None = None
        self._thread = threading.Thread(target=self._run, name="learning-records", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, most_s: float = 1.0) -> None:
        """Give up whatever is under way; what was not sent waits for the next time."""
        self._cancel.set()
        self._thread.join(most_s)

    def _run(self) -> None:
        try:
            with self._cancel.applied(), SendingLock(self._path) as lock:
                while not lock.take():
                    self._clock.wait(_LOOK_S, self._cancel)
                self._send_for_ever(self._connect())
        except CalledOffError:
            return
        except KeyRefusedError as error:
            self._note(Trouble(str(error), needs_help=True))

    def _send_for_ever(self, receiver: Receiver) -> None:
        failures = 0
        while True:
            try:
                self._send_all(receiver)
                failures = 0
                wait = _LOOK_S
            except (NotNowError, OutboxError) as error:
                failures += 1
                asked = error.after if isinstance(error, NotNowError) else None
                wait = wait_after(failures, asked, self._chance)
                self._note(Trouble(str(error), needs_help=False))
            self._clock.wait(wait, self._cancel)

    def _send_all(self, receiver: Receiver) -> None:
        outbox = Outbox(self._path)
        try:
            while send_batch(outbox, receiver):
                self._note(None)
        finally:
            outbox.close()

    def _note(self, trouble: Trouble | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble:
                _log.warning("learning records are not sent: %s", trouble.reason)
            self._tell(trouble)
