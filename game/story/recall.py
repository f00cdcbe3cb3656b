"""When a message comes back to be recalled, and with which question.

Retrieval spread over days holds far longer than the same practice at one sitting (Latimier, Peyre & Ramus 2021,
Educational Psychology Review 33: g = 0.74), and what games of this kind teach fades within two months unless it is
asked for again (Maertens et al. 2021, Journal of Experimental Psychology: Applied 27). Growing gaps teach no better
than equal ones (same review: 0.03), but they cost a player the fewest questions for the longest hold.

Days are ordinals (`date.toordinal`): no clock is read here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from game.story.ids import MessageId

if TYPE_CHECKING:
    from game.story.message import Message, Question

GAPS: Final = (1, 3, 7, 16, 35, 90)
"""Days until a message comes back, by stage; the last one repeats."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known about how well one message is remembered."""

    stage: int
    """How often in a row it was recalled when due; at most the last place of `GAPS`."""
    due: int
    """The day from which it is asked for again."""
    asked: tuple[str, ...] = ()
    """The ids of the questions already asked about it, the latest last, each once."""


def met(today: int) -> Memory:
    """Return the memory of a message that was met for the first time."""
    return Memory(0, today + GAPS[0])


def scheduled(
    memories: Mapping[MessageId, Memory], messages: Collection[MessageId], today: int
) -> Mapping[MessageId, Memory]:
    """Return the memories of today: new ones for messages just met, and no date a clock set wrong could have caused.

    A clock that ran ahead leaves dates that are too far off. They come back to what the gap allows, and no nearer: a
    clock set back makes nothing due that was not.
    """
    kept = {message: _within_gap(memory, today) for message, memory in memories.items()}
    return {**kept, **{message: met(today) for message in messages if message not in kept}}


def due(memories: Mapping[MessageId, Memory], today: int) -> tuple[MessageId, ...]:
    """Return the messages to ask for today, the one most overdue first."""
    waiting = sorted((memory.due, message) for message, memory in memories.items() if memory.due <= today)
    return tuple(message for _, message in waiting)


def after(memory: Memory, question: str, *, right: bool, confident: bool, today: int) -> Memory:
    """Return the memory after an answer.

    Only a right answer that was not a guess, on a day it was due, lengthens the gap: what is still fresh, or was hit by
    luck, shows little. A wrong answer starts over, whenever it is given.
    """
    noted = note_asked(memory, question)
    if not right:
        return replace(noted, stage=0, due=today + GAPS[0])
    if today < memory.due:
        return noted
    stage = min(memory.stage + confident, len(GAPS) - 1)
    return replace(noted, stage=stage, due=today + GAPS[stage])


def note_asked(memory: Memory, question: str) -> Memory:
    """Return the memory with one more question asked, such as one of a check, without a change of its day."""
    return replace(memory, asked=(*(each for each in memory.asked if each != question), question))


def next_question(message: "Message", memory: Memory) -> "Question":
    """Return the question to ask next: one never asked, or else the one asked longest ago; never the one just asked."""
    order = {question: place for place, question in enumerate(memory.asked)}
    return min(message.checks.values(), key=lambda question: order.get(question.id, -1))


def _within_gap(memory: Memory, today: int) -> Memory:
    latest = today + GAPS[min(memory.stage, len(GAPS) - 1)]
    return replace(memory, due=latest) if memory.due > latest else memory
