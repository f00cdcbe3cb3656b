"""Widgets for what is arranged on a table: options to pick, and what people write or say to each other."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from game.canvas.geometry import NOWHERE, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """An option that is picked or not. It needs no more width than its words, and fills a column where it stands alone.

    `note` is painted small below. `word` says that it is picked, in the player's language.
    """

    role: ClassVar[str] = "option"
    final: ClassVar[bool] = False
    id: str
    label: str
    on: bool
    word: str = ""
    note: str = ""
    right: bool | None = None
    """Once it is explained: whether it was right; shows a check or a warning sign instead of the brick. Of a line of a
    page it is whether it was right to pick it, or to leave it."""
    is_line: bool = False
    """A line of a page, circled while it is picked."""
    enabled: bool = True
    rect: Rect = NOWHERE

    @property
    def value(self) -> str:
        """The word, while it is picked."""
        return self.word if self.on else ""

    @property
    def hint(self) -> str:
        """The note."""
        return self.note


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that lies in a bin."""

    label: str
    right: bool | None = None
    """Once it is explained: whether it lies where it belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """An open box with its name in front, and what was put into it. `empty` is said while that is nothing."""

    label: str
    things: tuple[Thing, ...]
    empty: str
    fill: int = 0
    """Picks the colour of the box."""
    rect: Rect = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """What somebody wrote or said, on the side of the one who did. Fills its line; the bubble hugs the words."""

    text: str
    side: Literal["left", "right"]
    """The player's own words stand on the right."""
    rect: Rect = NOWHERE
