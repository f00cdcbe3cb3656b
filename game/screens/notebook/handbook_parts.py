"""What the handbook page is put together from: cards in two columns that fill it, and the head on its row of bricks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.canvas.canvas import Canvas, Colour
from game.canvas.geometry import Rect
from game.ui.arrange import Item, column, column_height
from game.ui.frame import Frame
from game.ui.layout import Flex, columns, snapped
from game.ui.theme import Theme
from game.ui.widgets import Artwork, Painting, Panel, Widget

CARD_PAD_STEPS = 1.5
LEAST_CARD_STEPS = 10.0
"""No card is lower."""
MOST_EXTRA_STEPS = 5.0
"""Cards are made at most so much higher to fill the page."""
BRICKS_ACROSS = 24
STUD_STEPS = 2.0
"""Height of a brick."""


@dataclass(slots=True)
class Pile:
    """Cards one below the other."""

    side: Rect
    gap: float
    cards: list[tuple[Item, ...]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    @property
    def end(self) -> float:
        """Where the last card ends."""
        return self.side.y + sum(self.heights) + self.gap * max(0, len(self.heights) - 1)

    @property
    def left(self) -> float:
        """How much room is left below."""
        return self.side.bottom - self.end

    def placed(self, extra: float, frame: Frame) -> list[Widget]:
        """The cards, made so much higher together."""
        each, y = min(extra / max(1, len(self.cards)), frame.theme.space(MOST_EXTRA_STEPS)), self.side.y
        placed, fills = list[Widget](), frame.theme.colours.fills
        for place, (items, high) in enumerate(zip(self.cards, self.heights, strict=True)):
            placed += _card(items, Rect(self.side.x, y, self.side.w, high + each), fills[place % len(fills)], frame)
            y += high + each + self.gap
        return placed


def piled(cards: Iterable[tuple[Item, ...]], room: Rect, frame: Frame) -> list[Pile]:
    """The cards in two columns that grow evenly; those for which there is no room are left out."""
    theme = frame.theme
    piles = [Pile(side, theme.space(1.25)) for side in columns(room, Flex(), Flex(), gap=theme.space(1.5))]
    for items in cards:
        pile = min(piles, key=lambda each: each.end if each.cards else 0.0)
        if pile.left < theme.space(LEAST_CARD_STEPS):
            break
        high = _card_height(items, pile.side.w, frame)
        if high + (pile.gap if pile.cards else 0.0) <= pile.left:  # otherwise a shorter one may still fit
            pile.cards.append(items)
            pile.heights.append(high)
    return piles


def _card(items: Sequence[Item], at: Rect, colour: Colour, frame: Frame) -> tuple[Widget, ...]:
    """A message on a card with a bar of colour."""
    theme, paper = frame.theme, snapped(at)
    pad = theme.space(CARD_PAD_STEPS)
    bar = Rect(paper.x + pad, paper.y + pad, theme.space(0.75), paper.h - 2 * pad)
    x, tight = bar.right + pad, theme.space(0.25)
    room = Rect(x, paper.y, paper.right - pad - x, paper.h)
    lower = (paper.h - column_height(items, room.w, frame, gap=tight)) / 2
    words = column(items, room.shifted(0, lower), frame, gap=tight)

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        canvas.rect(rect, colour, radius=rect.w / 2)

    return (Panel(kind="card", rect=paper), Artwork(paint=paint, rect=bar), *words)


def _card_height(items: Sequence[Item], width: float, frame: Frame) -> float:
    theme = frame.theme
    pad = theme.space(CARD_PAD_STEPS)
    inner = width - 3 * pad - theme.space(0.75)
    return column_height(items, inner, frame, gap=theme.space(0.25)) + 2 * pad


def band_painter(theme: Theme) -> Painting:
    """The head of the page: a teal ground on a row of bricks in all colours."""

    def paint(canvas: Canvas, band: Rect, _now_s: float) -> None:
        colours, stud = theme.colours, theme.space(STUD_STEPS)
        canvas.rect(Rect(band.x, band.y, band.w, band.h - stud), colours.teal)
        wide = band.w / BRICKS_ACROSS
        row = Rect(band.x, band.bottom - stud, wide, stud)
        fills = (*colours.fills, colours.gold)
        for place in range(BRICKS_ACROSS):
            brick, colour = row.shifted(place * wide, 0), fills[place % len(fills)]
            for share in (0.2, 0.6):
                knob = Rect(brick.x + share * wide, brick.y - stud / 3, wide / 5, stud)
                canvas.rect(knob, colour, radius=stud / 8)
            canvas.rect(brick, colour)

    return paint
