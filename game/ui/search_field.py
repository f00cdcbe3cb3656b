"""A field to search with: the one place where letters are written."""

from dataclasses import dataclass
from typing import ClassVar

from game.canvas.geometry import NOWHERE, Rect
from game.ui.icons import IconName

MOST_LETTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchField:
    """Letters are written here while it has the focus; `hint` is painted while it is empty.

    It gets the focus by a key or a press, never by a mouse that only passes over it: letters are commands elsewhere.
    """

    role: ClassVar[str] = "search field"
    final: ClassVar[bool] = False
    id: str
    label: str
    value: str
    hint: str
    icon: IconName = "search"
    enabled: bool = True
    rect: Rect = NOWHERE
