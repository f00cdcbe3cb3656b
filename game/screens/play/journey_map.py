"""The way through a level as a path of bricks, in rows that are read like lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.art.icons import paint_brick
from game.art.light import Tone, mixed
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.words import Words
from game.screens.play.journey import Stop
from game.screens.toy_bricks import brick_sign, tone
from game.story.level import MessageId
from game.story.message import Message
from game.ui.arrange import Item, beside, column, column_height
from game.ui.frame import Frame
from game.ui.layout import snapped
from game.ui.widgets import Artwork, Text, Widget

CELL_EMS = 13.0
MOST_ACROSS = 6
ART_EMS = 5.0
"""Height of the bricks above the words; in a single column the width of the bricks beside them."""

PLACE_FILL, CHANCE_FILL, USED_FILL, ROOF_FILL = 2, 3, 1, 1
ROAD_PALE, STUB_PALE = 0.6, 0.55
"""How much of its colour the road has lost to age, and a way not taken to the distance."""
MIDDLE_EMS = (2.6, 3.1)
"""Where in its cell a place lies."""
STONE_EMS, STEP_EMS = 1.7, 1.15
"""A stone of the road, and the way to the next."""
_STUBS = ((0.8, -1.0), (-0.8, -1.0), (1.3, -0.6))
"""Where ways not taken lead, from the middle of a place; more than these are not shown."""


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """Lays out and paints the stops of one way."""

    words: Words
    messages: Mapping[MessageId, Message]
    stops: tuple[Stop, ...]
    ending: str
    """The ending's title."""

    def view(self, area: Rect, frame: Frame, shown: int) -> tuple[Widget, ...]:
        """Return the path as far as it has grown: the first `shown` stops, from the top of the area on."""
        across = max(1, min(MOST_ACROSS, int(area.w // (CELL_EMS * frame.theme.em))))
        children: list[Widget] = []
        y = area.y
        for start in range(0, len(self.stops), across):
            places = range(start, min(start + across, len(self.stops)))
            cells = [self._cell(place, across, Rect(area.x, y, area.w, 0), frame) for place in places]
            bottom = max(widget.rect.bottom for cell in cells for widget in cell)
            if across == 1:
                cells = [self._stretched(cells[0], bottom - y + frame.theme.gap)]
            for place, cell in zip(places, cells, strict=True):
                children += cell if place < shown else ()
            y = bottom + frame.theme.gap
        return tuple(children)

    def _cell(self, place: int, across: int, row: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Return the bricks of a stop, and what happened there below or beside them."""
        em = frame.theme.em
        if across == 1:
            art = Rect(row.x, row.y, ART_EMS * em, ART_EMS * em)
            text = Rect(art.right + frame.theme.gap, row.y, row.right - art.right - frame.theme.gap, 0)
        else:
            wide = row.w / across
            x = row.x + place % across * wide
            art = Rect(x, row.y, wide, ART_EMS * em)
            text = Rect(x, art.bottom, wide - em, 0)
        items = self._told(self.stops[place], frame)
        if across == 1:
            text = text.shifted(0, max(0.0, (art.h - column_height(items, text.w, frame)) / 2))
        return (
            self._bricks(place, art, across, frame),
            *column(items, text, frame, gap=frame.theme.space(0.5)),
        )

    def _stretched(self, cell: tuple[Widget, ...], high: float) -> tuple[Widget, ...]:
        """Return the cell of a single column with its path reaching down to the next."""
        bricks, *texts = cell
        if not isinstance(bricks, Artwork):
            return cell
        rect = bricks.rect
        return (replace(bricks, rect=rect._replace(h=high)), *texts)

    def _told(self, stop: Stop, frame: Frame) -> list[Item]:
        colours = frame.theme.colours
        items: list[Item] = []
        if stop.is_ending:
            items.append(Text(text=self.ending, role="strong"))
        if stop.said:
            items.append(Text(text=stop.said, role="small"))
        if stop.by_chance:
            sign = brick_sign(colours.fills[CHANCE_FILL], frame, ems=1.25)
            items.append(beside(sign, Text(text=self.words("journey.chance"), role="small")))
        for message in stop.learned:
            title = self.messages[message].title
            sign = brick_sign(colours.teal, frame, ems=1.25)
            items.append(beside(sign, Text(text=self.words("journey.learned", title=title), role="small", ink="teal")))
        if stop.used:
            title = self.messages[stop.used].title
            sign = brick_sign(colours.fills[USED_FILL], frame, ems=1.25)
            items.append(beside(sign, Text(text=self.words("journey.used", title=title), role="small", ink="warning")))
        return items

    def _bricks(self, place: int, rect: Rect, across: int, frame: Frame) -> Artwork:
        stop, is_last = self.stops[place], place == len(self.stops) - 1
        has_in = place > 0 and across > 1
        path = _Path(stop, frame, rect.w, has_in=has_in, has_out=not is_last, down=across == 1)

        def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
            path.paint(canvas, at)

        return Artwork(paint=paint, shows=(place, across, is_last), rect=snapped(rect))


@dataclass(frozen=True, slots=True)
class _Path:
    """The bricks of one stop: the place, the road to the next, ways not taken, and cards on top."""

    stop: Stop
    frame: Frame
    wide: float
    """Width of a cell before it was laid on whole pixels: the same for all cells of a row."""
    has_in: bool
    has_out: bool
    down: bool

    def paint(self, canvas: Canvas, rect: Rect) -> None:
        """Paint what lies behind first."""
        em, colours = self.frame.theme.em, self.frame.theme.colours
        middle = Point(rect.x + MIDDLE_EMS[0] * em, rect.y + MIDDLE_EMS[1] * em)
        for way in _STUBS[: max(0, self.stop.forks)]:
            self._stub(canvas, middle, way)
        road = _road(self.frame)
        for at in self._road_down(rect, middle) if self.down else self._road_along(rect, middle):
            self._brick(canvas, at, STONE_EMS, road, (1, 1))
        if self.stop.is_ending:
            self._house(canvas, middle)
            return
        fill = colours.fills[CHANCE_FILL if self.stop.by_chance else PLACE_FILL]
        self._brick(canvas, middle, 3.0, tone(fill), (2, 2))
        cards = [colours.teal] * len(self.stop.learned) + [colours.fills[USED_FILL]] * bool(self.stop.used)
        for number, colour in enumerate(cards):
            self._brick(canvas, middle.shifted(0, -(0.95 + 0.6 * number) * em), 1.5, tone(colour), (2, 1))

    def _road_along(self, rect: Rect, middle: Point) -> Iterator[Point]:
        """Yield the stones of a row. All its cells are equally wide, so that stones of neighbours keep their steps."""
        count = max(4, round(self.wide / (STEP_EMS * self.frame.theme.em)))
        step = self.wide / count
        if self.has_in:
            behind = (middle.x - number * step for number in range(count - 2, 1, -1))
            yield from (Point(x, middle.y) for x in behind if x >= rect.x)
        if self.has_out:
            ahead = (middle.x + number * step for number in range(2, count - 1))
            yield from (Point(x, middle.y) for x in ahead if x < rect.right)

    def _road_down(self, rect: Rect, middle: Point) -> Iterator[Point]:
        """Yield the stones down to the next stop of a single column."""
        em = self.frame.theme.em
        first, last = middle.y + 1.7 * em, rect.bottom + 0.9 * em
        count = max(1, round((last - first) / em)) if self.has_out else 0
        yield from (Point(middle.x, first + number * (last - first) / count) for number in range(count))

    def _stub(self, canvas: Canvas, start: Point, way: tuple[float, float]) -> None:
        em, colour = self.frame.theme.em, mixed(_road(self.frame), tone(self.frame.theme.colours.paper), STUB_PALE)
        for far in (2.25, 1.45):
            self._brick(canvas, start.shifted(way[0] * far * em, way[1] * far * em), 1.0, colour, (1, 1))

    def _house(self, canvas: Canvas, middle: Point) -> None:
        """The end of the way: walls, a roof, and a flag."""
        em, colours = self.frame.theme.em, self.frame.theme.colours
        self._brick(canvas, middle, 3.4, tone(colours.gold_wash), (3, 2))
        self._brick(canvas, middle.shifted(0, -0.7 * em), 3.4, tone(colours.gold_wash), (3, 2))
        self._brick(canvas, middle.shifted(0, -1.35 * em), 2.5, tone(colours.fills[ROOF_FILL]), (2, 1))
        foot = middle.shifted(0, -1.9 * em)
        top = foot.shifted(0, -1.1 * em)
        canvas.line((foot, top), colours.ink, width=max(1.5, em / 10))
        canvas.polygon((top, top.shifted(0.9 * em, 0.3 * em), top.shifted(0, 0.6 * em)), colours.teal)

    def _brick(self, canvas: Canvas, middle: Point, ems: float, colour: Tone, studs: tuple[int, int]) -> None:
        side = ems * self.frame.theme.em
        paint_brick(canvas, Rect(middle.x - side / 2, middle.y - side / 2, side, side), colour, studs=studs)


def _road(frame: Frame) -> Tone:
    colours = frame.theme.colours
    return mixed(tone(colours.gold), tone(colours.line), ROAD_PALE)


def grown(stops: Sequence[Stop], since_s: float, frame: Frame) -> int:
    """Return how many stops of a path are there, so many seconds after it began to grow."""
    theme = frame.theme
    return min(len(stops), 1 + max(0, int(since_s / theme.appear_s))) if theme.moves else len(stops)
