"""How sure somebody is of an answer, and what is said to it at once."""

from game.content.words import Words
from game.screens.questions.question_panel import is_right
from game.story.answer import Confidence
from game.story.checkup import Asked
from game.ui.arrange import Gap, Item, beside
from game.ui.widgets import ChoiceRow, Icon, Text

SURE = "sure:"


def how_sure(words: Words, asked: Asked, answer: int) -> list[Item]:
    """Return the question how sure the player is of an answer just given."""
    rows = [
        ChoiceRow(id=f"{SURE}{each.name.lower()}", number=each + 1, label=words(f"check.sure_{each.name.lower()}"))
        for each in Confidence
    ]
    return [
        Text(text=asked.question.ask, ink="soft"),
        Text(text=words("check.you_said", answer=asked.answers[answer]), role="strong"),
        Gap(0.5),
        Text(text=words("check.how_sure"), role="heading"),
        Gap(0.5),
        *rows,
    ]


def confidence_in(control_id: str) -> Confidence | None:
    """Return how sure a control says the player is; None if it says nothing about that."""
    named = control_id.removeprefix(SURE)
    return next((each for each in Confidence if control_id != named and each.name.lower() == named), None)


def told(words: Words, asked: Asked, answer: int | None, confidence: Confidence | None) -> list[Item]:
    """Return whether an answer was right, what is, and why. Somebody who was sure of another answer is told kindly."""
    right = asked.question.right
    if is_right(asked, answer):
        head = words("check.right_guess" if confidence is Confidence.GUESS else "check.right")
        sign = beside(Icon(name="check", ink="good"), Text(text=head, role="heading", ink="good"))
        return [sign, Text(text=right, role="strong"), Text(text=asked.question.because)]
    said = [] if answer is None else [Text(text=words("check.you_said", answer=asked.answers[answer]), ink="soft")]
    sure = [Text(text=words("check.sure_not_quite"))] if confidence is Confidence.SURE else []
    return [
        Text(text=words("check.unsure" if answer is None else "check.not_quite"), role="heading"),
        *said,
        *sure,
        beside(Icon(name="check", ink="teal"), Text(text=words("check.better", answer=right), role="strong")),
        Text(text=asked.question.because),
    ]
