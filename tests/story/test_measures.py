"""The measures of levels small enough to work out by hand."""

import pytest

from game.story.proof.proof import prove
from tests.story.build import branch, choice, deep_level, ending, level, passage


def test_chances_of_the_three_players() -> None:
    # Blind: 1/2 straight home, 1/2 by the ferry, which sinks two times of three. Careful: straight to the draw at the
    # bridge (3/4). Informed: asks, and is safe.
    built = level(
        {
            "door": passage(
                teaches=["ask-first"],
                walk=choice("bridge"),
                sail=choice("ferry"),
                ask=choice("home", uses="ask-first"),
            ),
            "bridge": passage(branches=[branch("home", chance=3), branch("shelter", chance=1)]),
            "ferry": passage(branches=[branch("home", chance=1), branch("shelter", chance=2)]),
        },
        {"home": ending(), "shelter": ending("help")},
    )
    chances = prove(built).chances
    assert chances.blind == pytest.approx((3 / 4 + 1 / 3) / 2)
    assert chances.careful == pytest.approx(3 / 4)
    assert chances.informed == 1
    assert chances.worth_of_knowing == pytest.approx(1 / 4)


def test_chances_in_a_circle_settle() -> None:
    # Blind goes home with 1/3, to the shelter with 1/3, and round again with 1/3: 1/2 in the end.
    built = level(
        {
            "door": passage(home=choice("home"), away=choice("shelter"), stroll=choice("park")),
            "park": passage(back=choice("door")),
        },
        {"home": ending(), "shelter": ending("help")},
    )
    assert prove(built).chances.blind == pytest.approx(1 / 2)


def test_runs_are_counted_once_each() -> None:
    built = level(
        {
            "door": passage(short=choice("home"), left=choice("path"), right=choice("path")),
            "path": passage(on=choice("field"), back=choice("home")),
            "field": passage(branches=[branch("home", chance=1), branch("shelter", chance=1)]),
        },
        {"home": ending(), "shelter": ending("help")},
    )
    runs = prove(built).runs
    # short; left or right, then back; left or right, then on to one of two endings.
    assert runs.count == 1 + 2 + 4
    assert (runs.decisions.shortest, runs.decisions.median, runs.decisions.longest) == (1, 2, 2)


def test_going_round_in_a_circle_is_not_another_run() -> None:
    built = level(
        {"door": passage(on=choice("yard")), "yard": passage(back=choice("door"), on=choice("home"))},
        {"home": ending()},
    )
    assert prove(built).runs.count == 1


def test_states_with_equal_futures_are_merged() -> None:
    proof = prove(deep_level(9))
    assert proof.states > 100 * proof.futures
    assert proof.chances.blind == proof.chances.informed == 1
