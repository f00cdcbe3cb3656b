"""The provider for portals that keep to our contract: campaigns, and the whole life of a pledge."""

import json
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from random import Random
from typing import Literal

from game.giving.campaign import Campaign, PortalInfo
from game.giving.checkout import CheckoutRules
from game.giving.errors import BadResponseError, NotFoundError, WithdrawnError, WrongEnvironmentError
from game.giving.money import Money
from game.giving.pledge import MOVED_MONEY, Pledge
from game.giving.portal_reading import (
    CAMPAIGN_ID,
    PLEDGE_ID,
    read_campaign,
    read_campaigns,
    read_cursor,
    read_pledge,
    read_portal,
)
from game.giving.provider import Capabilities, Page, StatusSource
from game.giving.reading import items, members
from game.giving.reply_cache import ReplyCache
from game.giving.site import Site
from game.giving.transport import Consented, Reply, Transport
from game.network.clock import Clock
from game.network.exchange import LIST_BYTES, Request

Channel = Literal["desktop", "kiosk", "event"]


class PortalProvider:
    """A portal at a site. It is asked what it is before anything else, and nothing is said to one of another kind."""

    def __init__(
        self, site: Site, rules: CheckoutRules, channel: Channel, cache: ReplyCache, clock: Clock, chance: Random
    ) -> None:
        self._rules = rules
        self._channel = channel
        self._transport = Transport(site, cache, clock, chance)
        self._is_right = threading.Event()

    @property
    def caps(self) -> Capabilities:
        return Capabilities(
            list_campaigns=True,
            totals=True,
            prefill_amount=True,
            pledge_status=StatusSource.PORTAL,
            idempotent_create=True,
            expires=True,
            min_poll_seconds=3,
            needs_secret=False,
        )

    def portal(self) -> PortalInfo:
        """Return what the portal says of itself. The key of this device is not told to it for that.

        Raises:
            WrongEnvironmentError: it is live and a sandbox was set up, or the reverse.

        """
        # Always asked anew, never taken from what is kept: another portal may stand at the address today.
        info = read_portal(self._transport.ask(Request("GET", "/portal", "/portal", has_key=False)).said)
        if info.environment is not self._transport.site.environment:
            self._is_right.clear()
            raise WrongEnvironmentError("sandbox and live do not go together")
        self._is_right.set()
        return info

    def campaigns(self, cursor: str | None = None, limit: int = 20, audience: str = "general") -> Page[Campaign]:
        self._ask_first()
        query = {"status": "open", "audience": audience, "limit": str(limit)}
        if cursor is not None:
            query["cursor"] = cursor
        request = Request("GET", "/campaigns", "/campaigns", query, most_bytes=LIST_BYTES)
        reply = self._transport.get(request, self._consented_all)
        shown = read_campaigns(reply.said, reply.checked_at)
        return Page(
            tuple(one for one in shown if audience in one.audience and one.consent.expires_at > self._now()),
            read_cursor(reply.said),
        )

    def campaign(self, campaign_id: str) -> Campaign:
        self._ask_first()
        path = "/campaigns/" + _checked(campaign_id, CAMPAIGN_ID.fullmatch)
        request = Request("GET", path, "/campaigns/{campaign_id}")
        reply = self._purging(campaign_id, lambda: self._transport.get(request, self._consented_alone))
        campaign = read_campaign(reply.said, reply.checked_at)
        if campaign is None:
            raise NotFoundError("the campaign has a status that is not known here")
        if campaign.id != campaign_id:
            raise BadResponseError("the portal tells of another campaign")
        if campaign.consent.expires_at <= self._now():
            self._transport.purge(campaign_id)
            raise WithdrawnError("consent has run out")
        return campaign

    def create_pledge(self, campaign_id: str, amount: Money, *, key: str, ref: str, locale: str) -> Pledge:
        self._ask_first()
        body = {
            "campaign_id": _checked(campaign_id, CAMPAIGN_ID.fullmatch),
            "amount": {"amount_minor": amount.minor, "currency": amount.currency},
            "channel": self._channel,
            "frequency": "once",
            "locale": locale,
            "client_reference": ref,
        }
        headers = {"Idempotency-Key": key, "Content-Type": "application/json"}
        request = Request("POST", "/pledges", "/pledges", body=json.dumps(body).encode(), headers=headers)
        pledge = self._pledge(self._purging(campaign_id, lambda: self._transport.ask(request)))
        if (pledge.campaign_id, pledge.amount) != (campaign_id, amount) or pledge.reference not in (None, ref):
            raise BadResponseError("the portal made another pledge than it was asked for")
        return pledge

    def pledge(self, pledge_id: str) -> Pledge:
        self._ask_first()
        path = "/pledges/" + _checked(pledge_id, PLEDGE_ID.fullmatch)
        return self._same(pledge_id, self._transport.ask(Request("GET", path, "/pledges/{pledge_id}")))

    def cancel(self, pledge_id: str) -> Pledge:
        self._ask_first()
        path = "/pledges/" + _checked(pledge_id, PLEDGE_ID.fullmatch) + "/cancel"
        return self._same(pledge_id, self._transport.ask(Request("POST", path, "/pledges/{pledge_id}/cancel")))

    def _ask_first(self) -> None:
        if not self._is_right.is_set():
            self.portal()

    def _pledge(self, reply: Reply) -> Pledge:
        pledge = read_pledge(reply.said, self._rules, reply.checked_at, reply.asked_wait)
        if pledge.status in MOVED_MONEY:
            # The figures of its campaign are other ones now, however fresh those that are kept may be.
            self._transport.purge(pledge.campaign_id)
        return pledge

    def _same(self, pledge_id: str, reply: Reply) -> Pledge:
        pledge = self._pledge(reply)
        if pledge.id != pledge_id:
            raise BadResponseError("the portal tells of another pledge")
        return pledge

    def _purging(self, campaign_id: str, ask: Callable[[], Reply]) -> Reply:
        try:
            return ask()
        except WithdrawnError:
            self._transport.purge(campaign_id)
            raise

    def _consented_alone(self, said: object) -> Consented:
        campaign = read_campaign(said, self._now())
        return self._consented([campaign] if campaign else [])

    def _consented_all(self, said: object) -> Consented:
        campaigns = read_campaigns(said, self._now())
        # What one that cannot be read consents to is not known.
        return self._consented(campaigns if len(campaigns) == len(items(members(said), "data")) else ())

    def _consented(self, campaigns: Iterable[Campaign]) -> Consented:
        """Return how long a reply may be kept: as short as anybody in it wants."""
        shown = tuple(campaigns)
        return Consented(
            marks=tuple(campaign.id for campaign in shown),
            most_age_s=min((campaign.consent.max_cache_seconds for campaign in shown), default=0),
            until=min((campaign.consent.expires_at for campaign in shown), default=None),
        )

    def _now(self) -> datetime:
        return self._transport.time.now()


def _checked(name: str, fits: Callable[[str], object]) -> str:
    """An id becomes a part of a path only if it is one."""
    if not fits(name):
        raise NotFoundError("there is no such id")
    return name
