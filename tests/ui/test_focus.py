"""Laws of the focus: everything can be reached by every device."""

from hypothesis import given
from hypothesis import strategies as st

from game.canvas.geometry import Rect
from game.ui.focus import graph, neighbour, settled, stepped
from game.ui.intents import Direction
from game.ui.view import Spot, View, spots
from game.ui.widgets import Button, Control, ScrollArea, Stepper


def button(name: str, x: float, y: float, w: float = 100, h: float = 50) -> Button:
    return Button(id=name, label=name, rect=Rect(x, y, w, h))


def shown(*controls: Control) -> tuple[Spot, ...]:
    return spots(View(controls), {})


cells = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 110), st.integers(1, 60)), max_size=14)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[Spot, ...]:
    """Controls in cells of a coarse grid, some of them steppers, some in a scroll area that hides part of them."""
    controls: dict[tuple[int, int], Control] = {}
    for column, row, w, h in draw(cells):
        rect = Rect(column * 120, row * 70, w, h)
        name = f"{column}-{row}"
        is_stepper = draw(st.booleans())
        controls[column, row] = (
            Stepper(id=name, label=name, value="", rect=rect) if is_stepper else Button(id=name, label=name, rect=rect)
        )
    inside = tuple(each for (column, _), each in controls.items() if column >= 5)
    area = ScrollArea(id="area", label="", children=inside, content_height=500, rect=Rect(600, 0, 260, 200))
    outside = tuple(each for (column, _), each in controls.items() if column < 5)
    view = View((*outside, area) if inside else outside)
    return spots(view, {"area": float(draw(st.integers(0, 300)))})


@given(layouts())
def test_tab_reaches_every_control_and_comes_back(found: tuple[Spot, ...]) -> None:
    ids = [spot.id for spot in found]
    for start in ids:
        way, at = [], start
        for _ in ids:
            at = stepped(found, at, 1)
            way.append(at)
        assert sorted(way) == sorted(ids)
        assert at == start
        assert stepped(found, stepped(found, start, 1), -1) == start


@given(layouts())
def test_arrows_reach_every_control_from_every_other(found: tuple[Spot, ...]) -> None:
    links = graph(found)
    steppers = {spot.id for spot in found if isinstance(spot.control, Stepper)}
    for start in links:
        seen, waiting = {start}, [start]
        while waiting:
            at = waiting.pop()
            ways = (Direction.UP, Direction.DOWN) if at in steppers else tuple(Direction)
            fresh = {links[at][way] for way in ways} - seen
            seen |= fresh
            waiting += fresh
        assert seen == set(links)


@given(layouts(), st.sampled_from(Direction))
def test_the_same_arrow_leads_to_the_same_control(found: tuple[Spot, ...], way: Direction) -> None:
    for spot in found:
        assert neighbour(found, spot.id, way) == neighbour(found, spot.id, way)


def test_arrows_go_to_the_nearest_control_that_way() -> None:
    found = shown(button("a", 0, 0), button("b", 0, 60), button("c", 0, 120), button("card", 300, 50))
    assert neighbour(found, "a", Direction.DOWN) == "b"
    assert neighbour(found, "b", Direction.RIGHT) == "card"
    assert neighbour(found, "card", Direction.LEFT) == "b"


def test_an_arrow_at_the_edge_goes_round_to_the_other_side() -> None:
    found = shown(button("a", 0, 0), button("b", 0, 60), button("c", 0, 120))
    assert neighbour(found, "c", Direction.DOWN) == "a"
    assert neighbour(found, "a", Direction.UP) == "c"


def test_arrows_walk_through_a_scroll_area_before_they_leave_it() -> None:
    cards = tuple(button(f"card-{n}", 300, n * 60) for n in range(5))
    area = ScrollArea(id="area", label="", children=cards, content_height=300, rect=Rect(300, 0, 100, 120))
    found = spots(View((area, button("play", 300, 130))), {})
    assert neighbour(found, "card-1", Direction.DOWN) == "card-2"
    assert neighbour(found, "card-4", Direction.DOWN) == "play"


def test_the_focus_stays_on_its_control_and_moves_only_when_that_is_gone() -> None:
    controls = (button("a", 0, 0), button("b", 0, 60))
    view = View(controls, default_focus="b")
    assert settled(view, shown(*controls), "a") == "a"
    assert settled(view, shown(*controls), "gone") == "b"
    assert settled(View(()), (), "gone") == ""


def test_closed_controls_and_views_below_take_no_focus() -> None:
    closed = Button(id="closed", label="", enabled=False, rect=Rect(0, 0, 50, 50))
    below = View((button("below", 0, 0),))
    found = spots(View((closed, button("a", 0, 60)), below=below), {})
    assert [spot.id for spot in found] == ["a"]
