"""Lines of a page that are circled with a pencil: a contract is read, and not filled in like a form."""

from math import copysign, cos, pi, sin

from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.ui.icons import IconName, paint_icon
from game.ui.looks.brush import Lit, paint_ring
from game.ui.task_widgets import Pick
from game.ui.theme import Theme

STEPS = 72
SQUARENESS = 0.3
"""1 is an ellipse; the smaller, the more it follows the sides of a long line."""
OVERSHOOT = 0.06
"""Share of a turn that the hand goes on over where it began."""
DRIFT = 0.1
"""Share of its height by which the end misses the beginning."""


def paint_page_line(canvas: Canvas, pick: Pick, words_wide: float, lit: Lit, theme: Theme) -> None:
    """The ground of a line: ruled below, and circled while it is picked. `words_wide` counts from its left edge."""
    colours, rect = theme.colours, pick.rect
    if lit.focused:
        paint_ring(canvas, rect, theme.row_radius, theme)
        canvas.rect(rect, colours.wash_lit, radius=theme.row_radius)
    canvas.rect(Rect(rect.x, rect.bottom - theme.border, rect.w, theme.border), colours.line)
    if pick.on:
        loop = Rect(rect.x, rect.y, min(rect.w, round(words_wide + theme.space(3))), rect.h - theme.border)
        colour, width = colours.teal, theme.thick
        canvas.picture(
            ("pencil", colour, width), loop, lambda local: local.line(_loop(loop, width), colour, width=width)
        )


def paint_margin_sign(canvas: Canvas, pick: Pick, place: Rect, theme: Theme) -> None:
    """A question mark for what is asked about. Once it is explained: found, missed, or asked about although fine."""
    colours = theme.colours
    sign = _sign(pick)
    if sign is None:
        ring = place.inset(place.w * 0.2)
        canvas.outline(ring, colours.edge if pick.enabled else colours.line, width=theme.border, radius=ring.w / 2)
        return
    ink = {"check": colours.good, "warning": colours.warning}.get(sign, colours.teal)
    paint_icon(canvas, sign, place, ink, colours.paper)


def _sign(pick: Pick) -> IconName | None:
    match pick.on, pick.right:
        case True, None:
            return "help"
        case True, right:
            return "check" if right else "minus"
        case False, False:
            return "warning"
        case _:
            return None


def _loop(rect: Rect, width: float) -> list[Point]:
    """One turn of a hand around the words, a little open."""
    wide, high = rect.w / 2 - width, rect.h / 2 - width
    points = []
    for step in range(STEPS + 1):
        turn = step / STEPS * (1 + OVERSHOOT)
        angle = 2 * pi * (turn - 0.36)
        closer = 1 - DRIFT * turn
        x, y = _rounded(cos(angle)) * wide * (1 - 0.02 * turn), _rounded(sin(angle)) * high * closer
        points.append(Point(rect.w / 2 + x, rect.h / 2 + y))
    return points


def _rounded(share: float) -> float:
    return copysign(abs(share) ** SQUARENESS, share)
