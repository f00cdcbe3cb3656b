"""A portal by its contract, and portals that break it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.campaign import Campaign, CampaignStatus, Environment
from game.giving.checkout import CheckoutRules
from game.giving.errors import (
    BadResponseError,
    DonationError,
    NotFoundError,
    UnsafeAddressError,
    WrongEnvironmentError,
)
from game.giving.money import Money
from game.giving.pledge import PledgeStatus
from game.giving.portal_provider import PortalProvider
from game.giving.portal_reading import read_campaign, read_pledge, read_portal
from game.giving.provider import MOST_PAGES, every_campaign
from game.giving.reply_cache import ReplyCache
from tests.giving.stub import CAMPAIGN_ID, NOW, PLEDGE_ID, Answer, Asked, StillClock, campaign, pledge, portal, served

_Made = TypeVar("_Made")
RULES = CheckoutRules({"pay.portal.example": "/p/"}, is_sandbox=True)
FIFTEEN = Money(1500, "USD")
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def asking(
    folder: Path, answer: Callable[[Asked], Answer], ask: Callable[[PortalProvider], _Made], **changes: object
) -> _Made:
    """Return what a provider makes of a portal that answers so."""

    def behaviour(asked: Asked) -> Answer:
        return Answer(portal(**changes)) if asked.path.endswith("/portal") else answer(asked)

    with served(behaviour) as stub:
        return ask(PortalProvider(stub.site(), RULES, "kiosk", ReplyCache(folder), StillClock(), Random(1)))


def create(provider: PortalProvider) -> object:
    return provider.create_pledge(CAMPAIGN_ID, FIFTEEN, key="k" * 20, ref="game-1", locale="en")


def _by_id(ask: Callable[[PortalProvider, str], object], id_: str, provider: PortalProvider) -> object:
    return ask(provider, id_)


def _listed(audience: str, provider: PortalProvider) -> tuple[Campaign, ...]:
    return provider.campaigns(audience=audience).items


def test_the_portal_says_who_runs_it_and_what_it_takes(tmp_path: Path) -> None:
    info = asking(tmp_path, lambda _: Answer(), lambda provider: provider.portal(), new_member={"a": 1})
    assert (info.environment, info.operator.registration) == (Environment.SANDBOX, "0000")
    (taken,) = info.currencies
    assert (taken.least, taken.most) == (Money(200, "USD"), Money(500000, "USD"))
    assert taken.presets == (Money(500, "USD"), Money(1500, "USD"), Money(3000, "USD"))


def test_a_live_portal_is_refused_by_a_sandbox_before_anything_else_is_said(tmp_path: Path) -> None:
    asked: list[str] = []

    def behaviour(request: Asked) -> Answer:
        asked.append(request.path + request.headers.get("authorization", ""))
        return Answer(portal(environment="live"))

    asks: list[Callable[[PortalProvider], object]] = [
        lambda provider: provider.portal(), lambda provider: provider.campaigns(), create,
        lambda provider: provider.campaign(CAMPAIGN_ID), lambda provider: provider.pledge(PLEDGE_ID),
        lambda provider: provider.cancel(PLEDGE_ID),
    ]  # fmt: skip
    with served(behaviour) as stub:
        for ask in asks:
            with pytest.raises(WrongEnvironmentError):
                ask(PortalProvider(stub.site(), RULES, "kiosk", ReplyCache(tmp_path), StillClock(), Random(1)))
    assert set(asked) == {"/api/v1/portal"}


@pytest.mark.parametrize(
    "changes",
    [{"environment": "test"}, {"environment": None}, {"operator": None}, {"operator": {"name": "x"}},
     {"name": "\u202e"}, {"currencies": []}, {"currencies": [{"code": "USD"}]}, {"currencies": {}}],
)  # fmt: skip
def test_a_portal_that_says_too_little_is_not_used(changes: dict[str, object]) -> None:
    with pytest.raises(BadResponseError):
        read_portal(portal(**changes))


def test_a_currency_is_taken_only_if_both_sides_agree_on_its_digits() -> None:
    def currency(code: str, digits: int, **more: object) -> dict[str, object]:
        return {"code": code, "exponent": digits, "min_minor": 1, "max_minor": 100, "presets_minor": [5, 500], **more}

    offered = [currency("USD", 2), currency("JPY", 2), currency("KWD", 3), currency("QQQ", 2), currency("UGX", 0)]
    taken = read_portal(portal(currencies=[*offered, currency("EUR", 2, min_minor=101)])).currencies
    assert [one.least.currency for one in taken] == ["USD", "KWD", "UGX"]
    assert taken[0].presets == (Money(5, "USD"),)


def shown(**changes: object) -> Campaign:
    found = read_campaign(campaign(**changes), NOW)
    assert found is not None
    return found


def test_a_campaign_is_read_with_all_that_is_told_of_it() -> None:
    found = shown(
        story=[
            {"text": "Home again", "region": "035", "content_notes": ["debt"]},
            {"text": "In a town", "region": "360"},
        ],
        needs=[{"label": "A machine", "cost": {"amount_minor": 20000, "currency": "USD"}}],
        fees={"platform_basis_points": 0, "processor_basis_points_estimate": 290, "description": "None of ours"},
        secondary_purpose="Other courses",
        operator={"name": "Trust", "contact_url": "https://trust.example"},
    )
    assert (found.status, found.pseudonym, found.region) == (CampaignStatus.OPEN, "Mala (invented name)", "035")
    assert [(step.text, step.region, step.content_notes) for step in found.story] == [
        ("Home again", "035", ("debt",)),
        ("In a town", None, ()),  # Indonesia: a country says too much
    ]
    assert found.needs[0].cost == Money(20000, "USD")
    assert found.fees
    assert (found.fees.processor_basis_points, found.fees.processor_fixed) == (290, None)
    assert found.updated_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert found.checked_at == NOW


def test_hostile_texts_are_harmless_wherever_they_stand() -> None:
    hostile = "\u202e\x00<b>" + "very long " * 500
    operator = dict.fromkeys(("name", "registration", "contact_url", "terms_url", "privacy_url"), hostile)
    found = shown(
        **dict.fromkeys(("pseudonym", "title", "summary", "secondary_purpose"), hostile),
        story=[{"text": hostile, "content_notes": [hostile, "debt"]}],
        needs=[{"label": hostile, "cost": {"amount_minor": 1, "currency": "USD"}}],
        fees={"platform_basis_points": 0, "description": hostile},
        operator=operator,
    )
    assert found.fees
    assert found.operator
    told = [found.pseudonym, found.title, found.summary, found.secondary_purpose, found.story[0].text,
            found.needs[0].label, found.fees.description, found.operator.name, found.operator.registration,
            found.operator.contact_url, found.operator.terms_url, found.operator.privacy_url]  # fmt: skip
    assert [text for text in told if not text.startswith("<b>very long") or len(text) > 600] == []
    assert found.story[0].content_notes == ("debt",)


def test_what_could_tell_who_somebody_is_has_no_place() -> None:
    private = {"real_name": "SECRET", "photo_url": "https://x/SECRET", "illustration": {"url": "https://x/SECRET"},
               "donors": [{"displayName": "SECRET"}], "location": "SECRET"}  # fmt: skip
    assert "SECRET" not in repr(shown(**private, region="360"))
    assert shown(region="360").region is None


@pytest.mark.parametrize(
    "changes",
    [{"id": "cmp_../../x"}, {"id": 7}, {"title": ""}, {"title": None}, {"summary": ["x"]}, {"supporters": -1},
     {"supporters": True}, {"supporters": "3"}, {"goal": None}, {"goal": {"amount_minor": 1.5, "currency": "USD"}},
     {"goal": {"amount_minor": -1, "currency": "USD"}}, {"goal": {"amount_minor": 2**53, "currency": "USD"}},
     {"goal": {"amount_minor": 1, "currency": "usd"}}, {"raised": {"amount_minor": 1, "currency": "JPY"}},
     {"consent": None}, {"consent": {"expires_at": "2027-01-01T00:00:00", "max_cache_seconds": 1}}, {"story": {}},
     {"consent": {"expires_at": "2027-01-01T00:00:00Z", "max_cache_seconds": -1}}, {"updated_at": "yesterday"},
     {"updated_at": "0001-01-01T00:00:00+14:00"}, {"fees": {"platform_basis_points": 10001, "description": "x"}}],
)  # fmt: skip
def test_a_campaign_with_a_fault_is_not_shown(changes: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(BadResponseError):
        shown(**changes)
    listed = {"data": [campaign(**changes), campaign()], "next_cursor": None}
    page = asking(tmp_path, lambda _: Answer(listed), lambda provider: provider.campaigns())
    assert [one.title for one in page.items] == ["A sewing course"]


def test_a_status_of_later_times_hides_a_campaign(tmp_path: Path) -> None:
    later = campaign(status="paused")
    listed = {"data": [later], "next_cursor": None}
    assert asking(tmp_path, lambda _: Answer(listed), lambda provider: provider.campaigns()).items == ()
    with pytest.raises(NotFoundError):
        asking(tmp_path, lambda _: Answer(later), lambda provider: provider.campaign(CAMPAIGN_ID))


def test_what_is_not_for_this_audience_is_not_shown_whatever_the_portal_sends(tmp_path: Path) -> None:
    listed = {"data": [campaign(), campaign(audience=["classroom"]), campaign(audience=None)], "next_cursor": None}
    found = {
        audience: len(asking(tmp_path, lambda _: Answer(listed), partial(_listed, audience)))
        for audience in ("general", "classroom")
    }
    assert found == {"general": 2, "classroom": 1}


def _pages(next_cursor: Callable[[int], str | None]) -> Callable[[Asked], Answer]:
    """Answer page after page; the cursor to a page is its number."""

    def answer(asked: Asked) -> Answer:
        query = asked.path.partition("cursor=")[2].partition("&")[0]
        number = int(query or 0)
        listed = [campaign(id=f"cmp_{number:08d}"), campaign()]
        return Answer({"data": listed, "next_cursor": next_cursor(number)})

    return answer


def test_all_pages_are_put_together_and_each_campaign_is_there_once(tmp_path: Path) -> None:
    pages = _pages(lambda number: str(number + 1) if number < MOST_PAGES - 1 else None)
    assert len(asking(tmp_path, pages, every_campaign)) == MOST_PAGES + 1


@pytest.mark.parametrize(
    "next_cursor",
    [lambda number: str(number + 1), lambda _: "1", lambda number: str((number + 1) % 3), lambda _: "x" * 513],
)
def test_pages_without_end_are_refused(tmp_path: Path, next_cursor: Callable[[int], str | None]) -> None:
    with pytest.raises(BadResponseError):
        asking(tmp_path, _pages(next_cursor), every_campaign)


def test_another_campaign_than_the_one_asked_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadResponseError):
        asking(tmp_path, lambda _: Answer(campaign(id="cmp_other0000")), lambda p: p.campaign(CAMPAIGN_ID))


@pytest.mark.parametrize(
    "hostile", ["", "cmp_1", "../portal", "cmp_7Qk2mZ81xA/..", "cmp_7Qk2mZ81xA?x=1", "plg_x\r\nHost: x"]
)
def test_what_is_no_id_never_becomes_a_path(tmp_path: Path, hostile: str) -> None:
    for ask in (PortalProvider.campaign, PortalProvider.pledge, PortalProvider.cancel):
        with pytest.raises(NotFoundError):
            asking(tmp_path, lambda _: Answer(campaign()), partial(_by_id, ask, hostile))


def test_a_pledge_is_asked_for_with_its_key_and_nothing_personal(tmp_path: Path) -> None:
    asked: list[Asked] = []

    def answer(request: Asked) -> Answer:
        asked.append(request)
        return Answer(pledge(client_reference="game-1", new_member=1), status=201)

    made = asking(tmp_path, answer, create)
    assert asked[0].headers["idempotency-key"] == "k" * 20
    assert asked[0].headers["content-type"] == "application/json"
    assert asked[0].json() == {
        "campaign_id": CAMPAIGN_ID, "amount": {"amount_minor": 1500, "currency": "USD"}, "channel": "kiosk",
        "frequency": "once", "locale": "en", "client_reference": "game-1",
    }  # fmt: skip
    assert made == read_pledge(pledge(client_reference="game-1"), RULES, NOW, None)


@pytest.mark.parametrize(
    "changes",
    [{"amount": {"amount_minor": 1501, "currency": "USD"}}, {"amount": {"amount_minor": 1500, "currency": "EUR"}},
     {"campaign_id": "cmp_other0000"}, {"client_reference": "game-2"}, {"id": "plg_short"}, {"id": "../x" * 8},
     {"amount": None}, {"expires_at": None}, {"checkout_url": None}, {"status": 3}, {"poll_after_seconds": 0}],
)  # fmt: skip
def test_a_pledge_other_than_the_one_asked_for_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(BadResponseError):
        asking(tmp_path, lambda _: Answer(pledge(**changes), status=201), create)


@pytest.mark.parametrize("url", ["https://evil.example/p/x", "javascript:alert(1)", "http://pay.portal.example/p/x"])
def test_a_pledge_that_is_to_be_paid_elsewhere_is_refused(tmp_path: Path, url: str) -> None:
    for ask in (create, lambda provider: provider.pledge(PLEDGE_ID)):
        with pytest.raises(UnsafeAddressError):
            asking(tmp_path, lambda _: Answer(pledge(checkout_url=url), status=201), ask)


@pytest.mark.parametrize("status", [status for status in PledgeStatus if status is not PledgeStatus.UNTRACKED])
def test_each_status_is_known_and_only_an_open_pledge_has_an_address(tmp_path: Path, status: PledgeStatus) -> None:
    found = asking(tmp_path, lambda _: Answer(pledge(status=status.value)), lambda p: p.pledge(PLEDGE_ID))
    assert found.status is status
    assert (found.checkout is not None) == (status is PledgeStatus.AWAITING)


@pytest.mark.parametrize("status", ["untracked", "in_review", "PAID", "paid2"])
def test_a_status_of_later_times_is_never_taken_for_paid(status: str) -> None:
    assert read_pledge(pledge(status=status), RULES, NOW, None).status is PledgeStatus.PROCESSING


def test_a_payment_after_expiry_counts_and_another_pledge_does_not() -> None:
    expired = read_pledge(pledge(status="expired"), RULES, NOW, None)
    paid = read_pledge(pledge(status="paid"), RULES, NOW, None)
    assert expired.followed_by(paid) is paid
    assert paid.followed_by(read_pledge(pledge(status="refunded"), RULES, NOW, None)).status is PledgeStatus.REFUNDED
    for other in (
        {"id": "plg_" + "0" * 22},
        {"amount": {"amount_minor": 1, "currency": "USD"}},
        {"campaign_id": "cmp_00000000"},
    ):
        with pytest.raises(BadResponseError):
            expired.followed_by(read_pledge(pledge(status="paid", **other), RULES, NOW, None))


def test_another_pledge_than_the_one_asked_for_is_no_news(tmp_path: Path) -> None:
    for ask in (PortalProvider.pledge, PortalProvider.cancel):
        with pytest.raises(BadResponseError):
            asking(tmp_path, lambda _: Answer(pledge()), partial(_by_id, ask, "plg_" + "0" * 22))


def test_the_portal_says_when_to_ask_again(tmp_path: Path) -> None:
    answer = Answer(pledge(poll_after_seconds=4), headers={"Retry-After": "9"})
    assert asking(tmp_path, lambda _: answer, lambda provider: provider.pledge(PLEDGE_ID)).poll_after_s == 9
    assert read_pledge(pledge(poll_after_seconds=4), RULES, NOW, None).poll_after_s == 4
    assert read_pledge(pledge(poll_after_seconds=None), RULES, NOW, None).poll_after_s == 3


def test_a_clock_set_wrongly_here_changes_nothing(tmp_path: Path) -> None:
    def behaviour(asked: Asked) -> Answer:
        return Answer(portal() if asked.path.endswith("/portal") else pledge())

    with served(behaviour) as stub:
        clock = StillClock(wrong_by=timedelta(days=-800))
        provider = PortalProvider(stub.site(), RULES, "desktop", ReplyCache(tmp_path), clock, Random(1))
        assert provider.pledge(PLEDGE_ID).seen_at == NOW


@given(st.sampled_from([*campaign(), "story", "needs", "fees", "operator", "audience"]), ANY_JSON)
def test_no_member_of_a_campaign_can_break_the_reading(name: str, value: Any) -> None:  # noqa: ANN401 (any JSON)
    try:
        read_campaign(campaign(**{name: value}), NOW)
    except DonationError:
        return


@given(st.sampled_from([*pledge(), "client_reference"]), ANY_JSON)
def test_no_member_of_a_pledge_can_break_the_reading(name: str, value: Any) -> None:  # noqa: ANN401 (any JSON)
    try:
        read_pledge(pledge(**{name: value}), RULES, NOW, None)
    except DonationError:
        return


@given(st.sampled_from(list(portal())), ANY_JSON)
def test_no_member_of_a_portal_can_break_the_reading(name: str, value: Any) -> None:  # noqa: ANN401 (any JSON)
    try:
        read_portal(portal(**{name: value}))
    except DonationError:
        return
