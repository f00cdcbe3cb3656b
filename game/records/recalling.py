"""What answers do to the days on which messages come back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from game.records.progress import Progress
from game.story.answer import Answered, Confidence
from game.story.checkup import Asked, to_recall
from game.story.level import Level, MessageId
from game.story.message import Message
from game.story.recall import after, note_asked

MOST_BEFORE: Final = 2
"""So many questions come before a level."""
MOST_AT_ONCE: Final = 8
"""So many come in a refresher."""

Messages = Mapping[MessageId, Message]


def questions_before(progress: Progress, messages: Messages, level: Level, today: int, seed: int) -> tuple[Asked, ...]:
    """Return what to recall before a level: nothing that the level itself tells or asks about."""
    told = {*level.messages, *level.asks}
    memories = progress.on(today).memories
    earlier = {message: memory for message, memory in memories.items() if message not in told}
    return to_recall(messages, earlier, today, seed, most=MOST_BEFORE)


def questions_today(progress: Progress, messages: Messages, today: int, seed: int) -> tuple[Asked, ...]:
    """Return what to recall in a refresher."""
    return to_recall(messages, progress.on(today).memories, today, seed, most=MOST_AT_ONCE)


def recalled(progress: Progress, answers: Iterable[Answered], today: int) -> Progress:
    """Return the progress after messages were asked for, in a review or after a level."""
    memories = dict(progress.on(today).memories)
    for one in answers:
        if one.message in memories:
            sure = one.confidence is not Confidence.GUESS
            before = memories[one.message]
            memories[one.message] = after(before, one.question, right=one.right, confident=sure, today=today)
    return replace(progress, memories=memories)


def asked(progress: Progress, answers: Iterable[Answered]) -> Progress:
    """Return the progress after the questions before a level: they set no day, but others are asked next."""
    known = {one.message: one.question for one in answers if one.message in progress.memories}
    noted = {message: note_asked(progress.memories[message], question) for message, question in known.items()}
    return replace(progress, memories={**progress.memories, **noted})
