"""What the contract's JSON says, as values. Docs: `portal-openapi.yaml`; longer texts than it allows are cut."""

import logging
import re
from datetime import datetime

from game.giving import reading
from game.giving.campaign import (
    REGIONS,
    Campaign,
    CampaignStatus,
    Consent,
    Environment,
    Fees,
    Milestone,
    Need,
    Operator,
    PortalInfo,
    TakenCurrency,
)
from game.giving.checkout import CheckoutRules
from game.giving.errors import BadResponseError
from game.giving.money import Money, exponent, is_currency
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.reading import Said, members

CAMPAIGN_ID = re.compile(r"cmp_[0-9A-Za-z]{8,40}")
PLEDGE_ID = re.compile(r"plg_[0-9A-Za-z]{22,64}")
_REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WORD = re.compile(r"[A-Za-z0-9_-]{1,40}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_MOST_ADDRESS = 300
_MOST_NAME = 120
_WEEK_S = 604800

_log = logging.getLogger(__name__)


def read_portal(said: object) -> PortalInfo:
    """Raises `BadResponseError`, like all that follow, if something needed is missing or wrong."""
    portal = members(said)
    taken = tuple(found for entry in reading.items(portal, "currencies") if (found := _currency(members(entry))))
    if not taken:
        raise BadResponseError("the portal takes no currency that is known here")
    try:
        environment = Environment(portal.get("environment"))
    except ValueError:
        raise BadResponseError("the portal does not say whether it is a sandbox") from None
    return PortalInfo(
        reading.text(portal, "name", _MOST_NAME),
        environment,
        _operator(members(portal.get("operator"))),
        taken,
        own_amount=portal.get("own_amount") is True,
    )


def read_campaign(said: object, checked_at: datetime) -> Campaign | None:
    """Return a campaign, or None if its status is one that only later games know: such a one is not shown."""
    found = members(said)
    statuses = {status.value: status for status in CampaignStatus}
    status = statuses.get(str(found.get("status")))
    if status is None:
        return None
    goal, raised = reading.money(found, "goal"), reading.money(found, "raised")
    if goal.currency != raised.currency:
        raise BadResponseError("goal and raised are in different currencies")
    return Campaign(
        id=reading.token(found, "id", CAMPAIGN_ID),
        status=status,
        pseudonym=reading.text(found, "pseudonym", 40),
        title=reading.text(found, "title", 120),
        summary=reading.text(found, "summary", 600),
        story=tuple(_milestone(members(part)) for part in reading.items(found, "story")[:12]),
        needs=tuple(_need(members(need)) for need in reading.items(found, "needs")[:12]),
        goal=goal,
        raised=raised,
        supporters=reading.whole(found, "supporters", 0, 10**9),
        region=_region(found),
        audience=_audience(found),
        fees=None if found.get("fees") is None else _fees(members(found["fees"])),
        secondary_purpose=reading.optional_text(found, "secondary_purpose", 280),
        operator=None if found.get("operator") is None else _operator(members(found["operator"])),
        consent=_consent(members(found.get("consent"))),
        ends_at=reading.optional_moment(found, "ends_at"),
        updated_at=reading.moment(found, "updated_at"),
        checked_at=checked_at,
    )


def read_campaigns(said: object, checked_at: datetime) -> tuple[Campaign, ...]:
    """Return those of a page that can be shown. One that is malformed does not take the others along."""
    found = []
    for entry in reading.items(members(said), "data"):
        try:
            campaign = read_campaign(entry, checked_at)
        except BadResponseError as error:
            _log.warning("a campaign is not shown: %s", error)
        else:
            found += [campaign] if campaign else []
    return tuple(found)


def read_cursor(said: object) -> str | None:
    cursor = members(said).get("next_cursor")
    if cursor is None:
        return None
    if not isinstance(cursor, str) or not 0 < len(cursor) <= 512:
        raise BadResponseError("'next_cursor' has another form")
    return cursor


def read_pledge(said: object, rules: CheckoutRules, seen_at: datetime, asked_wait: float | None) -> Pledge:
    """Return a pledge; a status that only later games know counts as being processed.

    Raises:
        UnsafeAddressError: it is to be paid at an address that was not pinned.

    """
    found = members(said)
    known = {status.value: status for status in PledgeStatus if status is not PledgeStatus.UNTRACKED}
    status = known.get(reading.token(found, "status", _WORD), PledgeStatus.PROCESSING)
    url = found.get("checkout_url")
    if status is PledgeStatus.AWAITING and not isinstance(url, str):
        raise BadResponseError("the pledge awaits payment, but nobody says where")
    told = found.get("client_reference")
    return Pledge(
        id=reading.token(found, "id", PLEDGE_ID),
        campaign_id=reading.token(found, "campaign_id", CAMPAIGN_ID),
        amount=reading.money(found, "amount"),
        status=status,
        checkout=rules.checked(str(url)) if status is PledgeStatus.AWAITING else None,
        expires_at=reading.moment(found, "expires_at"),
        seen_at=seen_at,
        poll_after_s=max(reading.optional_whole(found, "poll_after_seconds", 1, 300) or 3, asked_wait or 0),
        reference=None if told is None else reading.token(found, "client_reference", _REFERENCE),
    )


def _currency(said: Said) -> TakenCurrency | None:
    """Return a currency, unless portal and game disagree about how many digits it has."""
    code = reading.token(said, "code", _CURRENCY)
    digits = reading.whole(said, "exponent", 0, 4)
    if not is_currency(code) or exponent(code) != digits:
        _log.warning("the currency %s is not offered: portal and game do not agree on its digits", code)
        return None
    least, most = (reading.whole(said, name, 1, 2**53 - 1) for name in ("min_minor", "max_minor"))
    presets = [preset for preset in reading.items(said, "presets_minor")[:6] if type(preset) is int]
    taken = tuple(Money(preset, code) for preset in presets if least <= preset <= most)
    return TakenCurrency(Money(least, code), Money(most, code), taken) if least <= most else None


def _operator(said: Said) -> Operator:
    return Operator(
        name=reading.text(said, "name", _MOST_NAME),
        registration=reading.optional_text(said, "registration", _MOST_NAME),
        contact_url=reading.text(said, "contact_url", _MOST_ADDRESS),
        terms_url=reading.optional_text(said, "terms_url", _MOST_ADDRESS),
        privacy_url=reading.optional_text(said, "privacy_url", _MOST_ADDRESS),
    )


def _milestone(said: Said) -> Milestone:
    notes = tuple(str(note)[:40] for note in reading.items(said, "content_notes")[:6] if _WORD.fullmatch(str(note)))
    return Milestone(reading.text(said, "text", 400), _region(said), notes)


def _need(said: Said) -> Need:
    return Need(reading.text(said, "label", 80), reading.money(said, "cost"))


def _fees(said: Said) -> Fees:
    return Fees(
        platform_basis_points=reading.whole(said, "platform_basis_points", 0, 10000),
        processor_basis_points=reading.optional_whole(said, "processor_basis_points_estimate", 0, 10000),
        processor_fixed=reading.optional_money(said, "processor_fixed_estimate"),
        description=reading.text(said, "description", 280),
    )


def _consent(said: Said) -> Consent:
    return Consent(reading.moment(said, "expires_at"), reading.whole(said, "max_cache_seconds", 0, _WEEK_S))


def _region(said: Said) -> str | None:
    """Return a region, unless it is a single country: then it is kept to ourselves."""
    region = said.get("region")
    return region if isinstance(region, str) and region in REGIONS else None


def _audience(said: Said) -> frozenset[str]:
    """Return for whom it is; for adults alone where nothing is said."""
    return frozenset(entry for entry in reading.items(said, "audience") if isinstance(entry, str)) or frozenset(
        {"general"}
    )
