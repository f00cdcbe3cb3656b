"""Statements on disk, from the moment they are made until somebody has received them.

It is one SQLite file with a write-ahead log, not files of our own: the game adds while another process sends, a commit
is on the disk or is not, whatever is switched off meanwhile, and what a statement has come to changes in one place.
Statements are added and never changed; only what they have come to is.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from game.learning.outbox_file import OutboxError, open_database, remove_broken
from game.learning.statement import Statement, written

MOST_KEPT: Final = 100_000
"""Statements in the file, some 150 MB. What was sent makes room, oldest first; what was not is never thrown away."""
_NAMES: Final = "names"


class OutboxFullError(OutboxError):
    """As many statements wait to be sent as are ever kept, so no more are taken."""


class Fate(IntEnum):
    """What a statement has come to."""

    PENDING = 0
    SENT = 1
    QUARANTINED = 2
    """The receiver refuses it; the reason is kept beside it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement in the outbox."""

    number: int
    """Counts up in the order in which they were added, whatever the clock says."""
    id: str
    body: str
    fate: Fate = Fate.PENDING
    reason: str = ""


class Outbox:
    """The file of statements. Each thread opens one of its own.

    Everything raises `OutboxError` where the file cannot be read or written: the disk is full, or it may not be used.
    """

    def __init__(self, path: Path, *, most_kept: int = MOST_KEPT) -> None:
        self.path = path
        self._most_kept = most_kept
        self._database = open_database(path)
        with self._writing() as database:
            given = (_NAMES, secrets.token_hex(32))
            database.execute("INSERT OR IGNORE INTO note (name, value) VALUES (?, ?)", given)
        self.secret = bytes.fromhex(self._note(_NAMES))
        """Of this outbox alone; deleted with it."""

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._database.close()

    def add(self, statements: Iterable[Statement], origin: str, entry: int = 0) -> None:
        """Keep statements, all of them or none; one whose id is known already is the same one, told again.

        `origin` is whatever can be forgotten on its own, and `entry` the place in its journal up to which is told.
        """
        rows = [(str(each["id"]), origin, written(each)) for each in statements]
        with self._writing() as database:
            database.executemany("INSERT OR IGNORE INTO statement (id, origin, body) VALUES (?, ?, ?)", rows)
            self._make_room(database)
            if entry:
                database.execute("INSERT OR REPLACE INTO heard (origin, entry) VALUES (?, ?)", (origin, entry))

    def heard(self, origin: str) -> int:
        """Return the last entry of an origin's journal that was kept; 0 for none."""
        found = self._read("SELECT entry FROM heard WHERE origin = ?", origin)
        return int(found[0][0]) if found else 0

    def pending(self, most: int, most_bytes: int) -> tuple[Kept, ...]:
        """Return what is to be sent next, oldest first: at least one, if any, and no more than fits."""
        found = self._read(
            "SELECT number, id, body FROM statement WHERE fate = ? ORDER BY number LIMIT ?", Fate.PENDING, most
        )
        kept: list[Kept] = []
        size = 0
        for number, identifier, body in found:
            size += len(body.encode())
            if kept and size > most_bytes:
                break
            kept.append(Kept(number, identifier, body))
        return tuple(kept)

    def settle(self, statements: Sequence[Kept], fate: Fate, reason: str = "") -> None:
        """Write down what statements have come to."""
        rows = [(fate, reason, each.number) for each in statements]
        with self._writing() as database:
            database.executemany("UPDATE statement SET fate = ?, reason = ? WHERE number = ?", rows)

    def release(self) -> int:
        """Let what was refused be sent once more; return how many these are."""
        with self._writing() as database:
            asked = (Fate.PENDING, Fate.QUARANTINED)
            return database.execute("UPDATE statement SET fate = ?, reason = '' WHERE fate = ?", asked).rowcount

    def counts(self) -> dict[Fate, int]:
        found = {
            int(fate): int(count) for fate, count in self._read("SELECT fate, count(*) FROM statement GROUP BY fate")
        }
        return {fate: found.get(fate, 0) for fate in Fate}

    def all(self) -> Iterator[Kept]:
        """Yield everything, in the order in which it was added."""
        number = 0
        while found := self._read(
            "SELECT number, id, body, fate, reason FROM statement WHERE number > ? ORDER BY number LIMIT 500", number
        ):
            for number, identifier, body, fate, reason in found:
                yield Kept(number, identifier, body, Fate(fate), reason)

    def origins(self) -> frozenset[str]:
        """Return whatever can be forgotten."""
        return frozenset(row[0] for row in self._read("SELECT origin FROM statement UNION SELECT origin FROM heard"))

    def forget(self, *origins: str) -> None:
        """Delete all statements of origins. Those that were sent are with whoever received them."""
        if not origins:
            return
        with self._writing() as database:
            for table in ("statement", "heard"):
                rows = [(each,) for each in origins]
                database.executemany(f"DELETE FROM {table} WHERE origin = ?", rows)  # noqa: S608 (names of our own)
        self._shrink()

    def delete_all(self) -> None:
        """Delete every statement, and the secret that random names come from: later ones have nothing to do with them.

        What was set aside because it was broken goes, too. How far origins were heard stays, so that their journals do
        not tell it all again. This object keeps the old secret, and is closed with this.
        """
        with self._writing() as database:
            for table in ("statement", "note"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608 (names of our own)
        self._shrink()
        self.close()
        remove_broken(self.path)

    def _make_room(self, database: sqlite3.Connection) -> None:
        (count,) = database.execute("SELECT count(*) FROM statement").fetchone()
        over = count - self._most_kept
        if over <= 0:
            return
        oldest = "SELECT number FROM statement WHERE fate = ? ORDER BY number LIMIT ?"
        removed = database.execute(f"DELETE FROM statement WHERE number IN ({oldest})", (Fate.SENT, over))  # noqa: S608
        if removed.rowcount < over:
            raise OutboxFullError(f"{self.path} holds {self._most_kept} statements that were not sent")

    def _shrink(self) -> None:
        """Leave nothing of what was deleted in the file and its log."""
        with _told(self.path):
            self._database.execute("VACUUM")
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _note(self, name: str) -> str:
        return str(self._read("SELECT value FROM note WHERE name = ?", name)[0][0])

    def _read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with _told(self.path):
            return self._database.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """All of what is done meanwhile is on the disk at the end, or none of it."""
        with _told(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has rolled back already
                    self._database.execute("ROLLBACK")
                raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OutboxError(f"{path}: {error}") from error
