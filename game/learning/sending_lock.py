"""Lets one process send at a time: a store may be too slow to see that two send the same."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Self


class SendingLock:
    """A lock beside an outbox. SQLite takes it in the way of each system, which lets go of it when a process ends."""

    def __init__(self, outbox: Path) -> None:
        self._path = outbox.with_name("sending.lock")
        self._database: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Try to take it; False where another process sends, or the disk does not let us."""
        database = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=0, isolation_level=None)
            database.execute("BEGIN EXCLUSIVE")
        except (sqlite3.Error, OSError):
            if database is not None:
                database.close()
            return False
        self._database = database
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
