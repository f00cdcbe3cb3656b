"""Reads a file that an operator wrote and signed: the same bytes are verified and understood."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from game.content.check import check_shape
from game.content.faults import FaultLog, shown
from game.content.nodes import Entries
from game.content.parse import parse
from game.content.shape import File
from game.content.source import read_bytes, text_of
from game.giving.signing import PublicKey, SigningError, signer_of


class RefusedError(Exception):
    """A file of an operator is not used. `lines` say why: one a fault, with file, line and column."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Written:
    """What is in a file of the right shape, and who signed it."""

    root: Entries
    log: FaultLog
    """Takes further faults: those between fields."""
    signer: PublicKey | None

    def refuse_faults(self) -> None:
        """Raises `RefusedError` if any were noted."""
        if self.log.has_errors:
            raise RefusedError(*map(str, sorted(self.log.faults)))


def read_written(path: Path, form: File, trusted: tuple[PublicKey, ...]) -> Written:
    """Return what is in a file.

    Raises:
        RefusedError: it has faults, or its signature is not good. That there is none is left to the caller.

    """
    log = FaultLog(shown(path), guide="docs/giving.md")
    data = read_bytes(path, log)
    if data is None:
        raise RefusedError(*map(str, log.faults))
    try:
        signer = signer_of(path, data, trusted)
    except SigningError as error:
        raise RefusedError(f"{log.file}: {error}") from None
    text = text_of(data, log)
    root = None if text is None else parse(text, log)
    if root is not None:
        check_shape(form.shape, root, log)
    if log.has_errors or not isinstance(root, Entries):
        raise RefusedError(*map(str, sorted(log.faults)))
    return Written(root, log, signer)


def end_of(entry: Entries, name: str) -> datetime | None:
    """Return the end of a day that is the last one, wherever on earth it ends last; None if there is no such day."""
    try:
        day = date.fromisoformat(entry.text(name))
        return datetime.combine(day, time.min, UTC) + timedelta(days=1, hours=12)
    except (ValueError, OverflowError):
        return None
