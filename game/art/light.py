"""The light of the four times of day, and the tones it gives to a colour."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from game.content.assets import Time

Tone = tuple[int, int, int]


class Tones(NamedTuple):
    """One colour under one light, by the side of a brick it shows on."""

    top: Tone
    left: Tone
    left_low: Tone
    right: Tone
    right_low: Tone
    edge: Tone
    """The thin lit line along upper edges."""
    rim: Tone
    """Top of a stud, seen against the light."""
    seam: Tone
    """Where two bricks meet on the left side."""
    dent: Tone
    """Shadow beside a stud."""


class Light(NamedTuple):
    """A time of day."""

    time: Time
    tint: tuple[float, float, float]
    """What sunlight does to red, green and blue."""
    sky: tuple[Tone, ...]
    """From the zenith down to the horizon."""
    ground: tuple[Tone, Tone]
    """The plain below the horizon: far and near."""
    hills: tuple[Tone, Tone, Tone]
    """Far, middle, near."""
    sun: Tone
    halo: Tone
    cloud: Tone
    cloud_low: Tone
    shadow: tuple[int, int, int, int]
    people: tuple[float, float, float]
    """The tint of figures: a little lighter at night, so that faces can be read."""
    lamps: bool
    """Do windows and lamps shine?"""


MORNING = Light(
    time="morning",
    tint=(1.03, 0.985, 0.91),
    sky=((126, 190, 214), (176, 213, 214), (247, 226, 188), (253, 214, 160)),
    ground=((236, 205, 152), (214, 196, 150)),
    hills=((190, 205, 186), (156, 190, 160), (126, 172, 136)),
    sun=(255, 246, 214),
    halo=(255, 226, 150),
    cloud=(255, 248, 234),
    cloud_low=(247, 223, 190),
    shadow=(70, 46, 30, 62),
    people=(1.03, 0.985, 0.92),
    lamps=False,
)
DAY = Light(
    time="day",
    tint=(1.0, 1.0, 0.985),
    sky=((96, 178, 216), (142, 203, 226), (196, 229, 232), (232, 242, 226)),
    ground=((206, 224, 190), (184, 208, 168)),
    hills=((170, 207, 208), (136, 190, 168), (108, 172, 132)),
    sun=(255, 252, 232),
    halo=(255, 248, 200),
    cloud=(255, 255, 252),
    cloud_low=(226, 238, 240),
    shadow=(34, 44, 50, 58),
    people=(1.0, 1.0, 0.99),
    lamps=False,
)
EVENING = Light(
    time="evening",
    tint=(1.0, 0.86, 0.8),
    sky=((96, 98, 148), (170, 122, 152), (238, 152, 132), (252, 196, 132)),
    ground=((226, 154, 122), (172, 116, 112)),
    hills=((196, 128, 142), (150, 102, 128), (112, 84, 112)),
    sun=(255, 222, 150),
    halo=(255, 176, 110),
    cloud=(252, 190, 158),
    cloud_low=(214, 138, 140),
    shadow=(48, 20, 44, 74),
    people=(1.0, 0.89, 0.84),
    lamps=True,
)
NIGHT = Light(
    time="night",
    tint=(0.5, 0.58, 0.83),
    sky=((16, 24, 54), (26, 40, 80), (44, 64, 108), (66, 88, 128)),
    ground=((50, 70, 106), (34, 50, 84)),
    hills=((44, 62, 104), (34, 50, 88), (26, 40, 74)),
    sun=(244, 240, 214),
    halo=(150, 170, 214),
    cloud=(62, 80, 124),
    cloud_low=(48, 64, 106),
    shadow=(6, 10, 30, 92),
    people=(0.82, 0.78, 0.9),
    lamps=True,
)
LIGHTS: Mapping[Time, Light] = MappingProxyType({"morning": MORNING, "day": DAY, "evening": EVENING, "night": NIGHT})

ROOM_TINTS: Mapping[Time, tuple[float, float, float]] = MappingProxyType(
    {
        "morning": (1.02, 0.985, 0.93),
        "day": (1.0, 0.995, 0.97),
        "evening": (1.0, 0.91, 0.82),
        "night": (0.93, 0.83, 0.76),
    }
)
"""Indoors a lamp is on at night, and the evening is less red."""


LOW_SUN: Tone = (255, 196, 118)
"""The warmer the light, the more of this lies on upper edges."""


def lit(colour: Tone, tint: tuple[float, float, float], share: float = 1.0) -> Tone:
    """The colour under a tinted light of strength `share` (1 = full light)."""
    r, g, b = (min(255, round(part * by * share)) for part, by in zip(colour, tint, strict=True))
    return (r, g, b)


def mixed(first: Tone, second: Tone, share: float) -> Tone:
    """`share` 0 is the first colour, 1 the second."""
    r, g, b = (round(one + (two - one) * share) for one, two in zip(first, second, strict=True))
    return (r, g, b)


@lru_cache(1024)
def tones(colour: Tone, tint: tuple[float, float, float]) -> Tones:
    """All tones of a colour. Shades lean to violet and lights to yellow, which keeps plastic lively."""
    base = lit(colour, tint)
    dusk = lit((74, 46, 92), tint)
    glow = lit((255, 246, 214), tint)
    top = mixed(base, glow, 0.1)
    warmth = max(0.0, tint[0] - tint[2])
    return Tones(
        top=top,
        left=mixed(base, dusk, 0.1),
        left_low=mixed(base, dusk, 0.2),
        right=mixed(base, dusk, 0.36),
        right_low=mixed(base, dusk, 0.45),
        edge=mixed(base, mixed(glow, LOW_SUN, min(1.0, warmth * 4)), 0.42 + warmth * 0.7),
        rim=mixed(top, glow, 0.3),
        seam=mixed(base, dusk, 0.26),
        dent=mixed(top, dusk, 0.2),
    )
