"""The file with the journals of all sessions.

One connection, used by one thread at a time: the writer's. The file is locked for this program alone, so that a second
server on the same folder says so instead of writing into the same lesson. A transaction that was answered is on the
disk (`synchronous = FULL`). What is deleted is overwritten (`secure_delete`), and the log beside the file is emptied.
"""

import logging
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from game.classroom.ids import SessionId
from game.classroom.session.entries import Entry
from game.classroom.stage import Pace, Stage
from game.classroom.store.codec import read, written
from game.story.ids import LevelId

_LOG = logging.getLogger(__name__)
FILE_NAME: Final = "class.sqlite"
_FORMAT: Final = 1
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS teachers (digest TEXT PRIMARY KEY, since_ms INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY,
    level TEXT NOT NULL,
    pace TEXT NOT NULL,
    stage TEXT NOT NULL,
    began_ms INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    people INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS entries (
    session TEXT NOT NULL,
    number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recorded (session TEXT PRIMARY KEY, told INTEGER NOT NULL) STRICT;
"""


class StoreError(Exception):
    """The file cannot be opened, read or written; nothing of the transaction was kept. The catcher tells the reason."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as it is kept."""

    session: SessionId
    number: int
    at_ms: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Outline:
    """What the list of sessions says of one."""

    id: SessionId
    level: LevelId
    pace: Pace
    stage: Stage
    began_ms: int
    seats: int
    people: int


class Store:
    """The file in a folder, which is made if it is missing."""

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            StoreError: it cannot be opened, another server has it, or a later version of the game has written it.

        """
        with _translated():
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(folder / FILE_NAME, isolation_level=None, check_same_thread=False, timeout=0.5)
        try:
            with _translated():
                self._prepare()
        except StoreError:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the file; the log beside it goes away."""
        self._db.close()

    def append(
        self, kept: Iterable[Kept], outlines: Iterable[Outline], told: Mapping[SessionId, int] = MappingProxyType({})
    ) -> None:
        """Write entries, what the list of sessions says and what is told of them, all of it or nothing.

        Raises:
            StoreError: nothing was written.

        """
        rows = [(each.session, each.number, each.at_ms, *written(each.entry)) for each in kept]
        with self._transaction():
            self._db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", rows)
            self._db.executemany("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, outlines))
            self._db.executemany("INSERT OR REPLACE INTO recorded VALUES (?, ?)", told.items())

    def told(self) -> dict[SessionId, int]:
        """Return up to which entry learning records were told of each session of which there are any."""
        with _translated():
            return dict(self._db.execute("SELECT session, told FROM recorded").fetchall())

    def stop_recording(self) -> None:
        """Let no learning records be told of sessions that go on: a part of them happens without.

        Raises:
            StoreError: nothing has changed.

        """
        going_on = "SELECT id FROM sessions WHERE stage != ?"
        with self._transaction():
            self._db.execute(f"DELETE FROM recorded WHERE session IN ({going_on})", (Stage.OVER.value,))  # noqa: S608

    def journal(self, session: SessionId, after: int = 0) -> tuple[Kept, ...]:
        """Return the entries of a session in their order; none for a session there is not.

        Raises:
            StoreError, BrokenEntryError: it cannot be read.

        """
        with _translated():
            rows = self._db.execute(
                "SELECT number, at_ms, kind, body FROM entries WHERE session = ? AND number > ? ORDER BY number",
                (session, after),
            ).fetchall()
        return tuple(Kept(session, number, at_ms, read(kind, body)) for number, at_ms, kind, body in rows)

    def outlines(self) -> tuple[Outline, ...]:
        """Return what is kept, the newest session first."""
        with _translated():
            rows = self._db.execute("SELECT * FROM sessions ORDER BY began_ms DESC, id").fetchall()
        return tuple(Outline(row[0], row[1], Pace(row[2]), Stage(row[3]), *row[4:]) for row in rows)

    def delete(self, session: SessionId) -> None:
        """Delete a session so that nothing of it is left in the files.

        When the log beside the file cannot be emptied now, that is done by a later checkpoint, or at the next start.

        Raises:
            StoreError: it is still there.

        """
        with self._transaction():
            self._db.execute("DELETE FROM entries WHERE session = ?", (session,))
            self._db.execute("DELETE FROM sessions WHERE id = ?", (session,))
            self._db.execute("DELETE FROM recorded WHERE session = ?", (session,))
        try:
            self._empty_log()
        except StoreError as error:  # it is deleted all the same
            _LOG.warning("session %s is deleted, but the log of the file is not emptied yet: %s", session, error)

    # -------------------------------------------------------------------------------------------------------- secrets

    @property
    def secret(self) -> bytes:
        """A key for tokens of forms; it stays the same when the server is started again."""
        found: bytes = self._db.execute("SELECT value FROM meta WHERE name = 'secret'").fetchone()[0]
        return found

    def add_teacher(self, digest: str, since_ms: int) -> None:
        """Remember a teacher's device.

        Raises:
            StoreError: it is not remembered.

        """
        with self._transaction():
            self._db.execute("INSERT OR IGNORE INTO teachers VALUES (?, ?)", (digest, since_ms))

    def remove_teacher(self, digest: str) -> None:
        """Forget a teacher's device.

        Raises:
            StoreError: it is still known.

        """
        with self._transaction():
            self._db.execute("DELETE FROM teachers WHERE digest = ?", (digest,))

    def teachers(self) -> Sequence[str]:
        """Return the digests of all teachers' devices."""
        return [row[0] for row in self._db.execute("SELECT digest FROM teachers")]

    # -------------------------------------------------------------------------------------------------------- private

    def _prepare(self) -> None:
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            self._db.execute(f"PRAGMA {pragma}")
        for pragma in ("secure_delete = ON", "temp_store = MEMORY", "wal_autocheckpoint = 500"):
            self._db.execute(f"PRAGMA {pragma}")
        with self._transaction():
            found = self._db.execute("PRAGMA user_version").fetchone()[0]
            if found > _FORMAT:
                raise StoreError(f"the file is of format {found}; this version of the game reads format {_FORMAT}")
            for statement in _SCHEMA.split(";"):
                self._db.execute(statement)
            self._db.execute("INSERT OR IGNORE INTO meta VALUES ('secret', ?)", (secrets.token_bytes(32),))
            self._db.execute(f"PRAGMA user_version = {_FORMAT}")
        self._empty_log()

    def _empty_log(self) -> None:
        """Move everything from the log into the file, and cut the log off: old pages in it hold what was deleted."""
        with _translated():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _row(outline: Outline) -> tuple[object, ...]:
    return (
        *(outline.id, outline.level, outline.pace.value, outline.stage.value),
        *(outline.began_ms, outline.seats, outline.people),
    )


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(str(error)) from error
