"""The figures of a session as CSV, and the codebook that says what its columns and rows mean. UTF-8, lines end CRLF.

A row is a figure of the report and nothing finer: no row is about one device, and none about fewer than may be shown.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.classroom.measure.change import Change
from game.classroom.measure.figures import MessageFigures, OfferFigures
from game.classroom.paper.session import SessionFigures
from game.classroom.stage import SMALLEST_GROUP
from game.content.words import Words
from game.story.checkup import Moment

_PLACES = 4
_MOMENTS = {Moment.BEFORE: "before", Moment.AFTER: "after"}


class _Row(NamedTuple):
    level: str
    measure: str
    value: float
    n: int | None = None
    message: str = ""
    question: str = ""
    moment: str = ""
    low: float | None = None
    high: float | None = None


_COLUMNS = ("level", "measure", "message", "question", "moment", "n", "value", "low", "high")


def data_csv(session: SessionFigures) -> bytes:
    """Return the figures as a table."""
    rows = ([_cell(getattr(row, column)) for column in _COLUMNS] for row in _rows(session))
    return _csv([_COLUMNS, *rows])


def _rows(session: SessionFigures) -> Iterator[_Row]:
    level, found = session.level.id, session.figures
    yield _Row(level, "seats", found.seats)
    yield _Row(level, "compared", found.compared)
    yield _Row(level, "only_before", found.only_before)
    yield _Row(level, "only_after", found.only_after)
    if found.overall:
        yield from _changes(level, "", found.overall)
    for each in found.messages:
        yield from _message(level, each)
    if found.offers:
        yield from _offers(level, found.offers)


def _message(level: str, each: MessageFigures) -> Iterator[_Row]:
    for moment, right in zip(Moment, (each.before, each.after), strict=True):
        if right is not None:
            yield _Row(level, "right", right, each.n, each.message, moment=_MOMENTS[moment])
    if each.change:
        yield from _changes(level, each.message, each.change)
    for counts in each.questions:
        moment_name = _MOMENTS[counts.moment]
        yield _Row(level, "right", counts.right, counts.n, each.message, counts.question, moment_name)


def _changes(level: str, message: str, found: Change) -> Iterator[_Row]:
    n, mean = found.n, found.change
    yield _Row(level, "share", found.before, n, message, moment="before")
    yield _Row(level, "share", found.after, n, message, moment="after")
    yield _Row(level, "change", mean.mean, n, message, low=mean.low, high=mean.high)
    if found.gain is not None:
        yield _Row(level, "gain", found.gain, n, message)


def _offers(level: str, found: OfferFigures) -> Iterator[_Row]:
    verdicts = found.verdicts
    yield _Row(level, "hits", verdicts.hits, found.n)
    yield _Row(level, "misses", verdicts.misses, found.n)
    yield _Row(level, "false_alarms", verdicts.false_alarms, found.n)
    yield _Row(level, "correct_rejections", verdicts.correct_rejections, found.n)
    if verdicts.d_prime is not None:
        yield _Row(level, "d_prime", verdicts.d_prime, found.n)
    if verdicts.bias is not None:
        yield _Row(level, "bias", verdicts.bias, found.n)


def codebook_csv(session: SessionFigures, words: Words) -> bytes:
    """Return what the columns, measures, messages and questions of `data_csv` are."""
    level = session.level
    columns = {
        "level": words("codebook.level"),
        "measure": words("codebook.measure"),
        "message": words("codebook.message"),
        "question": words("codebook.question"),
        "moment": words("codebook.moment"),
        "n": words("codebook.n", least=SMALLEST_GROUP),
        "value": words("codebook.value"),
        "low": words("codebook.low"),
        "high": words("codebook.high"),
    }
    measures = {
        "seats": words("codebook.seats"),
        "compared": words("codebook.compared"),
        "only_before": words("codebook.only_before"),
        "only_after": words("codebook.only_after"),
        "right": words("codebook.right"),
        "share": words("codebook.share"),
        "change": words("codebook.change"),
        "gain": words("codebook.gain"),
        "hits": words("codebook.hits"),
        "misses": words("codebook.misses"),
        "false_alarms": words("codebook.false_alarms"),
        "correct_rejections": words("codebook.correct_rejections"),
        "d_prime": words("codebook.d_prime"),
        "bias": words("codebook.bias"),
    }
    return _csv(
        [
            (words("codebook.kind"), words("codebook.name"), words("codebook.meaning")),
            *(("column", name, meaning) for name, meaning in columns.items()),
            *(("measure", name, meaning) for name, meaning in measures.items()),
            ("level", level.id, level.title),
            *_texts(session),
        ]
    )


def _texts(session: SessionFigures) -> Iterator[tuple[str, str, str]]:
    for name in session.level.asks:
        if message := session.messages.get(name):
            yield "message", name, message.title
            yield from (("question", f"{name} {each.id}", each.ask) for each in message.checks.values())


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.{_PLACES}f}" if isinstance(value, float) else str(value)


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
