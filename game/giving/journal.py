"""The journal of pledges: what is about to be asked of the portal is on the disk before the first byte is sent.

After a crash the same pledge is gone on with or cancelled, under the same key, and never made twice. It holds keys,
campaigns and amounts for a day, and nothing about a person.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from game.giving.errors import NotKeptError
from game.giving.money import Money

KEPT_FOR = timedelta(hours=24)
"""Portals remember keys for as long; later, the same key could make a second pledge."""
_TABLE = """
create table if not exists attempt (
    key text primary key, portal text not null, campaign text not null, minor integer not null, currency text not null,
    reference text not null, locale text not null, pledge text, settled integer not null default 0,
    created real not null
)
"""
_COLUMNS = "key, portal, campaign, minor, currency, reference, locale, pledge, created"
_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Attempt:
    """One pledge that was begun: all that is needed to ask for exactly the same again."""

    key: str
    portal: str
    campaign_id: str
    amount: Money
    reference: str
    locale: str
    created_at: datetime
    pledge_id: str | None = None
    """None while it is not known whether the portal has heard of it."""


class Journal:
    """The journal in a file. Any thread may use it, but only one game at a time: two would cancel each other's pledges.

    Raises:
        NotKeptError: the file cannot be used, as every method here when it cannot write or read.

    """

    def __init__(self, file: Path, now: datetime) -> None:
        self._lock = threading.Lock()
        with _told():
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with suppress(FileExistsError):  # closing a file that SQLite has open would end its locks
                os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, _MODE))
            self._connection = _opened_or_anew(file)
        self._sweep(now)

    def begin(self, attempt: Attempt) -> None:
        """Write an attempt; it is on the disk when this returns."""
        amount = attempt.amount
        self._write(
            f"insert into attempt ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 (a constant)
            (
                *(attempt.key, attempt.portal, attempt.campaign_id, amount.minor, amount.currency),
                *(attempt.reference, attempt.locale, attempt.pledge_id, attempt.created_at.timestamp()),
            ),
        )

    def placed(self, key: str, pledge_id: str) -> None:
        """Note that the portal made the pledge."""
        self._write("update attempt set pledge = ? where key = ?", (pledge_id, key))

    def settled(self, key: str) -> None:
        """Note that nothing is left to be done."""
        self._write("update attempt set settled = 1 where key = ?", (key,))

    def unfinished(self, now: datetime) -> tuple[Attempt, ...]:
        """Return what may still be open at a portal, the oldest first."""
        self._sweep(now)
        with _told(), self._lock:
            rows = self._connection.execute(
                f"select {_COLUMNS} from attempt where not settled order by created, key"  # noqa: S608 (a constant)
            ).fetchall()
            return tuple(_attempt(*row) for row in rows)

    def close(self) -> None:
        with suppress(sqlite3.Error), self._lock:
            self._connection.close()

    def _sweep(self, now: datetime) -> None:
        """Remove what is older than a day. What a clock set back makes younger than now cannot be told from it."""
        oldest, youngest = (now - KEPT_FOR).timestamp(), (now + timedelta(minutes=5)).timestamp()
        self._write("delete from attempt where created <= ? or created > ?", (oldest, youngest))

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with _told(), self._lock, self._connection:
            self._connection.execute(statement, values)


def _attempt(  # noqa: PLR0913, PLR0917 (the columns of the table)
    key: str,
    portal: str,
    campaign: str,
    minor: int,
    currency: str,
    ref: str,
    locale: str,
    pledge: str | None,
    made: float,
) -> Attempt:
    return Attempt(
        key, portal, campaign, Money(minor, currency), ref, locale, datetime.fromtimestamp(made, UTC), pledge
    )


def _opened_or_anew(file: Path) -> sqlite3.Connection:
    """A damaged journal is set aside: the pledges in it were not paid, and run out by themselves."""
    try:
        return _opened(file)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        file.replace(file.with_suffix(".broken"))
        for left in ("-wal", "-shm"):
            file.with_name(file.name + left).unlink(missing_ok=True)
        return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=0.2, check_same_thread=False)
    try:
        # Exclusive: a second game must not take what this one is at for something left over from a crash.
        for setting in ("locking_mode = exclusive", "journal_mode = wal", "synchronous = full", "secure_delete = on"):
            connection.execute(f"pragma {setting}")
        with connection:
            connection.execute(_TABLE)
            connection.execute(f"select {_COLUMNS}, settled from attempt limit 1")  # noqa: S608 (a constant)
            connection.execute("delete from attempt where 0")  # takes the lock now, not with the first pledge
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error, ValueError, TypeError) as error:
        raise NotKeptError(f"the journal cannot be used: {type(error).__name__}") from None
