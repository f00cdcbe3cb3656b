"""The pictures of a report: well-formed, told in words, and nothing runs out of them."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.measure.drawing import Box, Dot, Drawing, Line, Words, svg
from game.classroom.measure.plots import BrickRow, ChangeNames, ChangeRow, brick_plot, change_plot
from game.classroom.measure.student import Mean

NAMES = ChangeNames("Right answers", "Change, in points", "before the story", "after the story")
SHARES = st.floats(0, 1, allow_nan=False)
CHANGES = st.builds(Mean, st.just(5), st.floats(-1, 1), st.floats(-9, 0), st.floats(0, 9)) | st.none()
ROWS = st.builds(ChangeRow, st.text(max_size=40), st.just("12 seats"), SHARES | st.none(), SHARES, CHANGES)
SVG = "{http://www.w3.org/2000/svg}"


def is_within(drawing: Drawing) -> bool:
    for shape in drawing.shapes:
        inside = False
        match shape:
            case Words(x, y):
                inside = 0 <= x <= drawing.width and 0 < y <= drawing.height
            case Line(x1, y1, x2, y2):
                inside = min(x1, x2, y1, y2) >= 0 and max(x1, x2) <= drawing.width and max(y1, y2) <= drawing.height
            case Dot(x, y, radius):
                inside = radius <= x <= drawing.width - radius and radius <= y <= drawing.height - radius
            case Box(x, y, w, h):
                inside = x >= 0 and y >= 0 and w > 0 and x + w <= drawing.width and y + h <= drawing.height
        if not inside:
            return False
    return True


@given(st.lists(ROWS, min_size=1, max_size=8))
def test_changes_stay_inside_the_picture(rows: list[ChangeRow]) -> None:
    assert is_within(change_plot("Title", "Text", NAMES, rows))


@given(
    st.lists(
        st.integers(1, 200).flatmap(lambda of: st.builds(BrickRow, st.just("row"), st.integers(0, of), st.just(of))),
        max_size=5,
    )
)
def test_there_is_a_brick_for_each_one(rows: list[BrickRow]) -> None:
    drawing = brick_plot("Title", "Text", rows)
    assert is_within(drawing)
    studs = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.fill == shape.edge]
    assert len(studs) == sum(row.laid for row in rows)


@pytest.mark.parametrize("label", ["Tea & <cake>", '"quoted"', "ชา"])
def test_the_element_is_well_formed_and_told_in_words(label: str) -> None:
    drawing = change_plot(label, f"Text of {label}", NAMES, [ChangeRow(label, "5 seats", 0.2, 0.8, None)])
    root = ET.fromstring(svg(drawing, "plot1"))  # noqa: S314 (our own text)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "plot1-title plot1-text"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == [label, f"Text of {label}"]
    assert label in [words.text for words in root.iter(f"{SVG}text")]
