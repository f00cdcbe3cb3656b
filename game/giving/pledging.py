"""Making a pledge so that it is never made twice: first the journal, then the portal."""

import secrets

from game.giving.errors import (
    AmountError,
    BadResponseError,
    ClosedError,
    DonationError,
    InvalidError,
    NotAllowedHereError,
    NotFoundError,
    UnauthorizedError,
    WithdrawnError,
)
from game.giving.journal import Attempt, Journal
from game.giving.money import Money
from game.giving.pledge import FINAL, Pledge
from game.giving.provider import DonationProvider
from game.network.clock import Clock

_REFUSED = (
    AmountError,
    ClosedError,
    InvalidError,
    NotAllowedHereError,
    NotFoundError,
    UnauthorizedError,
    WithdrawnError,
)
"""The portal said no, so there is no pledge. After any other error there may be one."""


class Pledging:
    """Pledges at one portal, kept in one journal. Call it on a worker."""

    def __init__(self, provider: DonationProvider, portal: str, journal: Journal, clock: Clock) -> None:
        """`portal` is the address of the provider: what was begun at another one is left alone."""
        self._provider = provider
        self._portal = portal
        self._journal = journal
        self._clock = clock

    def intend(self, campaign_id: str, amount: Money, locale: str) -> Attempt:
        """Write down that somebody wants to pledge. From then on, the pledge is made or cancelled, even after a crash.

        Raises:
            NotKeptError: it could not be written; nothing was sent.

        """
        attempt = Attempt(
            key=secrets.token_urlsafe(24),
            portal=self._portal,
            campaign_id=campaign_id,
            amount=amount,
            reference=f"game-{secrets.token_hex(8)}",
            locale=locale,
            created_at=self._clock.now(),
        )
        self._journal.begin(attempt)
        return attempt

    def place(self, attempt: Attempt) -> Pledge:
        """Make the pledge that was intended, or return the one that was made before.

        Raises:
            DonationError: it was not made, or nobody knows whether: trying again with the same attempt is always safe.

        """
        try:
            pledge = self._made(attempt)
        except DonationError as error:
            if isinstance(error, _REFUSED):
                self._journal.settled(attempt.key)
            raise
        self.noted(attempt, pledge)
        return pledge

    def noted(self, attempt: Attempt, pledge: Pledge) -> None:
        """Take note of news about a pledge: one that is over need not be cancelled after a crash."""
        if attempt.pledge_id != pledge.id:
            self._journal.placed(attempt.key, pledge.id)
        if pledge.status in FINAL:
            self._journal.settled(attempt.key)

    def cancel(self, attempt: Attempt) -> Pledge | None:
        """Cancel what was intended, whether or not the portal has heard of it; None if the portal knows of nothing.

        A pledge that was paid meanwhile stays paid, and is returned so.

        Raises:
            DonationError: the portal could not be asked, or nobody can tell what it answered; the attempt stays in the
                journal.

        """
        try:
            placed = attempt.pledge_id or self._made(attempt).id
            pledge = self._provider.cancel(placed)
        except _REFUSED:
            self._journal.settled(attempt.key)
            return None
        self._journal.settled(attempt.key)
        return pledge

    def unfinished(self) -> tuple[Attempt, ...]:
        """Return what was begun at this portal and is not known to be over: what a crash left."""
        left = self._journal.unfinished(self._clock.now())
        return tuple(attempt for attempt in left if attempt.portal == self._portal)

    def cancel_unfinished(self) -> tuple[Pledge, ...]:
        """Cancel all that a crash left, and return what became of it. What does not work is tried the next time."""
        found = []
        for attempt in self.unfinished():
            try:
                pledge = self.cancel(attempt)
            except DonationError as error:
                if error.retryable:
                    break  # out of reach: the others would have to be waited for as well
                continue
            found += [pledge] if pledge else []
        return tuple(found)

    def _made(self, attempt: Attempt) -> Pledge:
        if attempt.pledge_id is not None:
            pledge = self._provider.pledge(attempt.pledge_id)
            if (pledge.campaign_id, pledge.amount) != (attempt.campaign_id, attempt.amount):
                raise BadResponseError("the portal tells of another campaign or amount")
            return pledge
        return self._provider.create_pledge(
            attempt.campaign_id, attempt.amount, key=attempt.key, ref=attempt.reference, locale=attempt.locale
        )
