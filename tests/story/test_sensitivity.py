"""Telling offers apart, held against published values, and its laws."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.story.sensitivity import Verdicts, verdict_on

_COUNTS = st.integers(0, 60)
ANY = st.builds(Verdicts, _COUNTS, _COUNTS, _COUNTS, _COUNTS)
BOTH_KINDS = ANY.filter(lambda verdicts: verdicts.false_offers > 0 and verdicts.genuine_offers > 0)
MANY = 1_000_000
"""Offers of each kind, so many that the correction cannot be seen."""


def _measures(verdicts: Verdicts) -> tuple[float, float]:
    assert verdicts.d_prime is not None
    assert verdicts.bias is not None
    return verdicts.d_prime, verdicts.bias


def _of_shares(hits: float, alarms: float) -> Verdicts:
    stopped, turned_down = round(hits * MANY), round(alarms * MANY)
    return Verdicts(stopped, MANY - stopped, turned_down, MANY - turned_down)


def test_the_corrected_measures_are_those_of_a_published_example() -> None:
    """`signal(82, 46, 100, 100)` in the reference of the R package statpsych (Bonett; after Wickens 2002), which adds
    the same halves: d' 1.002793, bias -0.4019603."""
    sensitivity, bias = _measures(Verdicts(82, 18, 46, 54))
    assert sensitivity == pytest.approx(1.002793, abs=1e-6)
    assert bias == pytest.approx(-0.4019603, abs=1e-6)


@pytest.mark.parametrize(("hits", "alarms", "expected"), [(0.7, 0.1, 1.806), (0.5, 0.4, 0.253), (0.85, 0.05, 2.681)])
def test_with_very_many_offers_d_prime_is_the_one_without_correction(
    hits: float, alarms: float, expected: float
) -> None:
    """The three subjects in W. Schneider's Short Notes on Theory of Signal Detection, given to 0.001 there."""
    assert _measures(_of_shares(hits, alarms))[0] == pytest.approx(expected, abs=0.001)


def test_the_criterion_is_the_published_one() -> None:
    """6 hits, 7 false alarms, 8 misses, 9 correct rejections: d' -0.023, c 0.169 without correction, in the tests of
    Psycho.jl (Makowski)."""
    many = MANY // 10
    sensitivity, bias = _measures(Verdicts(6 * many, 8 * many, 7 * many, 9 * many))
    assert sensitivity == pytest.approx(-0.023, abs=0.001)
    assert bias == pytest.approx(0.169, abs=0.001)


@pytest.mark.parametrize(("genuine", "stopped"), list(product([True, False], repeat=2)))
def test_a_single_verdict_is_counted_once_and_says_nothing_yet(genuine: bool, stopped: bool) -> None:
    verdicts = verdict_on(genuine=genuine, stopped=stopped)
    assert (verdicts.judged, verdicts.genuine_offers) == (1, int(genuine))
    assert verdicts.hits + verdicts.false_alarms == int(stopped)
    assert (verdicts.d_prime, verdicts.bias) == (None, None)


@given(false=st.integers(1, 60), genuine=st.integers(1, 60))
def test_stopping_everything_is_a_leaning_and_no_skill(false: int, genuine: int) -> None:
    """With as many offers of each kind exactly none; else the correction leaves less than of one more answer."""
    sensitivity, bias = _measures(Verdicts(hits=false, false_alarms=genuine))
    assert bias < 0
    assert (sensitivity > 0) == (false > genuine)
    assert (sensitivity == 0) == (false == genuine)
    assert _measures(Verdicts(misses=false, correct_rejections=genuine))[1] > 0


@given(verdicts=BOTH_KINDS)
def test_both_measures_are_always_numbers_and_swapping_the_answers_turns_both_signs(verdicts: Verdicts) -> None:
    sensitivity, bias = _measures(verdicts)
    assert abs(sensitivity) < 5
    assert abs(bias) < 2.5
    other = Verdicts(verdicts.misses, verdicts.hits, verdicts.correct_rejections, verdicts.false_alarms)
    assert _measures(other) == pytest.approx((-sensitivity, -bias))


@given(verdicts=BOTH_KINDS)
def test_a_better_verdict_never_lowers_sensitivity(verdicts: Verdicts) -> None:
    assume(verdicts.misses and verdicts.false_alarms)
    stopped = replace(verdicts, hits=verdicts.hits + 1, misses=verdicts.misses - 1)
    trusted = replace(
        verdicts,
        false_alarms=verdicts.false_alarms - 1,
        correct_rejections=verdicts.correct_rejections + 1,
    )
    sensitivity, bias = _measures(verdicts)
    assert _measures(stopped)[0] > sensitivity
    assert _measures(trusted)[0] > sensitivity
    assert _measures(stopped)[1] < bias < _measures(trusted)[1]


@given(one=ANY, other=ANY)
def test_counts_add_up(one: Verdicts, other: Verdicts) -> None:
    assert one + other == other + one
    assert (one + other).judged == one.judged + other.judged
    assert one + Verdicts() == one
