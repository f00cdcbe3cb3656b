"""Laws of how chapters open: nothing closes again, nothing stays out of reach."""

from hypothesis import given
from hypothesis import strategies as st

from game.content.campaign import Campaign, Chapter
from game.content.opening import awaited, open_levels
from game.story.ids import LevelId


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    """Up to six chapters of up to three levels, each after one above it or after none."""
    chapters: list[Chapter] = []
    for number in range(draw(st.integers(1, 6))):
        levels = tuple(LevelId(f"{number}-{level}") for level in range(draw(st.integers(1, 3))))
        after = draw(st.none() | st.sampled_from([each.id for each in chapters])) if chapters else None
        chapters.append(Chapter(str(number), f"Chapter {number}", "", after, levels))
    return Campaign(tuple(chapters))


@given(campaigns(), st.data())
def test_nothing_that_was_open_closes_again(campaign: Campaign, data: st.DataObject) -> None:
    known = data.draw(st.frozensets(st.sampled_from(campaign.levels)))
    more = data.draw(st.frozensets(st.sampled_from(campaign.levels)))
    assert open_levels(campaign, known) <= open_levels(campaign, known | more)


@given(campaigns(), st.data())
def test_every_level_can_be_reached_by_playing_what_is_open(campaign: Campaign, data: st.DataObject) -> None:
    known: set[LevelId] = set()
    while here := sorted(open_levels(campaign, known) - known):
        known.add(data.draw(st.sampled_from(here)))
    assert known == set(campaign.levels)


@given(campaigns(), st.data())
def test_every_level_stays_within_reach_when_some_are_missing(campaign: Campaign, data: st.DataObject) -> None:
    there = campaign.only(data.draw(st.sets(st.sampled_from(campaign.levels), min_size=1)))
    known: set[LevelId] = set()
    while new := open_levels(there, known) - known:
        known |= new
    assert known == set(there.levels)


def test_a_chapter_opens_with_one_story_of_the_one_before_or_of_its_own() -> None:
    at_home = Chapter("home", "Before leaving", "", None, (LevelId("offer"), LevelId("debt")))
    abroad = Chapter("away", "Far from home", "", "home", (LevelId("month"),))
    back = Chapter("back", "Coming home", "", "away", (LevelId("return"),))
    campaign = Campaign((at_home, abroad, back))
    assert awaited(campaign, at_home, ()) is None
    assert awaited(campaign, abroad, ()) == at_home
    assert awaited(campaign, abroad, {LevelId("debt")}) is None
    assert awaited(campaign, back, {LevelId("debt")}) == abroad
    assert awaited(campaign, back, {LevelId("return")}) is None
