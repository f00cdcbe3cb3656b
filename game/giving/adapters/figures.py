"""What is taken from a public provider: sums, counts, and where to donate. No text, and so no name, ever comes along.

Providers send names, messages and pictures of donors, and names and addresses of staff. What campaigns are called here
are the operator's own words (`Chosen`), so nothing that a provider or one of its users writes reaches a screen.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from game.giving.campaign import CampaignStatus
from game.giving.errors import BadResponseError, NotFoundError
from game.giving.money import MOST_MINOR, Money, exponent, is_currency
from game.giving.provider import Capabilities
from game.giving.reading import Said

_DECIMAL = re.compile(r"[0-9]{1,16}(\.[0-9]{1,4})?")
_MOST_SUPPORTERS = 10**9
_LONGEST_ADDRESS = 2000
_CENTS = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """A campaign that an operator chose, in the operator's own words."""

    at: str
    """What the provider calls it; its form depends on the provider."""
    title: str
    summary: str
    secondary_purpose: str
    """Where money goes beyond the goal."""
    until: datetime
    """From then on it is not shown any more: the operator has to look at it again."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How a campaign stands."""

    raised: Money
    goal: Money
    """Nothing if it has no goal."""
    supporters: int
    status: CampaignStatus = CampaignStatus.OPEN
    donate: str = ""
    """Where the provider says one can donate: not checked yet, and empty if it does not say."""


class Source(Protocol):
    """What is particular to one provider."""

    @property
    def caps(self) -> Capabilities: ...

    @property
    def most_a_minute(self) -> int | None:
        """How many requests are let in a minute, whatever they ask for; None if nobody counts them.

        Beside that, `caps.min_poll_seconds` have to pass before the same campaign is asked for again.
        """

    def figures(self, at: str) -> Figures:
        """Ask the provider. Raises `DonationError`, and nothing else, whatever it answers."""

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        """Where to donate, with the amount filled in if the provider can."""


def the_only(said: object) -> object:
    """Return a thing that some providers put into a list of one.

    Raises:
        NotFoundError: the list is empty.
        BadResponseError: there are several.

    """
    if not isinstance(said, list):
        return said
    if not said:
        raise NotFoundError("the provider knows nothing of that name")
    if len(said) > 1:
        raise BadResponseError("there should be one, not a list")
    found: object = said[0]
    return found


def currency(said: Said, name: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not is_currency(found):
        raise BadResponseError(f"'{name}' is no known currency")
    return found


def cents(said: Said, name: str, code: str) -> Money:
    """An amount in hundredths. Of a currency without hundredths nobody knows what they mean, so it is not taken."""
    found = said.get(name)
    if type(found) is not int or not 0 <= found <= MOST_MINOR or exponent(code) != _CENTS:
        raise BadResponseError(f"'{name}' is no amount in cents")
    return Money(found, code)


def in_major(said: Said, name: str, code: str) -> Money:
    """An amount in whole units, as a number or, as XML has it, as the text of one."""
    found = said.get(name)
    if isinstance(found, str) and _DECIMAL.fullmatch(found):
        found = Decimal(found)
    if isinstance(found, bool) or not isinstance(found, (int, Decimal)) or not 0 <= found <= MOST_MINOR:
        raise BadResponseError(f"'{name}' is no amount")
    minor = Decimal(found).scaleb(exponent(code)) if abs(Decimal(found).adjusted()) < 20 else Decimal(0)
    if minor != int(minor) or minor > MOST_MINOR or bool(minor) != bool(found):
        raise BadResponseError(f"'{name}' has more digits than its currency")
    return Money(int(minor), code)


def goal(said: Said, name: str, code: str) -> Money:
    """A goal in whole units; nothing if none was set."""
    return Money(0, code) if said.get(name) is None else in_major(said, name, code)


def count(said: Said, name: str) -> int:
    """How many; none if nobody says."""
    found = said.get(name)
    if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) < 10:
        found = int(found)
    if found is None:
        return 0
    if type(found) is not int or not 0 <= found <= _MOST_SUPPORTERS:
        raise BadResponseError(f"'{name}' is no count")
    return found


def address(said: Said, name: str) -> str:
    """An address that is going to be checked against those that were pinned; empty if there is none."""
    found = said.get(name)
    return found if isinstance(found, str) and len(found) <= _LONGEST_ADDRESS else ""


def written_major(amount: Money) -> str:
    """The amount as it stands in an address: 15, or 15.50."""
    digits = exponent(amount.currency)
    whole, rest = divmod(amount.minor, 10**digits)
    return f"{whole}.{rest:0{digits}d}" if rest else str(whole)
