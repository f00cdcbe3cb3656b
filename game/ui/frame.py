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


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a view may depend on beside the screen's own data."""

    size: Size
    theme: Theme
    type: Typesetter
    now_s: float = 0.0
    """The application's clock; its zero means nothing."""

    @property
    def area(self) -> Rect:
        """The whole window."""
        return Rect(0, 0, *self.size)

    @property
    def page(self) -> Rect:
        """The window without its margins."""
        return self.area.inset(self.theme.margin)

    @property
    def shape(self) -> Shape:
        """How to lay out."""
        if self.size.h > self.size.w:
            return Shape.TALL
        return Shape.WIDE if self.size.w >= WIDE_EMS * self.theme.em else Shape.TIGHT
