"""Tells a listener what happened, on a thread of its own, once it is on the disk.

What could not be told (the listener's disk is full) is told again, in the same order. What can never be told (it is of
a level that has changed since) is left out, so that nothing behind it waits for ever. What was not told before a crash
is told at the next start, from the journal: so a listener hears everything, and knows by ids what it has heard before.

A session is told of if there was a listener when it was opened. Up to where it was told is remembered in the class's
own file, too: a listener that has lost or deleted what it heard is not told it once more.
"""

import logging
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.classroom.happenings import Happening, Listener
from game.classroom.ids import SessionId
from game.classroom.session.evolve import Evolved, evolve
from game.classroom.session.session import Session
from game.classroom.store.store import Kept

_LOG = logging.getLogger(__name__)
_RETRY_S: Final = 5.0
_MOST_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Forget:
    """A session was deleted."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class ForgetOthers:
    """All sessions but these were deleted."""

    kept: frozenset[SessionId]


_Told = tuple[Happening, ...] | Forget | ForgetOthers


class Publisher:
    """Has a queue and a thread. None as the listener: nobody listens."""

    def __init__(self, listener: Listener | None, *, records: bool = True) -> None:
        """Without `records` it only tells what to forget: there may be records of sessions held before."""
        self._listener = listener
        self.records = listener is not None and records
        """Whether sessions that are opened now are told of."""
        self._told: dict[SessionId, int] = {}
        """Up to which entry each session was told; there are only those that are told of."""
        self._queue: queue.SimpleQueue[_Told | None] = queue.SimpleQueue()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, name="learning-records", daemon=True)

    def start(self) -> None:
        """Begin to tell."""
        if self._listener:
            self._thread.start()

    def stop(self) -> None:
        """Tell what is waiting, once, and end."""
        self._ends.set()
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def take_up(self, sessions: Iterable[SessionId], told: Mapping[SessionId, int]) -> None:
        """Begin with what `told` returned before.

        Whatever is none of these sessions is forgotten: what was queued to be forgotten does not survive a crash.
        """
        self._told |= told
        if self._listener:
            self._queue.put(ForgetOthers(frozenset(sessions)))

    def begin(self, session: SessionId) -> None:
        """Tell of this session from now on."""
        if self.records:
            self._told[session] = 0

    def told(self, sessions: Iterable[SessionId]) -> dict[SessionId, int]:
        """Return up to which entry these were told, without those that are not told of."""
        return {each: self._told[each] for each in sessions if each in self._told}

    def tell(self, happenings: tuple[Happening, ...]) -> None:
        """Tell what happened."""
        recorded = tuple(each for each in happenings if each.session in self._told)
        if self._listener and recorded:
            self._queue.put(recorded)

    def tell_again(self, session: Session, journal: Iterable[Kept]) -> Session:
        """Return a session after its journal, and tell what was not heard of it. `session` is as it was opened."""
        heard = max(self._heard(session.id), self._told.get(session.id, 0))
        for kept in journal:
            evolved = evolve(session, kept.entry, kept.at_ms)
            session = evolved.session
            if kept.number > heard:
                self.tell(happenings_of(evolved, kept.at_ms))
        return session

    def _heard(self, session: SessionId) -> int:
        try:
            return self._listener.heard(session) if self._listener else 0
        except Exception:  # noqa: BLE001 (a lesson begins all the same; what is told twice is known by its ids)
            _LOG.exception("learning records cannot be read")
            return 0

    def forget(self, session: SessionId) -> None:
        """Tell that a session was deleted."""
        if self._listener:
            self._queue.put(Forget(session))

    def _run(self) -> None:
        for told in self._waiting():
            while not (has_told := self._has_told(told)) and not self._ends.wait(_RETRY_S):
                pass
            if has_told and isinstance(told, tuple):
                self._told |= {each.session: each.entry for each in told}

    def _waiting(self) -> Iterator[_Told]:
        """Yield what there is to tell, until the end: happenings that wait behind each other as one."""
        together: tuple[Happening, ...] = ()
        while True:
            told = self._queue.get()
            if isinstance(told, tuple):
                together = (*together, *told)
                if len(together) < _MOST_AT_ONCE and not self._queue.empty():
                    continue
            if together:
                yield together
                together = ()
            if told is None:
                return
            if not isinstance(told, tuple):
                yield told

    def _has_told(self, told: _Told) -> bool:
        """Tell, and return whether that is done with; if not, the listener is to be asked again."""
        if self._listener is None:
            return True
        try:
            match told:
                case Forget(session):
                    self._listener.forget(session)
                case ForgetOthers(kept):
                    self._listener.forget_others(kept)
                case _:
                    self._listener.hear(told)
        except OSError:
            _LOG.exception("learning records cannot be kept")
            return False
        except Exception as error:  # noqa: BLE001 (a mistake that the next try would make again; a lesson goes on)
            if isinstance(told, tuple) and len(told) > 1:
                return all(self._has_told((each,)) for each in told)
            _LOG.error("left out of the learning records: %s: %s", _called(told), type(error).__name__)
        return True


def _called(told: _Told) -> str:
    """Say what it is about, and not of whom it is."""
    if not isinstance(told, tuple):
        return type(told).__name__
    return ", ".join(f"{type(each.what).__name__} in level {each.level}" for each in told)


def happenings_of(evolved: Evolved, at_ms: int) -> tuple[Happening, ...]:
    """Return what happened by one entry, as it is told."""
    session = evolved.session
    return tuple(
        Happening(
            id=f"{session.id}:{session.entry}:{place}",
            session=session.id,
            entry=session.entry,
            at_ms=at_ms,
            seat=seat,
            level=session.level.id,
            what=what,
        )
        for place, (seat, what) in enumerate(evolved.happened)
    )
