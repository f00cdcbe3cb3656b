"""Campaigns at public providers: how often they are asked, what a pledge there is, and what is refused."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest

from game.giving.adapters.donordrive import DonorDrive
from game.giving.adapters.everyorg import EveryOrg
from game.giving.adapters.figures import Figures, Source
from game.giving.adapters.globalgiving import GlobalGiving
from game.giving.adapters.link_provider import LinkProvider
from game.giving.adapters.opencollective import OpenCollective
from game.giving.adapters.static import Card, OnCard
from game.giving.campaign import CampaignStatus, Environment
from game.giving.checkout import CheckoutRules
from game.giving.errors import (
    AmountError,
    BadResponseError,
    ClosedError,
    ConflictError,
    NotAllowedHereError,
    NotFoundError,
    OfflineError,
    RateLimitedError,
    UnsafeAddressError,
    WithdrawnError,
)
from game.giving.money import Money
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.provider import Capabilities, DonationProvider, StatusSource, every_campaign
from game.giving.reply_cache import ReplyCache
from game.giving.transport import Transport
from tests.giving.public import FIFTEEN, FIXTURES, INFO, MARK, OPERATOR, chosen, documented
from tests.giving.stub import Answer, Asked, StillClock, Stub, served

RULES = CheckoutRules(
    {
        "www.every.org": "/our-trust/",
        "www.globalgiving.org": "/projects/",
        "opencollective.com": "/our-collective/",
        "www.extra-life.org": "/index",
        "give.example": "/",
    }
)
Make = Callable[[Transport], Source]
SOURCES: Mapping[str, tuple[str, str, Make]] = {
    "everyorg_raised": ("our-trust/winter", "GET", lambda to: EveryOrg(to, "pk_public", Environment.LIVE)),
    "globalgiving_single_item": ("2", "GET", lambda to: GlobalGiving(to, "pk_public")),
    "opencollective_account": ("our-collective", "POST", OpenCollective),
    "donordrive_participant_in_list": ("participants/19265", "GET", lambda to: DonorDrive(to, "USD")),
}


def over(stub: Stub, make: Make, clock: StillClock, folder: Path) -> Source:
    return make(Transport(stub.site(key=""), ReplyCache(folder), clock, Random(1)))


def pledged(provider: DonationProvider, at: str, amount: Money = FIFTEEN, key: str = "k") -> Pledge:
    return provider.create_pledge(at, amount, key=key, ref="game-1", locale="en")


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_documented_reply_becomes_a_campaign_and_a_link(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    at, method, make = SOURCES[name]
    clock = StillClock()
    with caplog.at_level(logging.DEBUG), served(lambda _: Answer(documented_json(name))) as stub:
        provider = LinkProvider(over(stub, make, clock, tmp_path), INFO, (chosen(at),), RULES, clock)
        (campaign,) = every_campaign(provider)
        pledge = pledged(provider, at)
        assert provider.pledge(pledge.id) == pledge
    assert (campaign.id, campaign.title, campaign.operator) == (at, "A sewing course", OPERATOR)
    assert campaign.raised.minor > 100
    assert pledge.status is PledgeStatus.UNTRACKED
    assert provider.caps.pledge_status is StatusSource.NONE
    assert pledge.checkout is not None
    assert ("amount=15" in pledge.checkout.url.partition("#")[0]) is provider.caps.prefill_amount
    assert [asked.method for asked in stub.asked] == [method]  # pledging asks nobody
    assert MARK not in repr((campaign, pledge, provider.portal()))
    assert not any(secret in caplog.text for secret in (MARK, "pk_public", pledge.id, pledge.checkout.url))
    assert not any(path.is_file() for path in tmp_path.rglob("*"))  # what names people is not kept on disk


def documented_json(name: str) -> object:
    """The documented reply, as a server writes it."""
    return json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))["said"]


def test_every_request_says_what_the_documentation_asks_for(tmp_path: Path) -> None:
    clock = StillClock()
    for name, (at, _, make) in SOURCES.items():
        with served(lambda _, name=name: Answer(documented_json(name))) as stub:  # type: ignore[misc]
            over(stub, make, clock, tmp_path).figures(at)
            (asked,) = stub.asked
        parts = urlsplit(asked.path.removeprefix("/api/v1"))
        query = parse_qs(parts.query)
        assert "authorization" not in asked.headers
        match name.split("_")[0]:
            case "everyorg":
                assert (parts.path, query) == (
                    "/nonprofit/our-trust/fundraiser/winter/raised",
                    {"apiKey": ["pk_public"]},
                )
            case "globalgiving":
                assert (parts.path, query) == ("/projects/2", {"api_key": ["pk_public"]})
            case "opencollective":
                assert (parts.path, asked.json()["variables"]) == ("/v2", {"slug": "our-collective"})
            case _:
                assert (parts.path, query) == ("/participants/19265", {"version": ["1.3"]})


@pytest.mark.parametrize("at", ["../secret", "a b", "", "1?x=1", "events/1/2", "Our Trust/x", "-"])
def test_a_name_that_is_none_is_never_put_into_an_address(tmp_path: Path, at: str) -> None:
    with served(lambda _: Answer({})) as stub:
        for _, _, make in SOURCES.values():
            with pytest.raises(NotFoundError):
                over(stub, make, StillClock(), tmp_path).figures(at)
        assert stub.asked == []


@pytest.mark.parametrize(("name", "seconds"), [("donordrive_participant", 15), ("everyorg_raised", 60)])
def test_a_campaign_is_not_asked_for_more_often_than_its_provider_wants(
    tmp_path: Path, name: str, seconds: int
) -> None:
    at, _, make = next(value for key, value in SOURCES.items() if key.split("_")[0] == name.split("_", maxsplit=1)[0])
    clock = StillClock()
    with served(lambda _: Answer(documented_json(name))) as stub:
        provider = LinkProvider(over(stub, make, clock, tmp_path), INFO, (chosen(at),), RULES, clock)
        asked = []
        for _ in range(3 * seconds):
            provider.campaign(at)
            asked.append(len(stub.asked))
            clock.passed += 1
    assert [asked.count(number) for number in (1, 2, 3)] == [seconds] * 3


def test_open_collective_is_asked_ten_times_a_minute_at_most(tmp_path: Path) -> None:
    names = [f"collective-{number}" for number in range(12)]

    def behaviour(asked: Asked) -> Answer:
        variables = asked.json()["variables"]
        assert isinstance(variables, dict)
        said = documented("opencollective_account")
        assert isinstance(said, dict)
        return Answer({"data": {"account": {**said["data"]["account"], "slug": variables["slug"]}}})

    clock = StillClock()
    with served(behaviour) as stub:
        source = over(stub, OpenCollective, clock, tmp_path)
        provider = LinkProvider(source, INFO, tuple(map(chosen, names)), RULES, clock)
        assert len(every_campaign(provider)) == 10
        with pytest.raises(RateLimitedError) as refused:
            provider.campaign(names[11])
        assert refused.value.after == pytest.approx(60)
        assert len(stub.asked) == 10
        clock.passed += 60
        assert provider.campaign(names[11]).id == names[11]


# ------------------------------------------------------------------------------------------- what all have in common


@dataclass(frozen=True)
class _Fake:
    """A provider that answers at once."""

    answer: Figures | Exception
    link_: str = "https://give.example/winter?amount=15"
    most_a_minute: int | None = None
    asked: list[str] = field(default_factory=list)
    needs_secret: bool = False

    @property
    def caps(self) -> Capabilities:
        return replace(OnCard(CARD, "USD").caps, prefill_amount=True, needs_secret=self.needs_secret)

    def figures(self, at: str) -> Figures:
        self.asked.append(at)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        return self.link_


class _Slow:
    """The same, wanting a minute between two requests."""

    most_a_minute = None

    def __init__(self, source: _Fake) -> None:
        self._source = source
        self.caps = replace(source.caps, min_poll_seconds=60)
        self.figures = source.figures
        self.link = source.link


GIVE = "https://give.example/winter"
CARD = Card(chosen("winter").until, (chosen("winter"),), {"winter": GIVE, "look-alike": "https://give.examp1e/winter"})
FIGURES = Figures(Money(1000, "USD"), Money(0, "USD"), 3)


def fake(source: Source, clock: StillClock | None = None, days: int = 30) -> LinkProvider:
    return LinkProvider(source, INFO, (chosen("winter", days),), RULES, clock or StillClock())


def test_a_provider_that_needs_a_secret_does_not_load() -> None:
    with pytest.raises(NotAllowedHereError):
        fake(_Fake(FIGURES, needs_secret=True))


def test_the_same_key_makes_one_pledge_and_no_other() -> None:
    provider = fake(_Fake(FIGURES))
    assert pledged(provider, "winter") == pledged(provider, "winter")
    with pytest.raises(ConflictError):
        pledged(provider, "winter", Money(1600, "USD"))
    assert pledged(provider, "winter", key="other").id != pledged(provider, "winter").id


def test_a_cancelled_link_is_shown_no_more_and_stays_untracked() -> None:
    provider = fake(_Fake(FIGURES))
    cancelled = provider.cancel(pledged(provider, "winter").id)
    assert (cancelled.status, cancelled.checkout) == (PledgeStatus.UNTRACKED, None)
    assert provider.pledge(cancelled.id) == cancelled
    with pytest.raises(NotFoundError):
        provider.pledge("plg_unknown")


@pytest.mark.parametrize("amount", [Money(100, "USD"), Money(50001, "USD"), Money(1500, "EUR")])
def test_an_amount_outside_the_bounds_is_refused(amount: Money) -> None:
    with pytest.raises(AmountError):
        pledged(fake(_Fake(FIGURES)), "winter", amount)


def test_an_amount_is_not_filled_in_where_the_page_counts_in_another_currency() -> None:
    with pytest.raises(AmountError):
        pledged(fake(_Fake(Figures(Money(1, "EUR"), Money(0, "EUR"), 1))), "winter")


@pytest.mark.parametrize("status", [CampaignStatus.FUNDED, CampaignStatus.CLOSED])
def test_a_campaign_that_is_over_takes_nothing(status: CampaignStatus) -> None:
    with pytest.raises(ClosedError):
        pledged(fake(_Fake(replace(FIGURES, status=status))), "winter")


@pytest.mark.parametrize(
    "link", ["", "https://give.examp1e/winter", "javascript:alert(1)", "http://give.example/winter"]
)
def test_a_link_that_was_not_pinned_is_never_shown(link: str) -> None:
    with pytest.raises(UnsafeAddressError):
        pledged(fake(_Fake(FIGURES, link_=link)), "winter")


def test_a_campaign_is_not_shown_beyond_its_day() -> None:
    source = _Fake(FIGURES)
    provider = fake(source, days=0)
    assert every_campaign(provider) == ()
    with pytest.raises(WithdrawnError):
        pledged(provider, "winter")
    assert source.asked == []


def test_children_are_offered_none() -> None:
    assert every_campaign(fake(_Fake(FIGURES)), audience="classroom") == ()


def test_a_provider_out_of_reach_is_said_to_be_so() -> None:
    with pytest.raises(OfflineError):
        every_campaign(fake(_Fake(OfflineError())))


def test_after_a_failure_its_reason_holds_until_the_provider_may_be_asked_again() -> None:
    source, clock = _Fake(BadResponseError("no sums")), StillClock()
    provider = LinkProvider(_Slow(source), INFO, (chosen("winter"),), RULES, clock)
    for wait in (None, 60, 30):
        with pytest.raises(BadResponseError) as refused:
            provider.campaign("winter")
        assert refused.value.after == wait
        clock.passed += 30 if wait else 0
    assert source.asked == ["winter"]
    with pytest.raises(BadResponseError):
        provider.campaign("winter")
    assert source.asked == ["winter"] * 2


def test_who_was_offline_may_try_again_at_once() -> None:
    source = _Fake(OfflineError())
    provider = LinkProvider(_Slow(source), INFO, (chosen("winter"),), RULES, StillClock())
    for _ in range(3):
        with pytest.raises(OfflineError):
            provider.campaign("winter")
    assert source.asked == ["winter"] * 3


def test_a_card_needs_no_network_and_claims_no_progress() -> None:
    provider = fake(OnCard(CARD, "USD"))
    (campaign,) = every_campaign(provider)
    assert (campaign.id, provider.caps.totals) == ("winter", False)
    pledge = pledged(provider, "winter")
    assert pledge.checkout is not None
    assert pledge.checkout.url == GIVE
    look_alike = LinkProvider(OnCard(CARD, "USD"), INFO, (chosen("look-alike"),), RULES, StillClock())
    with pytest.raises(UnsafeAddressError):
        pledged(look_alike, "look-alike")
