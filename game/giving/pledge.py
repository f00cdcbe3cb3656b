"""A pledge: the intent to give an amount to a campaign. Paying happens elsewhere; here is only how it stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from game.giving.checkout import Checkout
from game.giving.errors import BadResponseError
from game.giving.money import Money


class PledgeStatus(Enum):
    """How a pledge stands, as the portal says it."""

    AWAITING = "awaiting_payment"
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    UNTRACKED = "untracked"
    """Nobody tells us: the donor's phone knows."""


FINAL = frozenset(
    {PledgeStatus.PAID, PledgeStatus.FAILED, PledgeStatus.CANCELLED, PledgeStatus.REFUNDED, PledgeStatus.UNTRACKED}
)
"""What is not asked after any more. Expired is not among them: a payment may have been on its way."""

MOVED_MONEY = frozenset({PledgeStatus.PAID, PledgeStatus.REFUNDED})
"""What changes the figures of a campaign."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge, as it was at one moment."""

    id: str
    campaign_id: str
    amount: Money
    status: PledgeStatus
    checkout: Checkout | None
    """Where to pay; None once it is no longer payable."""
    expires_at: datetime
    seen_at: datetime
    """The time of the portal's clock at which it was so."""
    poll_after_s: float
    reference: str | None = None

    def followed_by(self, later: "Pledge") -> "Pledge":
        """Return the later news of this pledge. Any status may follow any other: the portal's word counts.

        Raises:
            BadResponseError: that is another pledge, or of another amount.

        """
        if (later.id, later.campaign_id, later.amount) != (self.id, self.campaign_id, self.amount):
            raise BadResponseError("the portal tells of another pledge or amount")
        return later
