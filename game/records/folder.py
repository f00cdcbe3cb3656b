"""A folder of small JSON files that survive a crash at any moment."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class RecordsError(Exception):
    """A record cannot be written or removed: the disk is full, or the folder may not be written to.

    The catcher plays on and tells the player once that nothing is being saved.
    """


class Folder(Protocol):
    """Where records are kept, by name."""

    def read(self, name: str) -> object | None:
        """Return the JSON value kept under a name, or None if there is none or it was broken."""
        ...

    def write(self, name: str, value: object) -> None:
        """Keep a JSON value.

        Raises:
            RecordsError: it cannot be kept.

        """
        ...

    def remove(self, name: str) -> None:
        """Forget the value kept under a name, if there is one.

        Raises:
            RecordsError: it cannot be removed.

        """
        ...


class DiskFolder:
    """Records as files of a folder; each write replaces the whole file at once, so that a reader sees old or new."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, name: str) -> object | None:
        """Return the value; a file that cannot be understood is set aside as `NAME.broken`, not deleted."""
        file = self._file(name)
        try:
            value: object = json.loads(file.read_bytes())
        except OSError:
            return None
        except (ValueError, RecursionError):  # the latter where brackets nest thousands deep
            with suppress(OSError):
                file.replace(file.with_suffix(".broken"))
            return None
        return value

    def write(self, name: str, value: object) -> None:
        """Write beside the file, make sure it is on the disk, then move it into its place."""
        text = json.dumps(value)  # plain ASCII: a file that was edited may hold halves of characters
        file = self._file(name)
        beside = file.with_name(f"{file.name}.{os.getpid()}.new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as new:
                new.write(text)
                new.flush()
                os.fsync(new.fileno())
            beside.replace(file)
        except OSError as error:
            with suppress(OSError):  # the first error is the one to tell of
                beside.unlink()
            raise RecordsError(f"cannot write {file}: {error.strerror}") from error

    def remove(self, name: str) -> None:
        """Delete the file."""
        file = self._file(name)
        try:
            file.unlink(missing_ok=True)
        except NotADirectoryError:
            return  # the folder itself was never made, so there is nothing to remove
        except OSError as error:
            raise RecordsError(f"cannot remove {file}: {error.strerror}") from error

    def _file(self, name: str) -> Path:
        return self._path / f"{name}.json"


class MemoryFolder:
    """Records that are gone when the game closes: for a kiosk, and for trying things out."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def read(self, name: str) -> object | None:
        """Return a fresh copy of the value."""
        kept = self._values.get(name)
        return None if kept is None else json.loads(kept)

    def write(self, name: str, value: object) -> None:
        """Keep the value's JSON form."""
        self._values[name] = json.dumps(value)

    def remove(self, name: str) -> None:
        """Forget the value."""
        self._values.pop(name, None)
