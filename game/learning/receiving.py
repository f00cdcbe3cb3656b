"""What a receiver of statements says, whatever it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.learning.outbox import Kept


class NotNowError(Exception):
    """The store cannot be reached or has a fault. The same statements are sent again after a while."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after
        """Seconds that it asked to wait, if it did."""


class KeyRefusedError(Exception):
    """The store does not take the key: whoever set it up has to help, and sending again would not."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The store does not take at least one of the statements."""

    reason: str
    is_conflict: bool
    """Whether it says that it has another statement under the same id."""


class Receiver(Protocol):
    """Where statements go: a `game.learning.store.Store`."""

    def send(self, statements: Sequence[Kept]) -> Refused | None: ...

    def holds(self, kept: Kept) -> bool: ...
