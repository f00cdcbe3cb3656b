"""Stand-ins we own: they mirror the ports of the game."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect, Size
from game.ui.frame import Frame
from game.ui.text import Typesetter
from game.ui.theme import Contrast, make_theme

WIDE_LETTERS = "mwMW@"
NARROW_LETTERS = "iljtfrI.,:;'|! "
ORIGIN = Point(0, 0)


class FakeMeasure:
    """Implements `TextMeasure`: widths add up letter by letter, so they can be worked out in the head."""

    def width(self, text: str, style: TextStyle) -> float:
        return sum(self._letter(letter) for letter in text) * style.size_px

    def line_height(self, style: TextStyle) -> float:
        return float(round(style.size_px * 1.3))

    def _letter(self, letter: str) -> float:
        if letter in WIDE_LETTERS:
            return 0.8
        return 0.3 if letter in NARROW_LETTERS else 0.55


@dataclass(frozen=True, slots=True)
class Painted:
    """One call on a canvas, in the coordinates of the window."""

    kind: str
    rect: Rect
    colour: Colour
    clip: Rect
    text: str = ""
    style: TextStyle | None = None


@dataclass(slots=True)
class RecordingCanvas:
    """Implements `Canvas`: remembers what was painted where, through nested pictures and clips."""

    size: Size
    calls: list[Painted] = field(default_factory=list)
    pictures: list[tuple[Hashable, Rect]] = field(default_factory=list)
    _origin: Point = ORIGIN
    _clip: Rect | None = None
    prepared: set[tuple[Hashable, Size]] = field(default_factory=set)

    @property
    def visible(self) -> Rect:
        return self._now_clip().shifted(-self._origin.x, -self._origin.y)

    def fill(self, colour: Colour) -> None:
        self._record("fill", Rect(0, 0, *self.size), colour)

    def gradient(self, rect: Rect, top: Colour, bottom: Colour) -> None:
        self._record("gradient", rect, top)

    def rect(self, rect: Rect, colour: Colour, *, radius: float = 0.0) -> None:
        self._record("rect", rect, colour)

    def outline(self, rect: Rect, colour: Colour, *, width: float, radius: float = 0.0) -> None:
        self._record("outline", rect, colour)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        self._record("polygon", _bounds(points), colour)

    def ellipse(self, rect: Rect, colour: Colour) -> None:
        self._record("ellipse", rect, colour)

    def line(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        self._record("line", _bounds(points).grown(width / 2), colour)

    def text(self, at: Point, text: str, style: TextStyle) -> None:
        measure = FakeMeasure()
        box = Rect(at.x, at.y, measure.width(text, style), measure.line_height(style))
        self._record("text", box, style.colour, text, style)

    def picture(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, alpha: float = 1.0) -> None:
        hash(key)
        place = rect.shifted(*self._origin)
        self.pictures.append((key, place))
        paint(RecordingCanvas(rect.size, self.calls, self.pictures, place.origin, self._now_clip().common(place)))

    def layer(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None]) -> None:
        hash(key)
        with self.clip(rect):
            paint(self)

    def prepare(self, key: Hashable, rect: Rect, paint: Callable[[Canvas], None], *, is_layer: bool = False) -> bool:
        if (key, rect.size) in self.prepared:
            return False
        self.prepared.add((key, rect.size))
        paint(RecordingCanvas(self.size if is_layer else rect.size))
        return True

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        before = self._clip
        self._clip = self._now_clip().common(rect.shifted(*self._origin))
        try:
            yield
        finally:
            self._clip = before

    @property
    def words(self) -> str:
        """All text in the order it was painted."""
        return " ".join(call.text for call in self.calls if call.kind == "text")

    def _now_clip(self) -> Rect:
        return self._clip if self._clip is not None else Rect(*self._origin, *self.size)

    def _record(self, kind: str, rect: Rect, colour: Colour, text: str = "", style: TextStyle | None = None) -> None:
        self.calls.append(Painted(kind, rect.shifted(*self._origin), colour, self._now_clip(), text, style))


def plain_frame(
    w: float = 1280, h: float = 720, text_scale: float = 1.0, contrast: Contrast = Contrast.NORMAL, now_s: float = 0.0
) -> Frame:
    """A frame whose text is measured by the fake."""
    size = Size(w, h)
    return Frame(size, make_theme(size, text_scale, contrast), Typesetter(FakeMeasure()), now_s)


def _bounds(points: Sequence[Point]) -> Rect:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
