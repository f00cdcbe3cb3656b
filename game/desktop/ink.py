"""Shapes on a pygame surface in whole pixels, blended as premultiplied colours.

Premultiplied pixels can be averaged (scaled down) and blended without dark fringes. pygame's own shapes replace pixels
instead of blending; opaque ones are right as they are, translucent ones go through a sheet of their own.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pygame

from game.canvas.canvas import Colour

Pixel = tuple[int, int]
Pixels = tuple[int, int, int, int]
"""x, y, width and height."""


def premultiplied(colour: Colour) -> tuple[int, int, int, int]:
    """The colour weighed with its opacity."""
    if len(colour) == 3:
        return (*colour, 255)
    r, g, b, a = colour
    return (r * a // 255, g * a // 255, b * a // 255, a)


def _is_opaque(colour: Colour) -> bool:
    """Whether a shape of this colour can be drawn straight away, which is what most shapes are."""
    return len(colour) == 3 or colour[3] == 255


def fill(surface: pygame.Surface, colour: Colour, area: Pixels | None = None) -> None:
    """A rectangle, or all of the surface; the clip holds."""
    r, g, b, a = premultiplied(colour)
    if a == 255:
        surface.fill((r, g, b, a), area)
    elif a > 0:
        surface.fill((255 - a,) * 4, area, pygame.BLEND_RGBA_MULT)
        surface.fill((r, g, b, a), area, pygame.BLEND_RGBA_ADD)


def rounded(surface: pygame.Surface, colour: Colour, area: Pixels, radius: int, *, width: int = 0) -> None:
    """A rectangle with round corners: filled, or with `width` its border only, inside the edge."""
    inked(surface, colour, area, lambda on, ink, box: pygame.draw.rect(on, ink, box, width, max(radius, 0)))


def ellipse(surface: pygame.Surface, colour: Colour, area: Pixels) -> None:
    """Touches all four edges of the area."""
    if _is_opaque(colour):
        pygame.draw.ellipse(surface, colour, area)
        return
    inked(surface, colour, area, pygame.draw.ellipse)


def polygon(surface: pygame.Surface, colour: Colour, points: Sequence[Pixel]) -> None:
    """Filled; the points themselves are inside."""
    if _is_opaque(colour):
        pygame.draw.polygon(surface, colour, points)
        return

    def draw(on: pygame.Surface, ink: Colour, box: pygame.Rect) -> None:
        dx, dy = box.x - area[0], box.y - area[1]
        pygame.draw.polygon(on, ink, [(x + dx, y + dy) for x, y in points])

    area = bounds(points)
    inked(surface, colour, area, draw)


def stroke(surface: pygame.Surface, colour: Colour, points: Sequence[tuple[float, float]], width: float) -> None:
    """A line with round joints and ends."""

    def draw(on: pygame.Surface, ink: Colour, box: pygame.Rect) -> None:
        dx, dy = box.x - area[0], box.y - area[1]
        moved = [(x + dx, y + dy) for x, y in points]
        for start, end in pairwise(moved):
            pygame.draw.polygon(on, ink, _bar(start, end, width))
        for point in moved:
            pygame.draw.circle(on, ink, point, width / 2)

    x, y, w, h = bounds(points)
    reach = int(width / 2) + 2
    area = (x - reach, y - reach, w + 2 * reach, h + 2 * reach)
    inked(surface, colour, area, draw)


def show(surface: pygame.Surface, premultiplied_picture: pygame.Surface, at: Pixel, alpha: float = 1.0) -> None:
    """Blend a picture in; one without an alpha channel is opaque. The picture itself stays as it is."""
    opaque = not premultiplied_picture.get_flags() & pygame.SRCALPHA
    if alpha >= 1.0:
        surface.blit(premultiplied_picture, at, None, 0 if opaque else pygame.BLEND_PREMULTIPLIED)
    elif alpha > 0.0:
        faded = pygame.Surface(premultiplied_picture.get_size(), pygame.SRCALPHA)
        faded.blit(premultiplied_picture, (0, 0), None, 0 if opaque else pygame.BLEND_PREMULTIPLIED)
        faded.fill((round(alpha * 255),) * 4, None, pygame.BLEND_RGBA_MULT)
        surface.blit(faded, at, None, pygame.BLEND_PREMULTIPLIED)


def bounds(points: Sequence[tuple[float, float]]) -> Pixels:
    """The pixels that hold all the points."""
    xs, ys = [int(x // 1) for x, _ in points], [int(y // 1) for _, y in points]
    left, top = min(xs), min(ys)
    return (left, top, max(xs) - left + 1, max(ys) - top + 1)


def inked(
    surface: pygame.Surface,
    colour: Colour,
    area: Pixels,
    draw: Callable[[pygame.Surface, Colour, pygame.Rect], object],
) -> None:
    """Let `draw` put a shape on the surface, by way of a sheet when the colour is translucent."""
    ink = premultiplied(colour)
    visible = surface.get_clip().clip(area)
    if ink[3] == 0 or min(visible.size) < 1:
        return
    if ink[3] == 255:
        draw(surface, ink, pygame.Rect(area))
        return
    sheet = pygame.Surface(visible.size, pygame.SRCALPHA)
    draw(sheet, ink, pygame.Rect(area).move(-visible.x, -visible.y))
    surface.blit(sheet, visible.topleft, None, pygame.BLEND_PREMULTIPLIED)


def _bar(start: tuple[float, float], end: tuple[float, float], width: float) -> list[tuple[float, float]]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    nx, ny = -dy / length * width / 2, dx / length * width / 2
    return [
        (start[0] + nx, start[1] + ny),
        (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny),
        (start[0] - nx, start[1] - ny),
    ]
