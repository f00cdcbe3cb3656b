"""Following a pledge while its donor looks at the screen: patient with the portal, and it ends by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from game.giving.errors import DonationError
from game.giving.pledge import FINAL, Pledge
from game.giving.provider import DonationProvider, StatusSource
from game.network.calling import current_cancel
from game.network.clock import Clock

MOST_PAUSE_S = 15.0
GROWTH = 1.5
MOST_ASKED_S = 60.0
LATE_S = 60.0
"""How long after its expiry a payment may still come in."""
MOST_FAILURES = 3


class WatchEnd(Enum):
    """Why a watch was over."""

    SETTLED = "settled"
    """The portal said how it ended."""
    TIME_UP = "time-up"
    """It was not paid in time, as far as is known."""
    LOST_SIGHT = "lost-sight"
    """The portal could not be reached: only the donor's phone knows."""
    UNTRACKED = "untracked"
    """The provider tells nobody."""


@dataclass(frozen=True, slots=True)
class Watched:
    """How a watch ended, and the last that is known of the pledge."""

    pledge: Pledge
    end: WatchEnd


def watch(provider: DonationProvider, pledge: Pledge, clock: Clock, tell: Callable[[Pledge], None]) -> Watched:
    """Ask for the pledge until it is settled or there is no use in asking, and tell of every answer.

    Raises:
        DonationError: the portal's answer was one after which asking again is of no use.
        CalledOffError: the call was given up, because nobody looks any more.

    """
    if provider.caps.pledge_status is StatusSource.NONE:
        return Watched(pledge, WatchEnd.UNTRACKED)
    cancel = current_cancel()
    ends = clock.monotonic() + (pledge.expires_at - pledge.seen_at).total_seconds() + LATE_S
    pause = max(min(pledge.poll_after_s, MOST_ASKED_S), float(provider.caps.min_poll_seconds))
    failures = 0
    while pledge.status not in FINAL:
        if clock.monotonic() + pause > ends:
            return Watched(pledge, WatchEnd.TIME_UP)
        clock.wait(pause, cancel)
        try:
            pledge = pledge.followed_by(provider.pledge(pledge.id))
        except DonationError as error:
            failures += 1
            if not error.retryable:
                raise
            if failures == MOST_FAILURES:
                return Watched(pledge, WatchEnd.LOST_SIGHT)
            asked = error.after or 0.0
        else:
            failures = 0
            asked = pledge.poll_after_s
            tell(pledge)
        pause = max(min(pause * GROWTH, MOST_PAUSE_S), min(asked, MOST_ASKED_S))
    return Watched(pledge, WatchEnd.SETTLED)
