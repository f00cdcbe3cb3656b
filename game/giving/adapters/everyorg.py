"""Every.org: one fundraiser a campaign. Its key is a public one, made to be used in programs that are handed out."""

import re
from dataclasses import dataclass, field

from game.giving.adapters.figures import Figures, cents, currency, written_major
from game.giving.campaign import Environment
from game.giving.errors import BadResponseError, NotFoundError
from game.giving.money import Money
from game.giving.provider import Capabilities, StatusSource
from game.giving.reading import members, whole
from game.giving.transport import Transport
from game.network.exchange import Request

AT = re.compile(r"[a-z0-9-]{1,80}/[a-z0-9-]{1,80}")
"""The nonprofit and its fundraiser, as they stand in an address: `our-trust/winter`."""
_PAGES = {Environment.LIVE: "https://www.every.org", Environment.SANDBOX: "https://staging.every.org"}
_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class EveryOrg:
    """Fundraisers at Every.org."""

    transport: Transport
    key: str = field(repr=False)
    environment: Environment
    most_a_minute: int | None = None

    @property
    def caps(self) -> Capabilities:
        return Capabilities(
            list_campaigns=True,
            totals=True,
            prefill_amount=True,
            pledge_status=StatusSource.NONE,
            idempotent_create=True,
            expires=False,
            min_poll_seconds=60,
            needs_secret=False,
        )

    def figures(self, at: str) -> Figures:
        if not AT.fullmatch(at):
            raise NotFoundError("that is no fundraiser")
        nonprofit, _, fundraiser = at.partition("/")
        request = Request(
            "GET",
            f"/nonprofit/{nonprofit}/fundraiser/{fundraiser}/raised",
            "/nonprofit/{nonprofit}/fundraiser/{fundraiser}/raised",
            {"apiKey": self.key},
            is_repeatable=False,
        )
        return read_raised(self.transport.ask(request).said)

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        nonprofit, _, fundraiser = at.partition("/")
        query = f"amount={written_major(amount)}&frequency=ONCE"
        # What is asked for goes before the mark: behind it, their page does not see it.
        return f"{_PAGES[self.environment]}/{nonprofit}/f/{fundraiser}?{query}#donate"


def read_raised(said: object) -> Figures:
    """Return how a fundraiser stands. Its donate page takes dollars, so other totals cannot be compared."""
    found = members(said)
    code = currency(found, "currency")
    if code != _CURRENCY:
        raise BadResponseError("the fundraiser counts in another currency than its donate page takes")
    has_goal = found.get("goalAmount") is not None
    return Figures(
        raised=cents(found, "raised", code),
        goal=cents(found, "goalAmount", code) if has_goal else Money(0, code),
        supporters=whole(found, "supporters", 0, 10**9),
    )
