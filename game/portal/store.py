"""What the portal remembers: pledges, the replies to keep, and which campaigns were withdrawn. One SQLite file.

All calls come from one thread. A reply and the pledge it tells of are written in one transaction, so that a process
that is killed has made both or neither.
"""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from game.portal.wire import PledgeStatus

REPLIES_KEPT_S = 24 * 60 * 60

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS pledges (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at REAL NOT NULL,
    expires_at REAL NOT NULL,
    changed_at REAL NOT NULL,
    client_reference TEXT,
    paid_minor INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS pledges_of_owner ON pledges (owner, status);
CREATE INDEX IF NOT EXISTS pledges_of_campaign ON pledges (campaign_id, status);
CREATE TABLE IF NOT EXISTS replies (
    owner TEXT NOT NULL,
    path TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    kept_at REAL NOT NULL,
    PRIMARY KEY (owner, path, key)
) STRICT;
CREATE TABLE IF NOT EXISTS withdrawn (campaign_id TEXT PRIMARY KEY) STRICT;
"""
_COLUMNS = (
    "id, code, owner, campaign_id, amount_minor, currency, status, created_at, expires_at, changed_at,"
    " client_reference, paid_minor"
)


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """A pledge as it is kept. `owner` is a digest of the key that created it; `code` leads to its checkout page."""

    id: str
    code: str
    owner: str
    campaign_id: str
    amount_minor: int
    currency: str
    status: PledgeStatus
    created_at: float
    expires_at: float
    changed_at: float
    client_reference: str | None
    paid_minor: int | None = None
    """What was paid, if that is another amount than the pledge's."""


@dataclass(frozen=True, slots=True)
class KeptReply:
    """What was answered to the first request with an Idempotency-Key."""

    fingerprint: str
    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Totals:
    """What came in for a campaign through this portal, and when that last changed."""

    raised_minor: int = 0
    supporters: int = 0
    changed_at: float = 0.0


class Store:
    """The file, or memory for ":memory:"."""

    def __init__(self, file: str) -> None:
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.executescript(_SCHEMA)
        columns = {row[1] for row in self._db.execute("PRAGMA table_info(pledges)")}
        if "paid_minor" not in columns:  # a file of before people could pay another amount
            self._db.execute("ALTER TABLE pledges ADD COLUMN paid_minor INTEGER")
        self._db.execute("INSERT OR IGNORE INTO meta VALUES ('secret', ?)", (secrets.token_bytes(32),))
        self.secret: bytes = self._db.execute("SELECT value FROM meta WHERE name = 'secret'").fetchone()[0]

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is written, or nothing of it."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # -------------------------------------------------------------------------------------------------------- pledges

    def add(self, pledge: PledgeRow) -> None:
        values = (
            *(pledge.id, pledge.code, pledge.owner, pledge.campaign_id, pledge.amount_minor, pledge.currency),
            *(pledge.status, pledge.created_at, pledge.expires_at, pledge.changed_at, pledge.client_reference),
            pledge.paid_minor,
        )
        self._db.execute(f"INSERT INTO pledges ({_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 - our own names

    def pledge(self, pledge_id: str) -> PledgeRow | None:
        return self._find("id = ?", pledge_id)

    def pledge_of_code(self, code: str) -> PledgeRow | None:
        return self._find("code = ?", code)

    def _find(self, where: str, value: str) -> PledgeRow | None:
        row = self._db.execute(f"SELECT {_COLUMNS} FROM pledges WHERE {where}", (value,)).fetchone()  # noqa: S608 - our own names
        return None if row is None else PledgeRow(*row)

    def move(self, pledge: PledgeRow, status: PledgeStatus, at: float, paid_minor: int | None = None) -> bool:
        """Give a pledge its next status, unless somebody else has moved it; return whether it was moved."""
        moved = self._db.execute(
            "UPDATE pledges SET status = ?, changed_at = ?, paid_minor = COALESCE(?, paid_minor)"
            " WHERE id = ? AND status = ?",
            (status, at, paid_minor, pledge.id, pledge.status),
        )
        return moved.rowcount == 1

    def expire(self, now: float) -> None:
        """Let all pledges expire whose time is over, at the moment when it was over."""
        self._db.execute(
            "UPDATE pledges SET status = 'expired', changed_at = expires_at"
            " WHERE status = 'awaiting_payment' AND expires_at <= ?",
            (now,),
        )

    def open_of(self, owner: str) -> list[float]:
        """Return when each open pledge of an owner expires, the first one first."""
        rows = self._db.execute(
            "SELECT expires_at FROM pledges WHERE owner = ? AND status = 'awaiting_payment' ORDER BY expires_at",
            (owner,),
        )
        return [cast("float", row[0]) for row in rows]

    def totals(self) -> dict[str, Totals]:
        """Return what came in, worked out from the pledges: nothing can be counted twice."""
        rows = self._db.execute(
            "SELECT campaign_id, SUM(CASE status WHEN 'paid' THEN COALESCE(paid_minor, amount_minor) ELSE 0 END),"
            " SUM(status = 'paid'),"
            " MAX(changed_at) FROM pledges WHERE status IN ('paid', 'refunded') GROUP BY campaign_id"
        )
        return {row[0]: Totals(row[1], row[2], row[3]) for row in rows}

    def forget(self) -> None:
        """Forget everything but the secret."""
        with self.transaction():
            for table in ("pledges", "replies", "withdrawn"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def counts(self) -> dict[str, int]:
        return dict(self._db.execute("SELECT status, COUNT(*) FROM pledges GROUP BY status").fetchall())

    # ------------------------------------------------------------------------------------------------------ campaigns

    def withdraw(self, campaign_id: str, now: float) -> None:
        """Take a campaign back for good; nobody can pay for it any more."""
        with self.transaction():
            self._db.execute("INSERT OR IGNORE INTO withdrawn VALUES (?)", (campaign_id,))
            self._db.execute(
                "UPDATE pledges SET status = 'cancelled', changed_at = ?"
                " WHERE status = 'awaiting_payment' AND campaign_id = ?",
                (now, campaign_id),
            )

    def withdrawn(self) -> frozenset[str]:
        return frozenset(row[0] for row in self._db.execute("SELECT campaign_id FROM withdrawn"))

    # -------------------------------------------------------------------------------------------------------- replies

    def reply(self, owner: str, path: str, key: str, now: float) -> KeptReply | None:
        self._db.execute("DELETE FROM replies WHERE kept_at < ?", (now - REPLIES_KEPT_S,))
        row = self._db.execute(
            "SELECT fingerprint, status, body FROM replies WHERE owner = ? AND path = ? AND key = ?", (owner, path, key)
        ).fetchone()
        return None if row is None else KeptReply(*row)

    def keep(self, owner: str, path: str, key: str, reply: KeptReply, now: float) -> None:
        self._db.execute(
            "INSERT INTO replies VALUES (?, ?, ?, ?, ?, ?, ?)",
            (owner, path, key, reply.fingerprint, reply.status, reply.body, now),
        )
