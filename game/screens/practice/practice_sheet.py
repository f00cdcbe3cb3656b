"""One offer on a sheet of its own: its lines, the verdict on it, and then what the lines tell."""

from dataclasses import dataclass
from typing import Final

from game.canvas.geometry import Rect
from game.content.words import Words
from game.screens.tables.offer_lines import Marks, offer_lines
from game.story.action import Verdict
from game.story.offers import score
from game.story.practice import Posted
from game.ui import sizes
from game.ui.arrange import Gap, Item, beside, column, line, scrolling
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, grid, narrowed, rows
from game.ui.widgets import Button, ChoiceRow, Icon, Panel, Text, Tone, Widget

VERDICT: Final = "verdict:"
NEXT: Final = "next"
ENOUGH: Final = "enough"
WIDEST_EMS = 60.0


@dataclass(frozen=True, slots=True)
class PracticeSheet:
    """What lies on the table."""

    words: Words
    posted: Posted
    at: int
    count: int
    marks: Marks
    verdict: Verdict | None
    """None as long as the offer is read."""

    def view(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """Return the sheet, its paper first, as high as it needs to be; in a tall window it lies at the foot.

        What to do with the offer stays in sight below its lines, where there is room for both.
        """
        theme = frame.theme
        inner = narrowed(area, WIDEST_EMS * theme.em).inset(theme.pad)
        lines = column([*self._head(), *self._lines()], inner, frame)
        end = lines[-1].rect.bottom
        foot = self._foot(inner._replace(y=end + theme.space(2.5)), frame)
        needed = foot[-1].rect.bottom - inner.y
        if frame.shape is Shape.TIGHT:
            return (Panel(rect=inner.grown(theme.pad)), self._scroll((*lines, *foot), inner, frame))
        high = min(inner.h, needed)
        room = inner._replace(h=high, y=inner.bottom - high if frame.shape is Shape.TALL else inner.y)
        read, _, below = rows(room, Flex(), theme.space(2.5), needed - (foot[0].rect.y - inner.y))
        placed = column([*self._head(), *self._lines()], read, frame)
        return (Panel(rect=room.grown(theme.pad)), self._scroll(placed, read, frame), *self._foot(below, frame))

    def _scroll(self, widgets: tuple[Widget, ...], area: Rect, frame: Frame) -> Widget:
        """Every offer, and every explanation, has a scroll area of its own, so that it begins at its beginning."""
        name = f"offer:{self.at}:{'told' if self.verdict else 'asked'}"
        return scrolling(name, self.posted.offer.sender, widgets, area, frame)

    def _head(self) -> list[Item]:
        words, posted = self.words, self.posted
        at = words("practice.at", at=self.at, count=self.count)
        where = [words(f"countries.{each}") for each in dict.fromkeys((posted.origin, posted.destination))]
        route = words("levels.route", origin=where[0], destination=where[1]) if where[1:] else where[0]
        head: list[Item] = [
            Text(text=words("practice.where", at=at, route=route), role="small", ink="teal"),
            Text(text=posted.offer.sender, role="heading"),
        ]
        return [*head, *self._told()] if self.verdict else [*head, *self._hint(), Gap(0.5)]

    def _hint(self) -> list[Item]:
        return [Text(text=self.words("practice.hint"), role="small", ink="soft")] if self.at == 1 else []

    def _told(self) -> list[Item]:
        """What the verdict was worth, and the marks, if there are any."""
        genuine, stopped = self.posted.offer.genuine, self.verdict is Verdict.STOP
        kind, is_right = "genuine" if genuine else "false", stopped != genuine
        told = self.words(f"desk.stopped_{kind}" if stopped else f"desk.went_on_{kind}")
        sign = Icon(name="check" if is_right else "warning", ink="good" if is_right else "warning")
        verdict = beside(sign, Text(text=told, role="strong", ink=sign.ink))
        return [verdict, *self._score(), Gap(0.5)] if self.marks else [verdict, Gap(0.5)]

    def _score(self) -> list[Item]:
        found, words = score(self.posted.offer, self.marks), self.words
        warnings, good = found.hits + found.misses, found.false_alarms + found.correct_rejections
        hits = [words("desk.hits", found=found.hits, count=warnings)] if warnings else []
        alarms = [words("desk.false_alarms", count=found.false_alarms, good=good)] if found.false_alarms else []
        return [Text(text=" ".join((*hits, *alarms)), role="small", ink="soft")] if hits or alarms else []

    def _lines(self) -> list[Item]:
        return [*offer_lines(self.words, self.posted.offer, self.marks, is_revealed=self.verdict is not None)]

    def _foot(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """What can be done with the offer, from the area's top on; side by side in a wide window."""
        words, gap = self.words, frame.theme.gap
        if self.verdict:
            enough = Button(id=ENOUGH, label=words("practice.enough"), tone=Tone.QUIET)
            onward = Button(id=NEXT, label=words("practice.next"), tone=Tone.PRIMARY, icon="right", final=True)
            return column([line(enough, onward, side="right")], area, frame)
        (ask,) = column([Text(text=words("desk.judge"), role="strong")], area, frame)
        verdicts = [
            ChoiceRow(id=f"{VERDICT}{each}", number=number, label=words(f"desk.{each}"))
            for number, each in enumerate(Verdict, start=1)
        ]
        across = len(verdicts) if frame.shape is Shape.WIDE else 1
        below = area._replace(y=ask.rect.bottom + gap)
        wide = grid(below, 1, across, 0, gap)[0].w
        high = max(sizes.height(each, wide, frame) for each in verdicts)
        places = grid(below, len(verdicts), across, high, gap)
        return (ask, *(sizes.place(each, place, frame) for each, place in zip(verdicts, places, strict=True)))
