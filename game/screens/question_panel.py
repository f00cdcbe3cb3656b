"""How a check question is put: the same before and after the story."""

from collections.abc import Sequence

from game.content.words import Words
from game.records.progress import CheckResult
from game.story.checkup import Asked
from game.ui.arrange import Gap, Item
from game.ui.widgets import ChoiceRow, ProgressDots, Text

ANSWER = "answer:"
NOT_SURE = "not-sure"


def progress(words: Words, at: int, count: int) -> ProgressDots:
    """Return which of the questions this is, counted from 1."""
    return ProgressDots(label=words("check.progress", at=at, count=count), at=at, count=count)


def question(words: Words, asked: Asked, at: int, count: int, hint: str) -> list[Item]:
    """Return a question with its answers; not being sure is an answer, too."""
    answers = [
        ChoiceRow(id=f"{ANSWER}{place}", number=place + 1, label=answer) for place, answer in enumerate(asked.answers)
    ]
    not_sure = ChoiceRow(id=NOT_SURE, number=len(answers) + 1, label=words("check.not_sure"))
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
    return None if control_id == NOT_SURE else int(control_id.removeprefix(ANSWER))


def is_answer(control_id: str) -> bool:
    """Say whether a control is one of the answers."""
    return control_id == NOT_SURE or control_id.startswith(ANSWER)


def is_right(asked: Asked, answer: int | None) -> bool:
    """Say whether an answer is right; not being sure is not."""
    return answer is not None and asked.is_right(answer)


def result(asked: Sequence[Asked], answers: Sequence[int | None]) -> CheckResult:
    """Return what a check showed, as far as it was answered."""
    return CheckResult.of(one.answered(answer) for one, answer in zip(asked, answers, strict=False))
