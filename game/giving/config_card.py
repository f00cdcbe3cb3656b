"""Reads the card: the signed file for places without a network."""

from datetime import datetime
from pathlib import Path

from game.content.nodes import Entries
from game.giving.adapters.figures import Chosen
from game.giving.adapters.static import Card
from game.giving.checkout import CheckoutRules
from game.giving.config_file import RefusedError, end_of, read_written
from game.giving.config_shape import CARD_FILE
from game.giving.errors import UnsafeAddressError
from game.giving.signing import PublicKey


def read_card(path: Path, trusted: tuple[PublicKey, ...], rules: CheckoutRules, now: datetime) -> Card:
    """Return what is on a card.

    Raises:
        RefusedError: it has faults, is not signed, was changed, has run out, or leads where nothing was pinned.

    """
    written = read_written(path, CARD_FILE, trusted)
    if written.signer is None:
        raise RefusedError(f"{written.log.file}: the card is not signed; sign it with: giving sign")
    until = end_of(written.root, "expires")
    if until is None or until <= now:
        raise RefusedError(f"{written.log.file}: the card ran out on {written.root.text('expires')}")
    entries = [entry for entry in written.root.items("campaigns") if isinstance(entry, Entries)]
    donate: dict[str, str] = {}
    for entry in entries:
        if entry.text("id") in donate:
            written.log.add("same-id", entry.place("id"), "another campaign has this id", "give each one its own")
        donate[entry.text("id")] = entry.text("donate")
        try:
            rules.checked(entry.text("donate"))
        except UnsafeAddressError as error:
            written.log.add(
                "bad-form", entry.place("donate"), str(error), "pin it below checkout: in the configuration"
            )
    written.refuse_faults()
    return Card(until, tuple(chosen_of(entry, entry.text("id"), until) for entry in entries), donate)


def chosen_of(entry: Entries, at: str, until: datetime) -> Chosen:
    """Return a campaign in the operator's words."""
    return Chosen(at, entry.prose("title"), entry.prose("summary"), entry.prose("secondary_purpose"), until)
