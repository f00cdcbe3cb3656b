"""What can happen next in a story. Every action has an id that stays the same when texts are edited."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from game.story.level import ChoiceId, MessageId, PassageId, Sign

ActionId = NewType("ActionId", str)
"""A choice id; `>place` for leaving a passage without choices. Notes have signs of their own: `offer/line=sign` for a
mark on a line of an offer, `offer=verdict` for what the player would do with it, `part:option` for a part of a task."""


@dataclass(frozen=True, slots=True)
class Choose:
    """The player takes a plain choice."""

    id: ActionId
    choice: ChoiceId


@dataclass(frozen=True, slots=True)
class Play:
    """The player plays a message that fits this moment."""

    id: ActionId
    choice: ChoiceId
    message: MessageId


@dataclass(frozen=True, slots=True)
class Continue:
    """The story goes on to a place that is already decided."""

    id: ActionId
    to: PassageId


@dataclass(frozen=True, slots=True)
class Chance:
    """The story goes on to one of several places; `weight` is this one's share of the draw."""

    id: ActionId
    to: PassageId
    weight: int


class Verdict(StrEnum):
    """What the player would do with an offer."""

    GO_ON = "go-on"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Mark:
    """The player marks a line of an offer, or takes the mark back (`sign` is None)."""

    id: ActionId
    offer: str
    line: str
    sign: Sign | None


@dataclass(frozen=True, slots=True)
class Judge:
    """The player says whether to go on with an offer or to stop it, or takes that back."""

    id: ActionId
    offer: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Arrange:
    """The player picks an option for a part of the passage's task."""

    id: ActionId
    part: str
    option: str


Action = Choose | Play | Continue | Chance
"""The actions that move the story."""

Note = Mark | Judge | Arrange
"""What the player notes at a desk or a task. It is kept in the playthrough and never moves the story."""


def onward(to: PassageId) -> ActionId:
    """Return the id of going on to a place.

    It is the same for a drawn and a decided place, so that a save stays good when an author turns one into the other.
    """
    return ActionId(f">{to}")


def mark(offer: str, line: str, sign: Sign | None) -> Mark:
    """Return the note that marks a line of an offer."""
    return Mark(ActionId(f"{offer}/{line}={sign.value if sign else 'none'}"), offer, line, sign)


def judge(offer: str, verdict: Verdict | None) -> Judge:
    """Return the note that says what the player would do with an offer."""
    return Judge(ActionId(f"{offer}={verdict.value if verdict else 'none'}"), offer, verdict)


def arrange(part: str, option: str) -> Arrange:
    """Return the note that picks an option for a part of a task."""
    return Arrange(ActionId(f"{part}:{option}"), part, option)
