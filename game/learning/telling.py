"""What players are told about learning records before they decide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.words import Words

if TYPE_CHECKING:
    from game.learning.home import HomeRecords


def about_records(words: Words, records: "HomeRecords") -> Iterator[str]:
    """Yield who asks for what, what is never written down, where it goes, and how it ends."""
    yield words("records.asks", name=records.name)
    yield words("records.never")
    yield words("records.is_sent" if records.sends else "records.is_kept", name=records.name)
    yield words("records.off_deletes", name=records.name)
    if records.has_failed:
        yield words("records.not_kept")
