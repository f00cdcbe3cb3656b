"""Bricks in the colours of the interface: small pictures for lists, and towers that count something."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.art.icons import PLAIN_LIGHT, paint_brick
from game.art.light import Tone, mixed
from game.art.pen import Pen
from game.art.solids import box
from game.art.view import Box, View
from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.palette import Palette
from game.ui.widgets import Artwork

FAINT, LIGHT = 0.75, 0.35
"""How near faint and light bricks come to the colour of the paper."""

_PLATES = 3
_WIDE, _DEEP = 3, 2
_APART = 5
"""Studs from one tower to the next."""


@dataclass(frozen=True, slots=True)
class Tower:
    """A tower of `built` bricks. It carries a flag when it reaches `goal`; bricks that are missing to it are faint."""

    colour: Colour
    built: int
    goal: int

    def pale(self, level: int) -> float:
        """Return how much of its colour a brick has lost: what is missing is faint, what was not needed is light."""
        return FAINT if level >= self.built else LIGHT if level >= self.goal else 0.0

    @property
    def high(self) -> int:
        """How many bricks there are to be seen."""
        return max(self.built, self.goal)


def tone(colour: Colour) -> Tone:
    """Return a colour of the interface without its opacity, as bricks are painted."""
    return colour[0], colour[1], colour[2]


def brick_sign(colour: Colour, frame: Frame, *, ems: float = 1.5) -> Artwork:
    """Return a brick to stand before a line of text; what it means is said by the text."""
    shade, side = tone(colour), round(ems * frame.theme.em)

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        paint_brick(canvas, rect, shade)

    return Artwork(paint=paint, shows=("brick", shade), rect=Rect(0, 0, side, side))


def towers(towers_: Sequence[Tower], label: str, frame: Frame, width: float, height: float) -> Artwork:
    """Return towers side by side on a plate, as large as fits."""
    colours = frame.theme.colours
    key = ("towers", tuple(towers_), frame.theme.key)

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        _Towers(canvas, rect, tuple(towers_)).paint(colours)

    return Artwork(paint=paint, label=label, key=key, rect=Rect(0, 0, width, height))


class _Towers:
    """One painting of some towers. They stand along a diagonal, so that they are side by side on the screen."""

    def __init__(self, canvas: Canvas, rect: Rect, towers_: tuple[Tower, ...]) -> None:
        self._towers = towers_
        self._canvas = canvas
        view = View(max(2, int(self._fits(rect))))
        bounds = self._bounds(view)
        dx, dy = rect.centre.x - bounds.centre.x, rect.bottom - bounds.bottom
        self._pen = Pen(canvas, view, PLAIN_LIGHT, round(dx), round(dy))

    def paint(self, colours: Palette) -> None:
        """Paint the plate, then the towers from the ground up."""
        ground, paper = tone(colours.line), tone(colours.paper)
        for place, tower in enumerate(self._towers):
            x, y = self._corner(place)
            plate = self._pen.tones(ground)
            box(self._pen, (x - 1, y - 1, -1), (_WIDE + 2, _DEEP + 2, 1), plate)
            self._studs((x - 1, y - 1, 0), (_WIDE + 2, _DEEP + 2), ground)
            for level in range(tower.high):
                self._brick(x, y, level, mixed(tone(tower.colour), paper, tower.pale(level)))
            if tower.built >= tower.goal:
                self._flag(x, y, tower.high, colours)

    def _fits(self, rect: Rect) -> float:
        """How large the unit of the view may be, in pixels."""
        sample = View(100)
        bounds = self._bounds(sample)
        return min(rect.w / bounds.w, rect.h / bounds.h) * sample.u

    def _bounds(self, view: View) -> Rect:
        """The rectangle around all towers, with room for flags."""
        boxes = []
        for place, tower in enumerate(self._towers):
            x, y = self._corner(place)
            boxes.append(Box(x - 1, y - 1, -1, x + _WIDE + 1, y + _DEEP + 1, tower.high * _PLATES + 5))
        whole = view.bounds(boxes[0])
        for other in boxes[1:]:
            whole = whole.around(view.bounds(other))
        return whole

    def _corner(self, place: int) -> tuple[int, int]:
        return place * _APART, -place * _APART

    def _brick(self, x: int, y: int, level: int, colour: Tone) -> None:
        z = level * _PLATES
        box(self._pen, (x, y, z), (_WIDE, _DEEP, _PLATES), self._pen.tones(colour))
        self._studs((x, y, z + _PLATES), (_WIDE, _DEEP), colour)

    def _studs(self, at: tuple[int, int, int], size: tuple[int, int], colour: Tone) -> None:
        x, y, z = at
        cells = sorted(((cx, cy) for cx in range(size[0]) for cy in range(size[1])), key=sum)
        for cx, cy in cells:
            self._pen.stud(x + cx + 0.5, y + cy + 0.5, z, self._pen.tones(colour))

    def _flag(self, x: int, y: int, high: int, colours: Palette) -> None:
        unit = self._pen.view.u
        foot = self._pen.at(x + _WIDE / 2, y + _DEEP / 2, high * _PLATES)
        top = foot.shifted(0, -2.1 * unit)
        self._canvas.line((foot, top), colours.ink, width=max(1.5, unit / 6))
        cloth = (top, top.shifted(1.4 * unit, 0.45 * unit), top.shifted(0, 0.95 * unit))
        self._canvas.polygon(cloth, colours.gold)
