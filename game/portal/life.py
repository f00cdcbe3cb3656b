"""The life of a pledge: which status can follow which, and by whose deed."""

from enum import StrEnum
from types import MappingProxyType

from game.portal.wire import PledgeStatus

EXPIRES_AFTER_S = 30 * 60


class Deed(StrEnum):
    """What a giver, or the payment company, can do with a pledge on the checkout page."""

    PAY = "pay"
    DECLINE = "decline"
    LATER = "later"
    CANCEL = "cancel"
    REFUND = "refund"


# A payment that arrives after the pledge has expired or was cancelled is money that came in: it is never lost.
NEXT: MappingProxyType[PledgeStatus, MappingProxyType[Deed, PledgeStatus]] = MappingProxyType(
    {
        "awaiting_payment": MappingProxyType(
            {Deed.PAY: "paid", Deed.DECLINE: "failed", Deed.LATER: "processing", Deed.CANCEL: "cancelled"}
        ),
        "processing": MappingProxyType({Deed.PAY: "paid", Deed.DECLINE: "failed"}),
        "expired": MappingProxyType({Deed.PAY: "paid"}),
        "cancelled": MappingProxyType({Deed.PAY: "paid"}),
        "paid": MappingProxyType({Deed.REFUND: "refunded"}),
        "failed": MappingProxyType({}),
        "refunded": MappingProxyType({}),
    }
)

POLL_AFTER_S: MappingProxyType[PledgeStatus, int] = MappingProxyType(
    {
        "awaiting_payment": 3,
        "processing": 5,
        "paid": 60,
        "failed": 60,
        "expired": 15,
        "cancelled": 15,
        "refunded": 60,
    }
)
