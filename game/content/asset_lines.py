"""Reads the one-line forms of asset files. Lines that do not fit were noted by the shape check and give None here."""

import re
from functools import cache
from typing import cast

from game.content.asset_shape import (
    AREA_LINE,
    BRICK_LINE,
    PLACEMENT_LINE,
    SPOT_LINE,
    WALLS_LINE,
)
from game.content.assets import (
    Area,
    BottomStyle,
    Brick,
    BrickKind,
    HairStyle,
    Placement,
    Rgb,
    Side,
    Spot,
    TopStyle,
    Walls,
)


def read_colour(text: str) -> Rgb:
    """Return '#rrggbb' as three numbers; black for what is none."""
    try:
        return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))
    except ValueError:
        return (0, 0, 0)


def read_place(text: str) -> tuple[float, float, float] | None:
    """Return 'x,y,z'."""
    try:
        x, y, z = map(float, text.split(","))
    except ValueError:
        return None
    return (x, y, z)


def read_brick(text: str) -> Brick | None:
    """Return 'kind colour/second WxDxH at x,y,z side'."""
    found = _matched(BRICK_LINE, text)
    if found is None:
        return None
    kind, colour, second, w, d, h, x, y, z, side = found.groups()
    return Brick(
        cast(BrickKind, kind),
        colour,
        second or colour,
        (float(x), float(y), float(z)),
        (float(w), float(d), float(h)),
        cast(Side, side or "left"),
    )


def read_area(text: str, base: tuple[int, int]) -> Area | None:
    """Return 'colour/second WxD at x,y smooth'; without a size it covers the base."""
    found = _matched(AREA_LINE, text)
    if found is None:
        return None
    colour, second, w, d, x, y, smooth = found.groups()
    place = (int(x), int(y)) if x else (0, 0)
    size = (int(w), int(d)) if w else base
    return Area(colour, second or colour, place, size, smooth is not None)


def read_placement(text: str) -> Placement | None:
    """Return 'prop at x,y,z turn n old=new old=new'."""
    found = _matched(PLACEMENT_LINE, text)
    if found is None:
        return None
    prop, x, y, z, turn, changes = found.groups()
    recolour = tuple((old, new) for old, _, new in (change.partition("=") for change in changes.split()))
    return Placement(prop, (float(x), float(y), float(z or 0)), int(turn or 0), recolour)


def read_spot(text: str) -> Spot | None:
    """Return 'x,y left' or 'x,y right'."""
    found = _matched(SPOT_LINE, text)
    if found is None:
        return None
    return Spot((float(found[1]), float(found[2])), "left" if found[3] == "left" else "right")


def read_walls(text: str) -> Walls | None:
    """Return 'colour/foot height'."""
    found = _matched(WALLS_LINE, text)
    return Walls(found[1], found[2], int(found[3])) if found else None


def read_hair(text: str) -> tuple[HairStyle, str]:
    """Return 'style colour' of a text that has passed the shape check."""
    style, _, colour = text.partition(" ")
    return cast(HairStyle, style), colour


def read_top(text: str) -> tuple[TopStyle, str, str]:
    """Return 'style colour/accent' of a text that has passed the shape check; without accent the colour twice."""
    style, _, colours = text.partition(" ")
    colour, _, accent = colours.partition("/")
    return cast(TopStyle, style), colour, accent or colour


def read_bottom(text: str) -> tuple[BottomStyle, str]:
    """Return 'style colour' of a text that has passed the shape check."""
    style, _, colour = text.partition(" ")
    return cast(BottomStyle, style), colour


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.removesuffix("$"))


def _matched(pattern: str, text: str) -> re.Match[str] | None:
    """Match a whole line; patterns are compiled at first use."""
    return _compiled(pattern).fullmatch(text)
