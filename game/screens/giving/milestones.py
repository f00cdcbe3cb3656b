"""The way of somebody who came home, as a path of bricks. It names regions of the world, and no place nearer."""

from collections.abc import Sequence

from game.art.icons import paint_brick
from game.art.light import Tone, mixed
from game.canvas.canvas import Canvas
from game.canvas.geometry import Point, Rect
from game.content.words import Words
from game.giving.campaign import Milestone
from game.screens.toy_bricks import tone
from game.ui.arrange import Card, Item, beside, card, column_height
from game.ui.frame import Frame
from game.ui.widgets import Artwork, Text

WIDE_EMS = 3.4
STONE_EMS, PLACE_EMS = 1.2, 2.6
STEP_EMS = 0.9
"""From one stone of the road to the next."""
ROAD_PALE = 0.6
PLACE_FILL = 2
ROOF_FILL = 1


def path(story: Sequence[Milestone], words: Words, width: float, frame: Frame) -> Item:
    """Return the milestones one below the other, with the road that joins them, `width` pixels wide in all."""
    theme = frame.theme
    wide = WIDE_EMS * theme.em
    cards = [_told(each, words) for each in story]
    heights = [column_height([each], width - wide - theme.gap, frame) for each in cards]
    middles, y = [], 0.0
    for height in heights:
        middles.append(y + height / 2)
        y += height + theme.gap
    painted = _Path(tuple(middles), frame)
    whole = Rect(0, 0, wide, y - theme.gap)
    road = Artwork(paint=painted.paint, key=("path", tuple(middles), theme.key), rect=whole)
    return beside(road, *cards)


def _told(milestone: Milestone, words: Words) -> Card:
    region = words(f"regions.{milestone.region}") if milestone.region else ""
    where = [Text(text=region, role="small", ink="soft")] if region else []
    notes = ", ".join(milestone.content_notes)
    about = [Text(text=words("giving.note", about=notes), role="small", ink="soft")] if notes else []
    return card(*about, Text(text=milestone.text), *where)


class _Path:
    """Paints the road from the first place down to the house at the last."""

    def __init__(self, middles: tuple[float, ...], frame: Frame) -> None:
        self._middles = middles
        self._em = frame.theme.em
        self._colours = frame.theme.colours

    def paint(self, canvas: Canvas, rect: Rect, _now_s: float) -> None:
        x = rect.centre.x
        stone = mixed(tone(self._colours.gold), tone(self._colours.line), ROAD_PALE)
        for start, end in zip(self._middles, self._middles[1:], strict=False):
            count = max(1, round((end - start) / (STEP_EMS * self._em)))
            for number in range(1, count):
                at = Point(x, rect.y + start + number * (end - start) / count)
                self._brick(canvas, at, STONE_EMS, stone, (1, 1))
        for place, middle in enumerate(self._middles):
            at = Point(x, rect.y + middle)
            if place == len(self._middles) - 1:
                self._home(canvas, at)
            else:
                self._brick(canvas, at, PLACE_EMS, tone(self._colours.fills[PLACE_FILL]), (2, 2))

    def _home(self, canvas: Canvas, at: Point) -> None:
        wall, roof = tone(self._colours.gold_wash), tone(self._colours.fills[ROOF_FILL])
        self._brick(canvas, at.shifted(0, 0.35 * self._em), PLACE_EMS, wall, (2, 2))
        self._brick(canvas, at.shifted(0, -0.25 * self._em), PLACE_EMS, roof, (2, 2))

    def _brick(self, canvas: Canvas, middle: Point, ems: float, colour: Tone, studs: tuple[int, int]) -> None:
        side = ems * self._em
        paint_brick(canvas, Rect(middle.x - side / 2, middle.y - side / 2, side, side), colour, studs=studs)
