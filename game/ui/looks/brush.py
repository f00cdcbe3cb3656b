"""What all painters share: the state of a control, words, and the focus ring."""

import sys
from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Point, Rect
from game.ui.palette import Palette
from game.ui.text import TextBlock
from game.ui.theme import Theme
from game.ui.widgets import Align, Ink


class Lit(NamedTuple):
    """What the hand does to a control."""

    focused: bool = False
    pressed: bool = False


UNLIT = Lit()


def ink_of(palette: Palette, ink: Ink) -> Colour:
    """The colour of words."""
    return {
        "ink": palette.ink,
        "soft": palette.soft,
        "teal": palette.teal,
        "good": palette.good,
        "warning": palette.warning,
        "on_teal": palette.on_teal,
    }[ink]


def put(
    canvas: Canvas,
    block: TextBlock,
    x: float,
    y: float,
    *,
    width: float = 0.0,
    align: Align = "left",
    letters: int | None = None,
) -> None:
    """Words with the top-left of their block at (x, y), or centred in `width`; only the first `letters` if given."""
    left = sys.maxsize if letters is None else letters
    for line in block.lines:
        start = x + max(0.0, (width - line.width) / 2) if align == "centre" else x
        for run in line.runs:
            if left > 0:
                canvas.text(Point(start + run.x, y + run.y), run.text[:left], run.style)
            left -= len(run.text)


def paint_ring(canvas: Canvas, rect: Rect, radius: float, theme: Theme) -> None:
    """The focus: a dark band between two light ones, seen on any ground."""
    dark, halo = theme.ring, theme.halo
    light = theme.colours.ring_light
    outer = rect.grown(dark + 2 * halo)
    canvas.outline(outer, light, width=dark + 2 * halo, radius=radius + dark + 2 * halo)
    canvas.outline(outer.inset(halo), theme.colours.ring_dark, width=dark, radius=radius + dark + halo)
