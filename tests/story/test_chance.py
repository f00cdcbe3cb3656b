"""Laws of luck: it depends on nothing but the seed of a playthrough and how many draws came before."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from game.story.action import Chance, onward
from game.story.chance import draw, number_below, shuffled
from game.story.engine import actions
from game.story.level import Level, PassageId
from game.story.playthrough import begin, next_draw
from tests.story.walks import PICKS, SEEDS, walk

TURNS = st.integers(0, 1000)
WEIGHTS = st.lists(st.integers(1, 100), min_size=1, max_size=6)


def _chances(weights: list[int]) -> tuple[Chance, ...]:
    places = [PassageId(f"place-{number}") for number in range(len(weights))]
    return tuple(Chance(onward(place), place, weight) for place, weight in zip(places, weights, strict=True))


@given(seed=SEEDS, picks=PICKS)
def test_a_draw_depends_on_the_seed_and_the_turn_alone(level: Level, seed: int, picks: list[int]) -> None:
    """Whatever else was done on the way, marks and choices included, luck is the same."""
    played = walk(level, seed, picks)
    elsewhere = begin(level, seed)
    for action in played.playthrough.actions:
        if action.startswith(">"):
            elsewhere = elsewhere.then(action)
    assert next_draw(level, played.playthrough, played.state) == next_draw(level, elsewhere, played.state)


@given(seed=SEEDS, picks=PICKS)
def test_the_shares_of_a_draw_make_a_whole(level: Level, seed: int, picks: list[int]) -> None:
    """Where something is drawn, nothing else can be done, each outcome has a share, and each has its own place."""
    for state in walk(level, seed, picks).states:
        open_now = actions(level, state)
        drawn = [action for action in open_now if isinstance(action, Chance)]
        assert drawn == [] or len(drawn) == len(open_now)
        assert all(action.weight > 0 for action in drawn)
        assert len({action.to for action in drawn}) == len(drawn)


@given(weights=WEIGHTS, seed=SEEDS)
def test_over_many_draws_each_outcome_comes_as_often_as_its_weight_says(weights: list[int], seed: int) -> None:
    draws = 3000
    chances = _chances(weights)
    counts = Counter(draw(seed, turn, chances).to for turn in range(draws))
    for chance in chances:
        share = chance.weight / sum(weights)
        five_deviations = 5 * (draws * share * (1 - share)) ** 0.5 + 1
        assert abs(counts[chance.to] - draws * share) <= five_deviations


@given(limit=st.integers(1, 1000), seed=st.integers(), turn=TURNS)
def test_a_number_lies_below_its_limit_and_stays_the_same(limit: int, seed: int, turn: int) -> None:
    number = number_below(limit, seed, turn)
    assert 0 <= number < limit
    assert number == number_below(limit, seed, turn)


@given(items=st.lists(st.integers()), seed=SEEDS, turn=TURNS)
def test_shuffling_loses_and_adds_nothing(items: list[int], seed: int, turn: int) -> None:
    assert sorted(shuffled(items, seed, turn)) == sorted(items)
    assert shuffled(items, seed, turn) == shuffled(items, seed, turn)


def test_shuffling_puts_each_item_at_each_place_about_as_often() -> None:
    seeds = 1200
    firsts = Counter(shuffled("abcd", seed, 1)[place] + str(place) for seed in range(seeds) for place in range(4))
    assert len(firsts) == 16
    assert all(0.7 < count / (seeds / 4) < 1.3 for count in firsts.values())
