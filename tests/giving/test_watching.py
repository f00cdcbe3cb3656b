"""A pledge is followed patiently, and not for ever."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.campaign import Campaign, PortalInfo
from game.giving.checkout import CheckoutRules
from game.giving.errors import (
    BadResponseError,
    DonationError,
    NotFoundError,
    OfflineError,
    RateLimitedError,
    TooSlowError,
    UnsafeAddressError,
)
from game.giving.money import Money
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.portal_reading import read_pledge
from game.giving.provider import Capabilities, Page, StatusSource
from game.giving.watching import Watched, WatchEnd, watch
from game.network.calling import CalledOffError, Cancel
from tests.giving.stub import NOW, StillClock, pledge

OPEN = read_pledge(pledge(), CheckoutRules({"pay.portal.example": "/p/"}), NOW, None)
CAPS = Capabilities(
    list_campaigns=True, totals=True, prefill_amount=True, pledge_status=StatusSource.PORTAL, idempotent_create=True,
    expires=True, min_poll_seconds=3, needs_secret=False,
)  # fmt: skip


@dataclass
class Teller:
    """A provider that tells of a pledge what it is given; the last for ever."""

    news: list[Pledge | DonationError]
    caps: Capabilities = CAPS
    asked: int = 0
    asks: Callable[[], None] = field(default=lambda: None)

    def pledge(self, pledge_id: str) -> Pledge:
        self.asked += 1
        self.asks()
        told = self.news.pop(0) if len(self.news) > 1 else self.news[0]
        if isinstance(told, DonationError):
            raise told
        return told

    def portal(self) -> PortalInfo:
        raise AssertionError

    def campaigns(self, cursor: str | None = None, limit: int = 20, audience: str = "general") -> Page[Campaign]:
        raise AssertionError

    def campaign(self, campaign_id: str) -> Campaign:
        raise AssertionError

    def create_pledge(self, campaign_id: str, amount: Money, *, key: str, ref: str, locale: str) -> Pledge:
        raise AssertionError

    def cancel(self, pledge_id: str) -> Pledge:
        raise AssertionError


def followed(*news: Pledge | DonationError, begin: Pledge = OPEN) -> tuple[Watched, list[Pledge], list[float]]:
    told: list[Pledge] = []
    clock = StillClock()
    ended = watch(Teller(list(news)), begin, clock, told.append)
    return ended, told, clock.waits


def being(status: PledgeStatus, poll: float = 3.0) -> Pledge:
    return replace(OPEN, status=status, poll_after_s=poll)


@pytest.mark.parametrize(
    "status", [PledgeStatus.PAID, PledgeStatus.FAILED, PledgeStatus.CANCELLED, PledgeStatus.REFUNDED]
)
def test_a_settled_pledge_is_not_asked_after_any_more(status: PledgeStatus) -> None:
    ended, told, waits = followed(OPEN, being(PledgeStatus.PROCESSING), being(status))
    assert (ended.end, ended.pledge.status) == (WatchEnd.SETTLED, status)
    assert [news.status for news in told] == [PledgeStatus.AWAITING, PledgeStatus.PROCESSING, status]
    assert waits == [3.0, 4.5, 6.75]
    assert followed(OPEN, begin=being(status))[2] == []


def test_pauses_grow_to_a_quarter_of_a_minute_and_end_a_minute_after_expiry() -> None:
    ended, _, waits = followed(OPEN)
    assert ended == Watched(OPEN, WatchEnd.TIME_UP)
    assert waits[0] == 3.0
    assert set(waits[5:]) == {15.0}
    assert timedelta(minutes=30) < timedelta(seconds=sum(waits)) <= timedelta(minutes=31)


def test_an_expired_pledge_that_is_paid_after_all_is_paid() -> None:
    expired = being(PledgeStatus.EXPIRED)
    ended, _, _ = followed(expired, expired, being(PledgeStatus.PAID))
    assert (ended.end, ended.pledge.status) == (WatchEnd.SETTLED, PledgeStatus.PAID)
    assert followed(expired)[0] == Watched(expired, WatchEnd.TIME_UP)


def test_three_failures_in_a_row_end_it_without_claiming_anything() -> None:
    ended, _, waits = followed(
        OPEN, OfflineError(), TooSlowError(), OPEN, OfflineError(), TooSlowError(), OfflineError()
    )
    assert ended == Watched(OPEN, WatchEnd.LOST_SIGHT)
    assert len(waits) == 7


@pytest.mark.parametrize("error", [NotFoundError(), BadResponseError(), UnsafeAddressError()])
def test_what_trying_again_does_not_help_ends_it_at_once(error: DonationError) -> None:
    with pytest.raises(type(error)):
        followed(OPEN, error)


@pytest.mark.parametrize(
    "other", [{"id": "plg_" + "0" * 22}, {"amount": Money(1, "USD")}, {"amount": Money(1500, "EUR")}]
)
def test_news_of_another_pledge_is_not_taken_for_paid(other: dict[str, object]) -> None:
    with pytest.raises(BadResponseError):
        followed(replace(being(PledgeStatus.PAID), **other))  # type: ignore[arg-type]


def test_the_portal_may_ask_for_more_patience_but_not_for_a_day() -> None:
    patient, busy = being(PledgeStatus.AWAITING, 40), being(PledgeStatus.AWAITING, 300)
    _, _, waits = followed(patient, RateLimitedError(after=30), busy, being(PledgeStatus.PAID))
    assert waits == [3.0, 40.0, 30.0, 60.0]


def test_a_provider_that_tells_nobody_is_not_asked() -> None:
    teller = Teller([OPEN], caps=replace(CAPS, pledge_status=StatusSource.NONE))
    untracked = being(PledgeStatus.UNTRACKED)
    assert watch(teller, untracked, StillClock(), lambda _: None) == Watched(untracked, WatchEnd.UNTRACKED)
    assert teller.asked == 0


def test_nobody_is_asked_once_nobody_looks() -> None:
    cancel = Cancel()
    teller = Teller([OPEN])
    teller.asks = lambda: cancel.set() if teller.asked == 4 else None
    with cancel.applied(), pytest.raises(CalledOffError):
        watch(teller, OPEN, StillClock(), lambda _: None)
    assert teller.asked == 4


NEWS = st.sampled_from(
    [
        *map(being, set(PledgeStatus) - {PledgeStatus.UNTRACKED}),
        OfflineError(),
        TooSlowError(),
        RateLimitedError(after=500),
    ]
)


@given(st.lists(NEWS, min_size=1, max_size=30), st.floats(1, 300))
def test_whatever_is_told_a_watch_ends_and_says_paid_only_if_it_was_told_so(
    news: list[Pledge | DonationError], poll: float
) -> None:
    ended, told, waits = followed(*news, begin=replace(OPEN, poll_after_s=poll))
    assert sum(waits) <= 31 * 60
    assert all(3.0 <= pause <= 60.0 for pause in waits)
    assert ended.pledge == (told[-1] if told else replace(OPEN, poll_after_s=poll))
    assert (ended.end is WatchEnd.SETTLED) == (
        ended.pledge.status not in (PledgeStatus.AWAITING, PledgeStatus.PROCESSING, PledgeStatus.EXPIRED)
    )
    assert all(after >= before or before > 15 for before, after in pairwise(waits))
