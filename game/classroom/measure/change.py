"""What changed between two checks, over the seats that took both."""

from collections.abc import Sequence
from typing import NamedTuple

from game.classroom.measure.student import Mean, mean_of


class Change(NamedTuple):
    """Shares of right answers of the same seats before and after, and the change of each seat averaged."""

    n: int
    before: float
    after: float
    change: Mean

    @property
    def gain(self) -> float | None:
        """The normalised gain: which part of what was still to be learned was learned. None if nothing was.

        g = (after - before) / (1 - before), of the means of the class (Hake 1998, Interactive-engagement versus
        traditional methods, American Journal of Physics 66(1), 64-74). At most 1; below 0 where things were lost.
        """
        return (self.after - self.before) / (1 - self.before) if self.before < 1 else None


def change(pairs: Sequence[tuple[float, float]]) -> Change | None:
    """Compare pairs of shares from 0 to 1, one pair a seat. None for less than two seats.

    The interval ends where no change of shares can be: at -1 and at 1.
    """
    mean = mean_of([after - before for before, after in pairs])
    if mean is None:
        return None
    n = len(pairs)
    possible = mean._replace(low=max(-1.0, mean.low), high=min(1.0, mean.high))
    return Change(n, sum(before for before, _ in pairs) / n, sum(after for _, after in pairs) / n, possible)
