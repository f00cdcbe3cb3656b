"""What a screen is shown in: the window, its theme, its type, and the time."""

from dataclasses import dataclass
from enum import StrEnum

from game.canvas.geometry import Rect, Size
from game.ui.text import Typesetter
from game.ui.theme import Theme

WIDE_EMS = 50.0
"""From this many ems of body text on two columns can stand side by side."""


class Shape(StrEnum):
    """Kinds of window that are laid out differently."""

    WIDE = "wide"
    """Landscape with room for two columns."""
    TALL = "tall"
    """Portrait."""
    TIGHT = "tight"
    """Landscape, but so small or with text so large that one column is right."""


TALL_LOW_REACH = 0.5
WIDE_LOW_REACH = 0.64
"""Shares of the height that somebody in a wheelchair reaches: a wide screen hangs lower than a tall one."""


def low_reach(size: Size) -> float:
    """Return in which share of the height, from the foot up, everybody reaches what can be pressed."""
    return TALL_LOW_REACH if size.h > size.w else WIDE_LOW_REACH


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a view may depend on beside the screen's own data."""

    size: Size
    theme: Theme
    type: Typesetter
    now_s: float = 0.0
    """The application's clock; its zero means nothing."""
    reach: float = 1.0
    """Share of the height, from the foot up, in which everything lies that can be pressed; above are only pictures."""

    @property
    def area(self) -> Rect:
        """The whole window."""
        return Rect(0, 0, *self.size)

    @property
    def sight(self) -> Rect:
        """The window without its margins: where pictures may be looked at."""
        return self.area.inset(self.theme.margin)

    @property
    def page(self) -> Rect:
        """The part of it that everybody reaches: where controls and words lie."""
        sight = self.sight
        above = round((1.0 - self.reach) * self.size.h)
        return Rect(sight.x, max(sight.y, above), sight.w, sight.bottom - max(sight.y, above))

    @property
    def upper(self) -> Rect:
        """What lies above the page, for pictures; of no height where the page is the whole window."""
        sight = self.sight
        return Rect(sight.x, sight.y, sight.w, max(0.0, self.page.y - self.theme.gap - sight.y))

    @property
    def shape(self) -> Shape:
        """How to lay out."""
        if self.size.h * self.reach > self.size.w:
            return Shape.TALL
        return Shape.WIDE if self.size.w >= WIDE_EMS * self.theme.em else Shape.TIGHT
