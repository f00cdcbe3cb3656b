"""What lies behind the base plate: sky, sun or moon, clouds, far hills of bricks, and the plain below them.

All but the sun is upright rectangles of flat colour. Those need no smoothing, so they cost next to nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from game.art.aloft import bank, banks_below, birds, far_lights, flyers
from game.art.land import Fill, land, studs
from game.art.light import Light, Tone, mixed
from game.art.piece import Piece
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.content.assets import BackdropKind, Time

SKY_BANDS, PLAIN_BANDS = 72, 20
"""Steps of colour; more cannot be told apart."""

FURROWS = 26
STAR_COUNT = 46
HALO_STEPS = ((1.0, 40), (0.72, 60))
DISC = 0.5
SUN_HIGH: dict[Time, float] = {"morning": 0.42, "day": 0.24, "evening": 0.62, "night": 0.24}
SUN_ALONG: dict[Time, float] = {"morning": 0.17, "day": 0.8, "evening": 0.15, "night": 0.83}
LARGEST_SUN = 160.0
CLOUDS = ((0.06, 0.12, 0), (0.36, 0.24, 1), (0.63, 0.1, 0), (0.88, 0.34, 1))
"""Share of the width, share of the height, and form."""

CLOUD_ROWS = (((0, 12), (2, 7), (4, 3)), ((0, 9), (2, 5)))
"""For both forms: shift and length of each row of bricks, from below."""


class Backdrop(NamedTuple):
    """The far distance, made ready for one rectangle."""

    sky: tuple[Fill, ...]
    sun: Piece
    near: tuple[Fill, ...]
    plain: Rect
    """From the horizon down."""
    things: tuple[Piece, ...]
    """In the sky and on the plain."""

    def paint(self, canvas: Canvas, only: Rect) -> None:
        """Paint what meets `only`."""
        _fill(canvas, self.sky, only)
        self.sun.show(canvas, only)
        _fill(canvas, self.near, only)
        for thing in self.things:
            thing.show(canvas, only)

    def strewn_with(self, things: Iterable[Piece]) -> "Backdrop":
        """The same with something on the plain."""
        return self._replace(things=(*self.things, *things))


def backdrop(rect: Rect, light: Light, kind: BackdropKind, unit: float, horizon: float) -> Backdrop:
    """Make the distance for a rectangle.

    `horizon` is its y in pixels. `unit` is half a stud of the diorama in front, in pixels; far bricks are smaller.
    """
    sky = Rect(rect.x, rect.y, rect.w, max(1.0, horizon - rect.y))
    plain = Rect(rect.x, sky.bottom, rect.w, max(1.0, rect.bottom - sky.bottom))
    far, near = light.ground if kind != "clouds" else (light.sky[-1], light.sky[-2])
    behind = [*_blend(sky, light.sky, SKY_BANDS), *_blend(plain, (far, mixed(far, near, 0.7), near), PLAIN_BANDS)]
    behind += _furrows(plain, unit, mixed(far, light.hills[2], 0.16))
    if light.time == "night":
        behind += _stars(sky, light)
    front = [*bank(sky, light, unit), *_clouds(sky, light, unit), *land(sky, light, kind, unit)]
    if kind == "clouds":
        front += banks_below(plain, light, unit)
    if kind == "hills":
        front += far_lights(sky, light, unit)
    front += birds(sky, light, unit)
    seen = tuple((area.common(rect), colour) for area, colour in front)
    return Backdrop(tuple(behind), _sun(sky, light), seen, plain, tuple(flyers(sky, light, kind, unit)))


def _fill(canvas: Canvas, fills: Sequence[Fill], only: Rect) -> None:
    left, top, right, bottom = only.x, only.y, only.right, only.bottom
    for rect, colour in fills:
        if rect.y < bottom and top < rect.y + rect.h and rect.x < right and left < rect.x + rect.w:
            canvas.rect(rect, colour)


def _blend(rect: Rect, colours: Sequence[Tone], most: int) -> Iterator[Fill]:
    bands = min(most, max(1, round(rect.h / 4)))
    edges = [round(rect.y + rect.h * band / bands) for band in range(bands + 1)]
    for band in range(bands):
        place = band / bands * (len(colours) - 1)
        below = min(int(place), len(colours) - 2)
        colour = mixed(colours[below], colours[below + 1], place - below)
        yield Rect(rect.x, edges[band], rect.w, edges[band + 1] - edges[band]), colour


def _furrows(plain: Rect, unit: float, colour: Tone) -> Iterator[Fill]:
    """Short lines on the plain, wider apart toward the front."""
    for line in range(FURROWS):
        x, depth = line * 0.618034 % 1.0, (line + 0.5) / FURROWS
        long = unit * (1.2 + 2.4 * depth)
        y = plain.y + plain.h * depth**1.5
        yield (
            Rect(round(plain.x + x * plain.w), round(y), round(long), max(1.0, round(unit * 0.07 * (1 + depth)))),
            colour,
        )


def _stars(sky: Rect, light: Light) -> Iterator[Fill]:
    """Spread by the golden ratio, which looks like chance and is none."""
    for star in range(STAR_COUNT):
        x, y = star * 0.618034 % 1.0, star * 0.754878 % 1.0
        size = 2.0 if star % 5 == 0 else 1.0
        glow = mixed(light.sky[0], (255, 250, 220), 0.4 + star % 7 * 0.08)
        yield Rect(round(sky.x + x * (sky.w - 2)), round(sky.y + y * sky.h * 0.8), size, size), glow


def _sun(sky: Rect, light: Light) -> Piece:
    size = min(LARGEST_SUN, max(70.0, min(sky.w, sky.h * 2) * 0.24) // 1)
    x = sky.x + sky.w * SUN_ALONG[light.time] - size / 2
    y = sky.y + sky.h * SUN_HIGH[light.time] - size / 2
    return Piece(("sun", light.time), Rect(round(x), round(y), size, size), _sun_painter(light, size))


def _sun_painter(light: Light, size: float) -> Callable[[Canvas], None]:
    def disc(canvas: Canvas, share: float, colour: Colour) -> None:
        edge = size * (1 - share) / 2
        canvas.ellipse(Rect(edge, edge, size * share, size * share), colour)

    def paint(canvas: Canvas) -> None:
        for share, alpha in HALO_STEPS:
            disc(canvas, share, (*light.halo, alpha))
        disc(canvas, DISC, mixed(light.sun, light.halo, 0.4))
        disc(canvas, DISC - 0.035, light.sun)

    return paint


def _clouds(sky: Rect, light: Light, unit: float) -> Iterator[Fill]:
    brick = max(5.0, unit * 0.52 // 1)
    for x, y, form in CLOUDS:
        left, top = round(sky.x + x * sky.w - 4 * brick), round(sky.y + y * sky.h + 2 * brick)
        for level, (shift, length) in enumerate(CLOUD_ROWS[form]):
            start, high = left + shift * brick, top - level * brick * 1.2
            yield Rect(start, high, length * brick, brick * 1.2), light.cloud_low if level == 0 else light.cloud
            yield Rect(start, high, length * brick, brick * 0.55), light.cloud
            yield from studs(start, high, length, brick, light.cloud)
