"""Painting pictures large and smoothing them down, so that every edge is soft."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager

import pygame

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect, Size
from game.desktop import ink
from game.desktop.fonts import Fonts

SMALL_PX = 220
"""Up to this width and height a picture is painted three times as large, beyond it twice."""

BAND_BYTES = 4 << 20
"""Large pictures are painted in bands of at most about this many bytes, to keep the peak of memory low."""


def develop(size: tuple[int, int], paint: Callable[[Canvas], None], fonts: Fonts) -> pygame.Surface:
    """A smooth premultiplied picture of `size` pixels. `paint` is called once for every band."""
    w, h = size
    scale = 3 if max(size) <= SMALL_PX else 2
    rows = min(h, max(1, BAND_BYTES // (w * scale * scale * 4)))
    picture = pygame.Surface(size, pygame.SRCALPHA)
    for top in range(0, h, rows):
        height = min(rows, h - top)
        band = pygame.Surface((w * scale, height * scale), pygame.SRCALPHA)
        paint(Sketch(band, fonts, scale, Rect(0, -top, w, h)))
        pygame.transform.smoothscale(band, (w, height), picture.subsurface((0, top, w, height)))
    return picture


class Sketch:
    """A canvas on a surface that is `scale` times too large; `place` is where its own area lies on that surface."""

    def __init__(self, surface: pygame.Surface, fonts: Fonts, scale: int, place: Rect) -> None:
        """`place` is in final pixels; parts of it may lie outside the surface (a band shows only some rows)."""
        self._surface = surface
        self._fonts = fonts
        self._scale = scale
        self._place = place

    @property
    def size(self) -> Size:
        """Final size in pixels."""
        return self._place.size

    @property
    def visible(self) -> Rect:
        """The clip in final pixels."""
        x, y, w, h = (side / self._scale for side in self._surface.get_clip())
        return Rect(x - self._place.x, y - self._place.y, w, h)

    def fill(self, colour: Colour) -> None:
        """Cover all (within the clip)."""
        self.rect(Rect(0, 0, *self.size), colour)

    def gradient(self, rect: Rect, top: Colour, bottom: Colour) -> None:
        """Fill with a vertical blend, row by row: a sheet of its own would be large."""
        x, y, w, h = self._area(rect)
        visible = self._surface.get_clip()
        for row in range(max(y, visible.top), min(y + h, visible.bottom)):
            ink.fill(self._surface, blend(top, bottom, (row - y + 0.5) / h), (x, row, w, 1))

    def rect(self, rect: Rect, colour: Colour, *, radius: float = 0.0) -> None:
        """A filled rectangle."""
        if radius > 0:
            ink.rounded(self._surface, colour, self._area(rect), round(radius * self._scale))
        else:
            ink.fill(self._surface, colour, self._area(rect))

    def outline(self, rect: Rect, colour: Colour, *, width: float, radius: float = 0.0) -> None:
        """The border of a rectangle, inside its edge."""
        width_px = max(1, round(width * self._scale))
        ink.rounded(self._surface, colour, self._area(rect), round(radius * self._scale), width=width_px)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        ink.polygon(self._surface, colour, [(int(x // 1), int(y // 1)) for x, y in self._places(points)])

    def ellipse(self, rect: Rect, colour: Colour) -> None:
        """A filled ellipse."""
        ink.ellipse(self._surface, colour, self._area(rect))

    def line(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        """A line with round joints and ends."""
        ink.stroke(self._surface, colour, self._places(points), width * self._scale)

    def text(self, at: Point, text: str, style: TextStyle) -> None:
        """One line in one script."""
        [(x, y)] = self._places([at])
        line = written(self._fonts.font(style, scale=self._scale), text, style.colour)
        ink.show(self._surface, line, (round(x), round(y)))

    def picture(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, alpha: float = 1.0) -> None:
        """Paint straight through: the outermost picture is the one that is kept."""
        area = self._area(rect)
        visible = self._surface.get_clip().clip(area)
        if alpha <= 0.0 or min(visible.size) < 1:
            return
        if alpha < 1.0:
            sheet = pygame.Surface(visible.size, pygame.SRCALPHA)
            left, top = (area[0] - visible.x) / self._scale, (area[1] - visible.y) / self._scale
            paint(Sketch(sheet, self._fonts, self._scale, Rect(left, top, rect.w, rect.h)))
            ink.show(self._surface, sheet, visible.topleft, alpha)
            return
        with self.clip(rect):
            place = rect.shifted(self._place.x, self._place.y)
            paint(Sketch(self._surface, self._fonts, self._scale, place))

    def layer(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None]) -> None:
        """Paint straight through, as for a picture."""
        with self.clip(rect):
            paint(self)

    def prepare(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, is_layer: bool = False) -> bool:
        """Nothing is kept here, so there is nothing to make ready."""
        return False

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Paint nothing outside `rect`."""
        before = self._surface.get_clip()
        self._surface.set_clip(before.clip(self._area(rect)))
        try:
            yield
        finally:
            self._surface.set_clip(before)

    def _area(self, rect: Rect) -> ink.Pixels:
        left, top = (rect.x + self._place.x) * self._scale, (rect.y + self._place.y) * self._scale
        return edges(left, top, left + rect.w * self._scale, top + rect.h * self._scale)

    def _places(self, points: Sequence[Point]) -> list[tuple[float, float]]:
        dx, dy = self._place.x, self._place.y
        return [((x + dx) * self._scale, (y + dy) * self._scale) for x, y in points]


def edges(left: float, top: float, right: float, bottom: float) -> ink.Pixels:
    """Whole pixels between rounded edges, so that rectangles that share an edge neither gape nor overlap."""
    x, y = round(left), round(top)
    return (x, y, round(right) - x, round(bottom) - y)


def blend(first: Colour, second: Colour, share: float) -> Colour:
    """`share` 0 is the first colour, 1 the second."""
    pairs = zip((*first, 255)[:4], (*second, 255)[:4], strict=True)
    r, g, b, a = (round(one + (two - one) * share) for one, two in pairs)
    return (r, g, b, a)


def written(font: pygame.font.Font, text: str, colour: Colour) -> pygame.Surface:
    """A line of text as a premultiplied picture."""
    r, g, b, a = (*colour, 255)[:4]
    picture = font.render(text, True, (r, g, b)).premul_alpha()
    if a < 255:
        picture.fill((a,) * 4, None, pygame.BLEND_RGBA_MULT)
    return picture
