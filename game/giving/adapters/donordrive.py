"""DonorDrive, as Extra Life uses it: events, teams and participants. Donations are never asked for: they hold names."""

import re
from dataclasses import dataclass

from game.giving.adapters.figures import Figures, address, count, goal, in_major, the_only
from game.giving.errors import BadResponseError, NotFoundError
from game.giving.money import Money
from game.giving.provider import Capabilities, StatusSource
from game.giving.reading import members
from game.giving.transport import Transport
from game.network.exchange import Request

AT = re.compile(r"(events|participants|teams)/[0-9A-Za-z_-]{1,40}")
_VERSION = "1.3"
"""Asked for always: without it, the oldest answers."""


@dataclass(frozen=True, slots=True)
class DonorDrive:
    """Events, teams and participants of one DonorDrive site. Each may be asked for once in fifteen seconds."""

    transport: Transport
    currency: str
    """A site has one, and the replies about campaigns do not name it."""
    most_a_minute: int | None = None

    @property
    def caps(self) -> Capabilities:
        return Capabilities(
            list_campaigns=True,
            totals=True,
            # Some sites can, others cannot, and none says which.
            prefill_amount=False,
            pledge_status=StatusSource.NONE,
            idempotent_create=True,
            expires=False,
            min_poll_seconds=15,
            needs_secret=False,
        )

    def figures(self, at: str) -> Figures:
        if not AT.fullmatch(at):
            raise NotFoundError("that is no event, team or participant")
        kind = at.partition("/")[0]
        request = Request("GET", f"/{at}", f"/{kind}/{{id}}", {"version": _VERSION}, is_repeatable=False)
        return read_fundraiser(self.transport.ask(request).said, self.currency)

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        return figures.donate

    def site_currency(self) -> str:
        """Ask the site for its currency, so that an operator can compare it with the one written down."""
        request = Request("GET", "/about", "/about", {"version": _VERSION}, is_repeatable=False)
        return read_currency(self.transport.ask(request).said)


def read_fundraiser(said: object, code: str) -> Figures:
    """Return how an event, team or participant stands. Pledged sums are not counted: nobody has given them yet."""
    found = members(the_only(said))
    return Figures(
        raised=in_major(found, "sumDonations", code),
        goal=goal(found, "fundraisingGoal", code),
        supporters=count(found, "numDonations"),
        donate=address(members(found.get("links")), "donate"),
    )


def read_currency(said: object) -> str:
    label = members(members(the_only(said)).get("currency")).get("label")
    if not isinstance(label, str) or not re.fullmatch("[A-Z]{3}", label):
        raise BadResponseError("the site does not name its currency")
    return label
