"""The telling states of giving, at a portal that exists in memory alone."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from game.content.asset_library import AssetLibrary
from game.giving.campaign import (
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
from game.giving.errors import DonationError, OfflineError
from game.giving.journal import Attempt
from game.giving.money import Money
from game.giving.pledge import Pledge, PledgeStatus
from game.giving.provider import Capabilities, Page, StatusSource
from game.giving.session import Calls, Portal
from game.giving.session import Visit as GivingVisit
from game.giving.worker import Call
from game.network.calling import CalledOffError, Cancel
from game.paths import assets_dir
from game.screens.giving_entry import GivingEntry
from game.screens.routing import build_routes
from visit import Visit

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
HOST = "give.portal.example"
ADDRESS = f"https://{HOST}/p/7F3K9Q2M"
CAMPAIGN_ID = "cmp_4TnV9cLw2B"
OPERATOR = Operator("Harbour Lantern Fund", "No. 1234567", f"https://{HOST}/about", "", "")
INFO = PortalInfo(
    "Harbour Lantern",
    Environment.SANDBOX,
    OPERATOR,
    (
        TakenCurrency(
            Money(200, "USD"), Money(500_000, "USD"), tuple(Money(each, "USD") for each in (500, 1000, 2500, 5000))
        ),
    ),
    own_amount=True,
)
NIGHTS = Campaign(
    id=CAMPAIGN_ID,
    status=CampaignStatus.OPEN,
    pseudonym="The Lantern House (invented)",
    title="Forty nights in a safe house",
    summary="The Lantern House has nine rooms for people who left a place where they were not free to leave.",
    story=(
        Milestone("Somebody arrives, often at night. There is a room with a key, and a meal.", "035", ()),
        Milestone("A case worker explains what is possible. The person decides.", "035", ()),
    ),
    needs=(
        Need("Forty nights, with meals", Money(96_000, "USD")),
        Need("Telephone cards to call home", Money(12_000, "USD")),
    ),
    goal=Money(140_000, "USD"),
    raised=Money(63_500, "USD"),
    supporters=13,
    region="035",
    audience=frozenset({"general"}),
    fees=Fees(0, 150, None, "The fund keeps nothing. The payment company keeps about 1.5 %."),
    secondary_purpose="It pays for more nights in the same house.",
    operator=OPERATOR,
    consent=Consent(NOW + timedelta(days=300), 3600),
    ends_at=None,
    updated_at=NOW,
    checked_at=NOW,
)
COURSE = replace(
    NIGHTS,
    id="cmp_7Qk2mZ81xA",
    title="A sewing course and a machine of her own",
    summary="After coming home she wants to train as a seamstress.",
    raised=Money(21_000, "USD"),
)

_Value = TypeVar("_Value")
_News = TypeVar("_News")


@dataclass
class MemoryPortal:
    """A provider whose pledges stand as a test wants them to."""

    statuses: list[PledgeStatus] = field(default_factory=lambda: [PledgeStatus.AWAITING])
    """What is answered, one after the other; the last again and again."""
    source: StatusSource = StatusSource.PORTAL
    fails: dict[str, DonationError] = field(default_factory=dict)
    """What goes wrong, by the name of the call."""
    address: str = ADDRESS
    keys: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    is_card: bool = False
    """Whether it only knows donate links, as an operator's card does."""

    @property
    def caps(self) -> Capabilities:
        return Capabilities(
            list_campaigns=True,
            totals=not self.is_card,
            prefill_amount=not self.is_card,
            pledge_status=self.source,
            idempotent_create=True,
            expires=True,
            min_poll_seconds=0,
            needs_secret=False,
        )

    def portal(self) -> PortalInfo:
        self._ask("portal")
        return INFO

    def campaigns(self, cursor: str | None = None, limit: int = 20, audience: str = "general") -> Page[Campaign]:
        self._ask("campaigns")
        return Page((NIGHTS, COURSE), None)

    def campaign(self, campaign_id: str) -> Campaign:
        self._ask("campaign")
        return next(each for each in (NIGHTS, COURSE) if each.id == campaign_id)

    def create_pledge(self, campaign_id: str, amount: Money, *, key: str, ref: str, locale: str) -> Pledge:
        self._ask("create_pledge")
        self.keys.append(key)
        checkout = CheckoutRules({HOST: "/p/"}).checked(self.address)
        status = PledgeStatus.UNTRACKED if self.source is StatusSource.NONE else PledgeStatus.AWAITING
        ends = NOW + timedelta(minutes=30)
        return Pledge("plg_1", campaign_id, amount, status, checkout, ends, NOW, 0.0, ref)

    def pledge(self, pledge_id: str) -> Pledge:
        self._ask("pledge")
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        return self._standing(status)

    def cancel(self, pledge_id: str) -> Pledge:
        self._ask("cancel")
        self.cancelled.append(pledge_id)
        return self._standing(PledgeStatus.CANCELLED)

    def _standing(self, status: PledgeStatus) -> Pledge:
        checkout = CheckoutRules({HOST: "/p/"}).checked(self.address) if status is PledgeStatus.AWAITING else None
        ends = NOW + timedelta(minutes=30)
        return Pledge("plg_1", NIGHTS.id, INFO.currencies[0].presets[1], status, checkout, ends, NOW, 0.0)

    def _ask(self, name: str) -> None:
        self.asked.append(name)
        if name in self.fails:
            raise self.fails[name]


@dataclass
class PatientClock:
    """A clock on which nothing has to be waited for, until it has waited often enough: then nobody looks any more."""

    waits: int = 3

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0

    def wait(self, seconds: float, cancel: Cancel) -> None:
        self.waits -= 1
        if self.waits < 0:
            raise CalledOffError


class AtOnce:
    """Makes every call while it is asked for."""

    def __init__(self) -> None:
        self.has_left = False

    def ask(self, work: Callable[[], _Value]) -> Call[_Value, object]:
        return self.follow(lambda _: work())

    def follow(self, work: Callable[[Callable[[_News], None]], _Value]) -> Call[_Value, _News]:
        call = Call(work)
        call.make()
        return call

    def leave(self, last: Callable[[], object] | None = None) -> None:
        self.has_left = True
        if last is not None:
            with suppress(DonationError):
                last()


class MemoryJournal:
    """Stands for `game.giving.journal.Journal`; touches no disk."""

    def __init__(self) -> None:
        self.open: dict[str, Attempt] = {}

    def begin(self, attempt: Attempt) -> None:
        self.open[attempt.key] = attempt

    def placed(self, key: str, pledge_id: str) -> None:
        """Nothing here outlives a crash."""

    def settled(self, key: str) -> None:
        self.open.pop(key, None)


class MemorySession:
    """Stands for `game.giving.session.Session`."""

    is_sandbox = True

    def __init__(
        self, provider: MemoryPortal, *, may_browse: bool = True, waits: int = 3, card: MemoryPortal | None = None
    ) -> None:
        self.provider = provider
        self._card = card
        self.opened: list[str] = []
        self.make_calls: Callable[[], Calls] = AtOnce
        self.calls: list[Calls] = []
        self._may_browse = may_browse
        self._clock = PatientClock(waits)
        self.journal = MemoryJournal()

    def visit(self) -> GivingVisit:
        portal = self._portal(self.provider)
        card = self._card
        self.calls.append(self.make_calls())
        return GivingVisit(
            lambda: portal,
            self.calls[-1],
            self.opened.append,
            card=(lambda: self._portal(card)) if card else None,
            is_sandbox=True,
            may_browse=self._may_browse,
        )

    def _portal(self, provider: MemoryPortal) -> Portal:
        return Portal(provider, "memory", self.journal, self._clock)  # type: ignore[arg-type]


def giving_shots() -> Iterator[tuple[str, Callable[[Visit], object]]]:
    """Yield the name of each, and how a fresh visit gets there."""
    yield "giving-door", lambda visit: _opened(visit, MemoryPortal())
    yield "giving-without-money", lambda visit: _used(visit, MemoryPortal(), "younger")
    yield "giving-list", lambda visit: _used(visit, MemoryPortal(), "adult")
    yield "giving-offline", lambda visit: _used(visit, MemoryPortal(fails={"portal": OfflineError()}), "adult")
    yield (
        "giving-offline-card",
        lambda visit: _used(visit, MemoryPortal(fails={"portal": OfflineError()}), "adult", card=CARD),
    )
    yield (
        "giving-card",
        lambda visit: _used(visit, MemoryPortal(fails={"portal": OfflineError()}), "adult", "card", card=CARD),
    )
    yield "giving-campaign", lambda visit: _used(visit, MemoryPortal(), "adult", _CARD)
    yield "giving-amount", lambda visit: _used(visit, MemoryPortal(), "adult", _CARD, "choose-amount")
    yield "giving-code", lambda visit: _used(visit, MemoryPortal(source=StatusSource.NONE), *_PLEDGE)
    yield "giving-own", lambda visit: _used(visit, MemoryPortal(source=StatusSource.NONE), *_PLEDGE[:-1], "own-amount")
    yield "giving-thanks", lambda visit: _used(visit, MemoryPortal([PledgeStatus.PAID]), *_PLEDGE)
    yield "giving-declined", lambda visit: _used(visit, MemoryPortal([PledgeStatus.FAILED]), *_PLEDGE)


CARD = MemoryPortal(is_card=True, source=StatusSource.NONE)
_CARD = f"campaign:{CAMPAIGN_ID}"
_PLEDGE = ("adult", _CARD, "choose-amount", "amount:1")


def _opened(visit: Visit, provider: MemoryPortal, *, card: MemoryPortal | None = None) -> None:
    session = MemorySession(provider, card=card)
    visit.services = replace(visit.services, giving=GivingEntry(lambda: session))  # type: ignore[arg-type, return-value]
    visit.routes = build_routes(visit.services, AssetLibrary(assets_dir()))
    assert visit.routes.giving is not None  # noqa: S101 (a visit is at home, where giving is offered)
    visit.open(visit.routes.giving())


def _used(visit: Visit, provider: MemoryPortal, *controls: str, card: MemoryPortal | None = None) -> None:
    _opened(visit, provider, card=card)
    for each in controls:
        visit.use(each)
