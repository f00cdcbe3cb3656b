"""What a figure holds in its far hand, so that the near one stays free for speaking."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.art.arms import HAND, Arm
from game.art.doll import Doll, Spot2
from game.art.light import Tone, Tones, tones
from game.content.assets import Held

HOLDING: Arm = ((24, 134), (45, 138))
"""The far arm of somebody who holds something, in every mood."""

PAPER: Tone = (252, 247, 234)
INK: Tone = (120, 128, 140)
MANILA: Tone = (226, 190, 128)
SEAL: Tone = (200, 84, 64)
CASE: Tone = (52, 60, 78)
SCREEN: Tone = (150, 214, 222)
CLAY: Tone = (196, 104, 78)
CREAM: Tone = (250, 238, 214)
GLAZE: Tone = (58, 140, 136)
BEAN: Tone = (122, 160, 74)
MANGO: Tone = (244, 176, 60)
BLUSH: Tone = (226, 112, 72)
LEAF: Tone = (86, 146, 80)
CANE: Tone = (126, 84, 52)
STRAW: Tone = (214, 172, 108)
COVER: Tone = (58, 118, 160)
LUTE: Tone = (176, 104, 58)

Tint = tuple[float, float, float]


def paint_held(doll: Doll, held: Held, skin: Tones, tint: Tint) -> None:
    """Paint the thing, and the fingers around it."""
    _THINGS[held](_Hand(doll, tint))
    x, y = HOLDING[1]
    x = doll.turn(x)
    doll.oval(x, y, HAND * 0.82, HAND * 0.78, skin.right)
    doll.oval(x - 0.8, y - 0.8, HAND * 0.66, HAND * 0.62, skin.top)


class _Hand:
    """A pen that measures from the hand."""

    def __init__(self, doll: Doll, tint: Tint) -> None:
        self._doll, self._tint = doll, tint

    def shape(self, points: list[Spot2], colour: Tone, *, shaded: bool = False) -> None:
        shades = tones(colour, self._tint)
        self._doll.shape(self._doll.turned(self._placed(points)), shades.right if shaded else shades.top)

    def blob(self, points: list[Spot2], colour: Tone, *, shaded: bool = False) -> None:
        shades = tones(colour, self._tint)
        self._doll.blob(self._doll.turned(self._placed(points)), shades.right if shaded else shades.top)

    def stroke(self, points: list[Spot2], width: float, colour: Tone) -> None:
        self._doll.stroke(self._doll.turned(self._placed(points)), width, tones(colour, self._tint).left)

    def _placed(self, points: list[Spot2]) -> list[Spot2]:
        x, y = HOLDING[1]
        return [(x + dx, y + dy) for dx, dy in points]


def _sheet(to: _Hand, left: float, top: float, right: float, bottom: float, colour: Tone) -> None:
    """A card that leans a little, with a dark edge."""
    lean = 3.0
    corners = [(left + lean, top), (right + lean, top + 2), (right, bottom + 2), (left, bottom)]
    to.shape([(x + 1.4, y + 1.4) for x, y in corners], colour, shaded=True)
    to.shape(corners, colour)


def _paper(to: _Hand) -> None:
    _sheet(to, -13, -25, 8, 3, PAPER)
    for row, long in enumerate((14, 11, 13, 9)):
        y = -19.0 + row * 5
        to.stroke([(-8 - row * 0.5, y), (-8 - row * 0.5 + long, y + 1)], 1.7, INK)


def _envelope(to: _Hand) -> None:
    _sheet(to, -17, -18, 12, 2, MANILA)
    to.stroke([(-13, -17), (-1, -7), (14, -15)], 1.5, SEAL)
    to.shape([(-3, -10), (1, -10), (1, -6), (-3, -6)], SEAL)


def _phone(to: _Hand) -> None:
    _sheet(to, -8, -21, 5, 3, CASE)
    to.shape([(-4.5, -18), (6, -17), (4, -2), (-6, -3)], SCREEN)


def _pen(to: _Hand) -> None:
    to.stroke([(4, 6), (-7, -18)], 3.6, CASE)
    to.stroke([(-4.6, -13), (-7, -18)], 3.6, SEAL)


def _mug(to: _Hand) -> None:
    to.stroke([(-9, -14), (-15, -12), (-14, -5), (-9, -4)], 2.6, CLAY)
    to.blob([(-10, -17), (8, -17), (8, 0), (-1, 2), (-9, 0)], CLAY, shaded=True)
    to.blob([(-10, -17), (5, -17), (5, 0), (-2, 1), (-9, 0)], CLAY)
    to.blob([(-9, -17.5), (-1, -19.5), (7, -17.5), (-1, -15.5)], CREAM)


def _bowl(to: _Hand) -> None:
    for x, y in ((-9.0, -11.0), (-3.0, -13.5), (3.0, -13.0), (8.0, -11.0)):
        to.blob([(x - 4.5, y), (x, y - 4), (x + 4.5, y), (x, y + 4)], BEAN)
    to.blob([(-17, -10), (16, -10), (13, -1), (5, 4), (-6, 4), (-14, -1)], GLAZE, shaded=True)
    to.blob([(-17, -10), (12, -10), (9, -1), (2, 3), (-7, 3), (-14, -1)], GLAZE)
    to.stroke([(-15, -5.5), (-1, -4), (13, -5.5)], 2.0, CREAM)


def _mango(to: _Hand) -> None:
    to.blob([(-9, -6), (-6, -16), (3, -17), (9, -8), (5, 1), (-5, 2)], MANGO)
    to.blob([(4, -15), (9, -8), (5, 1), (1, 1), (5, -7)], BLUSH)
    to.blob([(-2, -17), (3, -22), (9, -21), (4, -17)], LEAF)


def _stick(to: _Hand) -> None:
    """A walking stick: it reaches the ground."""
    to.stroke([(-9, -6), (-7, -11), (-1, -12), (2, -7), (1, 0), (-9, 63)], 4.2, CANE)


def _book(to: _Hand) -> None:
    _sheet(to, -14, -24, 8, 3, COVER)
    to.stroke([(-9, -22), (-12, 0)], 2.2, CREAM)
    to.shape([(-4, -17), (5, -16), (4, -9), (-5, -10)], CREAM)


def _basket(to: _Hand) -> None:
    to.stroke([(-15, 12), (-11, -1), (-1, -4), (9, 0), (13, 12)], 2.6, CANE)
    for x, colour in ((-8.0, LEAF), (0.0, MANGO), (7.0, LEAF)):
        to.blob([(x - 6, 12), (x, 5), (x + 6, 12), (x, 16)], colour)
    to.blob([(-17, 11), (15, 11), (12, 28), (-1, 31), (-14, 28)], STRAW, shaded=True)
    to.blob([(-17, 11), (11, 11), (8, 27), (-3, 30), (-14, 28)], STRAW)
    for y in (16.0, 22.0):
        to.stroke([(-15, y), (-2, y + 2), (12, y)], 1.6, CANE)


def _lute(to: _Hand) -> None:
    """Its neck is in the far hand, its body before the waist."""
    to.stroke([(-20, -22), (30, 10)], 5.0, CANE)
    to.stroke([(-22, -19), (-16, -27)], 3.0, CANE)
    to.blob([(14, 4), (26, -2), (42, 4), (46, 16), (36, 24), (22, 20), (14, 12)], LUTE, shaded=True)
    to.blob([(14, 4), (25, -1), (39, 4), (43, 14), (34, 21), (22, 18), (15, 11)], LUTE)
    to.blob([(25, 8), (29, 5), (33, 9), (29, 13)], CASE)
    to.stroke([(-18, -21), (36, 13)], 1.2, CREAM)


_THINGS: Mapping[Held, Callable[[_Hand], None]] = MappingProxyType(
    {
        "paper": _paper,
        "envelope": _envelope,
        "phone": _phone,
        "pen": _pen,
        "mug": _mug,
        "bowl": _bowl,
        "mango": _mango,
        "stick": _stick,
        "book": _book,
        "basket": _basket,
        "lute": _lute,
    }
)
