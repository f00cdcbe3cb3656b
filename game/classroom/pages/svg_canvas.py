"""A canvas whose picture is an SVG document: web pages show the same brick sets as the window of the game."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from html import escape

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect, Size


class SvgCanvas:
    """Implements `Canvas`. Pictures are written once and referred to, as they are kept once in a window."""

    def __init__(self, size: Size, shared: "_Shared | None" = None) -> None:
        self._size = size
        self._visible = Rect(0, 0, size.w, size.h)
        self._marks: list[str] = []
        self._shared = shared or _Shared()

    @property
    def size(self) -> Size:
        return self._size

    @property
    def visible(self) -> Rect:
        return self._visible

    @property
    def marks(self) -> str:
        """What was painted so far, without what it refers to."""
        return "".join(self._marks)

    def document(self) -> str:
        """Return what was painted so far. A browser may scale it to cover any box."""
        w, h = _n(self._size.w), _n(self._size.h)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
            f'preserveAspectRatio="xMidYMid slice"><defs>{"".join(self._shared.definitions)}</defs>'
            f"{self.marks}</svg>"
        )

    def fill(self, colour: Colour) -> None:
        self.rect(self._visible, colour)

    def gradient(self, rect: Rect, top: Colour, bottom: Colour) -> None:
        blend = self._shared.blend(top, bottom)
        self._mark(f'<rect {_box(rect)} fill="url(#{blend})"/>')

    def rect(self, rect: Rect, colour: Colour, *, radius: float = 0.0) -> None:
        rounding = f' rx="{_n(radius)}"' if radius else ""
        self._mark(f"<rect {_box(rect)}{rounding} {_fill(colour)}/>")

    def outline(self, rect: Rect, colour: Colour, *, width: float, radius: float = 0.0) -> None:
        inner = rect.inset(width / 2)
        rounding = f' rx="{_n(radius)}"' if radius else ""
        self._mark(f'<rect {_box(inner)}{rounding} fill="none" {_stroke(colour, width)}/>')

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        self._mark(f'<path d="M{_path(points)}z" {_fill(colour)}/>')

    def ellipse(self, rect: Rect, colour: Colour) -> None:
        x, y = rect.centre
        self._mark(f'<ellipse cx="{_n(x)}" cy="{_n(y)}" rx="{_n(rect.w / 2)}" ry="{_n(rect.h / 2)}" {_fill(colour)}/>')

    def line(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        ends = 'stroke-linecap="round" stroke-linejoin="round"'
        self._mark(f'<path d="M{_path(points)}" fill="none" {_stroke(colour, width)} {ends}/>')

    def text(self, at: Point, text: str, style: TextStyle) -> None:
        weight = ' font-weight="bold"' if style.bold else ""
        x, y, size = _n(at.x), _n(at.y + style.size_px), _n(style.size_px)
        self._mark(f'<text x="{x}" y="{y}" font-size="{size}"{weight} {_fill(style.colour)}>{escape(text)}</text>')

    def picture(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, alpha: float = 1.0) -> None:
        name = self._shared.picture(key, rect.size, paint)
        if name and alpha > 0:
            veil = f' opacity="{_n(alpha)}"' if alpha < 1 else ""
            self._mark(f'<use href="#{name}" x="{_n(rect.x)}" y="{_n(rect.y)}"{veil}/>')

    def layer(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None]) -> None:
        with self.clip(rect):
            paint(self)

    def prepare(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, is_layer: bool = False) -> bool:
        return False  # a document is painted once, so there is no time to spread the work over

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        before, self._visible = self._visible, self._visible.common(rect)
        is_smaller = self._visible != before
        if is_smaller:
            self._marks.append(f'<g clip-path="url(#{self._shared.clip(self._visible)})">')
        try:
            yield
        finally:
            if is_smaller:
                self._marks.append("</g>")
            self._visible = before

    def _mark(self, mark: str) -> None:
        self._marks.append(mark)


class _Shared:
    """What a document defines once."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._names: dict[Hashable, str] = {}

    def picture(self, key: Hashable, size: Size, paint: Callable[[Canvas], None]) -> str:
        """Return the name of a picture, painted if it is new; an empty one if nothing is on it."""
        known = ("picture", key, size)
        if known not in self._names:
            canvas = SvgCanvas(size, self)
            paint(canvas)
            marks = canvas.marks
            self._names[known] = self._define(f"<g id={{name}}>{marks}</g>") if marks else ""
        return self._names[known]

    def blend(self, top: Colour, bottom: Colour) -> str:
        known = ("blend", top, bottom)
        if known not in self._names:
            stops = "".join(
                f'<stop offset="{at}" stop-color="{_hex(each)}"{_opacity("stop", each)}/>'
                for at, each in enumerate((top, bottom))
            )
            self._names[known] = self._define(
                f'<linearGradient id={{name}} x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>'
            )
        return self._names[known]

    def clip(self, rect: Rect) -> str:
        known = ("clip", rect)
        if known not in self._names:
            self._names[known] = self._define(f"<clipPath id={{name}}><rect {_box(rect)}/></clipPath>")
        return self._names[known]

    def _define(self, form: str) -> str:
        name = f"d{len(self.definitions)}"
        self.definitions.append(form.replace("{name}", f'"{name}"', 1))
        return name


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _box(rect: Rect) -> str:
    return f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.w)}" height="{_n(rect.h)}"'


def _path(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{max(0, min(255, round(part))):02x}" for part in colour[:3])


def _opacity(what: str, colour: Colour) -> str:
    return f' {what}-opacity="{colour[3] / 255:.2f}"' if len(colour) == 4 and colour[3] < 255 else ""


def _fill(colour: Colour) -> str:
    return f'fill="{_hex(colour)}"{_opacity("fill", colour)}'


def _stroke(colour: Colour, width: float) -> str:
    return f'stroke="{_hex(colour)}"{_opacity("stroke", colour)} stroke-width="{_n(width)}"'
