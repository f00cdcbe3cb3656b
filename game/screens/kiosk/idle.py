"""How long a visitor does nothing before they are asked, and how long they have to answer. Pure: times come in."""

from enum import Enum, auto
from typing import Final

from game.screens.screen import Pace

DONE_S: Final = 10.0
"""So long somebody looks at a screen on which nothing is left to do."""


class Stage(Enum):
    """What is thought of a visitor."""

    THERE = auto()
    ASKED = auto()
    """They are asked whether they are still there; anything they do is an answer."""
    GONE = auto()


class IdleWatch:
    """Counts from the last thing a visitor did, or from when the pace of the screen changed. All times in seconds."""

    def __init__(self, usual_s: float, reading_s: float, countdown_s: float, now_s: float) -> None:
        self._after_s = {Pace.USUAL: usual_s, Pace.READING: reading_s, Pace.DONE: DONE_S, Pace.SILENT: usual_s}
        self._countdown_s = countdown_s
        self._pace = Pace.USUAL
        self._since_s = now_s

    def touched(self, now_s: float) -> None:
        """The visitor did something."""
        self._since_s = now_s

    def paced(self, pace: Pace, now_s: float) -> None:
        """Another screen may be seen, or the same one with less or more to do."""
        if pace is not self._pace:
            self._pace, self._since_s = pace, now_s

    @property
    def asks_s(self) -> float:
        """When the visitor will be asked."""
        return self._since_s + self._after_s[self._pace]

    @property
    def gone_s(self) -> float:
        """When the visitor will count as gone."""
        return self.asks_s + self._countdown_s

    @property
    def is_silent(self) -> bool:
        """Whether nothing may be asked."""
        return self._pace is Pace.SILENT

    def stage(self, now_s: float) -> Stage:
        """Return what is thought of the visitor now."""
        if now_s >= self.gone_s:
            return Stage.GONE
        return Stage.ASKED if now_s >= self.asks_s else Stage.THERE
