"""Paints flat things on a side of a brick: windows, posters, papers, clocks."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from game.art.light import Tone, Tones, mixed
from game.art.pen import Pen, Spot3
from game.content.assets import Brick

FLAT_PLATES = 0.5
"""Sheets lower than this lie on a table instead of hanging on a wall."""


class Panel(NamedTuple):
    """The plane of a brick's side. Places on it are shares: (0, 0) is its lower left corner, (1, 1) its upper right."""

    corner: Spot3
    across: Spot3
    up: Spot3
    side_on: bool
    """Does it face right, away from the light?"""

    @classmethod
    def of(cls, brick: Brick) -> "Panel":
        """The side that the brick shows; of a flat brick it is the top."""
        x, y, z = brick.at
        w, d, h = brick.size
        if h < FLAT_PLATES:
            return cls((x, y + d, z + h), (w, 0, 0), (0, -d, 0), side_on=False)
        if brick.side in ("right", "back-left"):
            return cls((x + w, y + d, z), (0, -d, 0), (0, 0, h), side_on=True)
        return cls((x, y + d, z), (w, 0, 0), (0, 0, h), side_on=False)

    def spot(self, across: float, up: float) -> Spot3:
        """A place on the panel."""
        (x, y, z), (ax, ay, az), (ux, uy, uz) = self.corner, self.across, self.up
        return (x + ax * across + ux * up, y + ay * across + uy * up, z + az * across + uz * up)

    def area(self, left: float, low: float, right: float, high: float) -> Sequence[Spot3]:
        """A rectangle on the panel."""
        return [self.spot(left, low), self.spot(right, low), self.spot(right, high), self.spot(left, high)]

    def tone(self, shades: Tones) -> Tone:
        """The colour of something that lies on it."""
        return mixed(shades.left, shades.right, 0.5) if self.side_on else mixed(shades.top, shades.left, 0.4)


def pane(pen: Pen, brick: Brick, glass: Tone, frame: Tones, *, shines: bool) -> None:
    """A window. Glass that shines looks the same from all sides."""
    panel = Panel.of(brick)
    w = max(brick.size[0], brick.size[1])
    edge_a, edge_b = min(0.2, 0.22 / w), min(0.2, 0.55 / brick.size[2])
    pen.face(panel.area(0, 0, 1, 1), panel.tone(frame))
    clear = glass if shines else panel.tone(pen.tones(glass))
    pen.face(panel.area(edge_a, edge_b, 1 - edge_a, 1 - edge_b), clear)
    bright = mixed(clear, (255, 255, 255), 0.35)
    span = 1 - 2 * edge_a
    slant = [(0.12, 0.0), (0.34, 0.0), (0.72, 1.0), (0.5, 1.0)]
    high = 1 - 2 * edge_b
    pen.face([panel.spot(edge_a + a * span, edge_b + b * high) for a, b in slant], bright)
    if w > 1.6:
        pen.face(panel.area(0.5 - edge_a / 3, 0, 0.5 + edge_a / 3, 1), panel.tone(frame))
    if brick.size[2] > 3.5:
        pen.face(panel.area(0, 0.5 - edge_b / 3, 1, 0.5 + edge_b / 3), panel.tone(frame))


def sheet(pen: Pen, brick: Brick, paper: Tones, ink: Tones) -> None:
    """A paper or poster: a bar and lines that nobody can read. Flat ones lie on a table."""
    panel = Panel.of(brick)
    pen.face(panel.area(0, 0, 1, 1), panel.tone(paper))
    colour = panel.tone(ink)
    pen.face(panel.area(0.14, 0.68, 0.86, 0.86), colour)
    faint = mixed(panel.tone(paper), colour, 0.55)
    for row, length in enumerate((0.72, 0.6, 0.68)):
        low = 0.5 - row * 0.16
        pen.face(panel.area(0.14, low, 0.14 + length, low + 0.07), faint)


def dial(pen: Pen, brick: Brick, face: Tones, hands: Tones) -> None:
    """A wall clock at ten past ten."""
    panel = Panel.of(brick)
    for radius, colour in ((0.5, panel.tone(hands)), (0.42, panel.tone(face))):
        ring = [(0.5 + radius * cos(pi * step / 8), 0.5 + radius * sin(pi * step / 8)) for step in range(16)]
        pen.face([panel.spot(a, b) for a, b in ring], colour)
    middle = pen.at(*panel.spot(0.5, 0.5))
    width = max(1.0, pen.view.u * 0.08)
    for across, up in ((0.3, 0.68), (0.74, 0.64)):
        pen.canvas.line([middle, pen.at(*panel.spot(across, up))], panel.tone(hands), width=width)
