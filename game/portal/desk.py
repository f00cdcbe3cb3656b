"""Where pledges are taken, shown and cancelled."""

import json
import math
import secrets
from dataclasses import dataclass
from http import HTTPStatus

from game.portal.access import Caller, Limits
from game.portal.clock import Clock
from game.portal.life import EXPIRES_AFTER_S, NEXT, Deed
from game.portal.problems import Kind, RefusedError, problem, slow_down
from game.portal.replies import dump
from game.portal.showing import Showing
from game.portal.store import KeptReply, PledgeRow, Store, Totals
from game.portal.wire import Pledge, PledgeRequest

_ID_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ID_LENGTH = 26  # letters of five bits each: 130 bits that nobody guesses
_CODE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Desk:
    """Takes pledges for the campaigns that are shown."""

    store: Store
    showing: Showing
    clock: Clock
    limits: Limits

    def answer(self, wish: PledgeRequest, caller: Caller, of_body: str, request_id: str) -> KeptReply:
        """Return the reply to a new pledge: the pledge, or why there can be none for this wish, ever.

        Raises:
            RefusedError: there can be none now; the same wish may be granted later.

        """
        try:
            row = self._take(wish, caller)
        except RefusedError as refused:
            if refused.kind.retryable:
                raise
            return KeptReply(of_body, refused.kind.status, dump(problem(refused, "/pledges", request_id)))
        # Without the address of the portal, which may have another port when the reply is sent again.
        return KeptReply(of_body, HTTPStatus.CREATED, dump(self.showing.pledge(row, base="")))

    def told(self, reply: KeptReply) -> Pledge:
        """Return the pledge of a kept reply, with the address of the checkout page as it is now."""
        shown: Pledge = json.loads(reply.body)
        if path := shown["checkout_url"]:
            shown["checkout_url"] = self.showing.base + path
        return shown

    def _take(self, wish: PledgeRequest, caller: Caller) -> PledgeRow:
        now, amount = self.clock.now(), wish["amount"]
        self.store.expire(now)
        self._expect_payable(wish)
        if len(ends := self.store.open_of(caller.owner)) >= self.limits.open_pledges:
            raise slow_down(Kind.RATE_LIMITED, math.ceil(ends[0] - now), "too many open pledges: pay or cancel one")
        row = PledgeRow(
            "plg_" + _random(_ID_LENGTH),
            _random(_CODE_LENGTH),
            caller.owner,
            wish["campaign_id"],
            amount["amount_minor"],
            amount["currency"],
            "awaiting_payment",
            now,
            now + EXPIRES_AFTER_S,
            now,
            wish.get("client_reference"),
        )
        self.store.add(row)
        return row

    def _expect_payable(self, wish: PledgeRequest) -> None:
        seed = self.showing.stock.campaigns.get(wish["campaign_id"])
        if seed is None:
            raise RefusedError(Kind.NOT_FOUND, "there is no such campaign")
        if self.showing.is_withdrawn(seed):
            raise RefusedError(Kind.CAMPAIGN_WITHDRAWN)
        if self.showing.status(seed, self.store.totals().get(seed.id, Totals())) != "open":
            raise RefusedError(Kind.CAMPAIGN_CLOSED)
        currency = self.showing.stock.currencies.get(wish["amount"]["currency"])
        if currency is None or currency["code"] != seed.currency:
            why = f"this campaign takes {seed.currency}"
            raise RefusedError(Kind.CURRENCY_NOT_SUPPORTED, why, [{"pointer": "#/amount/currency", "detail": why}])
        least, most = currency["min_minor"], currency["max_minor"]
        if not least <= wish["amount"]["amount_minor"] <= most:
            why = f"expected from {least} to {most}"
            raise RefusedError(Kind.AMOUNT_OUT_OF_RANGE, why, [{"pointer": "#/amount/amount_minor", "detail": why}])

    def find(self, pledge_id: str, caller: Caller) -> PledgeRow:
        """Return a pledge as it is now.

        Raises:
            RefusedError: there is none of this id that the caller created.

        """
        self.store.expire(self.clock.now())
        row = self.store.pledge(pledge_id)
        if row is None or row.owner != caller.owner:
            raise RefusedError(Kind.NOT_FOUND, "there is no such pledge")
        return row

    def cancel(self, pledge_id: str, caller: Caller) -> PledgeRow:
        """Cancel a pledge that waits for its payment; any other stays as it is."""
        row = self.find(pledge_id, caller)
        if row.status == "awaiting_payment":
            self.do(row, Deed.CANCEL)
        return self.find(pledge_id, caller)

    def do(self, row: PledgeRow, deed: Deed, paid_minor: int | None = None) -> bool:
        """Do something with a pledge, if it is possible in its status and nobody was faster; return whether it was."""
        status = NEXT[row.status].get(deed)
        return status is not None and self.store.move(row, status, self.clock.now(), paid_minor)


def _random(length: int) -> str:
    return "".join(secrets.choice(_ID_ALPHABET) for _ in range(length))
