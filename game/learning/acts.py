"""Everything that is recorded of a level, as acts. Nothing else is: no giving, no help page, no way out."""

from collections.abc import Sequence

from game.learning.activities import (
    answer_id,
    check_activity,
    choices_activity,
    level_activity,
    message_activity,
    offer_activity,
    passage_activity,
    poll_activity,
    question_activity,
)
from game.learning.statement import Act, extensions
from game.learning.vocabulary import Extension, Verb
from game.story.action import Verdict
from game.story.answer import Confidence
from game.story.checkup import Moment
from game.story.level import ChoiceId, Level, Offer, Outcome, PassageId
from game.story.message import Message, Question


def began(level: Level, pace: str = "") -> Act:
    """A level was begun; by a class together, or by each at its own pace."""
    return Act(Verb.INITIALIZED, level_activity(level), extensions={Extension.PACE: pace} if pace else {})


def resumed(level: Level, moves: int) -> Act:
    """The level was taken up again, after so many moves that still stand."""
    return Act(Verb.RESUMED, level_activity(level), extensions={Extension.MOVES: moves})


def learned(level: Level, message: Message, learned_from: str) -> Act:
    """A message went into the notebook."""
    about = message_activity(message.id, message.title)
    said = {Extension.LEARNED_FROM: learned_from} if learned_from else {}
    return Act(Verb.EXPERIENCED, about, (level_activity(level),), extensions=said)


def used(level: Level, passage: PassageId, message: Message) -> Act:
    """A message was played where it fits."""
    about = message_activity(message.id, message.title)
    return Act(Verb.USED, about, (passage_activity(level, passage), level_activity(level)))


def chose(level: Level, passage: PassageId, choice: ChoiceId, were_open: Sequence[ChoiceId]) -> Act:
    """A choice was taken."""
    about = choices_activity(level, level.passages[passage])
    said = {Extension.OPEN: sorted({*were_open, choice})}
    return Act(Verb.ANSWERED, about, (level_activity(level),), {"response": choice}, said)


def voted(level: Level, passage: PassageId, poll: str, option: str, number: int) -> Act:
    """Somebody of a class voted, in the round of this number: for a choice, a card, or an option of a task's part."""
    here = level.passages[passage]
    is_choice = option in here.choices
    about = choices_activity(level, here) if is_choice else poll_activity(level, passage, poll)
    return Act(Verb.ANSWERED, about, (level_activity(level),), {"response": option}, {Extension.ROUND: number})


def judged(level: Level, passage: PassageId, offer: Offer, verdict: Verdict) -> Act:
    """Somebody said whether to go on with an offer."""
    is_right = offer.genuine is (verdict is Verdict.GO_ON)
    result = {"response": verdict.value, "success": is_right}
    return Act(Verb.ANSWERED, offer_activity(level, passage, offer), (level_activity(level),), result)


def checked(
    level: Level,
    moment: Moment,
    message: Message,
    question: Question,
    answer: str | None,
    confidence: Confidence | None,
) -> Act:
    """A question before or after the story was answered; None stands for not being sure of any answer."""
    response = answer_id(question, answer)
    result: dict[str, object] = {"response": response, "success": answer == question.right}
    if confidence is not None:
        result["extensions"] = extensions({Extension.CONFIDENCE: confidence.name.lower()})
    about = question_activity(message, question)
    return Act(Verb.ANSWERED, about, (check_activity(level, moment), level_activity(level)), result)


def progressed(level: Level, passage: PassageId, moves: int) -> Act:
    """The story came to a passage."""
    about = passage_activity(level, passage)
    return Act(Verb.PROGRESSED, about, (level_activity(level),), extensions={Extension.MOVES: moves})


def retracted(level: Level, passage: PassageId, moves: int) -> Act:
    """The player stepped back to a passage: what came after so many moves does not stand any more."""
    about = passage_activity(level, passage)
    return Act(Verb.RETRACTED, about, (level_activity(level),), extensions={Extension.MOVES: moves})


def ended(level: Level, ending: PassageId, outcome: Outcome, *, has_won: bool) -> tuple[Act, Act]:
    """The story came to an ending; it is passed by what was understood, whichever ending it is."""
    about = level_activity(level)
    result = {
        "completion": True,
        "extensions": extensions({Extension.ENDING: ending, Extension.OUTCOME: outcome.value}),
    }
    verb = Verb.PASSED if has_won else Verb.FAILED
    return Act(Verb.COMPLETED, about, (), result), Act(verb, about, (), {"success": has_won})


def stopped(level: Level, why: str) -> Act:
    """The player is done with the level: nothing of this run follows."""
    return Act(Verb.TERMINATED, level_activity(level), extensions={Extension.WHY: why})
