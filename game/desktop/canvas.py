"""The canvas of the window: pictures are painted once and kept, text is rendered once and kept."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager

import pygame

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect, Size
from game.desktop import ink
from game.desktop.fonts import Fonts
from game.desktop.sketch import blend, develop, edges, written
from game.desktop.surfaces import SurfaceStore

PICTURE_WINDOWS = 9
"""Pictures may take as many bytes as this many windows: 32 MB at 1280 x 720."""

LAYER_WINDOWS = 3
"""Layers may take as many bytes as this many windows."""

TEXT_WINDOWS = 1
"""Rendered text may take as many bytes as this many windows."""


class PygameCanvas:
    """Implements `Canvas` on a surface. Round and slanted shapes are smoothed by way of small kept pictures."""

    def __init__(self, surface: pygame.Surface, fonts: Fonts) -> None:
        """`fonts` is shared with whoever measures text."""
        self._fonts = fonts
        self._pictures = SurfaceStore(0)
        self._texts = SurfaceStore(0)
        self._layers = SurfaceStore(0)
        self.use(surface)

    def use(self, surface: pygame.Surface) -> None:
        """Paint on this surface from now on, and forget pictures made for the one before."""
        self._surface = surface
        surface.set_clip(None)
        window_bytes = surface.get_width() * surface.get_height() * 4
        self._pictures.resize(PICTURE_WINDOWS * window_bytes)
        self._texts.resize(TEXT_WINDOWS * window_bytes)
        self._layers.resize(LAYER_WINDOWS * window_bytes)

    @property
    def size(self) -> Size:
        """Of the surface, in pixels."""
        return Size(*self._surface.get_size())

    @property
    def visible(self) -> Rect:
        """The clip."""
        return Rect(*map(float, self._surface.get_clip()))

    def forget_texts(self) -> None:
        """Keep no rendered text."""
        self._texts.resize(self._texts.limit_bytes)

    @property
    def kept_bytes(self) -> int:
        """Memory that kept pictures, layers and texts take."""
        return self._pictures.held_bytes + self._layers.held_bytes + self._texts.held_bytes

    def fill(self, colour: Colour) -> None:
        """Cover all (within the clip)."""
        ink.fill(self._surface, colour)

    def gradient(self, rect: Rect, top: Colour, bottom: Colour) -> None:
        """Fill with a vertical blend."""
        area = _area(rect)

        def make() -> pygame.Surface:
            sheet = pygame.Surface(area[2:], pygame.SRCALPHA)
            for row in range(area[3]):
                ink.fill(sheet, blend(top, bottom, (row + 0.5) / area[3]), (0, row, area[2], 1))
            return self._thinned(sheet)

        self._show(("gradient", top, bottom), area, make)

    def rect(self, rect: Rect, colour: Colour, *, radius: float = 0.0) -> None:
        """A filled rectangle; its round corners come from a kept disc."""
        area = _area(rect)
        reach = min(round(radius), area[2] // 2, area[3] // 2)
        if reach < 1:
            ink.fill(self._surface, colour, area)
            return
        x, y, w, h = area
        disc = Rect(0, 0, 2 * reach, 2 * reach)
        self._corners(("disc", colour), area, reach, lambda canvas: canvas.ellipse(disc, colour))
        ink.fill(self._surface, colour, (x + reach, y, w - 2 * reach, reach))
        ink.fill(self._surface, colour, (x, y + reach, w, h - 2 * reach))
        ink.fill(self._surface, colour, (x + reach, y + h - reach, w - 2 * reach, reach))

    def outline(self, rect: Rect, colour: Colour, *, width: float, radius: float = 0.0) -> None:
        """The border of a rectangle; its round corners come from a kept ring."""
        x, y, w, h = area = _area(rect)
        thick = max(1, round(width))
        reach = min(max(thick, round(radius)), w // 2, h // 2)
        ring = Rect(0, 0, 2 * reach, 2 * reach)
        rounding = min(radius, reach)
        key = ("ring", colour, thick, rounding)
        self._corners(key, area, reach, lambda canvas: canvas.outline(ring, colour, width=thick, radius=rounding))
        for side in (
            (x + reach, y, w - 2 * reach, thick),
            (x + reach, y + h - thick, w - 2 * reach, thick),
            (x, y + reach, thick, h - 2 * reach),
            (x + w - thick, y + reach, thick, h - 2 * reach),
        ):
            ink.fill(self._surface, colour, side)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        box, inside = _boxed(points, 0)
        self.picture(("polygon", inside, colour), box, lambda canvas: canvas.polygon(inside, colour))

    def ellipse(self, rect: Rect, colour: Colour) -> None:
        """A filled ellipse."""
        whole = Rect(0, 0, *rect.size)
        self.picture(("ellipse", colour), rect, lambda canvas: canvas.ellipse(whole, colour))

    def line(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        """A line with round joints and ends."""
        box, inside = _boxed(points, width / 2)
        key = ("line", inside, colour, width)
        self.picture(key, box, lambda canvas: canvas.line(inside, colour, width=width))

    def text(self, at: Point, text: str, style: TextStyle) -> None:
        """One line in one script."""
        if not text:
            return
        key = (text, style)
        picture = self._texts.get(key)
        if picture is None:
            picture = written(self._fonts.font(style), text, style.colour)
            self._texts.keep(key, picture)
        ink.show(self._surface, picture, (round(at.x), round(at.y)))

    def picture(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, alpha: float = 1.0) -> None:
        """Show a kept picture, or paint it now. One that lies outside the clip is not painted."""
        area = (round(rect.x), round(rect.y), round(rect.w), round(rect.h))
        self._show(key, area, lambda: self._developed(area[2:], paint), alpha)

    def layer(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None]) -> None:
        """Copy the visible part of a kept layer, or paint it now."""
        area = self._surface.get_rect().clip(_area(rect))
        visible = self._surface.get_clip().clip(area)
        if min(visible.size) < 1:
            return
        sheet = self._layers.get((key, tuple(area))) or self._new_layer(key, rect, paint)
        self._surface.blit(sheet, visible, visible.move(-area.x, -area.y))

    def prepare(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, is_layer: bool = False) -> bool:
        """Paint and keep it, without showing it."""
        if is_layer:
            area = self._surface.get_rect().clip(_area(rect))
            if min(area.size) < 1 or self._layers.get((key, tuple(area))):
                return False
            self._new_layer(key, rect, paint)
            return True
        size = (round(rect.w), round(rect.h))
        if min(size) < 1 or self._pictures.get((key, size)):
            return False
        self._kept(key, size, lambda: self._developed(size, paint))
        return True

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Paint nothing outside `rect`."""
        before = self._surface.get_clip()
        self._surface.set_clip(before.clip(_area(rect)))
        try:
            yield
        finally:
            self._surface.set_clip(before)

    def _new_layer(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None]) -> pygame.Surface:
        area = self._surface.get_rect().clip(_area(rect))
        sheet = self._painted(rect, paint).subsurface(area)
        if area.size != self._surface.get_size():
            sheet = sheet.copy()
        self._layers.keep((key, tuple(area)), sheet)
        return sheet

    def _developed(self, size: tuple[int, int], paint: Callable[[Canvas], None]) -> pygame.Surface:
        return self._thinned(develop(size, paint, self._fonts))

    def _painted(self, rect: Rect, paint: Callable[[Canvas], None]) -> pygame.Surface:
        """A sheet as large as the window, on which `paint` has painted within `rect`."""
        window = self._surface
        self._surface = pygame.Surface(window.get_size(), 0, window)
        try:
            with self.clip(rect):
                paint(self)
            return self._surface
        finally:
            self._surface = window

    def _show(self, key: Hashable, area: ink.Pixels, make: Callable[[], pygame.Surface], alpha: float = 1.0) -> None:
        if alpha <= 0.0 or min(area[2:]) < 1 or not self._surface.get_clip().colliderect(area):
            return
        ink.show(self._surface, self._kept(key, area[2:], make), area[:2], alpha)

    def _kept(self, key: Hashable, size: tuple[int, int], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        picture = self._pictures.get((key, size))
        if picture is None:
            picture = make()
            self._pictures.keep((key, size), picture)
        return picture

    def _thinned(self, picture: pygame.Surface) -> pygame.Surface:
        """Without its alpha channel if it is opaque all over: that shows twice as fast."""
        w, h = picture.get_size()
        if picture.get_at((0, 0)).a < 255 or pygame.mask.from_surface(picture, 254).count() < w * h:
            return picture
        plain = pygame.Surface((w, h), 0, self._surface)
        plain.blit(picture, (0, 0))
        return plain

    def _corners(self, key: Hashable, area: ink.Pixels, reach: int, paint: Callable[[Canvas], None]) -> None:
        """Put the four quarters of a kept picture of 2 x 2 reaches into the corners of the area."""
        x, y, w, h = area
        if reach < 1 or not self._surface.get_clip().colliderect(area):
            return
        size = (2 * reach, 2 * reach)
        whole = self._kept(key, size, lambda: develop(size, paint, self._fonts))
        for dx, from_x in ((0, 0), (w - reach, reach)):
            for dy, from_y in ((0, 0), (h - reach, reach)):
                quarter = (from_x, from_y, reach, reach)
                self._surface.blit(whole, (x + dx, y + dy), quarter, pygame.BLEND_PREMULTIPLIED)


def _area(rect: Rect) -> ink.Pixels:
    return edges(rect.x, rect.y, rect.right, rect.bottom)


def _boxed(points: Sequence[Point], reach: float) -> tuple[Rect, tuple[Point, ...]]:
    """The whole pixels that hold the points and `reach` around them, and the points as seen from there."""
    left, right = min(p.x for p in points) - reach, max(p.x for p in points) + reach
    top, bottom = min(p.y for p in points) - reach, max(p.y for p in points) + reach
    x, y = left // 1, top // 1
    box = Rect(x, y, right // 1 + 1 - x, bottom // 1 + 1 - y)
    return box, tuple(p.shifted(-x, -y) for p in points)
