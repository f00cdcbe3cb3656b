"""Stories of players at a terminal who judge offers outside of the stories."""

from collections.abc import Callable

import pytest

from game.records.folder import MemoryFolder
from game.records.tally import verdicts_of
from game.story.practice import ENOUGH, Posted, all_offers, stack
from game.terminal.practice import practise
from tests.terminal.typed import flat, library, terminal, words

SEED = 7


def dealt() -> tuple[Posted, ...]:
    return stack(all_offers(library().levels.values()), SEED)


def by_eye(posted: Posted) -> str:
    return "go-on" if posted.offer.genuine else "stop"


@pytest.mark.parametrize(
    ("verdict", "text"),
    [(by_eye, "practice.neither"), (lambda _: "stop", "practice.distrust"), (lambda _: "go-on", "practice.trust")],
)
def test_six_verdicts_tell_which_way_somebody_leans(verdict: Callable[[Posted], str], text: str) -> None:
    offers = dealt()[:ENOUGH]
    heard: list[str] = []
    at = terminal([line for each in offers for line in (verdict(each), "next")] + ["enough"], heard, seed=SEED)
    practise(at)
    told = flat(heard)
    assert words()(text) in told
    for number, (_, line) in enumerate(offers[0].offer.lines.items(), start=1):
        assert words()("terminal.offer_line", number=number, text=line.text, marked="").rstrip() in told
        assert line.because in told
    assert verdicts_of(at.progress.current).judged == ENOUGH


def test_after_fewer_verdicts_it_says_how_many_are_needed_and_shows_new_ones_next_time() -> None:
    folder, heard = MemoryFolder(), list[str]()
    first = dealt()[0]
    practise(terminal([by_eye(first), "enough"], heard, seed=SEED, folder=folder))
    assert words()("practice.few", judged=1, enough=ENOUGH) in flat(heard)
    heard = []
    practise(terminal(["enough"], heard, seed=SEED, folder=folder))
    assert flat([first.offer.sender]) not in flat(heard)


def test_all_offers_can_be_judged_and_then_it_is_over() -> None:
    offers = dealt()
    at = terminal([line for each in offers for line in (by_eye(each), "next")], [], seed=SEED)
    practise(at)
    assert verdicts_of(at.progress.current).d_prime
