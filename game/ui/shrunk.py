"""A canvas that shows everything smaller: for looking at a whole page that is meant for paper."""

from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect, Size


@dataclass(frozen=True, slots=True)
class Shrunk:
    """Implements `Canvas` on another one; `scale` below 1 makes things smaller."""

    canvas: Canvas
    scale: float

    @property
    def size(self) -> Size:
        w, h = self.canvas.size
        return Size(w / self.scale, h / self.scale)

    @property
    def visible(self) -> Rect:
        return Rect(*(side / self.scale for side in self.canvas.visible))

    def fill(self, colour: Colour) -> None:
        self.canvas.fill(colour)

    def gradient(self, rect: Rect, top: Colour, bottom: Colour) -> None:
        self.canvas.gradient(self._rect(rect), top, bottom)

    def rect(self, rect: Rect, colour: Colour, *, radius: float = 0.0) -> None:
        self.canvas.rect(self._rect(rect), colour, radius=radius * self.scale)

    def outline(self, rect: Rect, colour: Colour, *, width: float, radius: float = 0.0) -> None:
        self.canvas.outline(self._rect(rect), colour, width=width * self.scale, radius=radius * self.scale)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        self.canvas.polygon(self._points(points), colour)

    def ellipse(self, rect: Rect, colour: Colour) -> None:
        self.canvas.ellipse(self._rect(rect), colour)

    def line(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        self.canvas.line(self._points(points), colour, width=width * self.scale)

    def text(self, at: Point, text: str, style: TextStyle) -> None:
        [place] = self._points([at])
        self.canvas.text(place, text, style._replace(size_px=style.size_px * self.scale))

    def picture(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, alpha: float = 1.0) -> None:
        self.canvas.picture(self._key(key), self._rect(rect), self._through(paint), alpha=alpha)

    def layer(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None]) -> None:
        self.canvas.layer(self._key(key), self._rect(rect), self._through(paint))

    def prepare(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, is_layer: bool = False) -> bool:
        return self.canvas.prepare(self._key(key), self._rect(rect), self._through(paint), is_layer=is_layer)

    def clip(self, rect: Rect) -> AbstractContextManager[None]:
        return self.canvas.clip(self._rect(rect))

    def _rect(self, rect: Rect) -> Rect:
        return Rect(*(side * self.scale for side in rect))

    def _points(self, points: Sequence[Point]) -> list[Point]:
        return [Point(x * self.scale, y * self.scale) for x, y in points]

    def _key(self, key: Hashable) -> Hashable:
        return ("shrunk", self.scale, key)

    def _through(self, paint: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
        return lambda canvas: paint(Shrunk(canvas, self.scale))
