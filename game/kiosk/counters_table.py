"""What was counted, as a table for people."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from game.content.words import Words
from game.kiosk.counters import BROKEN, read_counters
from game.kiosk.counting import Counted

_PER_CENT = 100


def counters_table(file: Path, words: Words) -> Iterator[str]:
    """Yield the lines of the table: a row for each day, and their total.

    Raises:
        OSError: the file cannot be read.

    """
    for aside in sorted(file.parent.glob(BROKEN.format(stem=file.stem, number="*", suffix=file.suffix))):
        yield words("kiosk_ops.counters_aside", file=aside)
    try:
        days = read_counters(file)
    except ValueError as error:
        yield words("kiosk_ops.counters_damaged", file=file, why=error)
        return
    if not days:
        yield words("kiosk_ops.counters_none", file=file)
        return
    total: Counter[Counted] = Counter()
    for sums in days.values():
        total.update(sums)
    rows = [_head(words), *(_row(day, sums, words) for day, sums in sorted(days.items()))]
    yield from _aligned([*rows, _row(words("kiosk_ops.total"), total, words)])


def _head(words: Words) -> tuple[str, ...]:
    return (
        words("kiosk_ops.day"),
        words("kiosk_ops.sessions"),
        words("kiosk_ops.completions"),
        words("kiosk_ops.before"),
        words("kiosk_ops.after"),
        words("kiosk_ops.giving"),
    )


def _row(name: str, sums: Mapping[Counted, int], words: Words) -> tuple[str, ...]:
    return (
        name,
        str(sums[Counted.SESSIONS]),
        str(sums[Counted.COMPLETIONS]),
        _share(sums[Counted.BEFORE_RIGHT], sums[Counted.BEFORE_ASKED], words),
        _share(sums[Counted.AFTER_RIGHT], sums[Counted.AFTER_ASKED], words),
        str(sums[Counted.GIVING_OPENED]),
    )


def _share(right: int, asked: int, words: Words) -> str:
    if asked == 0:
        return words("kiosk_ops.share_none")
    return words("kiosk_ops.share", share=round(right * _PER_CENT / asked), asked=asked)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        yield "  ".join((name.ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells, widths[1:], strict=True))))
