"""Giving, from the first time somebody opens it until the game ends: through which portal, and what each visit asks."""

import atexit
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from game.giving.campaign import Campaign, PortalInfo
from game.giving.checkout import Checkout
from game.giving.errors import DonationError, Remedy, UnavailableError
from game.giving.journal import Attempt, Journal
from game.giving.money import Money, written
from game.giving.places import Place
from game.giving.pledge import FINAL, Pledge
from game.giving.pledging import Pledging
from game.giving.provider import Capabilities, DonationProvider, every_campaign
from game.giving.watching import Watched, watch
from game.giving.worker import Call, Worker
from game.network.clock import Clock, SystemClock

_LAST_WORD_S = 2.0
_Value = TypeVar("_Value")
_News = TypeVar("_News")


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be given to at a portal."""

    portal: PortalInfo
    campaigns: tuple[Campaign, ...]
    caps: Capabilities
    """What the screens may promise."""


class Calls(Protocol):
    """Makes the calls of one visit; a `Worker`, or what stands for it in a test."""

    def ask(self, work: Callable[[], _Value]) -> Call[_Value, object]: ...

    def follow(self, work: Callable[[Callable[[_News], None]], _Value]) -> Call[_Value, _News]: ...

    def leave(self, last: Callable[[], object] | None = None) -> None: ...


class Portal:
    """A portal and the journal of what was begun at it. May take long: for workers alone."""

    def __init__(self, provider: DonationProvider, address: str, journal: Journal, clock: Clock) -> None:
        self.provider = provider
        self.address = address
        self.pledging = Pledging(provider, address, journal, clock)
        self.clock = clock


class Visit:
    """One player's visit: everything is asked for here, and nothing waits. Leaving it takes effect at once."""

    def __init__(
        self,
        portal: Callable[[], Portal],
        calls: Calls,
        open_page: Callable[[str], object],
        *,
        card: Callable[[], Portal] | None = None,
        is_sandbox: bool,
        may_browse: bool,
    ) -> None:
        self._portal = portal
        self._card = card
        self._calls = calls
        self._open_page = open_page
        self.pledges = 0
        """How many were followed and left: figures seen before may have changed."""
        self._attempt: Attempt | None = None
        """What may be open at the portal; touched by the calls alone, which are made one after the other."""
        self._called_off: list[Attempt] = []
        """What has to be cancelled; touched by the calls alone, too."""
        self.is_sandbox = is_sandbox
        self.may_browse = may_browse
        """Whether a page may be opened here: not on a machine that belongs to everybody."""

    @property
    def has_card(self) -> bool:
        """Whether something can be shown without a network."""
        return self._card is not None

    def look(self) -> Call[Offered, object]:
        """Ask what there is."""
        return self._calls.ask(self._look)

    def look_at_card(self) -> Call[Offered, object]:
        """Take the card of the operator instead, for the rest of the visit."""
        self._portal = self._card or self._portal
        return self._calls.ask(self._look)

    def campaign(self, campaign_id: str) -> Call[Campaign, object]:
        """Ask for a campaign anew: it may have been withdrawn since the list was made."""
        return self._calls.ask(lambda: self._portal().provider.campaign(campaign_id))

    def give(self, campaign_id: str, amount: Money, locale: str) -> Call[Watched, Pledge]:
        """Make a pledge and follow it until it is settled. Asking for the same after a failure makes no second one."""
        return self._calls.follow(lambda tell: self._give(campaign_id, amount, locale, tell))

    def drop(self, call: Call[Watched, Pledge]) -> None:
        """Follow a pledge no more, and cancel it unless it is over."""
        self.pledges += 1
        call.call_off()
        self._calls.ask(self._cancel)

    def leave(self) -> None:
        """End the visit; what is open at the portal is cancelled, and nobody waits for that."""
        self._calls.leave(self._cancel)

    def open_page(self, checkout: Checkout) -> None:
        """Show the page for paying in the browser of this computer."""
        if self.may_browse:
            # Some browsers hold up whoever opens them until they are closed.
            threading.Thread(target=self._open_page, args=(checkout.url,), daemon=True).start()

    def _look(self) -> Offered:
        portal = self._portal()
        info = portal.provider.portal()
        _load_what_screens_need(info)
        return Offered(info, every_campaign(portal.provider), portal.provider.caps)

    def _give(self, campaign_id: str, amount: Money, locale: str, tell: Callable[[Pledge], None]) -> Watched:
        portal = self._portal()
        if self._attempt is None or (self._attempt.campaign_id, self._attempt.amount) != (campaign_id, amount):
            with suppress(DonationError):  # what cannot be cancelled now is tried again later, and keeps nobody waiting
                self._cancel()
            self._attempt = portal.pledging.intend(campaign_id, amount, locale)
        attempt = self._attempt

        def note(pledge: Pledge) -> None:
            if pledge.status in FINAL:
                self._attempt = None
            portal.pledging.noted(attempt, pledge)
            tell(pledge)

        try:
            pledge = portal.pledging.place(attempt)
        except DonationError as error:
            if error.remedy is Remedy.OTHER:  # the portal has refused it: there is no pledge
                self._attempt = None
            raise
        attempt = self._attempt = replace(attempt, pledge_id=pledge.id)
        note(pledge)
        watched = watch(portal.provider, pledge, portal.clock, note)
        note(watched.pledge)
        return watched

    def _cancel(self) -> None:
        """Cancel what may be open. What is cut short or fails is tried again at the end, and by the next start."""
        if self._attempt is not None:
            self._called_off.append(self._attempt)
            self._attempt = None
        while self._called_off:
            self._portal().pledging.cancel(self._called_off[0])
            del self._called_off[0]


def _load_what_screens_need(portal: PortalInfo) -> None:
    """Load what writes amounts and draws codes here, where nobody waits for a picture."""
    import segno  # noqa: F401, PLC0415

    for taken in portal.currencies:
        written(taken.least)


class Session:
    """Giving in one run of the game. Nothing is started or asked before the first visit."""

    def __init__(
        self, folder: Path, place: Place, open_page: Callable[[str], object], *, may_browse: bool = False
    ) -> None:
        """`folder` is for the journal."""
        self.is_sandbox = place.is_sandbox
        self._folder = folder
        self._place = place
        self._open_page = open_page
        self._may_browse = may_browse
        self._clock: Clock = SystemClock()
        self._lock = threading.Lock()
        self._journal: Journal | None = None
        self._portal: Portal | None = None
        self._worker: Worker | None = None
        """That of the last visit."""
        atexit.register(self.close)

    def visit(self) -> Visit:
        """Begin a visit."""
        self._worker = Worker()
        return Visit(
            self._reached,
            self._worker,
            self._open_page,
            card=self._card if self._place.card() else None,
            is_sandbox=self.is_sandbox,
            may_browse=self._may_browse,
        )

    def close(self) -> None:
        """Stop what was started; what is being cancelled has a moment to reach the portal."""
        atexit.unregister(self.close)
        if self._worker is not None:
            self._worker.leave()
            self._worker.wait(_LAST_WORD_S)
        self._place.close()
        with self._lock:
            if self._journal is not None:
                self._journal.close()

    def _reached(self) -> Portal:
        """Return the portal; what a crash left open at it is cancelled when it is first reached."""
        address = self._place.address()
        with self._lock:
            if self._portal is None or self._portal.address != address:
                self._portal = self._opened(self._place.provider(address), address)
                self._portal.pledging.cancel_unfinished()
            return self._portal

    def _card(self) -> Portal:
        provider = self._place.card()
        if provider is None:
            raise UnavailableError("the card has run out")
        with self._lock:
            return self._opened(provider, "card")

    def _opened(self, provider: DonationProvider, address: str) -> Portal:
        if self._journal is None:
            self._journal = Journal(self._folder / "pledges.sqlite", self._clock.now())
        return Portal(provider, address, self._journal, self._clock)
