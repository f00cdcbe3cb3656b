"""When a game is started, when it counts as hung, and when it is left to rest: rules alone, by a clock from outside."""

from collections import deque
from dataclasses import dataclass

from game.kiosk.heartbeat import Pulse

_MOST_GAP_S = 1.0
"""A watcher that has not looked for so long was itself kept from running, and so perhaps was the game."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a watcher waits, in seconds."""

    hang_s: float
    """For the next sign of life."""
    first_beat_s: float = 30.0
    """For the first sign of life: a cold computer reads its disk first."""
    pauses_s: tuple[float, ...] = (0.0, 0.5, 1.0)
    """Before each new start; the last one holds for all that follow."""
    most_failures: int = 3
    """So many within `within_s`, and the game is left to rest."""
    within_s: float = 120.0
    rest_s: float = 60.0
    """The first rest; each further one takes twice as long..."""
    longest_rest_s: float = 600.0
    """...but not longer than this."""
    steady_s: float = 300.0
    """A game that ran for so long is well again."""


class Vigil:
    """Watches over one game. All times are of a clock that nobody can set."""

    def __init__(self, patience: Patience, now_s: float) -> None:
        self._patience = patience
        self._due_s = now_s
        self._failures: deque[float] = deque()
        self._rests = 0
        self._looked_s = now_s
        self._started_s = now_s
        self._beat_s = now_s
        self._pulse: Pulse | None = None
        self._watched = True
        self.is_resting = False
        """Whether visitors see the calm screen instead of the game."""

    @property
    def pulse(self) -> Pulse | None:
        """The last sign of life of the game that runs; None before the first."""
        return self._pulse

    @property
    def beat_s(self) -> float:
        """When it was seen."""
        return self._beat_s

    def is_due(self, now_s: float) -> bool:
        """Whether a game that does not run is to be started now."""
        return now_s >= self._due_s

    def started(self, now_s: float, *, watched: bool = True) -> None:
        """Take note of a start; `watched` says whether the game has somewhere to put its signs of life."""
        self._started_s = self._beat_s = self._looked_s = now_s
        self._pulse = None
        self._watched = watched
        if not watched:
            self.is_resting = False

    def look(self, now_s: float, pulse: Pulse | None) -> bool:
        """Take note of what a running game says, and return whether it counts as hung: it was silent for too long."""
        gap_s, self._looked_s = now_s - self._looked_s, now_s
        if gap_s > _MOST_GAP_S:
            self._beat_s += gap_s
        if pulse is not None and pulse != self._pulse:
            self._pulse, self._beat_s = pulse, now_s
            self.is_resting = False
        is_there = self._pulse is not None or not self._watched
        if is_there and now_s - self._started_s >= self._patience.steady_s:
            self._failures.clear()
            self._rests = 0
        most_s = self._patience.hang_s if self._pulse else max(self._patience.first_beat_s, self._patience.hang_s)
        return self._watched and now_s - self._beat_s > most_s

    def failed(self, now_s: float) -> float:
        """Take note of an end that nobody asked for, and return in how many seconds the game is due again."""
        patience = self._patience
        self._failures.append(now_s)
        while now_s - self._failures[0] > patience.within_s:
            self._failures.popleft()
        if self._rests or len(self._failures) >= patience.most_failures:
            self.is_resting = True
            pause_s = min(patience.rest_s * float(2**self._rests), patience.longest_rest_s)
            self._rests = min(self._rests + 1, 20)
        else:
            pause_s = patience.pauses_s[min(len(self._failures), len(patience.pauses_s)) - 1]
        self._due_s = now_s + pause_s
        return pause_s
