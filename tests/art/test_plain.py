from hypothesis import given
from hypothesis import strategies as st

from game.art.bits import PAINTERS
from game.art.camera import Camera
from game.art.light import LIGHTS
from game.art.piece import Piece
from game.art.strewn import BITS, SPACE, strewn
from game.art.view import View
from game.canvas.geometry import Point, Rect, Size
from game.content.assets import BACKDROP_KINDS, TIMES, BackdropKind, Time
from tests.fakes import RecordingCanvas

PLAIN = Rect(0, 200, 1280, 520)
BASE = (20, 16)


def camera(unit: int = 20) -> Camera:
    return Camera(View(unit), Point(500, 120), 0)


def on_plate(piece: Piece, seen: Camera) -> bool:
    """Does it stand on the base plate, or right beside it?"""
    local = seen.view.bounds(SPACE)
    across = (piece.rect.x - local.x - seen.origin.x) / seen.view.u
    down = (piece.rect.y - local.y - seen.origin.y) / seen.view.v
    x, y = (down + across) / 2, (down - across) / 2
    return -1 < x < BASE[0] + 1 and -1 < y < BASE[1] + 1


@given(unit=st.integers(4, 60), kind=st.sampled_from(BACKDROP_KINDS), time=st.sampled_from(TIMES))
def test_the_same_things_always_lie_on_the_plain_and_none_on_the_plate(
    unit: int, kind: BackdropKind, time: Time
) -> None:
    view = camera(unit)
    first, second = (tuple(strewn(view, BASE, PLAIN, LIGHTS[time], kind)) for _ in range(2))
    assert [(piece.key, piece.rect) for piece in first] == [(piece.key, piece.rect) for piece in second]
    assert all(piece.rect.meets(PLAIN) for piece in first)
    assert not any(on_plate(piece, view) for piece in first)


def test_few_pictures_make_many_things() -> None:
    for kind in BACKDROP_KINDS:
        pieces = tuple(strewn(camera(), BASE, PLAIN, LIGHTS["day"], kind))
        assert len(pieces) >= 20 or kind == "clouds"
        assert len({piece.key for piece in pieces}) <= 28


def test_every_thing_is_drawn_within_its_picture() -> None:
    assert {bit for bits in BITS.values() for bit in bits} <= set(PAINTERS)
    for kind in BACKDROP_KINDS:
        for piece in strewn(camera(), BASE, PLAIN, LIGHTS["evening"], kind):
            canvas = RecordingCanvas(Size(*map(int, piece.rect.size)))
            piece.paint(canvas)
            assert canvas.calls
