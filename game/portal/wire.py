"""The values of the contract as they go over the wire.

FastAPI writes the schemas of the served OpenAPI document from these, and checks what comes in against them. Typed
dictionaries, because in the contract a member that is not required is left out, and never null.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

LARGEST_AMOUNT = 2**53 - 1
"""The largest whole number that every JSON reader keeps exact."""

CampaignStatus = Literal["open", "funded", "closed"]
Audience = Literal["general", "classroom"]
Channel = Literal["desktop", "kiosk", "event"]
PledgeStatus = Literal["awaiting_payment", "processing", "paid", "failed", "expired", "cancelled", "refunded"]

CampaignId = Annotated[str, Field(pattern="^cmp_[0-9A-Za-z]{8,40}$")]
PledgeId = Annotated[str, Field(pattern="^plg_[0-9A-Za-z]{22,64}$")]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Region = Annotated[str, Field(pattern="^[0-9]{3}$", description="UN M49 code, subregion or coarser")]
Uri = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
BasisPoints = Annotated[int, Field(ge=0, le=10000)]
LOCALE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

_CLOSED = ConfigDict(extra="forbid", strict=True)


@with_config(_CLOSED)
class Money(TypedDict):
    """An amount in the smallest unit of its currency (ISO 4217)."""

    amount_minor: Annotated[int, Field(ge=0, le=LARGEST_AMOUNT)]
    currency: Currency


class Fees(TypedDict):
    """What is kept of a gift, and by whom."""

    platform_basis_points: BasisPoints
    processor_basis_points_estimate: NotRequired[BasisPoints]
    processor_fixed_estimate: NotRequired[Money]
    description: Annotated[str, Field(max_length=280)]


class Operator(TypedDict):
    """Who runs the portal and receives the money."""

    name: str
    registration: NotRequired[Annotated[str, Field(description="charity or legal-entity number")]]
    contact_url: Uri
    terms_url: NotRequired[Uri]
    privacy_url: NotRequired[Uri]


class CurrencyInfo(TypedDict):
    """How much of a currency can be given, and the amounts that are proposed."""

    code: Currency
    exponent: Annotated[int, Field(ge=0, le=4)]
    min_minor: Annotated[int, Field(ge=1)]
    max_minor: Annotated[int, Field(ge=1)]
    presets_minor: Annotated[list[Annotated[int, Field(ge=1)]], Field(max_length=6)]


class Portal(TypedDict):
    """What the portal says of itself."""

    name: str
    environment: Literal["live", "sandbox"]
    api_version: str
    operator: Operator
    checkout_hosts: Annotated[list[str], Field(min_length=1, description="exact hosts; clients pin their own list")]
    currencies: list[CurrencyInfo]
    own_amount: NotRequired[
        Annotated[bool, Field(description="the checkout page lets the donor enter another amount than the pledge's")]
    ]


class StoryPart(TypedDict):
    """A milestone of a story, no nearer to a place than its subregion."""

    text: Annotated[str, Field(max_length=400)]
    region: NotRequired[Region]
    content_notes: NotRequired[list[str]]


class Need(TypedDict):
    """Something the money pays for."""

    label: str
    cost: Money


class Illustration(TypedDict, total=False):
    """A drawing, never a photograph of a person."""

    url: Uri
    alt: str
    kind: Annotated[str, Field(json_schema_extra={"const": "illustration"})]


class Consent(TypedDict):
    """How long the campaign may be shown, and for how long a copy may be kept."""

    expires_at: Moment
    max_cache_seconds: Annotated[int, Field(ge=0, le=604800)]


class Campaign(TypedDict):
    """Something to give for."""

    id: CampaignId
    status: CampaignStatus
    pseudonym: Annotated[str, Field(max_length=40, description="invented name; never the person's")]
    title: Annotated[str, Field(max_length=120)]
    summary: Annotated[str, Field(max_length=600)]
    story: NotRequired[Annotated[list[StoryPart], Field(max_length=12)]]
    needs: NotRequired[list[Need]]
    goal: Money
    raised: Money
    supporters: Annotated[int, Field(ge=0)]
    region: Annotated[str, Field(pattern="^[0-9]{3}$")]
    audience: NotRequired[list[Audience]]
    illustration: NotRequired[Illustration]
    fees: NotRequired[Fees]
    secondary_purpose: NotRequired[Annotated[str, Field(max_length=280)]]
    operator: NotRequired[Operator]
    consent: Consent
    ends_at: NotRequired[Annotated[str | None, Field(json_schema_extra={"format": "date-time"})]]
    updated_at: Moment


class CampaignPage(TypedDict):
    """Some campaigns, and where the next ones begin."""

    data: list[Campaign]
    next_cursor: str | None


@with_config(_CLOSED)
class PledgeRequest(TypedDict):
    """The wish to give an amount. Nothing about the giver, and nothing of a card, has a place in it."""

    campaign_id: CampaignId
    amount: Money
    channel: Channel
    frequency: NotRequired[Annotated[Literal["once"], Field(json_schema_extra={"default": "once"})]]
    locale: NotRequired[str]
    client_reference: NotRequired[Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")]]


class Pledge(TypedDict):
    """A gift on its way, and how far it came."""

    id: PledgeId
    campaign_id: CampaignId
    amount: Money
    status: PledgeStatus
    checkout_url: NotRequired[
        Annotated[
            str | None, Field(max_length=300, json_schema_extra={"format": "uri"}, description="null when closed")
        ]
    ]
    created_at: Moment
    expires_at: Moment
    status_changed_at: NotRequired[Moment]
    poll_after_seconds: NotRequired[Annotated[int, Field(ge=1, le=300)]]
    client_reference: NotRequired[str]


class Detail(TypedDict):
    """One thing that is wrong in a request, and where."""

    pointer: NotRequired[str]
    parameter: NotRequired[str]
    detail: str


class Problem(TypedDict):
    """Why a call was not carried out (RFC 9457)."""

    type: Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
    title: str
    status: int
    detail: NotRequired[str]
    instance: NotRequired[str]
    request_id: NotRequired[str]
    retryable: NotRequired[bool]
    errors: NotRequired[list[Detail]]
