"""The table of a task: what is to be arranged, what it comes to so far, and the explanation afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Literal

from game.art.portrait import paint_portrait
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary
from game.content.words import Words
from game.screens.tables.task_parts import TaskParts
from game.screens.tables.task_sum import sum_items
from game.screens.tables.task_talk import mood_of, talk_items
from game.story.level import Character
from game.story.task import Arrangement, Task, TaskKind, is_complete
from game.ui.arrange import Gap, Item, beside, column, column_height, line, scrolling
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns, narrowed, rows
from game.ui.theme import Theme
from game.ui.widgets import Artwork, Button, Panel, Text, Tone, Widget

REVEAL = "desk-reveal"
DECIDE = "desk-decide"
Sheet = Literal["paper", "phone", "book", "page"]
PLAIN: Sheet = "paper"
SHEETS: Mapping[TaskKind, Sheet] = {
    TaskKind.PHONE: "phone",
    TaskKind.WAGE_BOOK: "book",
    TaskKind.CONTRACT: "page",
}
"""What a task lies on, where it is not plain paper."""
TABLE_EMS = 62.0
WIDEST_EMS = {TaskKind.PHONE: 34.0, TaskKind.LISTENING: 44.0}
"""Talks have nothing beside them, and a phone is narrow."""
ASIDE_EMS = {TaskKind.PACKING: 26.0, TaskKind.BUDGET: 21.0}
NARROW_EMS = 20.0
PORTRAIT_EMS = {TaskKind.LISTENING: 5.0}
SMALL_PORTRAIT_EMS = 3.4


@dataclass(frozen=True, slots=True)
class TaskDesk:
    """What lies on the table."""

    words: Words
    assets: AssetLibrary
    task: Task
    partner: Character | None
    arrangement: Arrangement
    is_revealed: bool
    """Whether it has been explained; then nothing can be moved any more."""

    def view(self, frame: Frame, top: float) -> tuple[Widget, ...]:
        """Return what the task lies on, below `top`, with the button that goes on; no higher than it needs."""
        theme, kind = frame.theme, self.task.kind
        area = narrowed(frame.page, WIDEST_EMS.get(kind, TABLE_EMS) * theme.em)
        sheet, foot, head = SHEETS.get(kind, PLAIN), self._foot(), self._head(frame)
        pad_x = theme.pad + (0.0 if sheet == PLAIN else theme.frame_pad)
        width = area.w - 2 * pad_x
        heights = [column_height(part, width, frame) for part in (head, foot)]
        needed = sum(heights) + self._height(width, frame) + 2 * theme.space(2) + 2 * theme.pad + theme.gap
        area = area._replace(y=top, h=min(frame.page.bottom - top, float(round(needed))))
        is_fixed = frame.shape is Shape.WIDE
        gap = theme.space(2) if is_fixed else theme.gap
        titled, middle, bottom = rows(
            area.inset(pad_x, theme.pad), heights[0] if is_fixed else 0.0, Flex(), heights[1], gap=gap
        )
        return (
            Panel(kind=sheet, rect=area),
            *(column(head, titled, frame) if is_fixed else ()),
            *self._body([] if is_fixed else head, middle, frame),
            *column(foot, bottom, frame),
        )

    def _height(self, width: float, frame: Frame) -> float:
        """How high the parts are, with what they come to beside or below them."""
        aside, items = self._aside(frame.theme), self._items(frame.theme)
        if aside and frame.shape is Shape.WIDE:
            room = self._aside_width(frame.theme)
            left = width - room - frame.theme.space(4)
            return max(column_height(aside, room, frame), column_height(items, left, frame))
        below: list[Item] = [Gap(), *aside] if aside else []
        return column_height([*items, *below], width, frame)

    def _aside(self, theme: Theme) -> list[Item]:
        return sum_items(self.words, self.task, self.arrangement, theme, is_revealed=self.is_revealed)

    def _aside_width(self, theme: Theme) -> float:
        return ASIDE_EMS.get(self.task.kind, NARROW_EMS) * theme.em

    def _body(self, head: list[Item], area: Rect, frame: Frame) -> tuple[Widget, ...]:
        items, aside = [*head, *self._items(frame.theme)], self._aside(frame.theme)
        if not aside:
            return (self._scroll(items, area, frame),)
        if frame.shape is Shape.WIDE:
            wide = self._aside_width(frame.theme)
            left, right = columns(area, Flex(), wide, gap=frame.theme.space(4))
            fits = column_height(aside, wide, frame) <= right.h
            placed = column(aside, right, frame) if fits else (self._scroll(aside, right, frame, "sum"),)
            return (self._scroll(items, left, frame), *placed)
        return (self._scroll([*items, Gap(), *aside], area, frame),)

    def _scroll(self, items: list[Item], area: Rect, frame: Frame, name: str = "task") -> Widget:
        """A talk is followed to its end after every reply; so each turn has a scroll area of its own."""
        label = self.words(f"task.{self.task.kind.value}")
        talks = self.task.kind.is_told_turn_by_turn and not self.is_revealed
        turn = f":{len(self.arrangement)}" if talks else ":explained" if self.is_revealed else ""
        start = inf if talks else 0.0
        return scrolling(f"{name}{turn}", label, column(items, area, frame), area, frame, starts_at=start)

    def _head(self, frame: Frame) -> list[Item]:
        if self.partner:
            title = self.words(f"task.{self.task.kind.value}_with", name=self.partner.name)
            told = (
                Text(text=self.words("task.explained"), role="small", ink="teal") if self.is_revealed else self._hint()
            )
            return [beside(self._portrait(frame.theme), Text(text=title, role="heading"), told)]
        if self.is_revealed:
            return [Text(text=self.words("task.explained"), role="heading")]
        is_noted = self.task.note and self.task.kind is not TaskKind.WAGE_BOOK
        note = [Text(text=self.task.note, role="strong", ink="teal")] if is_noted else []
        return [Text(text=self.task.ask, role="heading"), self._hint(), *note]

    def _hint(self) -> Text:
        return Text(text=self.words(f"task.{self.task.kind.value}_hint"), role="small", ink="soft")

    def _portrait(self, theme: Theme) -> Artwork:
        assets, figure = self.assets, self.partner.figure if self.partner else ""
        kind, mood = self.task.kind, mood_of(self.task, self.arrangement)

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            paint_portrait(canvas, rect, assets, figure, mood)

        side = float(round(PORTRAIT_EMS.get(kind, SMALL_PORTRAIT_EMS) * theme.em))
        return Artwork(paint=paint, key=("portrait", figure, mood), rect=Rect(0, 0, side, side))

    def _items(self, theme: Theme) -> list[Item]:
        if self.task.kind.is_told_turn_by_turn:
            return talk_items(self.words, self.task, self.arrangement, is_revealed=self.is_revealed)
        return TaskParts(self.words, self.task, self.arrangement, theme, self.is_revealed).items()

    def _foot(self) -> list[Item]:
        if self.is_revealed:
            go_on = Button(id=DECIDE, label=self.words("task.go_on"), tone=Tone.PRIMARY, icon="right", final=True)
            return [line(go_on, side="right")]
        done = is_complete(self.task, self.arrangement)
        label = self.words(f"task.{self.task.kind.value}_done" if done else "task.not_yet")
        return [line(Button(id=REVEAL, label=label, tone=Tone.PRIMARY, icon="check", enabled=done), side="right")]
