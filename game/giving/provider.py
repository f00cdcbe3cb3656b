"""What every place to give through has to offer, and what it has to say about what it cannot do."""

from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

from game.giving.campaign import Campaign, PortalInfo
from game.giving.errors import BadResponseError
from game.giving.money import Money
from game.giving.pledge import Pledge

MOST_PAGES = 20
_Item = TypeVar("_Item")


class StatusSource(Enum):
    """From whom it is known whether a pledge was paid: decides what a screen may claim."""

    PORTAL = "portal"
    PROVIDER_LOOKUP = "provider-lookup"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can do."""

    list_campaigns: bool
    totals: bool
    prefill_amount: bool
    pledge_status: StatusSource
    idempotent_create: bool
    expires: bool
    min_poll_seconds: int
    needs_secret: bool
    """A provider that needs a secret cannot be used in the game: what is shipped is no secret."""


@dataclass(frozen=True, slots=True)
class Page(Generic[_Item]):
    """Some of a list, and where it goes on."""

    items: tuple[_Item, ...]
    next_cursor: str | None


class DonationProvider(Protocol):
    """A place to give through. Every method may take long and raise `DonationError`: call them on a worker."""

    @property
    def caps(self) -> Capabilities: ...

    def portal(self) -> PortalInfo: ...

    def campaigns(self, cursor: str | None = None, limit: int = 20, audience: str = "general") -> Page[Campaign]: ...

    def campaign(self, campaign_id: str) -> Campaign:
        """Raises `WithdrawnError` once consent has ended; then no copy is left."""

    def create_pledge(self, campaign_id: str, amount: Money, *, key: str, ref: str, locale: str) -> Pledge:
        """The same key never makes a second pledge."""

    def pledge(self, pledge_id: str) -> Pledge: ...

    def cancel(self, pledge_id: str) -> Pledge: ...


def every_campaign(provider: DonationProvider, audience: str = "general") -> tuple[Campaign, ...]:
    """Return the campaigns of all pages, each once.

    Raises:
        BadResponseError: the pages lead in a circle, or there are more than any portal needs.
        DonationError: a page cannot be had.

    """
    found: dict[str, Campaign] = {}
    cursor: str | None = None
    passed: set[str] = set()
    for _ in range(MOST_PAGES):
        page = provider.campaigns(cursor, limit=50, audience=audience)
        for campaign in page.items:
            found.setdefault(campaign.id, campaign)
        cursor = page.next_cursor
        if cursor is None:
            return tuple(found.values())
        if cursor in passed:
            raise BadResponseError("the pages of campaigns lead in a circle")
        passed.add(cursor)
    raise BadResponseError("there are too many pages of campaigns")
