"""What answers do to the days on which messages come back."""

from collections.abc import Iterable
from dataclasses import replace

from game.records.progress import Progress
from game.story.answer import Answered, Confidence
from game.story.recall import after, note_asked


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
