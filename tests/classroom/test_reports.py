"""Reports of made-up classes, and their data: what they tell, and what they keep to themselves."""

import csv
import io

import pytest

from game.classroom.paper.data import codebook_csv, data_csv
from game.classroom.paper.document import Picture, Table
from game.classroom.paper.from_session import session_figures
from game.classroom.paper.report import class_report
from game.classroom.paper.session import SessionFigures
from game.classroom.stage import SMALLEST_GROUP
from tests.classroom.papers import a_class, library, texts_of, words


def session(size: int, latecomers: int = 0, gone: int = 0) -> SessionFigures:
    return session_figures(a_class(size, latecomers=latecomers, gone=gone), library().messages)


def rows(found: SessionFigures) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data_csv(found).decode())))


def test_a_class_of_twelve_sees_what_changed() -> None:
    report = class_report(session(12), words())
    told = list(texts_of(report))
    assert {"What changed", "Question by question", "Telling offers apart", "How the stories ended"} <= set(told)
    table = next(block for block in report.blocks if isinstance(block, Table) and "Gain" in block.head)
    assert table.rows[0][:2] == ("All together", "12")
    pictures = [block.drawing for block in report.blocks if isinstance(block, Picture)]
    assert len(pictures) == 2
    assert "All together: " in pictures[0].text
    assert "12 devices" in pictures[0].text


@pytest.mark.parametrize("size", [0, 1, 4])
def test_a_small_class_sees_counts_of_devices_and_nothing_of_answers(size: int) -> None:
    found = session(size)
    told = "\n".join(texts_of(class_report(found, words())))
    assert words()("findings.too_few", least=SMALLEST_GROUP) in told
    assert "Telling offers apart" not in told
    assert "How the stories ended" not in told
    assert {row["measure"] for row in rows(found)} == {"seats", "compared", "only_before", "only_after"}
    assert not any(isinstance(block, Picture) for block in class_report(found, words()).blocks)


def test_latecomers_are_counted_and_not_compared() -> None:
    found = session(12, latecomers=3, gone=2)
    assert (found.figures.compared, found.figures.only_after, found.figures.only_before) == (7, 3, 2)
    table = next(block for block in class_report(found, words()).blocks if isinstance(block, Table))
    assert (words()("findings.only_after"), "3") in table.rows
    assert {row["n"] for row in rows(found) if row["measure"] == "change"} == {"7"}


def test_a_class_without_a_first_check_sees_its_answers() -> None:
    found = session(9, latecomers=9)
    told = list(texts_of(class_report(found, words())))
    assert words()("findings.no_before") in told
    assert {row["measure"] for row in rows(found)} >= {"right"}
    assert not {row["measure"] for row in rows(found)} & {"change", "gain", "share"}


def test_every_column_and_every_measure_is_in_the_codebook() -> None:
    found = session(12)
    book = list(csv.DictReader(io.StringIO(codebook_csv(found, words()).decode())))
    named = {(row["kind"], row["name"]) for row in book}
    data = rows(found)
    assert {("column", column) for column in data[0]} <= named
    assert {("measure", row["measure"]) for row in data} <= named
    assert {("message", row["message"]) for row in data if row["message"]} <= named
    assert {("question", f"{row['message']} {row['question']}") for row in data if row["question"]} <= named
    assert all(row["meaning"] for row in book)


@pytest.mark.parametrize("size", [5, 6, 9, 12, 30])
def test_no_row_of_the_data_is_about_fewer_than_may_be_shown(size: int) -> None:
    for row in rows(session(size, latecomers=size // 4)):
        if row["n"]:
            assert int(row["n"]) >= SMALLEST_GROUP
        else:
            assert row["measure"] in ("seats", "compared", "only_before", "only_after")
        assert not row["value"].startswith(("=", "+", "@"))


def test_the_data_agree_with_the_report() -> None:
    found = session(12)
    overall = found.figures.overall
    assert overall is not None
    change = next(row for row in rows(found) if row["measure"] == "change" and not row["message"])
    assert float(change["value"]) == pytest.approx(overall.change.mean, abs=1e-4)
    assert float(change["low"]) == pytest.approx(overall.change.low, abs=1e-4)
    assert float(change["high"]) == pytest.approx(overall.change.high, abs=1e-4)
