"""The table of a task: what is to be arranged, what it comes to so far, and the explanation afterwards."""

from dataclasses import dataclass

from game.art.portrait import paint_portrait
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary
from game.content.words import Words
from game.screens.task_parts import TaskParts
from game.screens.task_sum import sum_items
from game.screens.task_talk import talk_items
from game.story.level import Character
from game.story.task import Arrangement, Task, is_complete
from game.ui.arrange import Gap, Item, beside, card, column, column_height, line, scrolling
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns, narrowed, rows
from game.ui.widgets import Artwork, Button, Panel, Text, Tone, Widget

REVEAL = "desk-reveal"
DECIDE = "desk-decide"
WIDEST_EMS = 62.0
TALK_EMS = 44.0
"""A talk is narrower: it has nothing beside it."""
ASIDE_EMS = 20.0
PORTRAIT_EMS = 3.4


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
        """Return one sheet of paper below `top`, with the task and the button that goes on."""
        theme, talks = frame.theme, self.task.kind.is_told_turn_by_turn
        area = narrowed(frame.page, (TALK_EMS if talks else WIDEST_EMS) * theme.em)
        area = area._replace(y=top, h=frame.page.bottom - top)
        inner, foot = area.inset(theme.pad), self._foot()
        middle, bottom = rows(inner, Flex(), column_height(foot, inner.w, frame), gap=theme.space(2))
        return (Panel(rect=area), *self._body(middle, frame), *column(foot, bottom, frame))

    def _body(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        aside = sum_items(self.words, self.task, self.arrangement, is_revealed=self.is_revealed)
        if not aside:
            return (self._scroll([*self._head(), *self._items()], area, frame),)
        if frame.shape is Shape.WIDE:
            wide = ASIDE_EMS * frame.theme.em
            left, right = columns(area, Flex(), wide, gap=frame.theme.space(4))
            fits = column_height([card(*aside)], wide, frame) <= right.h
            placed = column([card(*aside)], right, frame) if fits else (self._scroll(aside, right, frame, "sum"),)
            return (self._scroll([*self._head(), *self._items()], left, frame), *placed)
        return (self._scroll([*self._head(), *self._items(), Gap(), card(*aside)], area, frame),)

    def _scroll(self, items: list[Item], area: Rect, frame: Frame, name: str = "task") -> Widget:
        kind = ":explained" if self.is_revealed else ""
        label = self.words(f"task.{self.task.kind.value}")
        talks = self.task.kind.is_told_turn_by_turn and not self.is_revealed
        return scrolling(f"{name}{kind}", label, column(items, area, frame), area, frame, starts_at_end=talks)

    def _head(self) -> list[Item]:
        kind = self.task.kind.value
        if self.is_revealed:
            return [Text(text=self.words("task.explained"), role="heading")]
        if self.partner:
            title = self.words(f"task.{kind}_with", name=self.partner.name)
            portrait = beside(self._portrait(), Text(text=title, role="heading"), self._hint())
            return [portrait]
        note = [Text(text=self.task.note, role="strong", ink="teal")] if self.task.note else []
        return [Text(text=self.task.ask, role="heading"), self._hint(), *note]

    def _hint(self) -> Text:
        return Text(text=self.words(f"task.{self.task.kind.value}_hint"), role="small", ink="soft")

    def _portrait(self) -> Artwork:
        assets, figure = self.assets, self.partner.figure if self.partner else ""

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            paint_portrait(canvas, rect, assets, figure, "calm")

        side = PORTRAIT_EMS * 18
        return Artwork(paint=paint, key=("portrait", figure), rect=Rect(0, 0, side, side))

    def _items(self) -> list[Item]:
        if self.task.kind.is_told_turn_by_turn:
            return talk_items(self.words, self.task, self.arrangement, is_revealed=self.is_revealed)
        return TaskParts(self.words, self.task, self.arrangement, self.is_revealed).items()

    def _foot(self) -> list[Item]:
        if self.is_revealed:
            go_on = Button(id=DECIDE, label=self.words("task.go_on"), tone=Tone.PRIMARY, icon="right", final=True)
            return [line(go_on, side="right")]
        done = is_complete(self.task, self.arrangement)
        label = self.words(f"task.{self.task.kind.value}_done" if done else "task.not_yet")
        return [line(Button(id=REVEAL, label=label, tone=Tone.PRIMARY, icon="check", enabled=done), side="right")]
