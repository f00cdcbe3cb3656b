"""Whatever a receiver answers, every statement is in the end where it belongs, once, and the others do not wait."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.learning.outbox import Fate, Kept, Outbox
from game.learning.receiving import KeyRefusedError, NotNowError, Refused
from game.learning.sender import BATCH, send_batch
from game.learning.statement import Statement
from game.network.calling import CalledOffError, Cancel

ANSWERS = ("fine", "offline", "lost", "key")
"""`lost`: it has what was sent, and the answer does not arrive."""


class Receiver:
    """A store that keeps one statement an id and takes a batch as a whole, as the standard has it."""

    def __init__(self, answers: Sequence[str] = (), bad: Sequence[str] = (), taken: Sequence[str] = ()) -> None:
        self.answers = list(answers)
        self.bad = set(bad)
        self.taken = set(taken)
        """Ids under which it has something else."""
        self.kept: list[str] = []
        self.sizes: list[int] = []

    def send(self, statements: Sequence[Kept]) -> Refused | None:
        self.sizes.append(len(statements))
        answer = self.answers.pop(0) if self.answers else "fine"
        if answer == "key":
            raise KeyRefusedError("401")
        if answer == "offline":
            raise NotNowError("503")
        ids = [each.id for each in statements]
        for refused, status in ((self.bad, "400 bad"), (self.taken, "409 conflict")):
            if refused & set(ids):
                return Refused(status, is_conflict=status.startswith("409"))
        self.kept += [each for each in ids if each not in self.kept]
        if answer == "lost":
            raise NotNowError("cut")
        return None

    def holds(self, kept: Kept) -> bool:
        return kept.id in self.kept


@contextmanager
def outbox_of(count: int) -> Iterator[tuple[Outbox, list[str]]]:
    with tempfile.TemporaryDirectory() as folder, closing(Outbox(Path(folder) / "outbox.sqlite")) as outbox:
        told = [some() for _ in range(count)]
        outbox.add(told, "run")
        yield outbox, [str(each["id"]) for each in told]


def some() -> Statement:
    return {"id": str(uuid4())}


def fates(outbox: Outbox) -> dict[str, Fate]:
    return {each.id: each.fate for each in outbox.all()}


@settings(max_examples=40, deadline=None)
@given(
    count=st.integers(0, 2 * BATCH + 3),
    answers=st.lists(st.sampled_from(ANSWERS), max_size=12),
    picks=st.lists(st.tuples(st.integers(0, 10_000), st.booleans()), max_size=6),
)
def test_every_statement_is_sent_once_or_quarantined(
    count: int, answers: list[str], picks: list[tuple[int, bool]]
) -> None:
    with outbox_of(count) as (outbox, ids):
        bad = {ids[at % count] for at, is_bad in picks if count and is_bad}
        taken = {ids[at % count] for at, is_bad in picks if count and not is_bad} - bad
        receiver = Receiver(answers, sorted(bad), sorted(taken))
        for _ in range(len(answers) + 5):
            before = fates(outbox)
            with suppress(NotNowError, KeyRefusedError):
                send_batch(outbox, receiver)
            after = fates(outbox)
            assert all(after[each] is fate for each, fate in before.items() if fate is not Fate.PENDING)
            assert [each for each, fate in after.items() if fate is Fate.SENT and each not in receiver.kept] == []
        while send_batch(outbox, receiver):
            pass
        assert receiver.kept == [each for each in ids if each not in bad | taken]
        assert {each for each, fate in fates(outbox).items() if fate is Fate.QUARANTINED} == bad | taken
        assert outbox.counts()[Fate.PENDING] == 0


@settings(max_examples=15, deadline=None)
@given(at=st.integers(0, BATCH - 1))
def test_one_bad_statement_is_found_in_few_tries(at: int) -> None:
    with outbox_of(BATCH) as (outbox, ids):
        receiver = Receiver(bad=[ids[at]])
        send_batch(outbox, receiver)
        assert [each for each, fate in fates(outbox).items() if fate is Fate.QUARANTINED] == [ids[at]]
        assert len(receiver.sizes) <= 14


def test_the_reason_is_kept_beside_what_was_refused() -> None:
    with outbox_of(3) as (outbox, ids):
        send_batch(outbox, Receiver(bad=[ids[1]], taken=[ids[2]]))
        assert [each.reason for each in outbox.all()] == ["", "400 bad", "409 conflict"]
        assert outbox.release() == 2
        while send_batch(outbox, Receiver()):
            pass
        assert set(fates(outbox).values()) == {Fate.SENT}


def test_a_conflict_about_the_very_same_statement_is_none() -> None:
    with outbox_of(2) as (outbox, ids):
        receiver = Receiver(taken=[ids[0]])
        receiver.kept = [ids[0]]
        send_batch(outbox, receiver)
        assert set(fates(outbox).values()) == {Fate.SENT}


def test_sending_can_be_given_up_between_two_requests() -> None:
    with outbox_of(2) as (outbox, _):
        cancel = Cancel()
        with cancel.applied():
            cancel.set()
            with pytest.raises(CalledOffError):
                send_batch(outbox, Receiver())
        assert set(fates(outbox).values()) == {Fate.PENDING}
