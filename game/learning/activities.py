"""What statements are about: levels, passages, choices, offers, messages and questions, as xAPI activities."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from game.learning.vocabulary import GAME, Kind, iri
from game.story.action import Verdict
from game.story.checkup import Moment
from game.story.ids import LevelId, MessageId, PassageId
from game.story.level import Level, Offer, Passage
from game.story.message import Message, Question

Activity = Mapping[str, object]
RIGHT: Final = "right"
NOT_SURE: Final = "not-sure"
_LANGUAGE: Final = "en"


def game() -> Activity:
    return _activity(GAME, Kind.GAME, "Before You Go")


def level_activity(level: Level) -> Activity:
    return _activity(_of_level(level.id), Kind.LEVEL, level.title)


def passage_activity(level: Level, place: PassageId) -> Activity:
    """A moment of the story, endings among them."""
    ending = level.endings.get(place)
    return _activity(_of_level(level.id, "passages", place), Kind.PASSAGE, ending.title if ending else place)


def choices_activity(level: Level, passage: Passage) -> Activity:
    """What to say or do in a passage. No choice is called correct: that is for the story to show, not for a key."""
    told = {str(choice.id): choice.text for choice in passage.choices.values()}
    return _question(_of_level(level.id, "passages", passage.id, "choices"), passage.id, told, ())


def poll_activity(level: Level, passage: PassageId, poll: str) -> Activity:
    """Something a class votes about besides the choices: a line of an offer, a part of a task."""
    definition = {"type": Kind.QUESTION.value, "name": {_LANGUAGE: poll}, "interactionType": "other"}
    identifier = _of_level(level.id, "passages", passage, "polls", poll)
    return {"objectType": "Activity", "id": identifier, "definition": definition}


def offer_activity(level: Level, passage: PassageId, offer: Offer) -> Activity:
    """Whether to go on with a job offer, or to stop."""
    told = {verdict.value: verdict.value for verdict in Verdict}
    correct = Verdict.GO_ON if offer.genuine else Verdict.STOP
    return _question(_of_level(level.id, "passages", passage, "offers", offer.id), offer.sender, told, (correct,))


def message_activity(message: MessageId, title: str) -> Activity:
    """An awareness message: the same one in every level."""
    return _activity(iri("messages", message), Kind.MESSAGE, title)


def check_activity(level: Level, moment: Moment) -> Activity:
    """The questions before or after a story."""
    name = moment.name.lower()
    return _activity(_of_level(level.id, "checks", name), Kind.CHECK, f"{level.title} ({name})")


def question_activity(message: Message, question: Question) -> Activity:
    """One question about a message, with all that can be answered to it."""
    told = {RIGHT: question.right}
    told |= {f"wrong-{number}": text for number, text in enumerate(question.wrong, start=1)}
    told[NOT_SURE] = NOT_SURE
    return _question(iri("messages", message.id, "questions", question.id), question.ask, told, (RIGHT,))


def answer_id(question: Question, answer: str | None) -> str:
    """Return what an answer is called among those of `question_activity`; None stands for not being sure."""
    if answer == question.right:
        return RIGHT
    return f"wrong-{question.wrong.index(answer) + 1}" if answer in question.wrong else NOT_SURE


def references(*activities: Activity) -> Sequence[Activity]:
    """Return activities as statements point to them: by their identifier alone."""
    return [{"objectType": "Activity", "id": activity["id"]} for activity in activities]


def _of_level(level: LevelId, *parts: str) -> str:
    return iri("levels", level, *parts)


def _activity(identifier: str, kind: Kind, name: str) -> dict[str, object]:
    definition = {"type": kind.value, "name": {_LANGUAGE: name}}
    return {"objectType": "Activity", "id": identifier, "definition": definition}


def _question(identifier: str, name: str, told: Mapping[str, str], correct: Iterable[str]) -> Activity:
    definition = {
        "type": Kind.QUESTION.value,
        "name": {_LANGUAGE: name},
        "interactionType": "choice",
        "choices": [{"id": each, "description": {_LANGUAGE: text}} for each, text in told.items()],
    }
    pattern = list(correct)
    if pattern:
        definition["correctResponsesPattern"] = pattern
    return {"objectType": "Activity", "id": identifier, "definition": definition}
