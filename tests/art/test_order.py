from hypothesis import given
from hypothesis import strategies as st

from game.art.build import brick_box, built, open_cells, turned
from game.art.order import painting_order
from game.art.view import Box, View
from game.content.asset_library import AssetLibrary
from game.content.assets import Brick, Prop

cells = st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=14)
bricks = st.builds(
    Brick,
    kind=st.sampled_from(["box", "slope", "gable", "leaf"]),
    colour=st.just("red"),
    second=st.just("red"),
    at=st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)),
    size=st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4)),
    side=st.sampled_from(["right", "left", "back-left", "back-right"]),
)


@given(cells)
def test_what_is_right_behind_or_right_below_is_painted_first(where: set[tuple[int, int, int]]) -> None:
    places = sorted(where)
    order = painting_order([Box(x, y, z, x + 1, y + 1, z + 1) for x, y, z in places])
    turn = {places[place]: number for number, place in enumerate(order)}
    assert len(turn) == len(places)
    for x, y, z in places:
        for nearer in ((x + 1, y, z), (x, y + 1, z), (x, y, z + 1)):
            if nearer in turn:
                assert turn[x, y, z] < turn[nearer]


@given(bricks)
def test_four_quarter_turns_give_the_same_brick(brick: Brick) -> None:
    around = brick
    for depth in (20, 30, 20, 30):  # a plot of 30 x 20 studs is 20, then 30 deep
        around = turned(around, depth)
    assert around == brick


@given(bricks, st.integers(0, 3))
def test_a_turned_brick_fills_the_turned_space(brick: Brick, times: int) -> None:
    around, box = brick, brick_box(brick)
    for _ in range(times):
        around, box = turned(around, 20), box.turned(20)
    assert brick_box(around) == box


def test_studs_show_only_where_nothing_stands() -> None:
    low = Brick("box", "red", "red", (0, 0, 0), (2, 2, 3), "left")
    high = Brick("box", "red", "red", (1, 0, 3), (1, 2, 3), "left")
    pair = [low, high]
    assert open_cells(0, pair, [brick_box(brick) for brick in pair]) == {(0, 0), (0, 1)}


def test_a_prop_is_painted_in_the_same_order_however_it_is_written() -> None:
    parts = tuple(
        Brick("box", "red", "red", (x, y, z), (1, 1, 3), "left") for x in (0, 1) for y in (0, 1) for z in (0, 3)
    )
    there, back = (built(Prop("p", "box", None, some), 0, {}) for some in (parts, parts[::-1]))
    assert [brick.at for brick, _ in there.bricks] == [brick.at for brick, _ in back.bricks]


def test_every_prop_fits_the_picture_made_for_it(library: AssetLibrary) -> None:
    view = View(14)
    for name in library.prop_ids:
        prop = library.prop(name)
        assert prop is not None
        rect = built(prop, 0, {}).rect(view)
        assert 0 < rect.w < 900, name
        assert 0 < rect.h < 900, name
