"""The provider for places that only know a donate link: totals in, a link out, and a pledge that nobody tracks."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from game.giving.adapters.figures import Chosen, Figures, Source
from game.giving.adapters.paced import LONGEST_KEPT, Paced, Seen
from game.giving.campaign import Campaign, CampaignStatus, Consent, PortalInfo
from game.giving.checkout import CheckoutRules
from game.giving.errors import (
    AmountError,
    BadResponseError,
    ClosedError,
    ConflictError,
    NotAllowedHereError,
    NotFoundError,
    RateLimitedError,
    WithdrawnError,
)
from game.giving.money import Money
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.provider import Capabilities, Page
from game.network.clock import Clock

SHOWN_FOR = timedelta(minutes=30)
"""How long a donate link stays on a screen at most."""
_GENERAL = frozenset({"general"})

_log = logging.getLogger(__name__)


class LinkProvider:
    """Campaigns that an operator chose at a public provider.

    Raises:
        NotAllowedHereError: the provider needs a secret, and a game cannot keep one.

    """

    def __init__(
        self, source: Source, info: PortalInfo, chosen: tuple[Chosen, ...], rules: CheckoutRules, clock: Clock
    ) -> None:
        refuse_secrets(source.caps)
        self._source = source
        self._info = info
        self._chosen: Mapping[str, Chosen] = {each.at: each for each in chosen}
        self._rules = rules
        self._clock = clock
        self._paced = Paced(source, clock)
        self._pledges: dict[str, Pledge] = {}

    @property
    def caps(self) -> Capabilities:
        return self._source.caps

    def portal(self) -> PortalInfo:
        """Return what the operator wrote down; the provider is not asked."""
        return self._info

    def campaigns(self, cursor: str | None = None, limit: int = 20, audience: str = "general") -> Page[Campaign]:
        """Return all on one page. One that cannot be read does not take the others along."""
        shown: list[Campaign] = []
        for chosen in self._chosen.values() if audience in _GENERAL and cursor is None else ():
            try:
                shown.append(self.campaign(chosen.at))
            except (BadResponseError, NotFoundError, WithdrawnError) as error:
                _log.warning("a campaign is not shown: %s", error)
            except RateLimitedError:
                if not shown:
                    raise
        return Page(tuple(shown), None)

    def campaign(self, campaign_id: str) -> Campaign:
        return self._campaign(self._valid(campaign_id), self._paced.ask(campaign_id))

    def create_pledge(self, campaign_id: str, amount: Money, *, key: str, ref: str, locale: str) -> Pledge:
        """Return where to donate. The provider is not told of it, so nothing has to be undone."""
        chosen = self._valid(campaign_id)
        figures = self._paced.ask(campaign_id).figures
        if figures.status is not CampaignStatus.OPEN:
            raise ClosedError("the campaign takes nothing more")
        self._check(amount, figures)
        now = self._clock.now()
        pledge = Pledge(
            id="plg_" + hashlib.sha256(key.encode()).hexdigest()[:32],
            campaign_id=campaign_id,
            amount=amount,
            status=PledgeStatus.UNTRACKED,
            checkout=self._rules.checked(self._source.link(campaign_id, figures, amount)),
            expires_at=min(now + SHOWN_FOR, chosen.until),
            seen_at=now,
            poll_after_s=float(self.caps.min_poll_seconds),
            reference=ref,
        )
        made = self._pledges.setdefault(pledge.id, pledge)
        if (made.campaign_id, made.amount) != (campaign_id, amount):
            raise ConflictError("the key was used for another pledge")
        return made

    def pledge(self, pledge_id: str) -> Pledge:
        """Return the pledge as it was made: how it goes on, nobody tells, so nobody is asked."""
        if pledge_id not in self._pledges:
            raise NotFoundError("there is no such pledge")
        return self._pledges[pledge_id]

    def cancel(self, pledge_id: str) -> Pledge:
        """Show the link no more. Whether it was used, nobody knows."""
        self._pledges[pledge_id] = replace(self.pledge(pledge_id), checkout=None)
        return self._pledges[pledge_id]

    def _valid(self, campaign_id: str) -> Chosen:
        chosen = self._chosen.get(campaign_id)
        if chosen is None:
            raise NotFoundError("the operator chose no such campaign")
        if chosen.until <= self._clock.now():
            self._paced.forget(campaign_id)
            raise WithdrawnError("the day has passed until which the operator wanted it shown")
        return chosen

    def _check(self, amount: Money, figures: Figures) -> None:
        # A card beside a portal leaves the amount to the donate page, and so names none.
        taken = self._info.currencies
        bounds = [each for each in taken if each.least.currency == amount.currency]
        if taken and not any(each.least.minor <= amount.minor <= each.most.minor for each in bounds):
            raise AmountError("the amount is not one of those taken")
        # A link says 15, not 15 of what: it is only right in the currency that the page counts in.
        if self.caps.prefill_amount and amount.currency != figures.raised.currency:
            raise AmountError("the campaign counts in another currency")

    def _campaign(self, chosen: Chosen, seen: Seen) -> Campaign:
        figures = seen.figures
        return Campaign(
            id=chosen.at,
            status=figures.status,
            pseudonym="",
            title=chosen.title,
            summary=chosen.summary,
            story=(),
            needs=(),
            goal=figures.goal,
            raised=figures.raised,
            supporters=figures.supporters,
            region=None,
            audience=_GENERAL,
            fees=None,
            secondary_purpose=chosen.secondary_purpose,
            operator=self._info.operator,
            consent=Consent(chosen.until, int(LONGEST_KEPT.total_seconds())),
            ends_at=None,
            updated_at=seen.at,
            checked_at=seen.at,
        )


def refuse_secrets(caps: Capabilities) -> None:
    """Raises `NotAllowedHereError` for a provider that needs a secret: what is handed out with a game is none."""
    if caps.needs_secret:
        raise NotAllowedHereError("a provider that needs a secret cannot be used in the game")
