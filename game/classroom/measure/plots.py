"""The two pictures of a report: what changed, row by row, and how many, brick by brick."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.canvas.canvas import Colour
from game.classroom.measure.drawing import Box, Dot, Drawing, Line, Shape, Words
from game.classroom.measure.student import Mean
from game.ui.palette import NORMAL as COLOURS

_WIDTH = 640.0
_SMALL, _TEXT = 13.0, 15.0
_LEFT = 12.0
_LEFT_END, _RIGHT_END = 24.0, 376.0
"""Where the scale of right answers begins and ends."""
_CHANGE_LEFT, _CHANGE_RIGHT = 436.0, 616.0
_TOP, _ROW, _TRACK = 62.0, 56.0, 34.0
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_POINTS = (-100, 0, 100)
_GREEN, _ORANGE = COLOURS.fills[0], COLOURS.fills[1]

_BRICK_W, _BRICK_H, _STUD = 22.0, 16.0, 4.0
_BRICK_ROW = 54.0


class ChangeRow(NamedTuple):
    """One row: shares of right answers from 0 to 1, and the change with its interval."""

    label: str
    n: str
    """How many seats, in words."""
    before: float | None
    after: float
    change: Mean | None


class ChangeNames(NamedTuple):
    """What the picture of changes is labelled with."""

    right: str
    change: str
    before: str
    after: str


def change_plot(title: str, text: str, names: ChangeNames, rows: Sequence[ChangeRow]) -> Drawing:
    """Return rings for before, dots for after, and beside them the change with its interval on a scale of its own."""
    bottom = _TOP + _ROW * len(rows)
    shapes = (
        *_scales(names, with_change=any(row.change for row in rows)),
        *(shape for number, row in enumerate(rows) for shape in _change_row(row, _TOP + _ROW * number)),
        *_key(names, bottom + 24, with_before=any(row.before is not None for row in rows)),
    )
    return Drawing(_WIDTH, bottom + 34, title, text, shapes)


def _scales(names: ChangeNames, *, with_change: bool) -> Iterator[Shape]:
    yield Words(_LEFT, 20, names.right, _SMALL, COLOURS.ink, bold=True)
    for share in _SHARES:
        yield Words(_share_x(share), _TOP - 20, f"{share:.0%}", _SMALL, COLOURS.soft, "middle")
    if with_change:
        yield Words(_CHANGE_LEFT - 12, 20, names.change, _SMALL, COLOURS.ink, bold=True)
        for points in _POINTS:
            told = f"{points:+d}".replace("-", "−") if points else "0"
            yield Words(_change_x(points / 100), _TOP - 20, told, _SMALL, COLOURS.soft, "middle")


def _change_row(row: ChangeRow, top: float) -> Iterator[Shape]:
    y = top + _TRACK
    yield Words(_LEFT, top + 14, row.label, _TEXT, COLOURS.ink)
    for share in _SHARES:
        yield Line(_share_x(share), y - 10, _share_x(share), y + 10, 1, COLOURS.line)
    yield Line(_LEFT_END, y, _RIGHT_END, y, 1, COLOURS.line)
    if row.before is not None:
        yield Line(_share_x(row.before), y, _share_x(row.after), y, 3, COLOURS.edge)
        yield Dot(_share_x(row.before), y, 7, _ORANGE, 3, COLOURS.card)
    yield Dot(_share_x(row.after), y, 6, COLOURS.teal, 2, COLOURS.teal)
    yield Words(_WIDTH - _LEFT, top + 14, row.n, _SMALL, COLOURS.soft, "right")
    if row.change:
        yield from _interval(row.change, y)


def _interval(change: Mean, y: float) -> Iterator[Shape]:
    for points in _POINTS:
        x = _change_x(points / 100)
        yield Line(x, y - 10, x, y + 10, 2 if points == 0 else 1, COLOURS.edge if points == 0 else COLOURS.line)
    low, high = _change_x(change.low), _change_x(change.high)
    yield Line(low, y, high, y, 3, COLOURS.edge)
    for x in (low, high):
        yield Line(x, y - 6, x, y + 6, 2, COLOURS.edge)
    x = _change_x(change.mean)
    yield Box(x - 5, y - 5, 10, 10, COLOURS.teal, COLOURS.teal)


def _key(names: ChangeNames, y: float, *, with_before: bool) -> Iterator[Shape]:
    x = _LEFT + 8
    if with_before:
        yield Dot(x, y - 4, 7, _ORANGE, 3, COLOURS.card)
        yield Words(x + 16, y, names.before, _SMALL, COLOURS.ink)
        x += 180
    yield Dot(x, y - 4, 6, COLOURS.teal, 2, COLOURS.teal)
    yield Words(x + 16, y, names.after, _SMALL, COLOURS.ink)


def _share_x(share: float) -> float:
    return _LEFT_END + share * (_RIGHT_END - _LEFT_END)


def _change_x(change: float) -> float:
    """Return where a change stands; intervals that reach beyond what is possible end at the edge."""
    return _CHANGE_LEFT + (max(-1.0, min(1.0, change)) + 1) / 2 * (_CHANGE_RIGHT - _CHANGE_LEFT)


class BrickRow(NamedTuple):
    """One row: how many of how many."""

    label: str
    laid: int
    of: int
    is_marked: bool = False
    """In another colour, for what the label marks as well: colour is never the only sign."""


def brick_plot(title: str, text: str, rows: Sequence[BrickRow]) -> Drawing:
    """Return walls: a brick for each one who did, an empty place for each one who did not."""
    shapes = tuple(shape for number, row in enumerate(rows) for shape in _brick_row(row, _BRICK_ROW * number))
    return Drawing(_WIDTH, max(_BRICK_ROW * len(rows), 1), title, text, shapes)


def _brick_row(row: BrickRow, top: float) -> Iterator[Shape]:
    yield Words(_LEFT, top + 16, row.label, _TEXT, COLOURS.ink)
    yield Words(_WIDTH - _LEFT, top + 16, f"{row.laid} / {row.of}", _TEXT, COLOURS.ink, "right", bold=True)
    width = min(_BRICK_W, (_WIDTH - 2 * _LEFT) / max(row.of, 1))
    for place in range(row.of):
        is_laid = place < row.laid
        yield from _brick(_LEFT + place * width, top + 26, width - 2, _fill(row) if is_laid else None)


def _brick(x: float, y: float, width: float, fill: Colour | None) -> Iterator[Shape]:
    if fill is None:
        yield Box(x, y + _STUD, width, _BRICK_H, COLOURS.empty, COLOURS.line)
        return
    yield Box(x + width * 0.28, y, width * 0.44, _STUD + 1, fill, fill)
    yield Box(x, y + _STUD, width, _BRICK_H, fill, COLOURS.edge)


def _fill(row: BrickRow) -> Colour:
    return _GREEN if row.is_marked else COLOURS.fills[2]
