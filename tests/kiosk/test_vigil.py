"""When a game is started again, and when it is left to rest: laws by a clock of our own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.heartbeat import Pulse
from game.kiosk.vigil import Patience, Vigil

PATIENCE = Patience(hang_s=5.0)
LOOK_S = 0.2
LIVES = st.lists(st.floats(0.0, 1000.0), min_size=1, max_size=30)
"""How long each of several games lives, in seconds."""


def pulse(beat: int) -> Pulse:
    return Pulse(beat, None, counters_kept=True)


def rests(vigil: Vigil) -> bool:
    return vigil.is_resting


@given(LIVES, st.booleans())
def test_a_game_that_ends_is_due_again_at_once_or_after_a_rest(lives: list[float], beats: bool) -> None:
    now_s = 0.0
    vigil = Vigil(PATIENCE, now_s)
    ends: list[float] = []
    for life_s in lives:
        assert vigil.is_due(now_s)
        vigil.started(now_s)
        if beats:
            vigil.look(now_s, pulse(1))
            assert not vigil.is_resting
        now_s += life_s
        vigil.look(now_s, pulse(2) if beats else None)
        pause_s = vigil.failed(now_s)
        recent = [end for end in (*ends, now_s) if now_s - end <= PATIENCE.within_s]
        if vigil.is_resting:
            assert PATIENCE.rest_s <= pause_s <= PATIENCE.longest_rest_s
        else:
            assert pause_s <= 1.0
            assert len(recent) < PATIENCE.most_failures or (beats and life_s >= PATIENCE.steady_s)
        assert vigil.is_due(now_s + pause_s)
        assert pause_s == 0 or not vigil.is_due(now_s + pause_s * 0.99)
        ends.append(now_s)
        now_s += pause_s


def test_rests_grow_and_end_with_a_sign_of_life_and_start_small_again_after_a_steady_game() -> None:
    now_s = 0.0
    vigil = Vigil(PATIENCE, now_s)
    pauses = []
    for _ in range(9):
        vigil.started(now_s)
        pauses.append(vigil.failed(now_s))
        now_s += pauses[-1]
    assert pauses == [0.0, 0.5, 60.0, 120.0, 240.0, 480.0, 600.0, 600.0, 600.0]
    vigil.started(now_s)
    assert rests(vigil), "the calm screen stays until the game is there"
    for beat in range(int(PATIENCE.steady_s / LOOK_S) + 2):
        assert not vigil.look(now_s, pulse(beat))
        assert not rests(vigil)
        now_s += LOOK_S
    assert vigil.failed(now_s) == 0.0


@given(st.lists(st.floats(0.05, 4.9), min_size=1, max_size=50))
def test_a_game_that_beats_in_time_never_counts_as_hung(gaps_s: list[float]) -> None:
    now_s = 0.0
    vigil = Vigil(PATIENCE, now_s)
    vigil.started(now_s)
    for beat, gap_s in enumerate(gaps_s):
        assert not vigil.look(now_s, pulse(beat))
        looks = int(gap_s / LOOK_S)
        for look in range(looks):
            assert not vigil.look(now_s + look * LOOK_S, pulse(beat))
        now_s += gap_s


@given(st.booleans(), st.floats(0.01, 0.9))
def test_a_silent_game_counts_as_hung_when_patience_is_over_and_not_before(has_beaten: bool, look_s: float) -> None:
    now_s = 0.0
    vigil = Vigil(PATIENCE, now_s)
    vigil.started(now_s)
    said = pulse(1) if has_beaten else None
    most_s = PATIENCE.hang_s if has_beaten else PATIENCE.first_beat_s
    while not vigil.look(now_s, said):
        now_s += look_s
        assert now_s <= most_s + 2 * look_s
    assert now_s > most_s


@given(st.floats(1.1, 100_000.0))
def test_a_computer_that_slept_is_no_reason_to_end_a_game(slept_s: float) -> None:
    vigil = Vigil(PATIENCE, 0.0)
    vigil.started(0.0)
    assert not vigil.look(0.1, pulse(1))
    assert not vigil.look(slept_s, pulse(1))
    assert not vigil.look(slept_s + 0.5, pulse(2))


def test_a_game_that_has_nowhere_to_put_its_signs_of_life_is_let_be() -> None:
    vigil = Vigil(PATIENCE, 0.0)
    vigil.started(0.0, watched=False)
    assert not any(vigil.look(look * LOOK_S, None) for look in range(10_000))


@pytest.mark.parametrize("patience", [PATIENCE])
def test_pauses_before_a_rest_keep_visitors_waiting_for_less_than_five_seconds(patience: Patience) -> None:
    assert all(before <= after for before, after in pairwise(patience.pauses_s))
    assert patience.pauses_s[-1] < 5
