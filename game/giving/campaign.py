"""Campaigns and who runs them, as the game may show them.

What could tell who somebody is has no place here: no name but an invented one, no photograph, no country, no dates.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from game.giving.money import Money

REGIONS = frozenset(
    {
        "001",
        "002",
        "003",
        "005",
        "009",
        "011",
        "013",
        "014",
        "015",
        "017",
        "018",
        "019",
        "021",
        "029",
        "030",
        "034",
        "035",
    }
    | {"039", "053", "054", "057", "061", "142", "143", "145", "150", "151", "154", "155", "202", "419"}
)
"""Codes of UN M49 for the world, continents and their parts. A country would say too much about a person."""


class Environment(Enum):
    """Whether money is real."""

    LIVE = "live"
    SANDBOX = "sandbox"


class CampaignStatus(Enum):
    """Whether a campaign takes pledges."""

    OPEN = "open"
    FUNDED = "funded"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who receives the money and answers for it. Addresses are printed, never opened."""

    name: str
    registration: str
    contact_url: str
    terms_url: str
    privacy_url: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a story, told by region only."""

    text: str
    region: str | None
    content_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that money is for."""

    label: str
    cost: Money


@dataclass(frozen=True, slots=True)
class Fees:
    """What does not reach the campaign; in hundredths of a percent."""

    platform_basis_points: int
    processor_basis_points: int | None
    processor_fixed: Money | None
    description: str


@dataclass(frozen=True, slots=True)
class Consent:
    """Until when, and for how long at a time, a person lets this be shown."""

    expires_at: datetime
    max_cache_seconds: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """What money is asked for."""

    id: str
    status: CampaignStatus
    pseudonym: str
    """An invented name."""
    title: str
    summary: str
    story: tuple[Milestone, ...]
    needs: tuple[Need, ...]
    goal: Money
    raised: Money
    supporters: int
    region: str | None
    audience: frozenset[str]
    fees: Fees | None
    secondary_purpose: str
    """Where money goes beyond the goal, or when the campaign ends early."""
    operator: Operator | None
    consent: Consent
    ends_at: datetime | None
    updated_at: datetime
    """The time of the figures."""
    checked_at: datetime
    """When the portal last said that this is so."""


@dataclass(frozen=True, slots=True)
class TakenCurrency:
    """A currency in which pledges can be made, and between which amounts."""

    least: Money
    most: Money
    presets: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class PortalInfo:
    """What a portal says of itself."""

    name: str
    environment: Environment
    operator: Operator
    currencies: tuple[TakenCurrency, ...]
    """None of them where the page for paying alone knows."""
    own_amount: bool = False
    """Whether the page for paying lets people enter another amount than the one they came with."""
