"""What happened in a step, for screens, sounds, histories and learning records to tell."""

from dataclasses import dataclass

from game.story.action import Verdict
from game.story.level import ChoiceId, MessageId, MeterId, PassageId, Sign


@dataclass(frozen=True, slots=True)
class ChoiceTaken:
    """The player took a choice; its reply and its explanation are in the level."""

    passage: PassageId
    choice: ChoiceId


@dataclass(frozen=True, slots=True)
class MessageUsed:
    """A message was played where it fits."""

    passage: PassageId
    message: MessageId


@dataclass(frozen=True, slots=True)
class MeterMoved:
    """A meter changed by `by` and is now at `now`."""

    meter: MeterId
    by: int
    now: int


@dataclass(frozen=True, slots=True)
class ChanceDecided:
    """The draw fell on a place."""

    passage: PassageId
    to: PassageId


@dataclass(frozen=True, slots=True)
class Arrived:
    """The story is at another passage."""

    passage: PassageId


@dataclass(frozen=True, slots=True)
class MessageLearned:
    """A message went into the notebook; `learned_from` names the person or place."""

    message: MessageId
    learned_from: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The story is over."""

    ending: PassageId


@dataclass(frozen=True, slots=True)
class LineMarked:
    """A line of an offer was marked, or its mark taken back."""

    offer: str
    line: str
    sign: Sign | None


@dataclass(frozen=True, slots=True)
class OfferJudged:
    """The player said whether to go on with an offer or to stop it, or took that back."""

    offer: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class PartArranged:
    """An option was picked for a part of a passage's task."""

    passage: PassageId
    part: str
    option: str


Noted = LineMarked | OfferJudged | PartArranged
"""What a note tells; the story stays where it is."""

Event = ChoiceTaken | MessageUsed | MeterMoved | ChanceDecided | Arrived | MessageLearned | Ended | Noted
