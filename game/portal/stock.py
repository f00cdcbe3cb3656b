"""What the portal knows before anybody calls: campaigns, currencies, keys. Read from assets/portal/ at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from game.portal.wire import Audience, CampaignId, Channel, Currency, CurrencyInfo, Region
from game.portal.yaml_files import read_yaml

Scope = Literal["campaigns:read", "pledges:create", "pledges:read-own"]
Days = Annotated[int, Field(ge=0)]
Amount = Annotated[int, Field(ge=0)]
_EXACT = ConfigDict(extra="forbid", strict=False)


@checked(frozen=True, slots=True, config=_EXACT)
class StorySeed:
    """A milestone."""

    text: Annotated[str, Field(max_length=400)]
    region: Region
    content_notes: tuple[str, ...] = ()


@checked(frozen=True, slots=True, config=_EXACT)
class NeedSeed:
    """Something the money pays for."""

    label: str
    cost_minor: Amount


@checked(frozen=True, slots=True, config=_EXACT)
class PictureSeed:
    """Which drawing goes with a campaign, and what it shows."""

    name: Annotated[str, Field(pattern="^[a-z]+$")]
    alt: str


@checked(frozen=True, slots=True, config=_EXACT)
class Telling:
    """A campaign's title and summary in another language."""

    title: Annotated[str, Field(max_length=120)]
    summary: Annotated[str, Field(max_length=600)]


@checked(frozen=True, slots=True, config=_EXACT)
class CampaignSeed:
    """A campaign as it stands in the file: what it says, and what was given before the sandbox was started."""

    id: CampaignId
    pseudonym: Annotated[str, Field(max_length=40)]
    title: Annotated[str, Field(max_length=120)]
    summary: Annotated[str, Field(max_length=600)]
    story: tuple[StorySeed, ...]
    needs: Annotated[tuple[NeedSeed, ...], Field(min_length=1)]
    currency: Currency
    raised_minor: Amount
    supporters: Amount
    region: Region
    audience: tuple[Audience, ...]
    illustration: PictureSeed
    secondary_purpose: Annotated[str, Field(max_length=280)]
    age_days: Days
    consent_days: Days
    ends_in_days: Days | None = None
    closed: bool = False
    translations: dict[str, Telling] = field(default_factory=dict)

    @property
    def goal_minor(self) -> int:
        return sum(need.cost_minor for need in self.needs)


@checked(frozen=True, slots=True, config=_EXACT)
class Key:
    """What the device with this key may do. `and_longer`: the same goes for every key that begins with it."""

    key: Annotated[str, Field(pattern="^kiosk_")]
    scopes: frozenset[Scope]
    channels: frozenset[Channel]
    audience: Audience | None = None
    and_longer: bool = False
    revoked: bool = False

    def fits(self, given: str) -> bool:
        return given == self.key or (self.and_longer and given.startswith(self.key + "_"))


@checked(frozen=True, slots=True, config=_EXACT)
class OperatorSeed:
    """Who is said to run the portal."""

    name: str
    registration: str


@checked(frozen=True, slots=True, config=_EXACT)
class FeesSeed:
    """What is said to be kept of a gift; the fixed part depends on the currency."""

    platform_basis_points: int
    processor_basis_points_estimate: int
    processor_fixed_minor: dict[Currency, Amount]
    description: str


@checked(frozen=True, slots=True, config=_EXACT)
class _PortalFile:
    name: str
    operator: OperatorSeed
    fees: FeesSeed
    currencies: tuple[CurrencyInfo, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """All of it. Campaigns are in the order in which they are listed: the newest first, then by id."""

    name: str
    operator: OperatorSeed
    fees: FeesSeed
    currencies: Mapping[str, CurrencyInfo]
    keys: tuple[Key, ...]
    campaigns: Mapping[str, CampaignSeed]


def read_stock(assets: Path) -> Stock:
    """Read the folder assets/portal/; a mistake in it is an error of pydantic that says where."""
    portal = TypeAdapter(_PortalFile).validate_python(read_yaml(assets / "portal.yaml"))
    campaigns = TypeAdapter(tuple[CampaignSeed, ...]).validate_python(read_yaml(assets / "campaigns.yaml"))
    return Stock(
        portal.name,
        portal.operator,
        portal.fees,
        {currency["code"]: currency for currency in portal.currencies},
        portal.keys,
        {each.id: each for each in sorted(campaigns, key=lambda each: (each.age_days, each.id))},
    )
