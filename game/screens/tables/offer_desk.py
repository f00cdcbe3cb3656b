"""The offer desk: two offers side by side, to be examined line by line before anything is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

from game.canvas.geometry import Rect
from game.content.words import Words
from game.screens.tables.offer_lines import Marks, offer_lines
from game.story.action import Verdict, judge
from game.story.level import Offer
from game.story.offers import OfferScore, score
from game.ui.arrange import Gap, Item, column, column_height, line, scroll
from game.ui.frame import Frame, Shape
from game.ui.layout import Flex, columns, narrowed, rows
from game.ui.task_widgets import Pick
from game.ui.widgets import Button, Panel, Text, Tone, Widget

JUDGE = "judge:"
REVEAL = "desk-reveal"
DECIDE = "desk-decide"
WIDEST_EMS = 66.0


@dataclass(frozen=True, slots=True)
class OfferDesk:
    """What lies on the desk."""

    words: Words
    offers: tuple[Offer, ...]
    marks: Marks
    verdicts: Mapping[str, Verdict]
    is_revealed: bool
    """Whether the lines have been explained; then they can no longer be marked."""

    def view(self, frame: Frame, top: float) -> tuple[Widget, ...]:
        """Return one sheet of paper below `top`, with the offers and the button that goes on."""
        theme = frame.theme
        area = narrowed(frame.page, WIDEST_EMS * theme.em)._replace(y=top, h=frame.page.bottom - top)
        inner = area.inset(theme.pad)
        head, foot = self._head(), self._foot()
        middle, bottom = rows(inner, Flex(), column_height(foot, inner.w, frame), gap=theme.space(2))
        if frame.shape is Shape.WIDE:
            high = column_height(head, middle.w, frame)
            top_rect, middle = rows(middle, high, Flex(), gap=theme.space(2))
            offers = (*column(head, top_rect, frame), *self._side_by_side(middle, frame))
        else:
            items: list[Item] = [
                *head,
                *(item for each in self.offers for item in (Gap(), *self._offer(each), *self._judged(each))),
            ]
            offers = (scroll(f"desk{self._kind}", self.words("desk.title"), items, middle, frame),)
        return (Panel(rect=area), *offers, *column(foot, bottom, frame))

    @property
    def _kind(self) -> str:
        """What tells the explained lines from those to be marked: each begins at its beginning."""
        return ":explained" if self.is_revealed else ""

    def _side_by_side(self, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        places = columns(area, *[Flex()] * len(self.offers), gap=frame.theme.space(5))
        both = (self._with_verdict(offer, place, frame) for offer, place in zip(self.offers, places, strict=True))
        return tuple(widget for widgets in both for widget in widgets)

    def _with_verdict(self, offer: Offer, area: Rect, frame: Frame) -> tuple[Widget, ...]:
        """The lines scroll; what the player would do with the offer stays in sight below them."""
        judged = self._judged(offer)
        lines, foot = rows(area, Flex(), column_height(judged, area.w, frame), gap=frame.theme.space(1.5))
        sheet = scroll(f"offer:{offer.id}{self._kind}", offer.sender, self._offer(offer), lines, frame)
        return (sheet, *column(judged, foot, frame))

    def _head(self) -> list[Item]:
        if self.is_revealed:
            return [Text(text=self.words("desk.explained"), role="heading"), *self._scores()]
        title, hint = self.words("desk.title"), self.words("desk.hint")
        return [Text(text=title, role="heading"), Text(text=hint, role="body", ink="soft")]

    def _scores(self) -> list[Item]:
        total = reduce(add, (score(offer, self.marks) for offer in self.offers), OfferScore(0, 0, 0, 0))
        warnings, good = total.hits + total.misses, total.false_alarms + total.correct_rejections
        words = self.words
        return [
            Text(text=words("desk.hits", found=total.hits, count=warnings), role="strong"),
            Text(text=words("desk.false_alarms", count=total.false_alarms, good=good), role="body", ink="soft"),
        ]

    def _foot(self) -> list[Item]:
        if self.is_revealed:
            return [
                line(Button(id=DECIDE, label=self.words("desk.decide"), tone=Tone.PRIMARY, icon="right"), side="right")
            ]
        judged = all(offer.id in self.verdicts for offer in self.offers)
        label = self.words("desk.reveal" if judged else "desk.not_judged")
        return [line(Button(id=REVEAL, label=label, tone=Tone.PRIMARY, icon="check", enabled=judged), side="right")]

    def _offer(self, offer: Offer) -> list[Item]:
        items: list[Item] = [Text(text=offer.sender, role="heading", ink="teal")]
        if self.is_revealed:
            kind = "desk.genuine" if offer.genuine else "desk.false"
            items.append(Text(text=self.words(kind), role="strong", ink="good" if offer.genuine else "warning"))
        return [*items, *offer_lines(self.words, offer, self.marks, is_revealed=self.is_revealed)]

    def _judged(self, offer: Offer) -> list[Item]:
        """What the player would do with the offer as a whole: telling offers apart is measured by this."""
        verdict = self.verdicts.get(offer.id)
        if self.is_revealed:
            if verdict is None:
                return []
            stopped, right = verdict is Verdict.STOP, (verdict is Verdict.STOP) != offer.genuine
            kind = "genuine" if offer.genuine else "false"
            told = self.words(f"desk.stopped_{kind}" if stopped else f"desk.went_on_{kind}")
            return [Text(text=told, role="strong", ink="good" if right else "warning")]
        picks = [
            Pick(
                id=f"{JUDGE}{judge(offer.id, each).id}",
                label=self.words(f"desk.{each.value}"),
                on=verdict is each,
                word=self.words("task.picked"),
            )
            for each in Verdict
        ]
        return [Text(text=self.words("desk.judge"), role="small", ink="teal"), line(*picks)]
