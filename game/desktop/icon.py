"""The icons of the window."""

import pygame

from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.desktop.fonts import Fonts
from game.desktop.sketch import develop
from game.ui.palette import NORMAL

SIDE_PX = 64


def brick_icon(fonts: Fonts) -> pygame.Surface:
    """A gold brick with four studs."""
    return develop((SIDE_PX, SIDE_PX), _brick, fonts)


def page_icon(fonts: Fonts) -> pygame.Surface:
    """A written page, for a window that pretends to be another program's."""
    return develop((SIDE_PX, SIDE_PX), _page, fonts)


def _brick(canvas: Canvas) -> None:
    left, top, right, front = Point(2, 24), Point(32, 9), Point(62, 24), Point(32, 39)
    height = 18
    low_left, low_right, low_front = (corner.shifted(0, height) for corner in (left, right, front))
    canvas.polygon((left, front, low_front, low_left), NORMAL.gold)
    canvas.polygon((front, right, low_right, low_front), NORMAL.gold_edge)
    canvas.polygon((left, top, right, front), NORMAL.gold_lit)
    for x, y in ((32, 13), (18, 20), (46, 20), (32, 27)):
        canvas.ellipse(Rect(x - 8, y - 2, 16, 8), NORMAL.gold)
        canvas.rect(Rect(x - 8, y - 3, 16, 5), NORMAL.gold)
        canvas.ellipse(Rect(x - 8, y - 7, 16, 8), NORMAL.gold_lit)


def _page(canvas: Canvas) -> None:
    canvas.rect(Rect(12, 4, 40, 56), NORMAL.edge, radius=3)
    canvas.rect(Rect(14, 6, 36, 52), NORMAL.card, radius=2)
    for y in (14, 22, 30, 38, 46):
        canvas.rect(Rect(20, y, 24 if y < 46 else 14, 3), NORMAL.soft)
