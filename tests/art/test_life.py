from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.art.life import FRAME_S, SET_S, drop, entering, hop, life, next_change_s
from game.art.staging import Actor, Staging

COMPANY = (Actor("sari", "sari"), Actor("rini", "neighbour-green"), Actor("ibu", "ibu-sari"))
moments = st.floats(0, 5000, allow_nan=False)


def standing(speaker: str | None = None) -> Staging:
    return Staging("village-market", "day", COMPANY, speaker, line_at_s=0.0)


@given(now_s=moments, share=st.floats(0, 0.98), speaker=st.sampled_from([None, "sari", "rini"]))
def test_poses_change_only_at_the_announced_moment(now_s: float, share: float, speaker: str | None) -> None:
    staging = standing(speaker)
    ahead_s = next_change_s(staging, now_s, motion=True)
    assert ahead_s is not None
    assert ahead_s >= FRAME_S
    soon_s = now_s + max(0.0, ahead_s - FRAME_S) * share
    for actor in COMPANY:
        assert life(staging, actor, now_s, motion=True) == life(staging, actor, soon_s, motion=True)


@given(now_s=moments)
def test_a_pose_depends_on_the_clock_and_on_nothing_else(now_s: float) -> None:
    staging = standing("sari")
    assert [life(staging, one, now_s, motion=True) for one in COMPANY] == [
        life(standing("sari"), one, now_s, motion=True) for one in COMPANY
    ]


def test_people_breathe_and_blink_but_not_together() -> None:
    seen = {
        actor.name: [life(standing(), actor, tick / 6 + 0.01, motion=True) for tick in range(240)] for actor in COMPANY
    }
    for poses in seen.values():
        assert {breath for breath, *_ in poses} == {0, 1, 2, 3}
        assert 4 <= sum(blink for _, blink, *_ in poses) <= 14
    assert seen["sari"] != seen["rini"]


def test_nothing_flashes_more_than_three_times_a_second() -> None:
    staging = standing("sari")
    mouths = [life(staging, COMPANY[0], tick / 60, motion=True)[3] for tick in range(240)]
    opened = sum(now and not before for before, now in pairwise(mouths))
    assert opened / 4 <= 3


def test_without_motion_nothing_ever_changes_and_the_speaker_raises_an_arm() -> None:
    staging = standing("rini")
    assert next_change_s(staging, 3.0, motion=False) is None
    assert [life(staging, one, 3.0, motion=False)[2] for one in COMPANY] == ["rest", "raised", "rest"]


def test_an_empty_set_rests_once_it_stands() -> None:
    staging = Staging("port", "day", set_at_s=10.0)
    assert next_change_s(staging, 10.1, motion=True) == FRAME_S
    assert next_change_s(staging, 10.0 + SET_S + 0.01, motion=True) is None


def test_who_stays_keeps_standing_and_who_is_new_hops_in() -> None:
    before = Staging("port", "day", COMPANY[:2], set_at_s=0.0)
    after = before.followed_by("port", "night", COMPANY[1:], 60.0)
    assert [actor.appeared_s for actor in after.actors] == [COMPANY[1].appeared_s, 60.0]
    assert after.set_at_s == 0.0
    assert entering(after, 60.1)
    assert not entering(after, 61.0)


def test_a_new_set_drops_in_with_everybody() -> None:
    after = standing().followed_by("port", "day", COMPANY, 60.0)
    assert after.set_at_s == 60.0
    assert {actor.appeared_s for actor in after.actors} == {60.0}


@given(place=st.floats(0, 1), age_s=st.floats(0, 3))
def test_a_fall_ends_in_time_and_never_goes_through_the_ground(place: float, age_s: float) -> None:
    up = drop(age_s, place)
    assert up is None or 0 <= up <= 1
    if age_s >= SET_S + 1e-9:
        assert up == 0


@given(age_s=st.floats(0, 3))
def test_a_hop_ends_on_the_spot(age_s: float) -> None:
    way = hop(age_s)
    assert way is not None
    assert all(0 <= share <= 1 for share in way)
    if age_s > 0.5:
        assert way == (0.0, 0.0)
