"""Opens the file of an outbox: makes it, or sets it aside where it cannot be understood."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_FORMAT: Final = 1
_WAIT_S: Final = 2.0
"""How long another process that writes right now is waited for; none of ours takes so long."""
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS statement (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    body TEXT NOT NULL,
    fate INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS by_fate ON statement (fate, number);
CREATE INDEX IF NOT EXISTS by_origin ON statement (origin);
CREATE TABLE IF NOT EXISTS heard (origin TEXT PRIMARY KEY, entry INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class OutboxError(OSError):
    """Statements cannot be kept or read. The catcher goes on without, and tells once."""


def outbox_path(data_dir: Path) -> Path:
    """Where the statements of a game are, in the folder of its records."""
    return data_dir / "learning" / "outbox.sqlite"


def open_database(path: Path) -> sqlite3.Connection:
    """Return a connection in autocommit, on which a commit is on the disk when it returns.

    Raises:
        OutboxError: the file cannot be opened, or it is of a later game.

    """
    try:
        return _opened(path)
    except OutboxError:
        raise
    except (OSError, sqlite3.OperationalError) as error:  # the disk or another process, not what is in the file
        raise OutboxError(f"{path}: {error}") from error
    except sqlite3.DatabaseError:
        return _begun_anew(path)


def _begun_anew(path: Path) -> sqlite3.Connection:
    """Keep a file that is none of ours, or is broken, beside a new one."""
    try:
        for each, aside in _set_aside(path):
            with suppress(FileNotFoundError):
                each.replace(aside)
        return _opened(path)
    except (OSError, sqlite3.Error) as error:
        raise OutboxError(f"{path}: {error}") from error


def remove_broken(path: Path) -> None:
    """Delete what was set aside of an outbox.

    Raises:
        OutboxError: it is still there.

    """
    try:
        for _, aside in _set_aside(path):
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise OutboxError(f"{path}: {error}") from error


def _set_aside(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the files of an outbox, each with where it is kept when it is broken."""
    for end in ("", "-wal", "-shm"):
        name = path.name + end
        yield path.with_name(name), path.with_name(name + ".broken")


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
    try:
        # Nobody else on this computer has to read it. By its name: closing a file that we opened ourselves would end
        # the locks that all connections of this process have on it.
        path.chmod(0o600)
        found = _format(path, database)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA secure_delete = ON")
        if found < _FORMAT:
            database.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_FORMAT}; COMMIT;")
    except BaseException:
        database.close()
        raise
    return database


def _format(path: Path, database: sqlite3.Connection) -> int:
    found = int(database.execute("PRAGMA user_version").fetchone()[0])
    if found > _FORMAT:
        raise OutboxError(f"{path} is of a later version of the game")
    return found
