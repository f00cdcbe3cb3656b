"""A card: campaigns on a signed file, for places without a network. It tells no progress, and runs out on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from game.giving.adapters.figures import Chosen, Figures
from game.giving.errors import NotFoundError
from game.giving.money import Money
from game.giving.provider import Capabilities, StatusSource


@dataclass(frozen=True, slots=True)
class Card:
    """What an operator wrote down for places without a network."""

    until: datetime
    campaigns: tuple[Chosen, ...]
    donate: Mapping[str, str]
    """Where to donate, by campaign; checked against what was pinned when the card was read, and again when shown."""


@dataclass(frozen=True, slots=True)
class OnCard:
    """The campaigns of a card. Nobody is asked for anything."""

    card: Card
    currency: str
    most_a_minute: int | None = None

    @property
    def caps(self) -> Capabilities:
        return Capabilities(
            list_campaigns=True,
            totals=False,
            prefill_amount=False,
            pledge_status=StatusSource.NONE,
            idempotent_create=True,
            expires=True,
            min_poll_seconds=0,
            needs_secret=False,
        )

    def figures(self, at: str) -> Figures:
        """Return where to donate; the sums are nothing, and `caps.totals` says that they mean nothing."""
        if at not in self.card.donate:
            raise NotFoundError("there is no such campaign on the card")
        nothing = Money(0, self.currency)
        return Figures(nothing, nothing, 0, donate=self.card.donate[at])

    def link(self, at: str, figures: Figures, amount: Money) -> str:
        return figures.donate
