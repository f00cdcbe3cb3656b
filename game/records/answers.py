"""The answers of a check and their JSON form."""

from collections.abc import Mapping

from game.story.answer import Answered, Confidence
from game.story.ids import MessageId


def answers(value: object) -> tuple[Answered, ...]:
    """Return the answers of a check."""
    given = [_answer(each) for each in value] if isinstance(value, list) else []
    return tuple(each for each in given if each)


def _answer(value: object) -> Answered | None:
    match value:
        case {"message": str(message), "right": bool(right), "question": str(question), "confidence": sure}:
            return Answered(MessageId(message), right, _confidence(sure), question)
        case _:
            return None


def _confidence(value: object) -> Confidence | None:
    names = {confidence.name.lower(): confidence for confidence in Confidence}
    return names.get(value) if isinstance(value, str) else None


def answers_json(given: tuple[Answered, ...]) -> list[Mapping[str, object]]:
    """Return what `answers` reads."""
    return [
        {
            "message": each.message,
            "right": each.right,
            "question": each.question,
            "confidence": None if each.confidence is None else each.confidence.name.lower(),
        }
        for each in given
    ]
