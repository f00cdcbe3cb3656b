"""Rounded grounds: paper with a soft shadow, and bricks with a lip."""

from collections.abc import Callable
from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.theme import Theme

SHADOW_LAYERS = 9
"""Each is a little larger and lies over the one before; together they fade out."""


class Slab(NamedTuple):
    """A ground. `lip` pixels of `edge` show below the face, as the side of a brick does."""

    face: Colour
    edge: Colour
    border: float
    radius: float
    lip: float = 0.0


def paint_slab(canvas: Canvas, rect: Rect, slab: Slab, *, sunk: bool = False) -> None:
    """The border is a larger shape below the face, so that round corners show no seam. `sunk`: pressed down."""
    face = Rect(rect.x, rect.y + (slab.lip if sunk else 0), rect.w, rect.h - slab.lip)
    base = face if sunk else rect
    radius = min(slab.radius, rect.h / 2, rect.w / 2)
    canvas.rect(base, slab.edge, radius=radius)
    if slab.face != slab.edge:
        canvas.rect(face.inset(slab.border), slab.face, radius=max(0.0, radius - slab.border))


def paint_shadow(canvas: Canvas, rect: Rect, radius: float, theme: Theme) -> None:
    """The soft shadow that paper throws downwards. Only its rim is painted: the middle is covered anyway."""
    reach = theme.shadow_reach
    outer = Rect(rect.x - reach, rect.y - reach, rect.w + 2 * reach, rect.h + 2.5 * reach)
    rim = float(round(radius + 3 * reach))
    colour = theme.colours.shadow

    def layers(local: Canvas, whole: Rect) -> None:
        paper = Rect(whole.x + reach, whole.y + 1.5 * reach, whole.w - 2 * reach, whole.h - 2.5 * reach)
        for layer in range(SHADOW_LAYERS):
            spread = reach * (1 - 1.5 * layer / SHADOW_LAYERS)
            local.rect(paper.grown(spread), colour, radius=max(0.0, radius + spread))

    _paint_rim(canvas, ("shadow", radius, reach, colour), outer, rim, layers)


def _paint_rim(
    canvas: Canvas,
    key: tuple[object, ...],
    outer: Rect,
    rim: float,
    paint: Callable[[Canvas, Rect], None],
) -> None:
    """Paint a band of `rim` pixels along the inside of `outer`; small rectangles are painted whole."""
    if outer.h <= 3 * rim or outer.w <= 3 * rim:
        canvas.picture((*key, "whole"), outer, lambda local: paint(local, Rect(0, 0, *outer.size)))
        return
    middle = outer.h - 2 * rim
    bands = (
        ("top", Rect(outer.x, outer.y, outer.w, rim)),
        ("bottom", Rect(outer.x, outer.bottom - rim, outer.w, rim)),
        ("left", Rect(outer.x, outer.y + rim, rim, middle)),
        ("right", Rect(outer.right - rim, outer.y + rim, rim, middle)),
    )
    for side, band in bands:
        _paint_band(canvas, (*key, side), outer, band, paint)


def _paint_band(
    canvas: Canvas, key: tuple[object, ...], outer: Rect, band: Rect, paint: Callable[[Canvas, Rect], None]
) -> None:
    whole = outer.shifted(-band.x, -band.y)
    canvas.picture(key, band, lambda local: paint(local, whole))
