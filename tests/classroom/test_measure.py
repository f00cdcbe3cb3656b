"""The figures of a class: right by published tables, within their bounds, and silent about small groups."""

import statistics
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.classroom.measure.change import change
from game.classroom.measure.figures import ClassFigures, Seat, figures
from game.classroom.measure.student import mean_of, quantile
from game.classroom.stage import SMALLEST_GROUP
from game.story.answer import Answered
from game.story.checkup import Moment
from game.story.ids import MessageId
from game.story.sensitivity import Verdicts

SHARES = st.floats(0, 1, allow_nan=False)
PAIRS = st.lists(st.tuples(SHARES, SHARES), min_size=2, max_size=40)

# Two-sided 95 % and 99 % points of Student's t, as printed in statistical tables.
TABLE = [
    (1, 12.706, 63.657),
    (2, 4.303, 9.925),
    (3, 3.182, 5.841),
    (4, 2.776, 4.604),
    (5, 2.571, 4.032),
    (9, 2.262, 3.250),
    (10, 2.228, 3.169),
    (19, 2.093, 2.861),
    (29, 2.045, 2.756),
    (39, 2.023, 2.708),
    (60, 2.000, 2.660),
    (120, 1.980, 2.617),
]


@pytest.mark.parametrize(("freedom", "of_95", "of_99"), TABLE)
def test_quantiles_are_those_of_the_tables(freedom: int, of_95: float, of_99: float) -> None:
    assert quantile(freedom) == pytest.approx(of_95, abs=0.0006)
    assert quantile(freedom, 0.99) == pytest.approx(of_99, abs=0.0006)


def test_quantiles_come_down_to_those_of_the_normal_distribution() -> None:
    row = [quantile(freedom) for freedom in (1, 2, 5, 10, 50, 500, 50_000)]
    assert row == sorted(row, reverse=True)
    assert row[-1] == pytest.approx(statistics.NormalDist().inv_cdf(0.975), abs=1e-3)


def test_a_textbook_interval() -> None:
    # Ten differences with mean 1.58 and s 1.22995: the extra sleep of Student's own example of 1908.
    extra = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    mean = mean_of(extra)
    assert mean is not None
    assert (mean.n, round(mean.mean, 2), round(mean.low, 4), round(mean.high, 4)) == (10, 1.58, 0.7001, 2.4599)


def test_one_value_has_no_interval() -> None:
    assert mean_of([]) is None
    assert mean_of([0.5]) is None
    assert change([(0.0, 1.0)]) is None


@given(PAIRS)
def test_an_interval_holds_its_mean_and_narrows_with_the_level(pairs: Sequence[tuple[float, float]]) -> None:
    differences = [after - before for before, after in pairs]
    wide, narrow = mean_of(differences, 0.99), mean_of(differences, 0.9)
    assert wide is not None
    assert narrow is not None
    assert wide.low <= narrow.low <= narrow.mean <= narrow.high <= wide.high
    assert narrow.mean == pytest.approx(statistics.fmean(differences))


@given(PAIRS)
def test_the_gain_is_at_most_one_and_has_the_sign_of_the_change(pairs: Sequence[tuple[float, float]]) -> None:
    found = change(pairs)
    assert found is not None
    assert found.change.mean == pytest.approx(found.after - found.before, abs=1e-9)
    assume(found.before < 1 - 1e-9)
    assert found.gain is not None
    assert found.gain <= 1 + 1e-9
    assert (found.gain > 0) == (found.after > found.before)
    assert found.gain * (1 - found.before) == pytest.approx(found.after - found.before, abs=1e-9)


def test_where_all_was_known_there_is_no_gain_to_speak_of() -> None:
    known = change([(1.0, 1.0), (1.0, 0.5)])
    assert known is not None
    assert known.gain is None
    full = change([(0.2, 1.0), (0.4, 1.0)])
    assert full is not None
    assert full.gain == pytest.approx(1.0)


# Made-up classes.

MESSAGES = tuple(MessageId(name) for name in ("no-rush", "friend", "verify"))


def answers(rights: Sequence[bool], *, swapped: bool = False, moment: Moment = Moment.BEFORE) -> tuple[Answered, ...]:
    """Return one answer a message; half of a class is asked the other way round."""
    question = ("first", "second")[(int(swapped) + moment) % 2]
    return tuple(Answered(message, right, None, question) for message, right in zip(MESSAGES, rights, strict=False))


def seat(before: Sequence[bool], after: Sequence[bool], *, swapped: bool = False) -> Seat:
    return Seat(answers(before, swapped=swapped), answers(after, swapped=swapped, moment=Moment.AFTER))


def test_a_class_of_twelve() -> None:
    learners = [seat([False, False, True], [True, False, True], swapped=place % 2 == 0) for place in range(12)]
    found = figures(learners)
    assert (found.seats, found.compared, found.only_after, found.withheld) == (12, 12, 0, ())
    assert [(row.message, row.n, row.before, row.after) for row in found.messages] == [
        ("no-rush", 12, 0, 12),
        ("friend", 12, 0, 0),
        ("verify", 12, 12, 12),
    ]
    assert found.overall is not None
    assert found.overall.before == pytest.approx(1 / 3)
    assert found.overall.after == pytest.approx(2 / 3)
    assert found.overall.gain == pytest.approx(0.5)
    halves = [(each.moment, each.question, each.n, each.right) for each in found.messages[0].questions]
    assert sorted(halves) == [(0, "first", 6, 0), (0, "second", 6, 0), (1, "first", 6, 6), (1, "second", 6, 6)]


def test_latecomers_are_counted_and_in_no_figure() -> None:
    regular = [seat([False] * 3, [True] * 3) for _ in range(6)]
    late = [Seat((), answers([False] * 3, moment=Moment.AFTER)) for _ in range(3)]
    gone = [Seat(answers([True] * 3), ())]
    found = figures([*regular, *late, *gone])
    assert (found.seats, found.compared, found.only_after, found.only_before) == (10, 6, 3, 1)
    assert found.messages == figures(regular).messages
    assert found.overall == figures(regular).overall


@pytest.mark.parametrize("size", range(SMALLEST_GROUP))
def test_a_group_below_five_is_not_broken_down(size: int) -> None:
    found = figures([seat([False] * 3, [True] * 3)._replace(verdicts=Verdicts(1, 1, 1, 1)) for _ in range(size)])
    assert (found.seats, found.compared) == (size, 0)
    assert (found.messages, found.overall, found.offers) == ((), None, None)


def test_without_a_first_check_the_second_stands_alone() -> None:
    found = figures([Seat((), answers([True, False, True], moment=Moment.AFTER)) for _ in range(7)])
    assert found.overall is None
    assert [(row.n, row.before, row.after, row.change) for row in found.messages] == [
        (7, None, 7, None),
        (7, None, 0, None),
        (7, None, 7, None),
    ]


def test_a_class_is_measured_on_offers_by_all_its_verdicts() -> None:
    one = Verdicts(hits=2, misses=0, false_alarms=1, correct_rejections=1)
    found = figures([Seat(verdicts=one)] * 5 + [Seat()] * 3)
    assert found.offers is not None
    assert (found.offers.n, found.offers.verdicts) == (5, Verdicts(10, 0, 5, 5))
    assert found.offers.verdicts.d_prime is not None
    assert found.offers.verdicts.d_prime > 0


RIGHTS = st.lists(st.booleans(), min_size=3, max_size=3)
PARTS = st.sets(st.sampled_from(range(3)), max_size=3)


@st.composite
def seats(draw: st.DrawFn) -> Seat:
    swapped = draw(st.booleans())
    kept = [draw(PARTS), draw(PARTS)]
    both = [answers(draw(RIGHTS), swapped=swapped, moment=moment) for moment in Moment]
    before, after = (
        tuple(answer for place, answer in enumerate(each) if place not in left)
        for each, left in zip(both, kept, strict=True)
    )
    return Seat(before, after, Verdicts(*draw(st.tuples(*[st.integers(0, 2)] * 4))))


def flipped(answer: Answered) -> Answered:
    return Answered(answer.message, not answer.right, answer.confidence, answer.question)


@given(st.lists(seats(), max_size=14))
def test_what_is_withheld_changes_nothing_that_is_shown(group: list[Seat]) -> None:
    """Whatever is subtracted from whatever: figures that do not depend on an answer cannot give it away."""
    shown = figures(group)
    told = {row.message for row in shown.messages}
    is_paired = shown.overall is not None

    def hidden(answer: Answered, other: Sequence[Answered]) -> bool:
        partner = any(answer.message == each.message for each in other)
        return answer.message not in told or (is_paired and not partner)

    for place, one in enumerate(group):
        before = tuple(flipped(each) if not is_paired or hidden(each, one.after) else each for each in one.before)
        after = tuple(flipped(each) if hidden(each, one.before) else each for each in one.after)
        group[place] = Seat(before, after, one.verdicts)
    assert figures(group) == shown


@given(st.lists(seats(), max_size=14))
def test_no_cell_is_small_and_parts_add_up_or_are_not_there(group: list[Seat]) -> None:
    shown = figures(group)
    for row in shown.messages:
        assert row.n >= SMALLEST_GROUP
        for moment, right in zip(Moment, (row.before, row.after), strict=True):
            parts = [part for part in row.questions if part.moment is moment]
            assert all(part.n >= SMALLEST_GROUP for part in parts)
            if parts:
                assert (sum(part.n for part in parts), sum(part.right for part in parts)) == (row.n, right)
    assert shown.compared == 0 or shown.compared >= SMALLEST_GROUP


@given(st.lists(seats(), max_size=14))
def test_no_sum_and_no_difference_of_cells_counts_a_small_group(group: list[Seat]) -> None:
    for row in figures(group).messages:
        for moment in Moment:
            parts = [part.n for part in row.questions if part.moment is moment]
            sums = (
                sum(n for n, taken in zip(parts, mask, strict=True) if taken)
                for mask in product((0, 1), repeat=len(parts))
            )
            assert all(left == 0 or left >= SMALLEST_GROUP for left in (row.n - total for total in sums))


def test_the_figures_do_not_depend_on_the_order_of_seats() -> None:
    group = [seat([place % 2 == 0] * 3, [place % 3 == 0] * 3, swapped=place % 2 == 0) for place in range(11)]

    def told(found: ClassFigures) -> object:
        return [(row.message, row.n, row.before, row.after, sorted(row.questions)) for row in found.messages]

    assert told(figures(group)) == told(figures(group[::-1]))
