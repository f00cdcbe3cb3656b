"""What can happen next in a story. Every action has an id that stays the same when texts are edited."""

from dataclasses import dataclass
from typing import NewType

from game.story.level import ChoiceId, MessageId, PassageId, Sign

ActionId = NewType("ActionId", str)
"""A choice id; `>place` for leaving a passage without choices; `offer/line=sign` for a mark on an offer."""


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


@dataclass(frozen=True, slots=True)
class Mark:
    """The player marks a line of an offer, or takes the mark back (`sign` is None). The story stays where it is."""

    id: ActionId
    offer: str
    line: str
    sign: Sign | None


Action = Choose | Play | Continue | Chance
"""The actions that move the story; a `Mark` never does."""


def onward(to: PassageId) -> ActionId:
    """Return the id of going on to a place.

    It is the same for a drawn and a decided place, so that a save stays good when an author turns one into the other.
    """
    return ActionId(f">{to}")


def mark(offer: str, line: str, sign: Sign | None) -> Mark:
    """Return the action of marking a line of an offer."""
    return Mark(ActionId(f"{offer}/{line}={sign.value if sign else 'none'}"), offer, line, sign)
