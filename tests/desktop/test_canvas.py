import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect, Size
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import Fonts
from game.desktop.sketch import BAND_BYTES, develop

PAPER: Colour = (250, 246, 238)
INK: Colour = (20, 30, 40)
LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x100))))
TRIANGLE = (Point(2, 30), Point(20, 3), Point(38, 30))


def sheet(fonts: Fonts, w: int = 120, h: int = 90) -> tuple[pygame.Surface, PygameCanvas]:
    surface = pygame.Surface((w, h))
    canvas = PygameCanvas(surface, fonts)
    canvas.fill(PAPER)
    return surface, canvas


def tone(surface: pygame.Surface, x: int, y: int) -> Colour:
    r, g, b, _ = surface.get_at((x, y))
    return (r, g, b)


def shades(surface: pygame.Surface) -> set[Colour]:
    return {tone(surface, x, y) for x in range(surface.get_width()) for y in range(surface.get_height())}


def between(value: int, one: int, other: int) -> bool:
    return min(one, other) - 2 <= value <= max(one, other) + 2


def dot(canvas: Canvas) -> None:
    canvas.ellipse(Rect(0, 0, *canvas.size), INK)


class Painter:
    """Counts how often it is asked to paint."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, canvas: Canvas) -> None:
        self.calls += 1
        dot(canvas)


def test_a_picture_is_painted_once_and_shown_from_then_on(fonts: Fonts) -> None:
    surface, canvas = sheet(fonts)
    painter = Painter()
    canvas.picture("dot", Rect(0, 0, 30, 30), painter)
    canvas.picture("dot", Rect(60, 40, 30, 30), painter)
    assert painter.calls == 1
    assert tone(surface, 15, 15) == tone(surface, 75, 55) == INK


def test_the_same_key_in_another_size_is_another_picture(fonts: Fonts) -> None:
    _, canvas = sheet(fonts)
    painter = Painter()
    canvas.picture("dot", Rect(0, 0, 30, 30), painter)
    canvas.picture("dot", Rect(0, 0, 31, 30), painter)
    assert painter.calls == 2


def test_pictures_together_never_take_more_than_nine_windows(fonts: Fonts) -> None:
    _, canvas = sheet(fonts)
    for number in range(60):
        canvas.picture(number, Rect(0, 0, 120, 60), dot)
        assert canvas.kept_bytes <= 10 * 120 * 90 * 4


def test_the_picture_unused_for_longest_is_forgotten_first(fonts: Fonts) -> None:
    _, canvas = sheet(fonts)
    often, seldom = Painter(), Painter()
    canvas.picture("seldom", Rect(0, 0, 120, 60), seldom)
    for number in range(60):
        canvas.picture("often", Rect(0, 0, 120, 60), often)
        canvas.picture(number, Rect(0, 0, 120, 60), dot)
    canvas.picture("seldom", Rect(0, 0, 120, 60), seldom)
    assert (often.calls, seldom.calls) == (1, 2)


def test_another_window_size_forgets_all_pictures(fonts: Fonts) -> None:
    _, canvas = sheet(fonts)
    canvas.picture("dot", Rect(0, 0, 30, 30), dot)
    canvas.use(pygame.Surface((200, 100)))
    assert canvas.kept_bytes == 0
    assert canvas.size == Size(200, 100)


@pytest.mark.parametrize("alpha", [0.0, 0.3, 1.0])
def test_showing_a_picture_faintly_leaves_the_kept_one_as_it_is(fonts: Fonts, alpha: float) -> None:
    surface, canvas = sheet(fonts)
    canvas.picture("dot", Rect(0, 0, 30, 30), dot, alpha=alpha)
    canvas.picture("dot", Rect(40, 0, 30, 30), dot)
    assert tone(surface, 55, 15) == INK
    for channel, paper, ink in zip(tone(surface, 15, 15), PAPER[:3], INK[:3], strict=True):
        assert abs(channel - (paper + (ink - paper) * alpha)) <= 2


@pytest.mark.parametrize("scale", [1, 12])
def test_edges_are_soft_and_never_darker_than_what_they_lie_between(fonts: Fonts, scale: int) -> None:
    surface, canvas = sheet(fonts, 40 * scale, 32 * scale)
    corners = tuple(Point(x * scale, y * scale) for x, y in TRIANGLE)
    canvas.picture("triangle", Rect(0, 0, *canvas.size), lambda inside: inside.polygon(corners, (240, 200, 30)))
    found = shades(surface)
    assert len(found) >= 5
    assert all(between(colour[1], 200, 246) and between(colour[2], 30, 238) for colour in found)


@pytest.mark.parametrize("shape", ["polygon", "ellipse", "line", "rect", "outline"])
def test_shapes_straight_on_the_window_are_soft_too(fonts: Fonts, shape: str) -> None:
    surface, canvas = sheet(fonts)
    area = Rect(5, 5, 60, 40)
    match shape:
        case "polygon":
            canvas.polygon(TRIANGLE, INK)
        case "ellipse":
            canvas.ellipse(area, INK)
        case "line":
            canvas.line(TRIANGLE, INK, width=5)
        case "rect":
            canvas.rect(area, INK, radius=12)
        case _:
            canvas.outline(area, INK, width=3, radius=12)
    assert len(shades(surface)) >= 5


@pytest.mark.parametrize("radius", [0.0, 8.0, 100.0])
def test_a_translucent_panel_has_one_even_tone(fonts: Fonts, radius: float) -> None:
    surface, canvas = sheet(fonts)
    canvas.rect(Rect(10, 10, 80, 60), (0, 0, 0, 128), radius=radius)
    tones = {tone(surface, x, y) for x in range(40, 60) for y in range(12, 68)}
    assert max(abs(colour[0] - 125) for colour in tones) <= 2


def test_rectangles_that_share_an_edge_leave_no_gap(fonts: Fonts) -> None:
    surface, canvas = sheet(fonts)
    for number in range(9):
        canvas.rect(Rect(number * 13.37, 0, 13.37, 90), INK)
    assert {tone(surface, x, 45) for x in range(120)} == {INK}


def test_a_large_picture_painted_in_bands_has_no_seams(fonts: Fonts) -> None:
    w, h = 800, 900
    assert w * h * 4 * 4 > 2 * BAND_BYTES
    picture = develop(
        (w, h), lambda canvas: canvas.polygon((Point(0, 0), Point(w, 0), Point(w, h), Point(0, h)), INK), fonts
    )
    assert pygame.mask.from_surface(picture, 254).count() == w * h


def test_pictures_within_pictures_are_painted_where_they_belong(fonts: Fonts) -> None:
    surface, canvas = sheet(fonts)

    def outer(inside: Canvas) -> None:
        inside.picture("inner", Rect(20, 10, 10, 10), lambda within: within.rect(Rect(-50, -50, 200, 200), INK))

    canvas.picture("outer", Rect(30, 20, 60, 40), outer)
    assert pygame.mask.from_threshold(surface, INK, (1, 1, 1, 255)).get_bounding_rects() == [
        pygame.Rect(50, 30, 10, 10)
    ]


def test_within_a_clip_nothing_outside_is_touched(fonts: Fonts) -> None:
    surface, canvas = sheet(fonts)
    painter = Painter()
    with canvas.clip(Rect(10, 10, 20, 20)), canvas.clip(Rect(0, 0, 20, 20)):
        canvas.fill(INK)
        canvas.picture("far away", Rect(60, 60, 10, 10), painter)
    canvas.rect(Rect(100, 80, 5, 5), INK)
    covered = pygame.mask.from_threshold(surface, INK, (1, 1, 1, 255)).get_bounding_rects()
    assert sorted(map(tuple, covered)) == [(10, 10, 10, 10), (100, 80, 5, 5)]
    assert painter.calls == 0


def test_a_gradient_begins_and_ends_in_its_colours(fonts: Fonts) -> None:
    surface, canvas = sheet(fonts)
    canvas.gradient(Rect(0, 0, 120, 90), (0, 0, 0), (255, 255, 255))
    column = [surface.get_at((60, y)).r for y in range(90)]
    assert column == sorted(column)
    assert (column[0] < 5, column[-1] > 250) == (True, True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(LATIN, max_size=30),
    size_px=st.integers(10, 60),
    bold=st.booleans(),
    italic=st.booleans(),
)
def test_text_stays_within_its_measure(fonts: Fonts, text: str, size_px: int, bold: bool, italic: bool) -> None:
    style = TextStyle(size_px, INK, bold=bold, italic=italic)
    width, height = fonts.width(text, style), fonts.line_height(style)
    surface, canvas = sheet(fonts, round(width) + 40, round(height) + 20)
    canvas.text(Point(20, 10), text, style)
    blank = pygame.mask.from_threshold(surface, PAPER, (1, 1, 1, 255))
    blank.invert()
    overhang = size_px * 0.2
    for box in blank.get_bounding_rects():
        assert box.left >= 20 - overhang
        assert box.right <= 20 + width + overhang
        assert box.top >= 10
        assert box.bottom <= 10 + height


def test_text_in_pictures_takes_the_room_it_takes_outside(fonts: Fonts) -> None:
    style = TextStyle(22, INK)
    surface, canvas = sheet(fonts, 400, 90)
    text = "A real job can wait"
    canvas.picture("text", Rect(0, 0, 400, 90), lambda inside: inside.text(Point(10, 10), text, style))
    ink = pygame.mask.from_threshold(surface, PAPER, (8, 8, 8, 255))
    ink.invert()
    right = max(box.right for box in ink.get_bounding_rects())
    assert right - 10 == pytest.approx(fonts.width(text, style), rel=0.03)
