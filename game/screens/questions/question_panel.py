"""How a check question is put: the same before and after the story."""

from typing import Final

from game.content.words import Words
from game.story.checkup import Asked
from game.ui.arrange import Gap, Item
from game.ui.widgets import ChoiceRow, ProgressDots, Text

ANSWER: Final = "answer:"
"""Followed by which of the questions it is, and the place of the answer: the rows of the next question are others, so
that none of them has the focus because one of these had it."""
NOT_SURE: Final = "not-sure:"
"""Followed by which of the questions it is."""


def progress(words: Words, at: int, count: int) -> ProgressDots:
    """Return which of the questions this is, counted from 1."""
    return ProgressDots(label=words("check.progress", at=at, count=count), at=at, count=count)


def question(words: Words, asked: Asked, at: int, count: int, hint: str) -> list[Item]:
    """Return a question with its answers; not being sure is an answer, too."""
    answers = [
        ChoiceRow(id=f"{ANSWER}{at}:{place}", number=place + 1, label=answer)
        for place, answer in enumerate(asked.answers)
    ]
    not_sure = ChoiceRow(id=f"{NOT_SURE}{at}", number=len(answers) + 1, label=words("check.not_sure"))
    return [
        progress(words, at, count),
        Text(text=asked.question.ask, role="heading"),
        *([Text(text=hint, role="small", ink="soft")] if hint else []),
        Gap(0.5),
        *answers,
        not_sure,
    ]


def answer_in(control_id: str) -> int | None:
    """Return which answer a control stands for; None for not being sure."""
    return None if control_id.startswith(NOT_SURE) else int(control_id.rpartition(":")[2])


def is_answer(control_id: str) -> bool:
    """Say whether a control is one of the answers."""
    return control_id.startswith((ANSWER, NOT_SURE))


def is_right(asked: Asked, answer: int | None) -> bool:
    """Say whether an answer is right; not being sure is not."""
    return answer is not None and asked.is_right(answer)
