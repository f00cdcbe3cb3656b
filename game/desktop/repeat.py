"""A held key or stick says its intent again and again."""

from collections.abc import Hashable
from dataclasses import dataclass
from math import inf

from game.ui.intents import Intent, Move, Next, Previous, Scroll

FIRST_S = 0.45
EVERY_S = 0.12

REPEATING = (Move, Next, Previous, Scroll)
"""Everything else is meant once, however long a finger rests on it."""


@dataclass(slots=True)
class Repeater:
    """Repeats what was pressed last, until its source lets go."""

    _source: Hashable = None
    _intent: Intent | None = None
    _due_s: float = inf

    def hold(self, source: Hashable, intent: Intent, now_s: float) -> None:
        """`source` (a key, a stick) is down from now on."""
        if isinstance(intent, REPEATING):
            self._source, self._intent, self._due_s = source, intent, now_s + FIRST_S

    def let_go(self, source: Hashable) -> None:
        """It is up again."""
        if source == self._source:
            self.stop()

    def stop(self) -> None:
        """Nothing is held: the window may have lost the focus while a key was down."""
        self._source, self._intent, self._due_s = None, None, inf

    def wait_s(self, now_s: float) -> float:
        """Seconds until something is due; infinite while nothing is held."""
        return max(0.0, self._due_s - now_s)

    def due(self, now_s: float) -> list[Intent]:
        """What is to be said again: once, even after a long frame."""
        if self._intent is None or now_s < self._due_s:
            return []
        self._due_s = now_s + EVERY_S
        return [self._intent]
