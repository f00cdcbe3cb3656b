"""Laws of telling offers apart outside of the stories."""

from hypothesis import given
from hypothesis import strategies as st

from game.content.library import Library
from game.story.practice import ENOUGH, Leaning, Posted, all_offers, leaning, stack
from game.story.sensitivity import Verdicts

SEEDS = st.integers(0, 2**64 - 1)
COUNTS = st.integers(0, 8)


def posted(library: Library) -> tuple[Posted, ...]:
    return all_offers(library.levels.values())


@given(seed=SEEDS, cut=st.integers(0, 40))
def test_a_stack_has_every_offer_once_and_the_known_ones_last(library: Library, seed: int, cut: int) -> None:
    offers = posted(library)
    known = {each.key for each in offers[:cut]}
    drawn = stack(offers, seed, known)
    assert sorted(each.key for each in drawn) == sorted(each.key for each in offers)
    assert [each.key in known for each in drawn] == sorted(each.key in known for each in drawn)
    assert stack(offers, seed, known) == drawn


@given(seed=SEEDS)
def test_half_of_every_six_are_genuine_as_long_as_there_are_both_kinds(library: Library, seed: int) -> None:
    drawn = stack(posted(library), seed)
    genuine = [each.offer.genuine for each in drawn]
    rounds = min(sum(genuine), len(genuine) - sum(genuine)) // 3
    assert rounds >= 2
    assert all(sum(genuine[6 * at : 6 * at + 6]) == 3 for at in range(rounds))


def test_another_seed_is_another_order(library: Library) -> None:
    firsts = {stack(posted(library), seed)[0].key for seed in range(50)}
    assert len(firsts) > 10


@given(hits=COUNTS, misses=COUNTS, alarms=COUNTS, rejections=COUNTS)
def test_a_leaning_is_named_when_enough_was_judged_of_both_kinds(
    hits: int, misses: int, alarms: int, rejections: int
) -> None:
    found = leaning(Verdicts(hits, misses, alarms, rejections))
    one_sided = not hits + misses or not alarms + rejections
    assert (found is None) == (one_sided or hits + misses + alarms + rejections < ENOUGH)
    opposite = {Leaning.TRUST: Leaning.DISTRUST, Leaning.DISTRUST: Leaning.TRUST}
    mirrored = leaning(Verdicts(rejections, alarms, misses, hits))
    assert mirrored == (opposite.get(found, found) if found else None)


def test_one_mistake_is_no_leaning_and_two_of_a_kind_are() -> None:
    assert leaning(Verdicts(3, 0, 0, 3)) is Leaning.NEITHER
    assert leaning(Verdicts(3, 0, 1, 2)) is leaning(Verdicts(2, 1, 0, 3)) is Leaning.NEITHER
    assert leaning(Verdicts(3, 0, 2, 1)) is leaning(Verdicts(3, 0, 3, 0)) is Leaning.DISTRUST
    assert leaning(Verdicts(1, 2, 0, 3)) is leaning(Verdicts(0, 3, 0, 3)) is Leaning.TRUST


def test_even_verdicts_say_nothing_about_telling_apart_before_the_kinds_are_told_apart() -> None:
    assert leaning(Verdicts(2, 1, 1, 2)) is leaning(Verdicts(0, 3, 3, 0)) is Leaning.NEITHER_YET
