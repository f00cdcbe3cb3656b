from collections import Counter

from game.content.asset_library import AssetLibrary
from game.content.assets import FigureLook

PLACES = [
    "village-market",
    "family-kitchen",
    "village-hall",
    "manpower-office",
    "advice-centre",
    "training-house",
    "wulan-home",
    "lender-office",
    "bus-stop",
    "port",
    "agency-office",
    "classroom",
    "airport",
    "plane-cabin",
    "garden-workshop",
    "title",
]
PEOPLE = [
    "sari",
    "wulan",
    "ibu-sari",
    "brother-dimas",
    "aunt-yati",
    "neighbour-green",
    "officer-blue",
    "counsellor",
    "broker",
    "owner",
    "cook",
    "trainee-a",
    "trainee-b",
    "trainee-young",
    "trainer",
    "clerk",
    "agent-gate",
    "port-officer",
    "lawyer-radio",
    "son-small",
    "women-group",
    "driver",
]


def looks(library: AssetLibrary) -> list[FigureLook]:
    found = [library.figure(name) for name in library.figure_ids]
    return [look for look in found if look is not None]


def test_no_asset_has_a_fault(library: AssetLibrary) -> None:
    assert library.check() == ()


def test_every_place_and_every_person_of_the_stories_is_there(library: AssetLibrary) -> None:
    assert set(PLACES) <= set(library.set_ids)
    assert set(PEOPLE) <= set(library.figure_ids)


def test_there_are_props_enough_to_build_from(library: AssetLibrary) -> None:
    assert len(library.prop_ids) >= 40
    assert all(library.prop(name) for name in library.prop_ids)


def test_every_set_has_room_for_four(library: AssetLibrary) -> None:
    for name in library.set_ids:
        plan = library.set_plan(name)
        assert plan is not None
        assert len(plan.spots) >= 4, name


def test_skin_tones_are_spread_and_none_is_the_default(library: AssetLibrary) -> None:
    tones = Counter(look.skin for look in looks(library))
    assert len(tones) >= 4
    assert max(tones.values()) <= len(looks(library)) / 3


def test_scarves_are_worn_by_some_and_not_by_most(library: AssetLibrary) -> None:
    scarves = [look for look in looks(library) if look.hair == "scarf"]
    assert 0 < len(scarves) <= len(looks(library)) / 2


def test_nobody_looks_like_somebody_else(library: AssetLibrary) -> None:
    outfits = Counter((look.hair, look.hair_colour, look.top, look.top_colour) for look in looks(library))
    assert set(outfits.values()) == {1}
