from collections.abc import Iterator
from itertools import combinations, cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.art.build import brick_box
from game.art.cast import Company
from game.art.diorama import Diorama
from game.art.scenery import Item, Scenery
from game.art.stage import stage
from game.art.staging import Actor, Staging
from game.art.view import Box
from game.canvas.geometry import Rect, Size
from game.content.asset_library import AssetLibrary
from game.content.assets import MOODS, TIMES, Time
from tests.art.conftest import ASSETS
from tests.fakes import RecordingCanvas

LIBRARY = AssetLibrary(ASSETS)
WINDOW = Rect(20, 30, 830, 420)
STRIP = Rect(20, 78, 811, 336)
"""The stage of the play screen in a window of 1280 x 720, which paper may cover up to a third from below."""

HANDS_SHARE, PAPER_SHARE = 0.76, 0.675
HEAD_SHARE = 0.45
"""Of the area of a figure, from the top: hair, face and chin."""


def party(count: int = 4) -> tuple[Actor, ...]:
    moods = cycle(MOODS)
    names = LIBRARY.figure_ids[:count]
    return tuple(Actor(name, name, next(moods)) for name in names)


def grown_ups() -> tuple[Actor, ...]:
    return tuple(actor._replace(figure="sari") for actor in party())


def head(area: Rect) -> Rect:
    return Rect(area.x + area.w * 0.25, area.y + area.h * 0.12, area.w * 0.5, area.h * (HEAD_SHARE - 0.12))


def pieces(item: Item) -> Iterator[Box]:
    """Its bricks, cut to a stud each, for a long brick fills only a part of the upright rectangle around it."""
    for brick, _ in item.build.bricks:
        box = brick_box(brick).shifted(*item.at)
        for x in range(int(box.x1 - box.x0) + 1):
            for y in range(int(box.y1 - box.y0) + 1):
                x0, y0 = box.x0 + x, box.y0 + y
                yield Box(x0, y0, box.z0, min(box.x1, x0 + 1), min(box.y1, y0 + 1), box.z1)


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("name", LIBRARY.set_ids)
def test_every_set_is_painted_at_every_time_and_stays_in_its_rectangle(name: str, time: Time) -> None:
    canvas = RecordingCanvas(Size(900, 500))
    Diorama(LIBRARY).paint(canvas, WINDOW, Staging(name, time, party()), 12.5)
    assert canvas.calls
    assert all(WINDOW.holds(call.clip) for call in canvas.calls)


@pytest.mark.parametrize("figure", LIBRARY.figure_ids)
def test_every_figure_is_painted_in_every_mood_speaking_and_silent(figure: str) -> None:
    canvas = RecordingCanvas(Size(900, 500))
    diorama = Diorama(LIBRARY)
    for mood in MOODS:
        staging = Staging("village-market", "day", (Actor("one", figure, mood),))
        for now_s in (1.0, 1.2, 1.9):
            diorama.paint(canvas, WINDOW, staging.spoken_by("one", 1.0), now_s)
        diorama.paint(canvas, WINDOW, staging, motion=False)
    assert canvas.pictures


@pytest.mark.parametrize("age_s", [0.0, 0.1, 0.3, 0.5, 0.8, 1.0, 2.0])
def test_a_set_can_be_seen_at_every_moment_of_its_entrance(age_s: float) -> None:
    canvas = RecordingCanvas(Size(900, 500))
    Diorama(LIBRARY).paint(canvas, WINDOW, Staging("port", "evening", party(2), set_at_s=50.0), 50.0 + age_s)
    assert all(WINDOW.holds(call.clip) for call in canvas.calls)


def test_an_unknown_set_gives_a_sky_and_an_unknown_figure_nobody() -> None:
    canvas = RecordingCanvas(Size(900, 500))
    diorama = Diorama(LIBRARY)
    diorama.paint(canvas, WINDOW, Staging("nowhere", "day"), 1.0)
    assert canvas.calls
    diorama.paint(canvas, WINDOW, Staging("port", "day", (Actor("x", "nobody"),)), 1.0)
    assert diorama.figure_areas(WINDOW, Staging("port", "day", (Actor("x", "nobody"),))) == ()


def test_only_the_part_asked_for_is_painted() -> None:
    canvas = RecordingCanvas(Size(900, 500))
    part = Rect(100, 100, 60, 80)
    Diorama(LIBRARY).paint(canvas, WINDOW, Staging("airport", "day", party()), 1.0, only=part)
    assert canvas.calls
    seen = [call.clip for call in canvas.calls if call.clip.w and call.clip.h]
    assert seen
    assert all(part.holds(clip) for clip in seen)


def test_a_set_can_be_made_ready_piece_by_piece_before_it_is_shown() -> None:
    canvas = RecordingCanvas(Size(900, 500))
    diorama, staging = Diorama(LIBRARY), Staging("family-kitchen", "evening", party(2))
    steps = 0
    while diorama.prepare(canvas, WINDOW, staging):
        steps += 1
    assert steps > 20
    assert not canvas.calls
    ready = {key for key, _ in canvas.prepared}
    diorama.paint(canvas, WINDOW, staging, 0.0)
    assert {key for key, _ in canvas.pictures if isinstance(key, tuple) and key[0] == "prop"} <= ready


@given(
    name=st.sampled_from(LIBRARY.set_ids),
    w=st.integers(240, 2000),
    h=st.integers(200, 1300),
    count=st.integers(1, 4),
)
@settings(deadline=None, max_examples=120)
def test_everybody_is_seen_from_head_to_foot_in_every_rectangle(name: str, w: int, h: int, count: int) -> None:
    rect = Rect(10, 20, w, h)
    areas = Diorama(LIBRARY).figure_areas(rect, Staging(name, "day", party(count)))
    assert len(areas) == count
    assert all(rect.holds(head(area), slack=1) for area in areas)


@pytest.mark.parametrize("name", sorted({*LIBRARY.set_ids} - {"title"}))
def test_over_paper_people_are_large_and_their_hands_are_seen(name: str) -> None:
    areas = Diorama(LIBRARY).figure_areas(Rect(0, 0, 1280, 720), Staging(name, "day", grown_ups()), safe=STRIP)
    assert min(area.h for area in areas) > STRIP.h / 2
    assert all(area.y + area.h * HANDS_SHARE <= STRIP.y + STRIP.h * PAPER_SHARE for area in areas)


@pytest.mark.parametrize("name", LIBRARY.set_ids)
def test_nobody_hides_the_face_of_somebody_else(name: str) -> None:
    areas = Diorama(LIBRARY).figure_areas(WINDOW, Staging(name, "day", party()))
    for first, second in combinations([head(area) for area in areas], 2):
        assert not first.meets(second), f"{first} {second}"


@pytest.mark.parametrize("name", LIBRARY.set_ids)
def test_no_brick_stands_before_a_face(name: str) -> None:
    plan = LIBRARY.set_plan(name)
    assert plan is not None
    scenery = Scenery.of(plan, LIBRARY)
    current = stage(scenery, "day", WINDOW, WINDOW, LIBRARY.palette)
    company = Company(LIBRARY, current, Staging(name, "day", party()))
    order = scenery.order(company.spots)
    for place, area in enumerate(company.areas()):
        later = order[order.index(len(scenery.items) + place) + 1 :]
        for item in (scenery.items[other] for other in later if other < len(scenery.items)):
            for piece in pieces(item):
                seen = current.camera.view.bounds(piece).shifted(*current.camera.origin)
                assert not seen.meets(head(area)), f"{item.build.key[0]} before actor {place}"


@pytest.mark.parametrize("name", LIBRARY.set_ids)
def test_no_light_is_painted_over_anybody(name: str) -> None:
    canvas = RecordingCanvas(Size(900, 500))
    Diorama(LIBRARY).paint(canvas, WINDOW, Staging(name, "night", party()), 12.5)
    kinds = [key[0] for key, _ in canvas.pictures if isinstance(key, tuple)]
    assert "body" in kinds
    assert not {"glow", "pool"} & {*kinds[kinds.index("body") :]}


@pytest.mark.parametrize("name", LIBRARY.set_ids)
def test_what_lies_flat_on_the_ground_lies_below_all_that_stands(name: str) -> None:
    plan = LIBRARY.set_plan(name)
    assert plan is not None
    scenery = Scenery.of(plan, LIBRARY)
    spots = scenery.spots(4)
    order = scenery.order(spots)
    flat = [place for place, item in enumerate(scenery.items) if item.space.z1 <= 0]
    feet = [order.index(len(scenery.items) + place) for place in range(len(spots))]
    assert all(order.index(place) < foot for place in flat for foot in feet)


def test_the_sun_falls_through_the_windows_of_a_room_in_the_morning_only() -> None:
    hours: tuple[tuple[Time, bool], ...] = (("morning", True), ("night", False))
    for time, falls in hours:
        canvas = RecordingCanvas(Size(900, 500))
        Diorama(LIBRARY).paint(canvas, WINDOW, Staging("classroom", time), 12.5)
        assert any(isinstance(key, tuple) and key[0] == "sun patch" for key, _ in canvas.pictures) is falls
