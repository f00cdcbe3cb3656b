"""Daily sums in a CSV file that is whole at every moment, whatever happens to the game, the clock or the disk."""

import csv
import io
import os
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from game.kiosk.counting import Counted

FILE_NAME = "counters.csv"
BROKEN = "{stem}.broken-{number}{suffix}"
"""How files are called that were set aside."""
DAY = "day"
COLUMNS = (DAY, *Counted)

Sums = Mapping[str, Mapping[Counted, int]]
"""What was counted, by day as `2027-11-01`, the oldest first."""


class DailyCounters:
    """Counts into a file with one row a day; what `count` has returned from survives `kill -9` and a power cut.

    The day is that of the computer's calendar at the moment of counting. A clock that jumps only moves what is counted
    to another row: rows are added to, never replaced, so that the sums over all days are right by any clock.
    What the disk does not take is kept in memory and goes along with the next count.
    """

    def __init__(
        self, file: Path, today: Callable[[], date], write: "Callable[[Path, bytes], None] | None" = None
    ) -> None:
        """`write` replaces the contents of a file at once, and raises OSError when it cannot."""
        self._file = file
        self._today = today
        self._write = write or replace_file
        self._pending: Counter[tuple[str, Counted]] = Counter()

    @property
    def is_kept(self) -> bool:
        """Whether all that was counted is on the disk."""
        return not self._pending

    def count(self, sums: Mapping[Counted, int]) -> None:
        day = self._today().isoformat()
        self._pending.update({(day, what): amount for what, amount in sums.items() if amount > 0})
        self.keep()

    def keep(self) -> None:
        """Write what is not on the disk yet, if the disk takes it."""
        if not self._pending:
            return
        with suppress(OSError):
            self._write(self._file, written(_added(self._kept(), self._pending)))
            self._pending.clear()

    def _kept(self) -> Sums:
        """Return the rows of the file. One that is damaged is set aside, and nothing of it is lost."""
        try:
            return read_counters(self._file)
        except ValueError:
            self._file.replace(_free_name(self._file))
            return {}


def read_counters(file: Path) -> Sums:
    """Return what a file holds; nothing if there is none.

    Raises:
        ValueError: it was changed into something else.
        OSError: it cannot be read.

    """
    try:
        text = file.read_bytes().decode("ascii")
    except FileNotFoundError:
        return {}
    rows = csv.DictReader(io.StringIO(text), strict=True)
    sums: dict[str, dict[Counted, int]] = {}
    try:
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{file}: these are not the columns {', '.join(COLUMNS)}")
        for row in rows:
            day = date.fromisoformat(row[DAY]).isoformat()
            if day in sums or None in row:
                raise ValueError(f"{file}: a row is there twice, or too long")
            sums[day] = {each: _natural(row[each]) for each in Counted}
    except (csv.Error, TypeError) as error:
        raise ValueError(f"{file}: {error}") from error
    return sums


def written(sums: Sums) -> bytes:
    """Return the file that holds the sums."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows((day, *(sums[day][each] for each in Counted)) for day in sorted(sums))
    return text.getvalue().encode("ascii")


def replace_file(file: Path, data: bytes) -> None:
    """Write beside the file, make sure it is on the disk, then move it into its place.

    Raises:
        OSError: the disk is full, or the folder may not be written to; the file is as it was.

    """
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.new")
    with beside.open("wb") as new:
        new.write(data)
        new.flush()
        os.fsync(new.fileno())
    beside.replace(file)
    if os.name == "posix":  # elsewhere folders cannot be opened
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _added(kept: Sums, more: Mapping[tuple[str, Counted], int]) -> Sums:
    sums = {day: dict(row) for day, row in kept.items()}
    for (day, what), amount in more.items():
        sums.setdefault(day, dict.fromkeys(Counted, 0))[what] += amount
    return sums


def _natural(text: str | None) -> int:
    if not (text and text.isascii() and text.isdecimal()):
        raise ValueError("a sum is not a whole number")
    return int(text)


def _free_name(file: Path) -> Path:
    number = 1
    while (name := file.with_name(BROKEN.format(stem=file.stem, number=number, suffix=file.suffix))).exists():
        number += 1
    return name
