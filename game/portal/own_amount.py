"""An amount that a giver enters on the checkout page, in whole units with a point or a comma: 15, 7.50 or 7,5."""

import re

from game.portal.wire import CurrencyInfo

_ENTERED = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,4}))?")


def entered(text: str, currency: CurrencyInfo) -> int | None:
    """Return the amount in the smallest unit; None if it is none, or more or less than is taken."""
    found = _ENTERED.fullmatch(text.strip())
    if found is None or len(found[2] or "") > currency["exponent"]:
        return None
    minor = int(found[1] + (found[2] or "").ljust(currency["exponent"], "0"))
    return minor if currency["min_minor"] <= minor <= currency["max_minor"] else None
