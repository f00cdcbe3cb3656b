"""The one place where sessions change.

All of the server runs on one event loop, and everything that is written goes through one queue: so no lock is needed,
and two teachers, or a pupil's two taps, are always decided one after the other. The writer takes all that is waiting at
once, decides it on frozen values, and writes it in one transaction, on a thread, while the loop goes on answering
pages. Only when that is on the disk are the new values shown and the waiting requests answered. If it cannot be
written, the values are thrown away: nothing has to be taken back, because nobody has seen them. Two hundred votes in a
second thus cost some dozens of transactions, and not two hundred.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, TypeVar

from game.classroom.bells import Bells
from game.classroom.happenings import Happening
from game.classroom.ids import SessionId
from game.classroom.publisher import Publisher, happenings_of
from game.classroom.session.commands import Command
from game.classroom.session.decide import decide
from game.classroom.session.entries import Opened
from game.classroom.session.evolve import evolve, opened
from game.classroom.session.join_code import new_code
from game.classroom.session.refused import Reason, RefusedError
from game.classroom.session.session import Script, Session
from game.classroom.stage import Pace, Stage
from game.classroom.store.codec import BrokenEntryError
from game.classroom.store.store import Kept, Outline, Store, StoreError
from game.content.library import Library
from game.story.level import LevelId

_LOG = logging.getLogger(__name__)
_MOST_AT_ONCE: Final = 256
_SEED_BITS: Final = 64
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Open:
    """Begin a session."""

    level: LevelId
    pace: Pace
    has_checks: bool


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete a session that is over, or end and delete the open one."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class To:
    """A command to the session with this id; it is refused when another one is open."""

    session: SessionId
    command: Command


Wish = Open | Delete | To


@dataclass(slots=True)
class _Waiting:
    wish: Wish
    done: asyncio.Future[Session | None]


@dataclass(slots=True)
class _Batch:
    """What a transaction will come to. Nobody sees it before it is written."""

    session: Session | None
    kept: list[Kept] = field(default_factory=list)
    touched: dict[SessionId, Session] = field(default_factory=dict)
    told: list[Happening] = field(default_factory=list)


class Desk:
    """Holds the open session, and takes wishes."""

    def __init__(
        self,
        store: Store,
        library: Library,
        publisher: Publisher,
        now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self.session: Session | None = None
        """The session that is open; None between lessons."""
        self.last: Session | None = None
        """The session that was open before, since the server runs: its phones still show how it ended."""
        self.bells = Bells()
        """Who waits for a change."""
        self.library = library
        self.now_ms = now_ms
        self._store = store
        self._publisher = publisher
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._disk = ThreadPoolExecutor(1, "class-store")
        self._outlines = {each.id: each for each in store.outlines()}
        self._take_up()

    # -------------------------------------------------------------------------------------------------------- reading

    @property
    def outlines(self) -> Sequence[Outline]:
        """All sessions, the newest first."""
        return sorted(self._outlines.values(), key=lambda each: -each.began_ms)

    async def read(self, session: SessionId) -> Session | None:
        """Return a session, open or over; None if there is none, or it cannot be read or replayed any more."""
        if self.session and self.session.id == session:
            return self.session
        if session not in self._outlines:
            return None
        return await asyncio.get_running_loop().run_in_executor(self._disk, self._load, session)

    # -------------------------------------------------------------------------------------------------------- writing

    async def do(self, wish: Wish) -> Session | None:
        """Carry a wish out, and return the session it was about once it is on the disk.

        Raises:
            RefusedError: nothing has changed.

        """
        done: asyncio.Future[Session | None] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait(_Waiting(wish, done))
        return await done

    async def on_disk(self, work: Callable[[Store], _Result]) -> _Result:
        """Do something with the store in the writer's turn."""
        return await asyncio.get_running_loop().run_in_executor(self._disk, work, self._store)

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            waiting = [await self._queue.get()]
            while len(waiting) < _MOST_AT_ONCE and not self._queue.empty():
                waiting.append(self._queue.get_nowait())
            try:
                await self._write(waiting)
            except Exception:  # noqa: BLE001 (a mistake of ours is told, does not count, and the lesson goes on)
                _LOG.exception("a write failed")
                for each in waiting:
                    _fail(each, RefusedError(Reason.NOT_FITTING))
            for each in waiting:
                if isinstance(each.wish, Delete):
                    await self._delete(each, each.wish.session)

    def close(self) -> None:
        """Close the store once nothing is written any more."""
        self._disk.shutdown()
        try:
            self._store.append((), (), self._publisher.told(self._outlines))
        except StoreError as error:
            _LOG.warning("what was told cannot be written: %s", error)
        self._store.close()

    async def _write(self, waiting: Sequence[_Waiting]) -> None:
        """Decide all that is waiting, and answer it once it is written."""
        batch, answers = _Batch(self.session), []
        for each in waiting:
            try:
                if not isinstance(each.wish, Delete):
                    answers.append((each, self._decide(batch, each.wish)))
            except RefusedError as error:
                _fail(each, error)
        try:
            await self._keep(batch)
        except StoreError as error:
            _LOG.error("nothing can be written: %s", error)
            for each, _ in answers:
                _fail(each, RefusedError(Reason.DISK_FULL))
            return
        for each, session in answers:
            if not each.done.done():
                each.done.set_result(session)

    async def _keep(self, batch: _Batch) -> None:
        if not batch.kept:
            return
        outlines = [_outline(session) for session in batch.touched.values()]
        told = self._publisher.told(batch.touched)
        await self.on_disk(lambda store: store.append(batch.kept, outlines, told))
        self._outlines |= {each.id: each for each in outlines}
        ended = [session for session in batch.touched.values() if session.stage is Stage.OVER]
        self.last = ended[-1] if ended else self.last
        before, self.session = self.session, batch.session
        self._publisher.tell(tuple(batch.told))
        self.bells.ring(before, self.session)

    def _decide(self, batch: _Batch, wish: Open | To) -> Session:
        at_ms = self.now_ms()
        session = batch.session
        if isinstance(wish, Open):
            return self._open(batch, wish, at_ms)
        if session is None or session.id != wish.session:
            raise RefusedError(Reason.NO_SESSION)
        for entry in decide(session, wish.command):
            evolved = evolve(session, entry, at_ms)
            session = evolved.session
            batch.kept.append(Kept(session.id, session.entry, at_ms, entry))
            batch.told += happenings_of(evolved, at_ms)
            batch.touched[session.id] = session
        batch.session = None if session.stage is Stage.OVER else session
        return session

    def _open(self, batch: _Batch, wish: Open, at_ms: int) -> Session:
        if batch.session is not None:
            raise RefusedError(Reason.ONE_SESSION)
        script = self._script(wish.level)
        if script is None:
            raise RefusedError(Reason.NOT_FITTING)
        has_checks = wish.has_checks and bool(script.level.asks)
        seed = secrets.randbits(_SEED_BITS)
        entry = Opened(wish.level, script.level.version, wish.pace, has_checks, new_code(secrets.randbelow), seed)
        session = opened(SessionId(secrets.token_hex(8)), entry, script, at_ms)
        batch.kept.append(Kept(session.id, 1, at_ms, entry))
        batch.touched[session.id] = batch.session = session
        self._publisher.begin(session.id)
        return session

    async def _delete(self, waiting: _Waiting, session: SessionId) -> None:
        try:
            await self.on_disk(lambda store: store.delete(session))
        except StoreError:
            _fail(waiting, RefusedError(Reason.DISK_FULL))
            return
        before = self.session
        if self.session and self.session.id == session:
            self.session = None
        if self.last and self.last.id == session:
            self.last = None
        self._outlines.pop(session, None)
        self._publisher.forget(session)
        self.bells.ring(before, self.session)
        if not waiting.done.done():
            waiting.done.set_result(None)

    # -------------------------------------------------------------------------------------------------------- loading

    def _take_up(self) -> None:
        """Go on with the session that was open when the server ended, however it ended."""
        if not self._publisher.records:
            self._store.stop_recording()
        self._publisher.take_up(self._outlines, self._store.told())
        for outline in self.outlines:
            if outline.stage is Stage.OVER and not self._publisher.records:
                continue
            session = self._load(outline.id, tells=True)
            if session and session.stage is not Stage.OVER and self.session is None:
                self.session = session

    def _load(self, session: SessionId, *, tells: bool = False) -> Session | None:
        try:
            journal = self._store.journal(session)
        except (StoreError, BrokenEntryError) as error:
            _LOG.warning("session %s cannot be read: %s", session, error)
            return None
        if not journal or not isinstance(first := journal[0].entry, Opened):
            return None
        script = self._script(first.level)
        if script is None:
            return None
        try:
            return self._replayed(opened(session, first, script, journal[0].at_ms), journal[1:], tells=tells)
        except Exception:  # noqa: BLE001 (the level was changed under it: the class starts all the same)
            _LOG.exception("session %s cannot be replayed", session)
            return None

    def _replayed(self, session: Session, journal: Sequence[Kept], *, tells: bool) -> Session:
        if tells:
            return self._publisher.tell_again(session, journal)
        for kept in journal:
            session = evolve(session, kept.entry, kept.at_ms).session
        return session

    def _script(self, level: LevelId) -> Script | None:
        found = self.library.levels.get(level)
        return Script(found, self.library.messages) if found else None


def _outline(session: Session) -> Outline:
    seats = session.counting
    return Outline(
        session.id,
        session.level.id,
        session.pace,
        session.stage,
        session.began_ms,
        len(seats),
        sum(seat.people for seat in seats),
    )


def _fail(waiting: _Waiting, error: RefusedError) -> None:
    if not waiting.done.done():
        waiting.done.set_exception(error)
