"""What an ending was made of: the player's choices, chance, and the rule or the gap in the rules, as three bricks."""

from dataclasses import dataclass

from game.canvas.geometry import Rect
from game.content.words import Words
from game.screens.toy_bricks import brick_sign
from game.story.level import Debrief
from game.ui.arrange import Gap, Item, beside, column, column_height, panel
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns
from game.ui.widgets import Panel, Text, Widget

CHOICE_FILL, CHANCE_FILL, SYSTEM_FILL = 2, 3, 0
WIDEST_EMS = 68.0


_PARTS = ("choice", CHOICE_FILL), ("chance", CHANCE_FILL), ("system", SYSTEM_FILL)


def debrief_lines(words: Words, debrief: Debrief, frame: Frame) -> list[Item]:
    """Return the three parts below each other, each beside its brick."""
    fills = frame.theme.colours.fills
    texts = (debrief.choice, debrief.chance, debrief.system)
    return [
        beside(
            brick_sign(fills[fill], frame),
            Text(text=words("gallery.made_of", part=words(f"ending.{name}"), text=text)),
        )
        for (name, fill), text in zip(_PARTS, texts, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class DebriefPapers:
    """The three parts and their headings."""

    words: Words
    debrief: Debrief

    def view(self, area: Rect, foot: tuple[Item, ...], frame: Frame) -> tuple[Widget, ...]:
        """Return paper at the foot of the area; `foot` are the buttons below it."""
        if frame.shape is Shape.WIDE:
            return self._side_by_side(area, foot, frame)
        parts = [part for number in range(3) for part in (*([Gap(0.5)] if number else []), *self._part(number, frame))]
        items = [self._head(), *parts, Gap(0.5), *foot]
        return panel("debrief", self.words("ending.debrief"), items, area, frame, anchor="bottom")

    def _side_by_side(self, area: Rect, foot: tuple[Item, ...], frame: Frame) -> tuple[Widget, ...]:
        """Return one sheet with three columns, so that no part outweighs another."""
        theme = frame.theme
        wide = min(area.w, WIDEST_EMS * theme.em)
        inner_w, head = wide - 2 * theme.pad, (self._head(),)
        head_h, foot_h = column_height(head, inner_w, frame), column_height(foot, inner_w, frame)
        probe = columns(Rect(0, 0, inner_w, 0), Flex(), Flex(), Flex(), gap=theme.pad)
        parts_h = max(column_height(self._part(number, frame), probe[number].w, frame) for number in range(3))
        air = theme.space(2)
        high = 2 * theme.pad + head_h + air + parts_h + air + foot_h
        if high > area.h:
            items = [*head, *(part for number in range(3) for part in (Gap(0.5), *self._part(number, frame))), *foot]
            return panel("debrief", self.words("ending.debrief"), items, area, frame, anchor="bottom")
        paper = Rect(area.x + round((area.w - wide) / 2), area.bottom - high, wide, high)
        inner = paper.inset(theme.pad)
        rooms = columns(Rect(inner.x, inner.y + head_h + air, inner.w, parts_h), Flex(), Flex(), Flex(), gap=theme.pad)
        parts = [w for number, room in enumerate(rooms) for w in column(self._part(number, frame), room, frame)]
        buttons = column(foot, Rect(inner.x, inner.bottom - foot_h, inner.w, foot_h), frame)
        return (Panel(rect=paper), *column(head, inner, frame), *parts, *buttons)

    def _head(self) -> Item:
        return Text(text=self.words("ending.debrief"), role="heading")

    def _part(self, number: int, frame: Frame) -> list[Item]:
        fills = frame.theme.colours.fills
        name, fill = _PARTS[number]
        text = (self.debrief.choice, self.debrief.chance, self.debrief.system)[number]
        head = Text(text=self.words(f"ending.{name}"), role="strong", ink="teal")
        return [beside(brick_sign(fills[fill], frame, ems=2.0), head), Text(text=text)]
