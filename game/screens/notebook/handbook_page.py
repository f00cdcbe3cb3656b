"""One page to hang up: what a player learned, and who can help. It says nothing about the player."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Rect, Size
from game.content.finding import country_of
from game.content.helplines import Helpline, is_police
from game.content.words import Words
from game.screens.notebook.handbook_parts import STUD_STEPS, Pile, band_painter, piled
from game.story.message import Message
from game.ui.arrange import Item, beside, column, column_height
from game.ui.frame import Frame
from game.ui.hand import Hand
from game.ui.layout import Flex, columns, snapped
from game.ui.paint import paint_widget
from game.ui.text import Typesetter
from game.ui.theme import TextRole, make_theme
from game.ui.widgets import Artwork, Icon, Painting, Panel, Text, Widget

SIZE = Size(1654, 2339)
"""A4 at 200 dots an inch."""
OWN_STEPS = 12.0
"""In less height there are no lines to write on."""
RULE_STEPS = 5.0
"""Between lines to write on."""
FEW = 12
"""So many messages might fit in larger letters."""
LARGER: Sequence[tuple[TextRole, bool]] = (("speech", True), ("body", True), ("body", False))
"""How few messages are set, the largest first, and whether with all there is to say."""
HELP_SHARE = 0.34
"""At most so much of the page is for those who help."""
BAND_STEPS = 18.0
"""Height of the head of the page."""
PICTURE_SHARE = 0.3
"""Of the head's width."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """What goes on the page."""

    words: Words
    messages: Sequence[Message]
    """The most important ones first; as many as fit are shown."""
    in_game: int
    """How many messages there are in the whole game."""
    country: str
    helplines: Sequence[Helpline]
    """The most important ones first."""
    day: date
    picture: Painting | None = None
    """For the head of the page."""

    def paint(self, canvas: Canvas, measure: TextMeasure) -> None:
        """Paint the page on a canvas of `SIZE`."""
        frame = page_frame(Typesetter(measure))
        canvas.fill(frame.theme.colours.paper)
        for widget in self.widgets(frame):
            paint_widget(canvas, widget, Hand(), frame)

    def widgets(self, frame: Frame) -> tuple[Widget, ...]:
        """Return everything on the page; `frame` is a `page_frame`."""
        theme, words = frame.theme, self.words
        margin, gap = theme.space(4), theme.space(1.75)
        band = Rect(0, 0, frame.size.w, theme.space(BAND_STEPS))
        inner = Rect(margin, band.bottom + gap, frame.size.w - 2 * margin, frame.size.h - band.bottom - gap - margin)
        helpers, top = self._helpers(inner, frame)
        room = Rect(inner.x, inner.y, inner.w, top - gap - inner.y)
        shown, cards = self._cards(room, frame)
        foot = self._foot(shown)
        foot_h = column_height(foot, inner.w, frame)
        below = Rect(inner.x, inner.bottom - foot_h, inner.w, foot_h)
        title = (Text(text=words("handbook.title"), role="title", ink="on_teal"),)
        subtitle = (Text(text=words("handbook.subtitle"), role="heading", ink="on_teal"),)
        words_w = inner.w * (1 - PICTURE_SHARE) - gap
        high = column_height((*title, *subtitle), words_w, frame, gap=theme.space(0.5))
        at = Rect(margin, band.y + (band.h - theme.space(STUD_STEPS) - high) / 2, words_w, 0)
        return (
            Artwork(paint=band_painter(frame.theme), rect=band),
            *column((*title, *subtitle), at, frame, gap=theme.space(0.5)),
            *self._picture(band, margin, frame),
            *cards,
            *helpers,
            *column(foot, below, frame),
        )

    def _picture(self, band: Rect, margin: float, frame: Frame) -> list[Widget]:
        if self.picture is None:
            return []
        theme = frame.theme
        wide = (band.w - 2 * margin) * PICTURE_SHARE
        high = band.h - theme.space(STUD_STEPS) - 2 * theme.space(1.5)
        paper = snapped(Rect(band.right - margin - wide, band.y + theme.space(1.5), wide, high))
        return [
            Panel(kind="card", rect=paper),
            Artwork(paint=self.picture, rect=paper.inset(theme.space(0.75))),
        ]

    def _cards(self, room: Rect, frame: Frame) -> tuple[int, list[Widget]]:
        """As many messages as fit, and how many these are; below few of them there is room to write."""
        if not self.messages:
            told = column((Text(text=self.words("handbook.nothing_yet"), role="speech"),), room, frame)
            return 0, [*told, *self._own(room, told[-1].rect.bottom, frame)]
        piles = self._piles(room, frame)
        own = self._own(room, max(pile.end for pile in piles), frame)
        cards = [widget for pile in piles for widget in pile.placed(0.0 if own else pile.left, frame)]
        return sum(len(pile.cards) for pile in piles), [*cards, *own]

    def _piles(self, room: Rect, frame: Frame) -> list[Pile]:
        """The messages as large as they can be while all fit, or else in the smallest letters as many as fit."""
        for role, with_more in LARGER if len(self.messages) <= FEW else ():
            piles = piled([self._message(each, role, with_more=with_more) for each in self.messages], room, frame)
            if sum(len(pile.cards) for pile in piles) == len(self.messages):
                return piles
        return piled([self._message(each, "label", with_more=False) for each in self.messages], room, frame)

    def _own(self, room: Rect, below: float, frame: Frame) -> list[Widget]:
        """Lines to write on by hand, where there is room: what is personal is nowhere else."""
        theme = frame.theme
        paper = snapped(Rect(room.x, below + theme.space(2), room.w, room.bottom - below - theme.space(2)))
        if paper.h < theme.space(OWN_STEPS):
            return []
        inner = paper.inset(theme.space(2))
        head = column((Text(text=self.words("handbook.own"), role="strong", ink="teal"),), inner, frame)
        top = head[-1].rect.bottom

        def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
            y = rect.y + theme.space(RULE_STEPS)
            while y <= rect.bottom:
                canvas.rect(Rect(rect.x, round(y), rect.w, theme.border), theme.colours.edge)
                y += theme.space(RULE_STEPS)

        lines = Artwork(paint=paint, rect=Rect(inner.x, top, inner.w, inner.bottom - top))
        return [Panel(kind="card", rect=paper), *head, lines]

    def _message(self, message: Message, role: TextRole, *, with_more: bool) -> tuple[Item, ...]:
        words = self.words
        where = country_of(message, words) or words(f"topics.{message.topic}")
        about = words("handbook.as_of", where=where, year=message.as_of)
        more = [Text(text=message.more)] if with_more and message.more else []
        return (
            Text(text=message.title, role="heading" if with_more else "strong", ink="teal"),
            Text(text=message.text, role=role),
            *more,
            Text(text=about, role="small", ink="soft"),
        )

    def _helpers(self, inner: Rect, frame: Frame) -> tuple[list[Widget], float]:
        """Those who help, as many as fit, at the foot of the page, and where they begin."""
        theme, gap = frame.theme, frame.theme.space(1.5)
        pad, foot = theme.space(2), column_height(self._foot(0), inner.w, frame)
        bottom = inner.bottom - foot - theme.space(1.5)
        head: tuple[Item, ...] = (
            beside(Icon(name="heart", ink="warning"), Text(text=self._help_title(), role="heading")),
        )
        note: tuple[Item, ...] = (Text(text=self.words("handbook.numbers"), role="small", ink="soft"),)
        width = inner.w - 2 * pad
        fixed = column_height(head, width, frame) + column_height(note, width, frame) + 2 * gap + 2 * pad
        rows, used = list[tuple[Helpline, ...]](), fixed
        sides = columns(Rect(inner.x + pad, 0, width, 0), Flex(), Flex(), gap=2 * gap)
        for pair in _pairs(self.helplines):
            high = max(column_height(self._helper(each), sides[0].w, frame, gap=0.0) for each in pair) + gap
            if used + high > HELP_SHARE * frame.size.h:
                break
            rows.append(pair)
            used += high
        paper = snapped(Rect(inner.x, bottom - used, inner.w, used))
        placed: list[Widget] = [Panel(kind="card", rect=paper), *column(head, paper.inset(pad), frame)]
        y = paper.y + pad + column_height(head, width, frame) + gap
        for pair in rows:
            for each, side in zip(pair, sides, strict=False):
                placed += column(self._helper(each), side._replace(y=y), frame, gap=0.0)
            y += max(column_height(self._helper(each), sides[0].w, frame, gap=0.0) for each in pair) + gap
        placed += column(note, Rect(inner.x + pad, y, width, 0), frame)
        return placed, paper.y

    def _help_title(self) -> str:
        return self.words("handbook.help", country=self.words(f"countries.{self.country}"))

    def _helper(self, helpline: Helpline) -> tuple[Item, ...]:
        words = self.words
        year = words("help.read", year=helpline.page_year) if helpline.page_year else ""
        known = year or words("help.believed", year=helpline.as_of)
        caution = [Text(text=words("help.police"), role="small")] if is_police(helpline) else []
        address = helpline.url.removeprefix("https://").removeprefix("http://").removesuffix("/")
        reached = [Text(text=way, role="strong", ink="teal") for way in (helpline.phone or address,) if way]
        return (
            Text(text=helpline.name, role="strong"),
            *reached,
            Text(text=f"{helpline.purpose}. {known}", role="small", ink="soft"),
            *caution,
        )

    def _foot(self, shown: int) -> tuple[Item, ...]:
        words, left = self.words, self.in_game - shown
        more = [words("handbook.more", count=left)] if left > 0 else []
        made = words("handbook.made", day=self.day.isoformat())
        return (Text(text=" ".join((*more, made)), role="small", ink="soft"),)


def page_frame(type_: Typesetter) -> Frame:
    """Return what the page is laid out in, whatever the window is like."""
    return Frame(SIZE, make_theme(SIZE), type_)


def _pairs(helplines: Iterable[Helpline]) -> list[tuple[Helpline, ...]]:
    everyone = list(helplines)
    return [tuple(everyone[at : at + 2]) for at in range(0, len(everyone), 2)]
