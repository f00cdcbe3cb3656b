"""The far land of a backdrop: hills, a coast or a town, seen from the side and built of flat bricks."""

from collections.abc import Iterator
from math import sin
from typing import NamedTuple

from game.art.light import Light, Tone, mixed
from game.canvas.geometry import Rect
from game.content.assets import BackdropKind

Fill = tuple[Rect, Tone]
LIT_WINDOW: Tone = (255, 214, 130)


class Ridge(NamedTuple):
    """A row of hills."""

    height: float
    """In bricks, on average."""
    steep: float
    shift: float
    share: float = 1.0
    """How much of the width it takes; a ridge that takes less falls off to the right."""


FAR, MIDDLE, NEAR = Ridge(5.6, 0.13, 1.0), Ridge(3.6, 0.21, 3.4), Ridge(1.7, 0.33, 5.1)
CAPE = Ridge(3.2, 0.19, 1.0, 0.42)
HEADLAND = Ridge(1.5, 0.35, 2.0, 0.2)


def land(sky: Rect, light: Light, kind: BackdropKind, unit: float) -> Iterator[Fill]:
    """What stands on the horizon, the lower edge of the sky."""
    far, middle, near = light.hills
    brick = max(6.0, float(round(unit * 0.62)))
    match kind:
        case "hills":
            for ridge, colour in ((FAR, far), (MIDDLE, middle), (NEAR, near)):
                yield from _ridge(sky, brick, light, colour, ridge)
        case "sea":
            yield from _ridge(sky, brick, light, far, CAPE)
            yield from _sea(sky, brick, light)
            yield from _ridge(sky, brick, light, middle, HEADLAND)
        case "city":
            yield from _towers(sky, brick, light, far, 8.5)
            yield from _towers(sky, brick, light, middle, 5.0)
        case "clouds":
            pass


def studs(left: float, top: float, count: int, brick: float, colour: Tone) -> Iterator[Fill]:
    """A row of studs, one for each brick, on top of something."""
    for stud in range(count):
        yield Rect(left + (stud + 0.2) * brick, top - brick * 0.25, brick * 0.6, brick * 0.25), colour


def _ridge(sky: Rect, brick: float, light: Light, colour: Tone, ridge: Ridge) -> Iterator[Fill]:
    lit = mixed(colour, light.sky[-1], 0.22)
    step = brick * 2
    wide = sky.w * ridge.share
    for column in range(int(wide / step) + 1):
        wave = sin(column * ridge.steep + ridge.shift) + 0.5 * sin(column * ridge.steep * 2.3 + ridge.shift * 2)
        fall = 1.0 if ridge.share == 1.0 else 1 - column * step / wide
        courses = max(0, round(ridge.height * (1 + 0.55 * wave) * fall))
        if courses:
            left, top = sky.x + column * step, round(sky.bottom - courses * brick)
            yield Rect(left, top, step, sky.bottom - top), colour
            yield Rect(left, top, step, max(1.0, brick * 0.14)), lit
            yield from studs(left, top, 2, brick, lit)


def _sea(sky: Rect, brick: float, light: Light) -> Iterator[Fill]:
    water = mixed(light.hills[1], light.sky[0], 0.62)
    lit = mixed(water, light.sky[-1], 0.4)
    top = round(sky.bottom - brick * 2.2)
    yield Rect(sky.x, top, sky.w, sky.bottom - top), water
    yield Rect(sky.x, top, sky.w, max(1.0, brick * 0.15)), lit
    for wave in range(18):
        x, y = wave * 0.618034 % 1.0 * sky.w, top + (0.5 + wave % 3 * 0.6) * brick
        yield Rect(round(sky.x + x), round(y), round(brick * 2.4), max(1.0, round(brick * 0.14))), lit


def _towers(sky: Rect, brick: float, light: Light, colour: Tone, height: float) -> Iterator[Fill]:
    lit = mixed(colour, light.sky[-1], 0.25)
    window = LIT_WINDOW if light.lamps else mixed(colour, light.sky[0], 0.3)
    step = brick * 4
    for place in range(int(sky.w / step) + 1):
        rise = 0.55 + (place * 0.618034 + height * 0.37) % 1.0
        left, wide = sky.x + place * step, step - (brick if place % 3 else 0)
        top = round(sky.bottom - height * rise * brick)
        yield Rect(left, top, wide, sky.bottom - top), colour
        yield Rect(left, top, wide, max(1.0, brick * 0.16)), lit
        for row in range(int((height * rise - 1.2) / 1.3)):
            for column in range(2):
                if (place * 5 + row * 3 + column * 2) % 3:
                    x, y = left + brick * (0.6 + column * 1.2), top + brick * (0.6 + row * 1.3)
                    yield Rect(round(x), round(y), round(brick * 0.6), round(brick * 0.6)), window
