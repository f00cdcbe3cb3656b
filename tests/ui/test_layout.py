"""Laws of rectangles."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.canvas.geometry import Point, Rect
from game.ui.layout import Flex, centred, columns, grid, narrowed, rows

lengths = st.integers(0, 2000).map(float)
rects = st.builds(Rect, lengths, lengths, lengths, lengths)


@given(rects, st.lists(st.integers(1, 5), min_size=1, max_size=6), st.integers(0, 20))
def test_flexible_columns_fill_the_area_and_keep_their_gaps(area: Rect, weights: list[int], gap: int) -> None:
    parts = columns(area, *(Flex(weight) for weight in weights), gap=gap)
    for one, other in pairwise(parts):
        assert other.x - one.right == gap
        assert one.w >= 0
    if area.w >= gap * (len(weights) - 1):
        assert (parts[0].x, parts[-1].right) == (area.x, area.right)


def test_fixed_rows_take_what_they_ask_and_flexible_ones_the_rest() -> None:
    top, middle, foot = rows(Rect(10, 20, 300, 400), 50, Flex(), 30, gap=10)
    assert (top.h, middle.h, foot.h) == (50, 300, 30)
    assert foot.bottom == 420


@given(rects, st.integers(1, 12), st.integers(1, 4))
def test_cells_of_a_grid_never_overlap(area: Rect, count: int, across: int) -> None:
    cells = grid(area, count, across, 40, 8)
    assert len(cells) == count
    assert not any(one.meets(other) for at, one in enumerate(cells) for other in cells[at + 1 :])


@given(rects, lengths, lengths)
def test_what_is_centred_stays_inside(area: Rect, w: float, h: float) -> None:
    assert area.holds(centred(area, w, h), slack=1)
    assert narrowed(area, w).w <= max(w, 1)


@given(rects, rects)
def test_what_two_rectangles_share_lies_in_both_and_both_lie_in_what_surrounds_them(one: Rect, other: Rect) -> None:
    assert one.around(other).holds(one)
    assert one.around(other).holds(other)
    if one.meets(other):
        assert one.holds(one.common(other))
        assert other.holds(one.common(other))


@given(rects, st.floats(0, 3000))
def test_insetting_never_turns_a_rectangle_inside_out(area: Rect, by: float) -> None:
    inner = area.inset(by)
    assert min(inner.size) >= 0
    assert area.holds(inner, slack=1e-6)


def test_a_rectangle_holds_its_left_edge_but_not_its_right_one() -> None:
    assert Rect(0, 0, 10, 10).contains(Point(0, 0))
    assert not Rect(0, 0, 10, 10).contains(Point(10, 5))
