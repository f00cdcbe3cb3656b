"""Laws of telling job offers apart."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from game.content.library import Library
from game.story.level import Level, Offer, Sign
from game.story.offers import OfferScore, score

GUESSES = st.lists(st.sampled_from([Sign.GOOD, Sign.WARNING, None]), min_size=5, max_size=5)
"""What somebody thinks of the lines of an offer, which has five at most."""


def _offers(library: Library) -> list[Offer]:
    passages = [passage for level in library.levels.values() for passage in level.passages.values()]
    return [offer for passage in passages for offer in passage.offers.values()]


def _warnings(offer: Offer) -> int:
    return sum(line.sign is Sign.WARNING for line in offer.lines.values())


def _all(offer: Offer, sign: Sign) -> Mapping[tuple[str, str], Sign]:
    return {(offer.id, line): sign for line in offer.lines}


@given(guesses=GUESSES)
def test_every_line_counts_exactly_once(library: Library, guesses: list[Sign | None]) -> None:
    for offer in _offers(library):
        marks = {(offer.id, line): sign for line, sign in zip(offer.lines, guesses, strict=False) if sign}
        found = score(offer, marks)
        assert found.hits + found.misses == _warnings(offer)
        assert found.false_alarms + found.correct_rejections == len(offer.lines) - _warnings(offer)


def test_whoever_warns_of_everything_misses_nothing_and_mistakes_all_the_rest(library: Library) -> None:
    for offer in _offers(library):
        warnings, lines = _warnings(offer), len(offer.lines)
        assert score(offer, _all(offer, Sign.WARNING)) == OfferScore(warnings, 0, lines - warnings, 0)


def test_whoever_trusts_everything_or_marks_nothing_misses_every_warning(library: Library) -> None:
    for offer in _offers(library):
        expected = OfferScore(0, _warnings(offer), 0, len(offer.lines) - _warnings(offer))
        assert score(offer, _all(offer, Sign.GOOD)) == score(offer, {}) == expected


def test_marks_on_one_offer_say_nothing_about_another(library: Library) -> None:
    offer, other, *_ = _offers(library)
    assert score(offer, _all(other, Sign.WARNING)) == score(offer, {})


def test_scores_add_up(library: Library) -> None:
    total = OfferScore(0, 0, 0, 0)
    for offer in _offers(library):
        total += score(offer, _all(offer, Sign.WARNING))
    assert total.hits + total.false_alarms == sum(len(offer.lines) for offer in _offers(library))


def test_neither_trusting_nor_doubting_everything_is_right_about_a_desk(level: Level) -> None:
    """On each desk some offers are genuine and some are not, and even a false one has a line that is good."""
    for passage in (passage for passage in level.passages.values() if passage.offers):
        assert {offer.genuine for offer in passage.offers.values()} == {True, False}
        for offer in passage.offers.values():
            warnings = _warnings(offer)
            assert warnings == 0 if offer.genuine else 0 < warnings < len(offer.lines)
