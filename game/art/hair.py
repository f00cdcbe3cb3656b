"""Hair, caps and scarves: what is behind the head, and what is over it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.art.doll import MIDDLE, Doll
from game.art.light import Tones
from game.content.assets import HairStyle

HEAD = (27.0, 40.0, 66.0, 62.0)
"""x, y, width and height of the head."""

ROUND = 25.0


def paint_hair_behind(doll: Doll, style: HairStyle, shades: Tones) -> None:
    """What falls behind head and shoulders."""
    if style in _BEHIND:
        _BEHIND[style](doll, shades)


def paint_hair_over(doll: Doll, style: HairStyle, shades: Tones, skin: Tones) -> None:
    """What lies on the head. The face is painted afterwards."""
    if style == "scarf":
        _scarf(doll, shades, skin)
    elif style == "bald":
        _bald(doll, shades, skin)
    else:
        _OVER[style](doll, shades)


def _long_behind(doll: Doll, shades: Tones) -> None:
    doll.blob([(26, 52), (60, 28), (94, 52), (97, 96), (92, 134), (60, 138), (28, 134), (23, 96)], shades.right)


def _bob_behind(doll: Doll, shades: Tones) -> None:
    doll.blob([(24, 54), (60, 28), (96, 54), (99, 92), (90, 107), (60, 104), (30, 107), (21, 92)], shades.right)


def _scarf_behind(doll: Doll, shades: Tones) -> None:
    doll.blob([(24, 54), (60, 27), (96, 54), (99, 90), (93, 116), (60, 120), (27, 116), (21, 90)], shades.right)


def _bun_behind(doll: Doll, shades: Tones) -> None:
    x = doll.turn(44)
    doll.oval(x, 27, 15, 14, shades.left)
    doll.oval(x - 3, 24, 9.5, 8.5, shades.top)


def _braid_behind(doll: Doll, shades: Tones) -> None:
    x = doll.turn(29)
    for step in range(5):
        colour = shades.right if step % 2 else shades.left
        doll.oval(x - step * 1.2 * doll.faces, 92 + step * 10, 8.2 - step * 0.7, 7.4, colour)


def _curls_behind(doll: Doll, shades: Tones) -> None:
    for x, y, r in ((28, 60, 15), (24, 78, 13), (92, 60, 15), (96, 78, 13), (34, 44, 16), (86, 44, 16)):
        doll.oval(x, y, r, r, shades.right)


def _ponytail_behind(doll: Doll, shades: Tones) -> None:
    doll.blob(doll.turned([(36, 42), (16, 48), (7, 68), (10, 98), (20, 116), (28, 98), (26, 72)]), shades.right)
    doll.blob(doll.turned([(32, 44), (17, 52), (11, 70), (13, 92), (19, 104), (22, 84), (22, 64)]), shades.left)


def _bunches_behind(doll: Doll, shades: Tones) -> None:
    for side in (-1, 1):
        tuft = ((30, 58), (46, 62), (53, 80), (46, 97), (36, 84))
        doll.blob([(MIDDLE + side * x, y) for x, y in tuft], shades.right)
        doll.oval(MIDDLE + side * 44, 74, 6, 10, shades.left)


def _curls(doll: Doll, shades: Tones) -> None:
    for x, y, r in ((38, 46, 13), (52, 38, 14), (68, 38, 14), (83, 47, 12), (31, 58, 8), (90, 58, 8)):
        doll.oval(x, y, r, r, shades.left)
        doll.oval(x - 2, y - 2.5, r * 0.7, r * 0.66, shades.top)


def _bald(doll: Doll, shades: Tones, skin: Tones) -> None:
    for side in (-1, 1):
        doll.round(MIDDLE + side * 31 - 4, 60, 8, 20, 4, shades.left)
    doll.oval(46, 49, 9, 4.5, skin.edge)


def _hair_to_chin(doll: Doll, shades: Tones) -> None:
    _fringe(doll, shades, sides=84)


def _hair_tied_back(doll: Doll, shades: Tones) -> None:
    _fringe(doll, shades, sides=72)


def _fringe(doll: Doll, shades: Tones, sides: float) -> None:
    """Hair parted at the side that frames the face down to `sides`."""
    top = [(25, 66), (28, 44), (44, 31), (64, 29), (84, 36), (95, 54), (95, 68)]
    low = [(90, 62), (80, 52), (60, 47), (42, 55), (33, 64)]
    doll.blob(doll.turned([*top, *low]), shades.left)
    for x in (25.0, 87.0):
        doll.round(x, 54, 8, sides - 54, 4, shades.left)
    doll.blob(doll.turned([(34, 46), (46, 36), (62, 34), (74, 38), (62, 41), (46, 46)]), shades.top)


def _crop(doll: Doll, shades: Tones) -> None:
    top = [(25, 68), (27, 46), (40, 33), (60, 29), (82, 33), (94, 48), (95, 68)]
    low = [(91, 60), (84, 50), (64, 51), (48, 46), (35, 52), (31, 62)]
    doll.blob(doll.turned([*top, *low]), shades.left)
    doll.blob(doll.turned([(36, 42), (50, 34), (68, 33), (78, 38), (62, 38), (46, 43)]), shades.top)


def _spikes(doll: Doll, shades: Tones) -> None:
    """Short hair that stands up in tufts."""
    tufts = [(23, 46), (33, 42), (35, 29), (47, 34), (55, 23), (65, 32), (78, 25), (82, 36), (95, 40)]
    low = [(91, 58), (82, 52), (74, 56), (66, 50), (56, 55), (48, 49), (38, 55), (31, 62)]
    doll.shape(doll.turned([(25, 68), *tufts, (95, 68), *low]), shades.left)
    doll.shape(doll.turned([(36, 42), (37, 33), (48, 38), (56, 28), (64, 36), (52, 42), (44, 46)]), shades.top)


def _cap(doll: Doll, shades: Tones) -> None:
    doll.blob([(26, 56), (29, 40), (44, 30), (60, 28), (76, 30), (91, 40), (94, 56), (60, 53)], shades.left)
    doll.blob([(34, 44), (46, 34), (58, 32), (66, 34), (50, 40), (40, 48)], shades.top)
    doll.blob(doll.turned([(52, 54), (78, 50), (98, 52), (112, 60), (96, 62), (74, 59)]), shades.right)
    doll.blob(doll.turned([(54, 53), (78, 49), (98, 51), (110, 58), (94, 58), (74, 56)]), shades.left)
    doll.oval(MIDDLE, 28.5, 4, 3, shades.right)


def _hat(doll: Doll, shades: Tones) -> None:
    """A hat with a wide brim."""
    doll.blob([(8, 56), (34, 45), (60, 42), (86, 45), (112, 56), (90, 63), (60, 65), (30, 63)], shades.right)
    doll.blob([(10, 54), (34, 45), (60, 43), (86, 45), (110, 54), (88, 60), (60, 62), (32, 60)], shades.left)
    doll.blob([(33, 50), (37, 32), (50, 24), (70, 24), (83, 32), (87, 50), (60, 54)], shades.left)
    doll.blob([(38, 44), (41, 33), (52, 27), (63, 27), (55, 36), (51, 46)], shades.top)
    doll.stroke([(34, 47), (46, 51.5), (60, 53), (74, 51.5), (86, 47)], 4.2, shades.right_low)


def _scarf(doll: Doll, shades: Tones, skin: Tones) -> None:
    x = MIDDLE + 3.5 * doll.faces
    doll.blob(
        [(25, 58), (40, 33), (60, 28), (80, 33), (95, 58), (97, 86), (84, 110), (60, 116), (36, 110), (23, 86)],
        shades.left,
    )
    doll.blob([(28, 58), (40, 38), (56, 32), (66, 33), (48, 42), (38, 58), (34, 84), (28, 88)], shades.top)
    doll.round(x - 26, 49, 52, 51, 23, shades.right)
    doll.round(x - 25, 51, 50, 48, 22, skin.left)
    doll.round(x - 25, 51, 47, 46, 21, skin.top)
    doll.blob([(32, 100), (60, 108), (88, 100), (95, 112), (82, 124), (60, 134), (38, 124), (25, 112)], shades.left)
    doll.blob([(32, 103), (58, 112), (66, 120), (58, 129), (40, 121), (28, 112)], shades.top)
    doll.stroke(doll.turned([(40, 110), (58, 117), (74, 114)]), 1.6, shades.right)


_BEHIND: Mapping[HairStyle, Callable[[Doll, Tones], None]] = MappingProxyType(
    {
        "long": _long_behind,
        "bob": _bob_behind,
        "scarf": _scarf_behind,
        "bun": _bun_behind,
        "braid": _braid_behind,
        "curls": _curls_behind,
        "ponytail": _ponytail_behind,
        "bunches": _bunches_behind,
    }
)
_OVER: Mapping[HairStyle, Callable[[Doll, Tones], None]] = MappingProxyType(
    {
        "long": _hair_to_chin,
        "bob": _hair_to_chin,
        "bun": _hair_tied_back,
        "braid": _hair_tied_back,
        "ponytail": _hair_tied_back,
        "bunches": _hair_tied_back,
        "curls": _curls,
        "short": _crop,
        "spiky": _spikes,
        "cap": _cap,
        "hat": _hat,
    }
)
