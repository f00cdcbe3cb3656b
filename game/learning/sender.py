"""Sends what waits in an outbox, so that every statement is in the store exactly once.

Nothing is written down as sent before the store has said so. What is sent again after a crash has the same ids, and a
store keeps one statement an id.
"""

from collections.abc import Sequence
from typing import Final

from game.learning.outbox import Fate, Kept, Outbox
from game.learning.receiving import Receiver
from game.network.calling import current_cancel

BATCH: Final = 50
BATCH_BYTES: Final = 256 * 1024


def send_batch(outbox: Outbox, receiver: Receiver) -> bool:
    """Send the next statements; return False where none wait.

    Each of them has been sent or quarantined then.

    Raises:
        NotNowError, KeyRefusedError, CalledOffError: not all of them; the rest still waits.
        OutboxError: it cannot be written down. The same statements are sent again, which does no harm.

    """
    batch = outbox.pending(BATCH, BATCH_BYTES)
    if batch:
        _deliver(outbox, receiver, batch)
    return bool(batch)


def _deliver(outbox: Outbox, receiver: Receiver, batch: Sequence[Kept]) -> None:
    """Send a batch; halve it until it is known which statements the store does not take."""
    current_cancel().check()
    refused = receiver.send(batch)
    if refused is None:
        outbox.settle(batch, Fate.SENT)
    elif len(batch) > 1:
        middle = len(batch) // 2
        _deliver(outbox, receiver, batch[:middle])
        _deliver(outbox, receiver, batch[middle:])
    elif refused.is_conflict and receiver.holds(batch[0]):
        outbox.settle(batch, Fate.SENT)
    else:
        outbox.settle(batch, Fate.QUARANTINED, refused.reason)
