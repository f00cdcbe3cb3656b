"""Things of paper and glass that tasks lie on: a phone, a book with ruled lines, a page with a seal."""

from collections.abc import Callable, Mapping

from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.ui.looks.slab import Slab, paint_shadow, paint_slab
from game.ui.theme import Contrast, Theme

RINGS_EVERY = 5.0
RULED_EVERY = 4.0
"""Steps of the grid between two rings of a book, and between two of its lines."""


def _phone(canvas: Canvas, rect: Rect, theme: Theme) -> None:
    """A dark body with a lit screen, and the slot one speaks into."""
    colours, rim = theme.colours, theme.space(1.25)
    paint_shadow(canvas, rect, theme.space(4), theme)
    paint_slab(canvas, rect, Slab(colours.ink, colours.ink, 0.0, theme.space(4)))
    screen = Rect(rect.x + rim, rect.y + 1.6 * rim, rect.w - 2 * rim, rect.h - 3.2 * rim)
    paint_slab(canvas, screen, Slab(colours.paper, colours.paper, 0.0, theme.space(2.5)))
    for width, y in ((theme.space(8), rect.y + 0.7 * rim), (theme.space(5), rect.bottom - 0.9 * rim)):
        slot = Rect(round(rect.centre.x - width / 2), round(y), width, max(2.0, theme.space(0.4)))
        canvas.rect(slot, colours.soft, radius=slot.h / 2)


def _book(canvas: Canvas, rect: Rect, theme: Theme) -> None:
    """Ruled paper, a red margin, and rings at the left."""
    colours = theme.colours
    _paper(canvas, rect, theme)
    y = rect.y + theme.space(2 * RULED_EVERY)
    while y < rect.bottom - theme.space(2):
        canvas.rect(Rect(rect.x + theme.space(1), round(y), rect.w - theme.space(2), theme.border), colours.wash_lit)
        y += theme.space(RULED_EVERY)
    margin = rect.x + theme.space(3.5)
    canvas.rect(
        Rect(round(margin), rect.y + theme.space(1), theme.border, rect.h - theme.space(2)), colours.warning_wash
    )
    y = rect.y + theme.space(3)
    while y < rect.bottom - theme.space(3):
        hole = Rect(round(rect.x + theme.space(1)), round(y), theme.space(1.25), theme.space(1.25))
        canvas.ellipse(hole, colours.dim_ink)
        ring = Rect(round(rect.x - theme.space(1)), round(y + theme.space(0.25)), theme.space(2.5), theme.space(0.75))
        canvas.rect(ring, colours.edge, radius=ring.h / 2)
        y += theme.space(RINGS_EVERY)


def _page(canvas: Canvas, rect: Rect, theme: Theme) -> None:
    """A page with its lower corner turned up, and a seal beside it."""
    colours, fold = theme.colours, theme.space(5)
    _paper(canvas, rect, theme)
    corner = (Point(rect.x, rect.bottom - fold), Point(rect.x + fold, rect.bottom), Point(rect.x, rect.bottom))
    canvas.polygon(corner, colours.edge)
    turned = (
        Point(rect.x, rect.bottom - fold),
        Point(rect.x + fold, rect.bottom),
        Point(rect.x + fold, rect.bottom - fold),
    )
    canvas.polygon(turned, colours.line)
    side = theme.space(4.5)
    seal = Rect(round(rect.x + fold + theme.space(1.5)), round(rect.bottom - side - theme.space(1.5)), side, side)
    canvas.ellipse(seal, colours.gold_edge)
    canvas.ellipse(seal.inset(theme.space(0.5)), colours.gold_wash)
    canvas.ellipse(seal.inset(theme.space(1.25)), colours.gold)


def _paper(canvas: Canvas, rect: Rect, theme: Theme) -> None:
    colours = theme.colours
    edge = colours.line if theme.contrast is Contrast.HIGH else colours.paper
    paint_shadow(canvas, rect, theme.panel_radius, theme)
    paint_slab(canvas, rect, Slab(colours.paper, edge, theme.border, theme.panel_radius))


SHEETS: Mapping[str, Callable[[Canvas, Rect, Theme], None]] = {"phone": _phone, "book": _book, "page": _page}
"""Paints each kind of sheet over a rectangle."""
