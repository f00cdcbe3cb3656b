"""The figures of a class that may be shown, made so that nobody can be worked out from them.

A group of less than `SMALLEST_GROUP` seats is not broken down. Leaving its row out is not enough: whoever has a total
and all other rows subtracts. So three rules hold, and tests try to break them:

* **One population.** All figures about the checks are of the same seats. Whoever took only one of the checks is counted
  as such, and no answer of theirs is in any figure: two overlapping groups would differ by just these few.
* **Totals are made of what is shown.** An answer about a message that is withheld is in no total either.
* **All parts or none.** The answers to the questions about one message add up to the message's row. If one of the
  questions was put to fewer than `SMALLEST_GROUP`, none of them is shown.

What is withheld can be changed at will and every figure stays the same: that cannot be undone by subtracting. It holds
for figures that are made once, when a session is over: two reports with one seat between them would differ by it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from game.classroom.measure.change import Change, change
from game.classroom.stage import SMALLEST_GROUP
from game.story.answer import Answered
from game.story.checkup import Moment
from game.story.ids import MessageId
from game.story.sensitivity import Verdicts


class Seat(NamedTuple):
    """Everything one seat said in one level. It holds no name, no time and no seat."""

    before: tuple[Answered, ...] = ()
    """Empty for whoever skipped the check, or came after it."""
    after: tuple[Answered, ...] = ()
    verdicts: Verdicts = Verdicts()
    """What was decided about offers, counted."""


class QuestionCounts(NamedTuple):
    """How often one question was answered, and how often right. Not being sure counts as not right."""

    question: str
    """Its id among those of the message."""
    moment: Moment
    n: int
    right: int


class MessageFigures(NamedTuple):
    """What a class knew about one message."""

    message: MessageId
    n: int
    before: int | None
    """How many were right before; None where only the check after was taken."""
    after: int
    change: Change | None
    """None like `before`."""
    questions: tuple[QuestionCounts, ...]
    """Empty for the moments at which they must not be broken down."""


class OfferFigures(NamedTuple):
    """How well a class told false offers from genuine ones; d' and bias are the ones of all verdicts together."""

    n: int
    """How many seats judged offers."""
    verdicts: Verdicts


class ClassFigures(NamedTuple):
    """Everything that may be shown about a class in one level."""

    seats: int
    compared: int
    """How many seats the figures about the checks are of."""
    only_before: int
    """Took the first check alone: left, or did not come to the end."""
    only_after: int
    """Took the second check alone: latecomers, and whoever skipped the first."""
    overall: Change | None
    messages: tuple[MessageFigures, ...]
    withheld: tuple[MessageId, ...]
    """Messages that were asked about, of fewer seats than may be shown."""
    offers: OfferFigures | None


class _Asked(NamedTuple):
    """What one seat said about one message."""

    before: Answered | None
    after: Answered


def figures(seats: Sequence[Seat]) -> ClassFigures:
    """Return what may be shown.

    Compared are the seats that took both checks, if they are enough. Otherwise the check after stands alone, of all
    who took it, and nothing about the check before is shown.
    """
    both = [seat for seat in seats if _paired(seat)]
    asked = _by_message(both, _paired) if len(both) >= SMALLEST_GROUP else _by_message(seats, _after_alone)
    shown = {message: per_seat for message, per_seat in asked.items() if len(per_seat) >= SMALLEST_GROUP}
    return ClassFigures(
        seats=len(seats),
        compared=len({place for per_seat in shown.values() for place in per_seat}),
        only_before=sum(bool(seat.before) and not seat.after for seat in seats),
        only_after=sum(bool(seat.after) and not seat.before for seat in seats),
        overall=_overall(shown.values()),
        messages=tuple(_message(message, tuple(per_seat.values())) for message, per_seat in shown.items()),
        withheld=tuple(message for message in asked if message not in shown),
        offers=_offers(seats),
    )


def _paired(seat: Seat) -> dict[MessageId, _Asked]:
    earlier = {reply.message: reply for reply in seat.before}
    return {reply.message: _Asked(earlier[reply.message], reply) for reply in seat.after if reply.message in earlier}


def _after_alone(seat: Seat) -> dict[MessageId, _Asked]:
    return {reply.message: _Asked(None, reply) for reply in seat.after}


def _by_message(
    seats: Iterable[Seat], asked_of: Callable[[Seat], Mapping[MessageId, _Asked]]
) -> dict[MessageId, dict[int, _Asked]]:
    """Return for each message what each seat said, by the seat's place."""
    found: dict[MessageId, dict[int, _Asked]] = {}
    for place, seat in enumerate(seats):
        for message, asked in asked_of(seat).items():
            found.setdefault(message, {})[place] = asked
    return found


def _overall(shown: Iterable[Mapping[int, _Asked]]) -> Change | None:
    """Compare each seat's share of right answers, over the messages that are shown."""
    of_seat: dict[int, list[tuple[bool, bool]]] = {}
    for per_seat in shown:
        for place, (before, after) in per_seat.items():
            if before is not None:
                of_seat.setdefault(place, []).append((before.right, after.right))
    shares = ([sum(right) / len(right) for right in zip(*pairs, strict=True)] for pairs in of_seat.values())
    return change([(before, after) for before, after in shares])


def _message(message: MessageId, asked: Sequence[_Asked]) -> MessageFigures:
    pairs = [(before.right, after.right) for before, after in asked if before is not None]
    earlier = [before for before, _ in asked if before is not None]
    return MessageFigures(
        message=message,
        n=len(asked),
        before=sum(was for was, _ in pairs) if pairs else None,
        after=sum(after.right for _, after in asked),
        change=change(pairs),
        questions=(
            *_questions(earlier, Moment.BEFORE),
            *_questions([after for _, after in asked], Moment.AFTER),
        ),
    )


def _questions(answers: Iterable[Answered], moment: Moment) -> Iterator[QuestionCounts]:
    put: dict[str, list[bool]] = {}
    for answer in answers:
        put.setdefault(answer.question, []).append(answer.right)
    if all(len(right) >= SMALLEST_GROUP for right in put.values()):
        for question, right in put.items():
            yield QuestionCounts(question, moment, len(right), sum(right))


def _offers(seats: Iterable[Seat]) -> OfferFigures | None:
    judged = [seat.verdicts for seat in seats if seat.verdicts.judged]
    return OfferFigures(len(judged), sum(judged, Verdicts())) if len(judged) >= SMALLEST_GROUP else None
