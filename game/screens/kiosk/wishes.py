"""What a screen asks of the kiosk, which does it when the screen has answered: the screen may be gone then."""

from dataclasses import dataclass
from enum import Enum, auto

from game.screens.screen import Stay, Transition


@dataclass(frozen=True, slots=True)
class Begin:
    """A visit in a language."""

    language: str


class Wish(Enum):
    """What needs no more words."""

    FINISH = auto()
    """The visitor is done: forget them, and invite the next one."""
    LET_IN = auto()
    """The PIN was right."""
    BACK = auto()
    """Staff have looked; the visitor goes on."""
    END = auto()
    """End the game."""


class Wishes:
    """Holds one wish until it is taken."""

    def __init__(self) -> None:
        self._wish: Begin | Wish | None = None

    def ask(self, wish: Begin | Wish) -> Transition:
        """Leave a wish."""
        self._wish = wish
        return Stay(("page",))

    def take(self) -> Begin | Wish | None:
        """Return the wish, if there is one, and forget it."""
        wish, self._wish = self._wish, None
        return wish
