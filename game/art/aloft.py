"""What is up in the sky and far away: small clouds, birds, a kite, a plane, and lights on the hills at night."""

from collections.abc import Iterator, Sequence

from game.art.land import LIT_WINDOW, Fill, studs
from game.art.light import Light, Tone, lit, mixed
from game.art.piece import Piece
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.assets import BackdropKind

BANK = ((0.02, 0.0, 7), (0.2, 0.3, 5), (0.29, -0.2, 9), (0.5, 0.2, 6), (0.74, -0.1, 8), (0.79, 0.35, 5), (0.95, 0.1, 7))
"""Share of the width, shift in heights of a cloud, and length in bricks."""

SKY_BANK = 0.6
"""How far down the sky the bank lies."""

BANKS_BELOW = ((0.12, 0.45), (0.34, 0.7), (0.62, 1.0), (0.88, 1.4))
"""Over the clouds: how far down the plain, and how large."""

BIRDS = ((0.545, 0.3), (0.572, 0.36), (0.607, 0.27))
BIRD: Sequence[tuple[int, int]] = ((-3, -1), (-2, 0), (-1, 0), (0, 1), (1, 0), (2, 0), (3, -1))
LIGHT_COUNT = 30
PLANE_AT, KITE_AT = Point(0.66, 0.5), Point(0.018, 0.4)
BOAT_ALONG, BOAT_STUDS = 0.625, 1.7
WHITE: Tone = (255, 250, 240)
Shape = tuple[Tone, Sequence[tuple[float, float]]]
"""A colour by day, and corners in shares of a square."""

KITE: Sequence[Shape] = (
    ((214, 92, 72), ((0.5, 0.0), (0.5, 0.42), (0.2, 0.3))),
    ((240, 186, 62), ((0.5, 0.0), (0.8, 0.3), (0.5, 0.42))),
    ((240, 186, 62), ((0.2, 0.3), (0.5, 0.42), (0.5, 0.7))),
    ((42, 140, 128), ((0.8, 0.3), (0.5, 0.7), (0.5, 0.42))),
    ((214, 92, 72), ((0.48, 0.7), (0.52, 0.7), (0.44, 0.84), (0.54, 0.99), (0.5, 0.99), (0.4, 0.84))),
)
PLANE: Sequence[Shape] = (
    (WHITE, ((0.04, 0.2), (0.14, 0.2), (0.26, 0.44), (0.9, 0.44), (1.0, 0.54), (0.9, 0.62), (0.2, 0.62))),
    ((190, 200, 206), ((0.44, 0.5), (0.62, 0.5), (0.42, 0.92), (0.32, 0.92))),
)
BOAT: Sequence[Shape] = (
    ((214, 92, 72), ((0.04, 0.72), (0.96, 0.72), (0.8, 0.96), (0.18, 0.96))),
    (WHITE, ((0.46, 0.04), (0.46, 0.66), (0.1, 0.66))),
    ((240, 186, 62), ((0.52, 0.16), (0.86, 0.66), (0.52, 0.66))),
)


def bank(sky: Rect, light: Light, unit: float) -> Iterator[Fill]:
    """A bank of small clouds, far behind the others."""
    tones = mixed(light.cloud, light.sky[2], 0.55), mixed(light.cloud_low, light.sky[2], 0.6)
    yield from _bank(sky, sky.y + SKY_BANK * sky.h, max(4.0, unit * 0.36 // 1), tones, 0.0)


def banks_below(plain: Rect, light: Light, unit: float) -> Iterator[Fill]:
    """Rows of clouds under somebody who flies."""
    tones = mixed(light.cloud, light.sky[-1], 0.6), mixed(light.cloud_low, light.sky[-1], 0.6)
    for number, (down, large) in enumerate(BANKS_BELOW):
        brick = max(4.0, unit * 0.62 * large // 1)
        yield from _bank(plain, plain.y + down * plain.h, brick, tones, number * 0.17)


def _bank(area: Rect, top: float, brick: float, tones: tuple[Tone, Tone], shift: float) -> Iterator[Fill]:
    pale, low = tones
    for along, lower, length in BANK:
        x, y = round(area.x + (along + shift) % 1.0 * area.w), round(top + lower * brick * 3)
        yield Rect(x, y, length * brick, brick), low
        yield Rect(x, y, length * brick, round(brick * 0.5)), pale
        yield Rect(x + brick, y - brick, (length - 3) * brick, brick), pale
        yield from studs(x + brick, y - brick, length - 3, brick, pale)


def birds(sky: Rect, light: Light, unit: float) -> Iterator[Fill]:
    """Three on their way; they sleep at night."""
    if light.time == "night":
        return
    dot = max(1.0, unit * 0.09 // 1)
    colour = mixed(light.sky[1], light.hills[2], 0.6)
    for along, down in BIRDS:
        x, y = round(sky.x + along * sky.w), round(sky.y + down * sky.h)
        for dx, dy in BIRD:
            yield Rect(x + dx * dot, y + dy * dot, dot, dot), colour


def far_lights(sky: Rect, light: Light, unit: float) -> Iterator[Fill]:
    """Windows of houses in the hills, when it is dark."""
    if light.time != "night":
        return
    size = max(2.0, unit * 0.12 // 1)
    for number in range(LIGHT_COUNT):
        along, down = number * 0.618034 % 1.0, number * 0.754878 % 1.0
        x, y = sky.x + along * sky.w, sky.bottom - unit * (0.3 + 0.8 * down)
        yield Rect(round(x), round(y), size, size), mixed(light.hills[2], LIT_WINDOW, 0.5 + number % 3 * 0.2)


def flyers(sky: Rect, light: Light, kind: BackdropKind, unit: float) -> Iterator[Piece]:
    """A kite over the hills, a plane over the town, a boat on the sea; no kites and planes at night."""
    if kind == "sea":
        up = 1 - unit * BOAT_STUDS * 1.15 / sky.h
        yield _cutout("boat", sky, light, Point(BOAT_ALONG, up), unit * BOAT_STUDS, BOAT)
    if light.time != "night" and kind == "city":
        yield _cutout("plane", sky, light, PLANE_AT, unit * 2.4, PLANE)
    if light.time != "night" and kind == "hills":
        yield _cutout("kite", sky, light, KITE_AT, unit * 2.6, KITE)


def _cutout(name: str, sky: Rect, light: Light, place: Point, wide: float, shapes: Sequence[Shape]) -> Piece:
    """Flat shapes at a share of the sky, paled by the distance."""
    size = round(wide)

    def paint(canvas: Canvas) -> None:
        for colour, corners in shapes:
            tone = lit(mixed(colour, light.sky[1], 0.3), light.tint)
            canvas.polygon([Point(x * size, y * size) for x, y in corners], tone)

    at = Rect(round(sky.x + place.x * sky.w), round(sky.y + place.y * sky.h), size, size)
    return Piece((name, light.time), at, paint)
