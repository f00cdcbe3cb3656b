"""Open Collective: asked without a token, for sums only; so no name is even sent to us."""

import json
import re
from dataclasses import dataclass

from game.giving.adapters.figures import Figures, cents, count, currency, written_major
from game.giving.errors import BadResponseError, NotFoundError, RateLimitedError
from game.giving.money import Money
from game.giving.provider import Capabilities, StatusSource
from game.giving.reading import Said, members
from game.giving.transport import Transport
from game.network.exchange import Request

AT = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
"""The name of a collective, as it stands in an address."""
_PAGES = "https://opencollective.com"
_QUERY = (
    "query($slug:String!){account(slug:$slug,throwIfMissing:false)"
    "{slug currency stats{totalAmountReceived(net:true){valueInCents currency} contributorsCount}}}"
)


@dataclass(frozen=True, slots=True)
class OpenCollective:
    """Collectives at Open Collective. Ten requests a minute are let in from one address: from a whole venue."""

    transport: Transport
    most_a_minute: int | None = 10

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
            raise NotFoundError("that is no collective")
        body = json.dumps({"query": _QUERY, "variables": {"slug": at}}).encode()
        headers = {"Content-Type": "application/json"}
        request = Request("POST", "/v2", "/v2", body=body, headers=headers, is_repeatable=False)
        return read_account(self.transport.ask(request).said, at)

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        return f"{_PAGES}/{at}/donate?amount={written_major(amount)}"


def read_account(said: object, at: str) -> Figures:
    """Return how a collective stands. A reply that speaks of errors is one, though its status says that all is well."""
    found = members(said)
    if found.get("errors") or found.get("error"):
        raise _refusal(found)
    account = members(found.get("data")).get("account")
    if account is None:
        raise NotFoundError("the provider knows no such collective")
    account = members(account)
    if account.get("slug") != at:
        raise BadResponseError("the provider tells of another collective")
    code = currency(account, "currency")
    stats = members(account.get("stats"))
    received = members(stats.get("totalAmountReceived"))
    if received.get("currency") != code:
        raise BadResponseError("the total is in another currency than the collective")
    return Figures(cents(received, "valueInCents", code), Money(0, code), count(stats, "contributorsCount"))


def _refusal(said: Said) -> BadResponseError | RateLimitedError:
    # Their errors are told apart by sentences alone.
    if "rate limit" in json.dumps(said, default=str)[:2000].lower():
        return RateLimitedError("the provider lets in no more requests", after=60)
    return BadResponseError("the provider answers with errors")
