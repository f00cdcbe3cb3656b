"""The way in to giving, for screens that offer it: nothing of giving is loaded before somebody takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.giving.session import Session


@dataclass(slots=True)
class GivingEntry:
    """How giving is opened in this run of the game, and whether a story has already pointed to it."""

    session: "Callable[[], Session]"
    """Loads what giving needs when it is first called; always the same session."""
    was_offered: bool = False
    """A story offers it once. Whoever does not want to give is not asked again."""

    def take_offer(self) -> bool:
        """Say whether a story may point to it now, and remember that it has."""
        is_first, self.was_offered = not self.was_offered, True
        return is_first
