"""Campaigns and pledges as the contract writes them."""

import re
from dataclasses import dataclass

from game.portal.clock import Clock, timestamp
from game.portal.life import POLL_AFTER_S
from game.portal.stock import CampaignSeed, Stock
from game.portal.store import PledgeRow, Store, Totals
from game.portal.wire import Campaign, CampaignStatus, CurrencyInfo, Fees, Money, Operator, Pledge, Portal

ENGLISH = "en"
MAX_CACHE_S = 86400
_DAY_S = 86400


def money(amount_minor: int, currency: str) -> Money:
    return {"amount_minor": amount_minor, "currency": currency}


def preferred_language(accepted: str) -> str:
    """Return the language that an Accept-Language header names first, without looking at weights."""
    return re.split("[,;-]", accepted, maxsplit=1)[0].strip().lower() or ENGLISH


@dataclass(frozen=True, slots=True)
class Showing:
    """Shows what the portal has. `base` is its address; `day` is the start of the day on which it was started."""

    stock: Stock
    store: Store
    clock: Clock
    base: str
    day: float

    def portal(self) -> Portal:
        currencies: list[CurrencyInfo] = list(self.stock.currencies.values())
        return {
            "name": self.stock.name,
            "environment": "sandbox",
            "api_version": "1.0.0",
            "operator": self.operator(),
            "checkout_hosts": ["127.0.0.1"],
            "currencies": currencies,
            "own_amount": True,
        }

    def operator(self) -> Operator:
        return {
            "name": self.stock.operator.name,
            "registration": self.stock.operator.registration,
            "contact_url": f"{self.base}/about#contact",
            "terms_url": f"{self.base}/about#terms",
            "privacy_url": f"{self.base}/about#privacy",
        }

    def is_withdrawn(self, seed: CampaignSeed) -> bool:
        """Say whether the person no longer agrees to be shown, or agreed for a time that is over."""
        return seed.id in self.store.withdrawn() or self.clock.now() >= self._consent_ends(seed)

    def status(self, seed: CampaignSeed, totals: Totals) -> CampaignStatus:
        ends = self._ends(seed)
        if seed.closed or (ends is not None and self.clock.now() >= ends):
            return "closed"
        return "funded" if seed.raised_minor + totals.raised_minor >= seed.goal_minor else "open"

    def campaign(self, seed: CampaignSeed, totals: Totals, language: str) -> Campaign:
        telling, ends = seed.translations.get(language, seed), self._ends(seed)
        updated = max(self.day - min(seed.age_days, 2) * _DAY_S, totals.changed_at)
        return {
            "id": seed.id,
            "status": self.status(seed, totals),
            "pseudonym": seed.pseudonym,
            "title": telling.title,
            "summary": telling.summary,
            "story": [
                {"text": part.text, "region": part.region, "content_notes": list(part.content_notes)}
                for part in seed.story
            ],
            "needs": [{"label": need.label, "cost": money(need.cost_minor, seed.currency)} for need in seed.needs],
            "goal": money(seed.goal_minor, seed.currency),
            "raised": money(seed.raised_minor + totals.raised_minor, seed.currency),
            "supporters": seed.supporters + totals.supporters,
            "region": seed.region,
            "audience": list(seed.audience),
            "illustration": {
                "url": f"{self.base}/illustrations/{seed.illustration.name}.svg",
                "alt": seed.illustration.alt,
                "kind": "illustration",
            },
            "fees": self._fees(seed.currency),
            "secondary_purpose": seed.secondary_purpose,
            "operator": self.operator(),
            "consent": {"expires_at": timestamp(self._consent_ends(seed)), "max_cache_seconds": MAX_CACHE_S},
            "ends_at": None if ends is None else timestamp(ends),
            "updated_at": timestamp(updated),
        }

    def pledge(self, row: PledgeRow, base: str | None = None) -> Pledge:
        """Show a pledge; `base` is what its checkout address begins with, if not the portal's own address."""
        url = f"{self.base if base is None else base}/p/{row.code}" if row.status == "awaiting_payment" else None
        shown: Pledge = {
            "id": row.id,
            "campaign_id": row.campaign_id,
            "amount": money(row.amount_minor, row.currency),
            "status": row.status,
            "checkout_url": url,
            "created_at": timestamp(row.created_at),
            "expires_at": timestamp(row.expires_at),
            "status_changed_at": timestamp(row.changed_at),
            "poll_after_seconds": POLL_AFTER_S[row.status],
        }
        if row.client_reference is not None:
            shown["client_reference"] = row.client_reference
        return shown

    def _fees(self, currency: str) -> Fees:
        fees = self.stock.fees
        return {
            "platform_basis_points": fees.platform_basis_points,
            "processor_basis_points_estimate": fees.processor_basis_points_estimate,
            "processor_fixed_estimate": money(fees.processor_fixed_minor[currency], currency),
            "description": fees.description,
        }

    def _consent_ends(self, seed: CampaignSeed) -> float:
        return self.day + seed.consent_days * _DAY_S

    def _ends(self, seed: CampaignSeed) -> float | None:
        return None if seed.ends_in_days is None else self.day + seed.ends_in_days * _DAY_S
