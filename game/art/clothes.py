"""Legs and tops, and what is worn over them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.art.doll import MIDDLE, Doll
from game.art.light import Tone, Tones, mixed
from game.content.assets import BottomStyle, Extra, TopStyle

SHOE: Tone = (74, 54, 52)
GOLD: Tone = (240, 186, 62)
CARD: Tone = (250, 246, 234)
TORSO = [(42, 101), (78, 101), (88, 110), (90, 132), (92, 156), (60, 161), (28, 156), (30, 132), (32, 110)]
TORSO_LIT = [(42, 101), (72, 101), (80, 110), (82, 132), (83, 157), (58, 160), (28, 156), (30, 132), (32, 110)]
CHEST_LIGHT = [(38, 109), (45, 109), (42, 140), (36, 152), (33, 130)]


def paint_bottom(doll: Doll, style: BottomStyle, shades: Tones, skin: Tones, shoe: Tones) -> None:
    """Feet, legs and what covers them."""
    for x in (36.0, 61.0):
        doll.round(x, 191, 24, 13, 6, shoe.right)
        doll.round(x, 190, 22, 11, 5.5, shoe.top)
    match style:
        case "trousers":
            _trousers(doll, shades, 197)
        case "shorts":
            for x in (41.0, 64.0):
                doll.round(x, 165, 15, 31, 6, skin.left)
            _trousers(doll, shades, 178)
        case "skirt":
            for x in (42.0, 64.0):
                doll.round(x, 174, 13, 20, 5, skin.left)
            doll.blob([(34, 146), (86, 146), (93, 172), (96, 184), (60, 189), (24, 184), (27, 172)], shades.right)
            doll.blob([(34, 146), (78, 146), (83, 172), (84, 185), (56, 188), (24, 184), (27, 172)], shades.left)
            doll.blob([(38, 150), (46, 150), (42, 180), (31, 181), (33, 168)], shades.top)
        case "sarong":
            _sarong(doll, shades)


def _trousers(doll: Doll, shades: Tones, foot: float) -> None:
    for x in (38.0, 61.0):
        doll.round(x, 148, 21, foot - 148, 6, shades.right)
        doll.round(x, 148, 17, foot - 148, 6, shades.left)
        doll.round(x + 2, 152, 5, foot - 160, 2.5, shades.top)


def _sarong(doll: Doll, shades: Tones) -> None:
    doll.blob([(34, 146), (86, 146), (90, 172), (88, 193), (60, 196), (32, 193), (30, 172)], shades.right)
    doll.blob([(34, 146), (78, 146), (80, 172), (78, 194), (56, 195), (32, 193), (30, 172)], shades.left)
    for row in range(4):
        for column in range(4):
            x, y = 37 + column * 12 + row % 2 * 6, 154 + row * 10.5
            doll.shape([(x, y - 3), (x + 3, y), (x, y + 3), (x - 3, y)], shades.edge)


def paint_top(doll: Doll, style: TopStyle, shades: Tones, accent: Tones) -> None:
    """The body, lit from the left."""
    doll.blob(TORSO, shades.right)
    doll.blob(TORSO_LIT, shades.left)
    _TOPS[style](doll, shades, accent)


def _plain(doll: Doll, shades: Tones, _accent: Tones) -> None:
    doll.blob(CHEST_LIGHT, shades.top)


def _stripes(doll: Doll, _shades: Tones, accent: Tones) -> None:
    for row in range(4):
        y = 113 + row * 12
        doll.shape([(32, y), (83, y), (83.5, y + 5), (31, y + 5)], accent.left)
        doll.shape([(83, y), (90, y - 0.5), (90.6, y + 4), (83.5, y + 5)], accent.right)


def _dots(doll: Doll, _shades: Tones, accent: Tones) -> None:
    for row in range(5):
        for column in range(5):
            x, y = 38 + column * 10.5 + row % 2 * 5, 110 + row * 10
            doll.oval(x, y, 2.3, 2.3, accent.left if x < 80 else accent.right)


def _apron(doll: Doll, _shades: Tones, accent: Tones) -> None:
    doll.blob([(46, 110), (74, 110), (78, 128), (84, 160), (60, 166), (36, 160), (42, 128)], accent.left)
    doll.blob([(46, 110), (56, 110), (52, 140), (48, 160), (38, 158), (43, 128)], accent.top)
    for x in (48.0, 72.0):
        doll.stroke([(x, 112), (MIDDLE + (x - MIDDLE) * 0.75, 100)], 3, accent.left)
    doll.round(50, 138, 20, 12, 4, accent.right)
    doll.round(50, 137, 20, 11, 4, accent.top)


def _open_front(doll: Doll, shades: Tones, accent: Tones) -> None:
    """A jacket or vest over a shirt."""
    doll.shape([(52, 100), (68, 100), (65, 160), (55, 160)], accent.left)
    doll.shape([(52, 100), (45, 104), (54, 126)], shades.right_low)
    doll.shape([(68, 100), (75, 104), (66, 126)], shades.right_low)
    for x in (55.0, 65.0):
        doll.stroke([(x, 126), (x, 158)], 1.6, shades.right_low)
    doll.blob(CHEST_LIGHT, shades.top)


def _uniform(doll: Doll, shades: Tones, accent: Tones) -> None:
    doll.shape([(50, 101), (70, 101), (60, 113)], accent.top)
    doll.stroke([(60, 113), (60, 158)], 1.6, shades.right_low)
    for y in (122, 134, 146):
        doll.oval(62.5, y, 1.7, 1.7, accent.edge)
    doll.round(39, 120, 14, 10, 2.5, shades.right)
    for x in (33.0, 75.0):
        doll.round(x, 103, 12, 5, 2, accent.left)


def _collar(doll: Doll, shades: Tones, accent: Tones) -> None:
    doll.shape([(46, 101), (60, 104), (53, 116)], accent.top)
    doll.shape([(74, 101), (60, 104), (67, 116)], accent.left)
    for y in (120, 132, 144):
        doll.oval(60, y, 1.9, 1.9, accent.left)
    doll.blob(CHEST_LIGHT, shades.top)


_TOPS: Mapping[TopStyle, Callable[[Doll, Tones, Tones], None]] = MappingProxyType(
    {
        "plain": _plain,
        "stripes": _stripes,
        "dots": _dots,
        "apron": _apron,
        "jacket": _open_front,
        "vest": _open_front,
        "uniform": _uniform,
        "collar": _collar,
    }
)


def paint_extra(doll: Doll, extra: Extra, accent: Tones) -> None:
    """Bags, lanyards, badges and necklaces."""
    match extra:
        case "bag":
            doll.stroke(doll.turned([(42, 104), (66, 130), (84, 148)]), 3.4, accent.right_low)
            x = doll.turn(84) - 11
            doll.round(x, 142, 22, 20, 5, accent.right_low)
            doll.round(x, 141, 20, 17, 5, accent.left)
            doll.round(x, 141, 20, 7, 4, accent.top)
        case "lanyard":
            doll.stroke([(48, 102), (60, 126), (72, 102)], 2.4, accent.left)
            doll.round(53, 124, 14, 17, 2.5, CARD)
            doll.round(56, 127, 8, 6, 2, accent.left)
        case "badge":
            doll.oval(73, 120, 5, 5, mixed(GOLD, SHOE, 0.35))
            doll.oval(72.4, 119.4, 3.9, 3.9, GOLD)
        case "necklace":
            doll.arc(60, 103, 22, 8, 2.6, GOLD)
        case "glasses" | "moustache" | "beard" | "earrings":
            pass
