"""Stories of what is painted again, and the law that nothing else looked different."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.arrange import Item, column, dialog, scroll
from game.ui.hand import Hand
from game.ui.paint import paint_view
from game.ui.repaint import MOST_AREAS, changed_areas
from game.ui.view import View
from game.ui.widgets import Artwork, Backdrop, Button, LineMark, MarkButton, Sign, Text, Toggle
from tests.fakes import Painted, RecordingCanvas, plain_frame

FRAME = plain_frame()


def paint(canvas: Canvas, rect: Rect, now_s: float) -> None:
    canvas.ellipse(rect, (1, 2, 3))


DIORAMA = Artwork(paint=paint, moves=True, moving=Rect(150, 150, 50, 50), rect=Rect(100, 100, 400, 300))


def settings(*, on: bool = False, words: str = "Words") -> View:
    marks = [MarkButton(id=f"fee={sign}", label=sign, word=sign, sign=sign) for sign in (Sign.GOOD, Sign.WARNING)]
    items: list[Item] = [
        Text(text=words),
        Toggle(id="sound", label="Sound", on=on, word="On" if on else "Off"),
        LineMark(text="A fee", good=marks[0], warning=marks[1]),
    ]
    listed = scroll(
        "list", "List", [Button(id=f"b{n}", label=f"b{n}") for n in range(20)], Rect(800, 50, 300, 400), FRAME
    )
    return View((Backdrop(rect=FRAME.area), *column(items, Rect(50, 50, 600, 600), FRAME), listed))


hands = st.builds(
    Hand,
    focus=st.sampled_from(["", "sound", "fee=good", "fee=warning", "b0", "b5"]),
    scroll=st.sampled_from([{}, {"list": 30.0}]),
)
views = st.builds(settings, on=st.booleans(), words=st.sampled_from(["Words", "Other words"]))


@given(views, hands, views, hands)
def test_what_lies_outside_the_changed_area_looks_as_before(
    old_view: View, old_hand: Hand, view: View, hand: Hand
) -> None:
    areas = changed_areas((old_view, old_hand), (view, hand), FRAME.theme)
    before, after = _painted(old_view, old_hand), _painted(view, hand)
    for call in before.symmetric_difference(after):
        seen = call.rect.common(call.clip)
        assert any(area.holds(seen, slack=1) for area in areas)


def _painted(view: View, hand: Hand) -> set[Painted]:
    canvas = RecordingCanvas(FRAME.size)
    paint_view(canvas, view, hand, FRAME)
    return set(canvas.calls)


def test_a_still_view_is_not_painted_again() -> None:
    assert not changed_areas((settings(), Hand()), (settings(), Hand()), FRAME.theme)


def test_a_switch_that_changes_is_painted_again_without_the_rest() -> None:
    [area] = changed_areas((settings(on=True), Hand()), (settings(), Hand()), FRAME.theme)
    assert area.h < 150


def test_of_moving_artwork_only_the_part_that_moves_is_painted_again() -> None:
    view = View((Backdrop(rect=FRAME.area), DIORAMA))
    assert changed_areas((view, Hand()), (view, Hand()), FRAME.theme) == (DIORAMA.moving,)
    whole = View((replace(DIORAMA, moving=None),))
    assert changed_areas((whole, Hand()), (whole, Hand()), FRAME.theme) == (DIORAMA.rect,)


def test_kept_artwork_is_painted_again_when_its_key_changes() -> None:
    tree = Artwork(paint=paint, key="tree", rect=Rect(100, 100, 50, 50))
    grown = replace(tree, key="grown")
    assert not changed_areas((View((tree,)), Hand()), (View((tree,)), Hand()), FRAME.theme)
    assert changed_areas((View((tree,)), Hand()), (View((grown,)), Hand()), FRAME.theme)


def test_another_kind_of_view_is_painted_as_a_whole() -> None:
    below = settings()
    [area] = changed_areas((below, Hand()), (dialog(below, (), FRAME), Hand()), FRAME.theme)
    assert area.holds(FRAME.area)


def test_when_the_focus_moves_only_two_controls_are_painted_again() -> None:
    areas = changed_areas((settings(), Hand(focus="sound")), (settings(), Hand(focus="fee=good")), FRAME.theme)
    assert sum(area.w * area.h for area in areas) < FRAME.size.w * FRAME.size.h / 4


def test_what_came_leaves_the_rest_alone() -> None:
    came = View((*settings().widgets, Text(text="New", rect=Rect(700, 600, 50, 20))))
    [area] = changed_areas((settings(), Hand()), (came, Hand()), FRAME.theme)
    assert area.h < 30


@given(st.lists(st.builds(Rect, *[st.integers(0, 900)] * 2, *[st.integers(1, 300)] * 2), max_size=12))
def test_changed_areas_do_not_overlap_and_are_few(places: list[Rect]) -> None:
    old = View(tuple(Text(text="was", rect=rect) for rect in places))
    new = View(tuple(Text(text="is", rect=rect) for rect in places))
    areas = changed_areas((old, Hand()), (new, Hand()), FRAME.theme)
    assert not any(one.meets(other) for one, other in combinations(areas, 2))
    assert all(any(area.holds(rect) for area in areas) for rect in places)
    assert len(areas) <= MOST_AREAS


def test_painting_a_part_paints_nothing_outside_it() -> None:
    part = Rect(40, 40, 100, 100)
    canvas = RecordingCanvas(FRAME.size)
    paint_view(canvas, settings(), Hand(), FRAME, only=part)
    assert canvas.calls
    assert all(part.holds(call.clip) or min(call.clip.size) == 0 for call in canvas.calls)
    assert "b0" not in canvas.words
