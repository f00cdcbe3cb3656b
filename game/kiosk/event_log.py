"""The log of a kiosk: what happened to the game and when, in a few files, and nothing of any visitor."""

import logging
import sys
import time
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "events.log"
_MOST_BYTES = 256 * 1024
_OLDER_FILES = 4


class EventLog:
    """Writes one line for each event: `2027-11-01T10:00:00+0100 crashed code=-11 ran_s=3.2`. It never raises."""

    def __init__(self, folder: Path, *, most_bytes: int = _MOST_BYTES) -> None:
        self._logger = logging.Logger("kiosk")  # noqa: LOG001 (one of its own: nothing global)
        handlers: list[logging.Handler] = [_Calm(sys.stderr)]
        with suppress(OSError):  # a kiosk whose disk is full or gone plays on
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / FILE_NAME
            handlers.append(_CalmFile(file, maxBytes=most_bytes, backupCount=_OLDER_FILES, encoding="utf-8"))
        form = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")
        form.converter = time.localtime
        for handler in handlers:
            handler.setFormatter(form)
            self._logger.addHandler(handler)

    def note(self, event: str, /, **figures: object) -> None:
        """Note an event with what can be told about it; figures never come from a visitor."""
        self._logger.info("%s", " ".join((event, *(f"{name}={value}" for name, value in figures.items()))))

    def close(self) -> None:
        for handler in self._logger.handlers:
            handler.close()


class _Calm(logging.StreamHandler):  # type: ignore[type-arg]  # generic for the type checker alone
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (a name of the library)
        """Pass over what cannot be written."""


class _CalmFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (a name of the library)
        """Pass over what the disk does not take."""
