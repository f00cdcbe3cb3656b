"""However a pledge is disturbed, there is one for each intent, and none is forgotten."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.giving.checkout import CheckoutRules
from game.giving.errors import (
    AmountError,
    BadResponseError,
    DonationError,
    NotKeptError,
    OfflineError,
    UnavailableError,
    WrongEnvironmentError,
)
from game.giving.journal import Journal
from game.giving.money import Money
from game.giving.pledge import PledgeStatus
from game.giving.pledging import Pledging
from game.giving.portal_provider import PortalProvider
from game.giving.reply_cache import ReplyCache
from tests.giving.small_portal import SmallPortal, dropped, half
from tests.giving.stub import CAMPAIGN_ID, NOW, Answer, StillClock, Stub, problem, served

FIFTEEN = Money(1500, "USD")


class Visit:
    """A portal and somebody who gives; `again` is the same computer after the game was started anew."""

    def __init__(self, stub: Stub, portal: SmallPortal, folder: Path) -> None:
        self.stub, self.portal, self.folder = stub, portal, folder
        self.journal = Journal(folder / "pledges.db", NOW)
        rules = CheckoutRules({"pay.portal.example": "/p/"}, is_sandbox=True)
        clock = StillClock()
        provider = PortalProvider(stub.site(), rules, "desktop", ReplyCache(folder / "kept"), clock, Random(1))
        self.pledging = Pledging(provider, stub.address, self.journal, clock)

    def again(self) -> "Visit":
        self.journal.close()
        return Visit(self.stub, self.portal, self.folder)


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Visit]:
    portal = SmallPortal()
    with served(portal) as stub:
        visit = Visit(stub, portal, tmp_path)
        yield visit
        visit.journal.close()


def once(*answers: Answer | None) -> Callable[[], Answer | None]:
    left = list(answers)
    return lambda: left.pop(0) if left else None


def test_a_pledge_is_written_down_before_the_portal_hears_of_it(visit: Visit) -> None:
    heard: list[int] = []
    visit.portal.before = lambda: heard.append(len(visit.pledging.unfinished()))
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    assert visit.stub.asked == []
    placed = visit.pledging.place(attempt)
    assert heard == [1]
    assert (placed.status, placed.amount) == (PledgeStatus.AWAITING, FIFTEEN)
    assert placed.checkout
    assert placed.checkout.code == "7F3K9Q2M"


def test_what_cannot_be_written_down_is_not_sent(visit: Visit) -> None:
    visit.journal.close()
    with pytest.raises(NotKeptError):
        visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    assert visit.stub.asked == []


def test_keys_and_references_are_new_for_each_intent_and_cannot_be_guessed(visit: Visit) -> None:
    attempts = [visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en") for _ in range(20)]
    assert len({attempt.key for attempt in attempts}) == len({attempt.reference for attempt in attempts}) == 20
    assert min(len(attempt.key) for attempt in attempts) >= 32


@pytest.mark.parametrize("answer", [dropped(), problem("maintenance", 503), problem("request-in-progress", 409)])
def test_a_reply_that_is_lost_after_the_pledge_was_made_makes_no_second_one(visit: Visit, answer: Answer) -> None:
    visit.portal.after = once(answer, answer)
    placed = visit.pledging.place(visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en"))
    assert len(visit.portal.made) == 1
    assert placed.id in [made["id"] for made in visit.portal.made.values()]


@pytest.mark.parametrize("answer", [dropped(), half(), problem("maintenance", 503)])
def test_trying_again_by_hand_makes_no_second_one(visit: Visit, answer: Answer) -> None:
    visit.portal.after = once(answer, answer, answer) if answer.body is None else once(answer)
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    with pytest.raises((OfflineError, UnavailableError, BadResponseError)):
        visit.pledging.place(attempt)
    assert visit.pledging.unfinished() == (attempt,)
    visit.pledging.place(attempt)
    assert len(visit.portal.made) == 1


def test_a_refused_pledge_is_over(visit: Visit) -> None:
    visit.portal.before = once(problem("amount-out-of-range", 422))
    with pytest.raises(AmountError):
        visit.pledging.place(visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en"))
    assert visit.pledging.unfinished() == ()


def test_a_pledge_is_gone_on_with_after_a_new_start(visit: Visit) -> None:
    placed = visit.pledging.place(visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en"))
    again = visit.again()
    (left,) = again.pledging.unfinished()
    assert left.pledge_id == placed.id
    assert again.pledging.place(left) == placed
    assert len(visit.portal.made) == 1
    again.journal.close()


@pytest.mark.parametrize("heard", [True, False])
def test_what_was_left_is_cancelled_whether_or_not_the_portal_had_heard_of_it(visit: Visit, heard: bool) -> None:
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    if heard:
        visit.pledging.place(attempt)
    again = visit.again()
    assert [gone.status for gone in again.pledging.cancel_unfinished()] == [PledgeStatus.CANCELLED]
    assert again.pledging.unfinished() == ()
    assert visit.portal.statuses == ["cancelled"]
    again.journal.close()


def test_what_was_paid_meanwhile_stays_paid(visit: Visit) -> None:
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    visit.pledging.place(attempt)
    visit.portal.made[attempt.key]["status"] = "paid"
    gone = visit.pledging.cancel(attempt)
    assert gone
    assert gone.status is PledgeStatus.PAID
    assert visit.portal.statuses == ["paid"]
    assert visit.pledging.unfinished() == ()


def test_what_the_portal_forgot_is_over(visit: Visit) -> None:
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    visit.pledging.place(attempt)
    (left,) = visit.pledging.unfinished()
    visit.portal.made.clear()
    assert visit.pledging.cancel(left) is None
    assert visit.pledging.unfinished() == ()


@pytest.mark.parametrize("error", [OfflineError, WrongEnvironmentError])
def test_when_the_portal_cannot_be_asked_the_attempt_stays(visit: Visit, error: type[DonationError]) -> None:
    visit.pledging.place(visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en"))
    again = visit.again()
    visit.stub.behaviour = lambda _: dropped()
    if error is WrongEnvironmentError:
        visit.portal.environment = "live"
        visit.stub.behaviour = visit.portal
    assert again.pledging.cancel_unfinished() == ()
    assert len(again.pledging.unfinished()) == 1
    with pytest.raises(error):
        again.pledging.cancel(again.pledging.unfinished()[0])
    again.journal.close()


def test_a_reply_that_nobody_can_read_is_no_refusal_and_keeps_no_other_from_being_cancelled(visit: Visit) -> None:
    visit.portal.after = half
    for amount in (1500, 500):
        with pytest.raises(BadResponseError):
            visit.pledging.place(visit.pledging.intend(CAMPAIGN_ID, Money(amount, "USD"), "en"))
    unread, other = visit.pledging.unfinished()
    visit.portal.after = once(half())
    assert [gone.amount for gone in visit.pledging.cancel_unfinished()] == [other.amount]
    assert visit.pledging.unfinished() == (unread,)
    assert [gone.amount for gone in visit.pledging.cancel_unfinished()] == [unread.amount]
    assert visit.portal.statuses == ["cancelled", "cancelled"]


def test_what_was_begun_at_another_portal_is_left_alone(visit: Visit) -> None:
    elsewhere = replace(visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en"), key="e" * 32, portal="https://other.example")
    visit.journal.begin(elsewhere)
    assert visit.pledging.cancel_unfinished()
    assert visit.journal.unfinished(NOW) == (elsewhere,)


def test_news_that_a_pledge_is_over_is_noted(visit: Visit) -> None:
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    placed = visit.pledging.place(attempt)
    visit.pledging.noted(attempt, replace(placed, status=PledgeStatus.EXPIRED))
    assert len(visit.pledging.unfinished()) == 1
    visit.pledging.noted(attempt, replace(placed, status=PledgeStatus.PAID))
    assert visit.pledging.unfinished() == ()


def test_a_pledge_that_changed_its_amount_is_not_gone_on_with(visit: Visit) -> None:
    attempt = visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en")
    visit.pledging.place(attempt)
    visit.portal.made[attempt.key]["amount"] = {"amount_minor": 150000, "currency": "USD"}
    with pytest.raises(BadResponseError):
        visit.pledging.place(visit.pledging.unfinished()[0])


FAULTS = st.sampled_from([None, dropped(), half(), problem("maintenance", 503), problem("request-in-progress", 409)])


@settings(max_examples=30)
@given(st.lists(FAULTS, max_size=6), st.lists(FAULTS, max_size=6), st.integers(1, 3))
def test_whatever_goes_wrong_each_intent_makes_one_pledge(
    tmp_path_factory: pytest.TempPathFactory, before: list[Answer | None], after: list[Answer | None], intents: int
) -> None:
    portal = SmallPortal()
    portal.before, portal.after = once(*before), once(*after)
    with served(portal) as stub:
        visit = Visit(stub, portal, tmp_path_factory.mktemp("visit"))
        attempts = [visit.pledging.intend(CAMPAIGN_ID, FIFTEEN, "en") for _ in range(intents)]
        for attempt in attempts:
            _insist(visit, attempt.key)
        visit.journal.close()
    assert set(portal.made) == {attempt.key for attempt in attempts}


def _insist(visit: Visit, key: str) -> None:
    for _ in range(13):
        (attempt,) = (left for left in visit.pledging.unfinished() if left.key == key)
        try:
            visit.pledging.place(attempt)
        except DonationError:
            continue
        return
    raise AssertionError("the pledge was never made")
