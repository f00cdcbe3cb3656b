"""One ending in the gallery: its picture and its title, or a closed brick with a hint that gives nothing away."""

from dataclasses import dataclass

from game.art.diorama import Diorama
from game.art.icons import paint_brick
from game.art.light import mixed
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.words import Words
from game.screens.staged import staging_at
from game.screens.toy_bricks import tone
from game.story.level import Ending, Level
from game.ui.arrange import Gap, Item, column, column_height, line
from game.ui.frame import Frame
from game.ui.widgets import Artwork, Button, Panel, Text, Widget

PICTURE_SHAPE = 0.68
"""Least height of a picture to its width."""
BRICK_SHARE, BRICK_PALE = 0.62, 0.55
"""A closed brick, to the height of the picture that is not there; and how pale it is."""


@dataclass(frozen=True, slots=True)
class EndingCard:
    """What is on one card."""

    words: Words
    diorama: Diorama
    level: Level
    ending: Ending
    is_seen: bool
    control_id: str

    def least_height(self, width: float, frame: Frame) -> float:
        """Return how high the card has to be when it is so wide."""
        inner = width - 2 * frame.theme.space(1)
        return round(inner * PICTURE_SHAPE) + self.told_height(width, frame)

    def told_height(self, width: float, frame: Frame) -> float:
        """Return how much of the height the words take, with the rim of the card."""
        rim, pad = frame.theme.space(1), frame.theme.space(1.5)
        told = column_height(self._items(), width - 2 * rim - 2 * pad, frame, gap=frame.theme.space(1))
        return told + 2 * rim + 2 * pad

    def placed(self, place: Rect, words_h: float, frame: Frame) -> tuple[Widget, ...]:
        """Return the widgets of the card; the picture gets what words of the given height leave."""
        inner = place.inset(frame.theme.space(1))
        picture = Rect(inner.x, inner.y, inner.w, round(place.h - words_h))
        below = Rect(inner.x, picture.bottom, inner.w, inner.bottom - picture.bottom).inset(frame.theme.space(1.5))
        art = self._stage(picture) if self.is_seen else self._brick(picture, frame)
        return (Panel(rect=place), art, *column(self._items(), below, frame, gap=frame.theme.space(1)))

    def _items(self) -> list[Item]:
        words, kind = self.words, self.ending.outcome.name.lower()
        if not self.is_seen:
            head = Text(text=words("gallery.hidden"), role="strong", ink="soft")
            return [head, Text(text=words(f"gallery.hint_{kind}"), role="small", ink="soft")]
        look = Button(
            id=self.control_id,
            label=words("gallery.look"),
            icon="history",
            hint=words("gallery.look_at", title=self.ending.title),
        )
        return [
            Text(text=words(f"ending.{kind}"), role="small", ink="teal"),
            Text(text=self.ending.title, role="strong"),
            Gap(0.5),
            line(look),
        ]

    def _stage(self, rect: Rect) -> Artwork:
        staging = staging_at(self.level, self.ending.id)

        def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
            self.diorama.paint(canvas, at, staging, motion=False)

        label = self.words("ending.picture", title=self.ending.title)
        return Artwork(paint=paint, label=label, key=("ending", self.level.id, self.ending.id), rect=rect)

    def _brick(self, rect: Rect, frame: Frame) -> Artwork:
        colours = frame.theme.colours
        shade = mixed(tone(colours.line), tone(colours.paper), BRICK_PALE)

        def paint(canvas: Canvas, at: Rect, _now_s: float) -> None:
            side = BRICK_SHARE * at.h
            middle = Rect(at.centre.x - side / 2, at.centre.y - side / 2, side, side)
            paint_brick(canvas, middle, shade, studs=(3, 2))

        return Artwork(paint=paint, shows=("closed", shade), rect=rect)
