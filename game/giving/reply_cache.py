"""Replies kept on disk, so that a portal need not send again what has not changed.

A person's consent rules how long: nothing outlives the time it names, and one word of the portal takes all copies.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

MOST_KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Kept:
    """A reply as it was kept."""

    etag: str
    body: str
    marks: tuple[str, ...]
    """Whom it tells of: ids of campaigns."""
    checked_at: datetime
    fresh_until: datetime
    """Until then the portal need not be asked."""
    kept_until: datetime
    """Then it has to go."""


class ReplyCache:
    """A folder with one file a reply. What cannot be read or written counts as not kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str, now: datetime) -> Kept | None:
        self.sweep(now)
        return _read(self._file(name))

    def keep(self, name: str, kept: Kept) -> None:
        file = self._file(name)
        new = file.with_suffix(".new")
        said = {**asdict(kept), "marks": list(kept.marks)}
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                json.dump(said, out, default=datetime.isoformat)
            new.replace(file)

    def forget(self, name: str) -> None:
        with suppress(OSError):
            self._file(name).unlink()

    def purge(self, mark: str) -> None:
        """Remove every reply that tells of one campaign, lists included."""
        for file, kept in self._all():
            if kept is None or mark in kept.marks:
                with suppress(OSError):
                    file.unlink()

    def sweep(self, now: datetime) -> None:
        """Remove what has to go, what cannot be read, and what was kept in a future that a wrong clock told of."""
        for file, kept in self._all():
            if kept is None or not kept.checked_at - MOST_KEPT < now < kept.kept_until:
                with suppress(OSError):
                    file.unlink()

    def _all(self) -> Iterator[tuple[Path, Kept | None]]:
        with suppress(OSError):
            for file in sorted(self._folder.iterdir()):
                yield file, _read(file)

    def _file(self, name: str) -> Path:
        return self._folder / (hashlib.sha256(name.encode()).hexdigest() + ".json")


def _read(file: Path) -> Kept | None:
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        times = {name: datetime.fromisoformat(said[name]) for name in ("checked_at", "fresh_until", "kept_until")}
        if any(time.tzinfo is None for time in times.values()):
            return None
        return Kept(str(said["etag"]), str(said["body"]), tuple(map(str, said["marks"])), **times)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
