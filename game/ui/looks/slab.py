"""Rounded grounds: paper with a soft shadow, and bricks with a lip."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.theme import Theme

SHADOW_LAYERS = 9
"""Each is a little larger and lies over the one before; together they fade out."""

TILE = 192.0
"""Pixels of a straight part of a rim that are painted at once."""


class Slab(NamedTuple):
    """A ground. `lip` pixels of `edge` show below the face, as the side of a brick does."""

    face: Colour
    edge: Colour
    border: float
    radius: float
    lip: float = 0.0


class _Piece(NamedTuple):
    """A stretch along one side of a rim: where it lies in the sample, and where it is shown."""

    source: float
    start: float
    length: float
    seen: float
    """The last tile is cut off."""


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
    """Paint a band of `rim` pixels along the inside of `outer`; small rectangles are painted whole.

    The band is put together of corners and tiles, which serve rectangles of all sizes.
    """
    if outer.h <= 3 * rim or outer.w <= 3 * rim:
        canvas.picture((*key, "whole"), outer, lambda local: paint(local, Rect(0, 0, *outer.size)))
        return
    sample = Rect(0, 0, 2 * rim + TILE, 2 * rim + TILE)
    rows = tuple(_pieces(outer.y, outer.bottom, rim))
    for across in _pieces(outer.x, outer.right, rim):
        for down in rows:
            if across.source == down.source == rim:
                continue  # in the middle
            piece = Rect(across.start, down.start, across.length, down.length)
            with canvas.clip(Rect(piece.x, piece.y, across.seen, down.seen)):
                there = sample.shifted(-across.source, -down.source)
                _paint_piece(canvas, (*key, across.source, down.source), piece, there, paint)


def _paint_piece(
    canvas: Canvas, key: tuple[object, ...], piece: Rect, whole: Rect, paint: Callable[[Canvas, Rect], None]
) -> None:
    canvas.picture(key, piece, lambda local: paint(local, whole))


def _pieces(start: float, end: float, rim: float) -> Iterator[_Piece]:
    """A corner, as many tiles as are needed, and a corner."""
    yield _Piece(0.0, start, rim, rim)
    last = end - rim
    place = start + rim
    while place < last:
        yield _Piece(rim, place, TILE, min(TILE, last - place))
        place += TILE
    yield _Piece(rim + TILE, last, rim, rim)
