"""The name of the game, as a wall of bricks with words on them."""

from math import ceil
from typing import NamedTuple

from game.canvas.canvas import Canvas, Colour, TextStyle
from game.canvas.geometry import Point, Rect
from game.ui.arrange import Side
from game.ui.frame import Frame
from game.ui.theme import Theme
from game.ui.widgets import Artwork

# All lengths are shares of the size of the letters.
PITCH = 0.52
"""From stud to stud: bricks are a whole number of these wide, as real ones are."""
STUD_WIDE = 0.34
STUD_HIGH = 0.13
BRICK_HIGH = 1.3
SIDES = 0.44
"""Room at the left and right of a word."""
DEPTH = 0.075
"""How thick the letters are, and the rim of a brick."""
STAGGER = 1
"""By so many studs every second course is set in, as in any wall."""


class _Brick(NamedTuple):
    word: str
    row: int
    first: int
    """The stud it begins at."""
    studs: int
    coat: int


def lettering(text: str, area: Rect, frame: Frame, *, one_line: bool = False, side: Side = "left") -> Artwork:
    """Return the words of a name as bricks, as large as the area allows, at its top."""
    courses = [text.split()] if one_line else _courses(text.split(), frame)
    bricks = _wall(courses, frame)
    studs = max(brick.first + brick.studs for brick in bricks)
    wide, high = studs * PITCH + DEPTH, len(courses) * BRICK_HIGH + STUD_HIGH + DEPTH
    size = float(int(min(area.w / wide, area.h / high)))
    theme = frame.theme
    rest = area.w - ceil(size * wide)
    x = area.x + (rest // 2 if side == "centre" else 0)
    rect = Rect(x, area.y, ceil(size * wide), ceil(size * high))

    def paint(canvas: Canvas, place: Rect, _now_s: float) -> None:
        # From the foot up: each course hides the studs it is set on.
        for brick in sorted(bricks, key=lambda brick: -brick.row):
            _paint(canvas, place.origin, brick, size, frame)

    return Artwork(paint=paint, label=text, key=("lettering", text, one_line, theme.key), rect=rect)


def _courses(words: list[str], frame: Frame) -> list[list[str]]:
    """Two courses of about the same width; one for a single word."""
    cuts = [[words[:at], words[at:]] for at in range(1, len(words))]
    return min(cuts, key=lambda cut: max(_studs(course, frame) for course in cut), default=[words])


def _studs(words: list[str], frame: Frame) -> int:
    return sum(_studs_of(word, frame) for word in words)


def _studs_of(word: str, frame: Frame) -> int:
    style = frame.theme.text("title")
    return ceil((frame.type.width(word, style) / style.size_px + 2 * SIDES) / PITCH)


def _wall(courses: list[list[str]], frame: Frame) -> list[_Brick]:
    bricks: list[_Brick] = []
    for row, words in enumerate(courses):
        first = row % 2 * STAGGER
        for word in words:
            studs = _studs_of(word, frame)
            bricks.append(_Brick(word, row, first, studs, len(bricks)))
            first += studs
    return bricks


def _paint(canvas: Canvas, origin: Point, brick: _Brick, size: float, frame: Frame) -> None:
    face, rim, ink = _coat(brick.coat, frame.theme)
    pitch, depth = PITCH * size, DEPTH * size
    x, y = origin.x + brick.first * pitch, origin.y + (STUD_HIGH + brick.row * BRICK_HIGH) * size
    body = Rect(x, y, brick.studs * pitch, BRICK_HIGH * size)
    for stud in range(brick.studs):
        left = x + (stud + 0.5) * pitch - STUD_WIDE * size / 2
        knob = Rect(left, y - STUD_HIGH * size, STUD_WIDE * size, 2 * STUD_HIGH * size)
        canvas.rect(knob, rim, radius=depth)
        canvas.rect(Rect(knob.x, knob.y, knob.w - depth / 2, knob.h), face, radius=depth)
    canvas.rect(Rect(body.x, body.y, body.w + depth, body.h + depth), rim, radius=depth)
    canvas.rect(Rect(body.x, body.y, body.w - depth / 2, body.h - depth / 2), face, radius=depth)
    _write(canvas, body, brick.word, size, (rim, ink), frame)


def _write(canvas: Canvas, body: Rect, word: str, size: float, colours: tuple[Colour, Colour], frame: Frame) -> None:
    """Put a word on a brick, raised: its rim lies below and to the right."""
    rim, ink = colours
    base = frame.theme.text("title")
    style = TextStyle(size, ink, bold=True)
    wide = frame.type.width(word, base) * size / base.size_px
    high = frame.type.line_height(base) * size / base.size_px
    at = Point(body.x + (body.w - wide) / 2, body.y + (body.h - high) / 2)
    shade = TextStyle(size, rim, bold=True)
    for share in (1.0, 0.5):
        canvas.text(at.shifted(DEPTH * size * share, DEPTH * size * share), word, shade)
    canvas.text(at, word, style)


def _between(one: Colour, other: Colour) -> Colour:
    return ((one[0] + other[0]) // 2, (one[1] + other[1]) // 2, (one[2] + other[2]) // 2)


def _coat(number: int, theme: Theme) -> tuple[Colour, Colour, Colour]:
    """Face, rim and letters of a brick."""
    colours = theme.colours
    coats = (
        (colours.teal, colours.teal_edge, colours.on_teal),
        (colours.gold, colours.gold_edge, colours.on_gold),
        (colours.warning, _between(colours.warning, colours.ink), colours.on_teal),
    )
    return coats[number % len(coats)]
