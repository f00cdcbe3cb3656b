"""Bricks that count: a wall that grows with everybody who joins, and rows of votes. They fall into their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.palette import Palette
from game.ui.widgets import Artwork

FALL_S: Final = 0.45
"""A brick falls so long."""
FALL_FRAME_S: Final = 1 / 30
BRICK_RATIO: Final = 0.6
"""Height of a brick to its width, with its studs."""
WIDEST_EMS: Final = 3.4
NARROWEST_PX: Final = 6.0
LEAST_ROW_EMS: Final = 0.9
_STUD_HIGH: Final = 0.16
_STUD_WIDE: Final = 0.26
_STUDS: Final = (0.12, 0.62)
"""Where the studs of a brick begin, as shares of its width."""
SEAM: Final = 18
"""A seam is this part of a brick's width."""
_EDGE: Final = 0.72
"""How dark the seam of a brick is."""
_HALF: Final = 0.5


@dataclass(slots=True)
class Arrivals:
    """When the newest of some bricks came, so that they can be seen falling. The first time all stand already."""

    count: int | None = None
    standing: int = 0
    """So many lay there before the newest came."""
    since_s: float = float("-inf")

    def note(self, count: int, now_s: float) -> None:
        """There are so many now."""
        if self.count is not None and count > self.count:
            self.standing, self.since_s = self.count, now_s
        elif self.count is None or count < self.count:
            self.standing, self.since_s = count, float("-inf")
        self.count = count

    def fallen(self, now_s: float) -> float:
        """Return how far the newest have fallen, from 0 to 1."""
        return min(1.0, max(0.0, (now_s - self.since_s) / FALL_S))

    def moves(self, now_s: float) -> bool:
        """Whether some are still falling."""
        return self.fallen(now_s) < 1


@dataclass(frozen=True, slots=True)
class Bricks:
    """So many bricks, of which some are still falling."""

    count: int
    missing: int = 0
    """So many outlines of bricks that are still to come."""
    standing: int = 0
    fallen: float = 1.0
    fill: int | None = None
    """The colour of all; None for all colours by turns."""


def wall(bricks: Bricks, label: str, frame: Frame, width: float, height: float) -> Artwork:
    """Return bricks laid in courses from the ground up, as large as lets all of them fit."""
    rect = Rect(0, 0, width, height)
    places = _wall_places(bricks.count + bricks.missing, rect, frame)
    return _artwork(bricks, places, label, frame, rect)


def row(bricks: Bricks, label: str, frame: Frame, width: float, most: int, *, fills_width: bool = False) -> Artwork:
    """Return bricks side by side; `most` of them would fill the width, so that rows can be compared.

    With `fills_width` the row takes the width whatever it holds, so that what stands beside rows is in one line.
    """
    em = frame.theme.em
    wide = max(NARROWEST_PX, min(WIDEST_EMS * em / 2, width / max(1, most)))
    high = round(max(em * LEAST_ROW_EMS, wide * BRICK_RATIO))
    places = [Rect(float(round(n * wide)), 0, wide, high) for n in range(bricks.count + bricks.missing)]
    return _artwork(
        bricks, places, label, frame, Rect(0, 0, width if fills_width or not places else places[-1].right, high)
    )


def _wall_places(count: int, room: Rect, frame: Frame) -> list[Rect]:
    wide = WIDEST_EMS * frame.theme.em
    while wide > NARROWEST_PX and ceil(count / _in_course(room, wide)) * wide * BRICK_RATIO > room.h:
        wide *= 0.94
    wide = float(int(wide))
    high, most = float(int(wide * BRICK_RATIO)), _in_course(room, wide)
    places = []
    for n in range(count):
        course, at = divmod(n, most)
        shift = wide * _HALF if course % 2 else 0.0
        left = (room.w - (most + _HALF) * wide) / 2
        places.append(Rect(float(int(left + shift + at * wide)), room.h - (course + 1) * high, wide, high))
    return places


def _in_course(room: Rect, wide: float) -> int:
    return max(1, int(room.w / wide - _HALF))


def _artwork(bricks: Bricks, places: Sequence[Rect], label: str, frame: Frame, rect: Rect) -> Artwork:
    colours, moves = frame.theme.colours, frame.theme.moves and bricks.fallen < 1

    def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
        for n, place in enumerate(places):
            here = place.shifted(at.x, at.y)
            if n >= bricks.count:
                _paint_missing(canvas, here, colours)
                continue
            if n >= bricks.standing and frame.theme.moves:
                drop = (1 - bricks.fallen**2) * (here.y - at.y + here.h)
                here = here.shifted(0, -drop)
            fill = bricks.fill if bricks.fill is not None else n
            _paint_brick(canvas, here, colours.fills[fill % len(colours.fills)])

    return Artwork(paint=paint, label=label, shows=(bricks, frame.theme.key), moves=moves, rect=rect)


def _paint_brick(canvas: Canvas, place: Rect, colour: Colour) -> None:
    stud, seam = max(1.0, place.h * _STUD_HIGH), max(1.0, place.w / SEAM)
    dark = _shade(colour)
    for start in _STUDS:
        knob = Rect(place.x + place.w * start, place.y, place.w * _STUD_WIDE, stud + seam)
        canvas.rect(knob, dark)
        canvas.rect(Rect(knob.x, knob.y, knob.w - seam, knob.h), colour)
    body = Rect(place.x, place.y + stud, place.w, place.h - stud)
    canvas.rect(body, dark)
    canvas.rect(Rect(body.x, body.y, body.w - seam, body.h - seam), colour)


def _paint_missing(canvas: Canvas, place: Rect, colours: Palette) -> None:
    stud, seam = place.h * _STUD_HIGH, max(1.0, place.w / SEAM)
    body = Rect(place.x, place.y + stud, place.w - seam, place.h - stud - seam)
    canvas.rect(body, colours.empty)
    canvas.outline(body, colours.edge, width=seam)


def _shade(colour: Colour) -> Colour:
    return (round(colour[0] * _EDGE), round(colour[1] * _EDGE), round(colour[2] * _EDGE))
