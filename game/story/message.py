"""Awareness messages: what players learn from people and places, keep in the notebook, and play when it fits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date  # a plain value; no clock is read here
from enum import StrEnum

from game.story.level import MessageId


class Verification(StrEnum):
    """How the claim of a message was verified before it entered the game."""

    ARCHIVED_PAGE = "archived-page"
    GENERAL_KNOWLEDGE = "general-knowledge"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a message comes from."""

    title: str
    organisation: str
    year: int
    url: str


@dataclass(frozen=True, slots=True)
class Question:
    """One check question with its right answer, believable wrong ones, and the explanation."""

    id: str
    ask: str
    right: str
    wrong: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Message:
    """One awareness message. `text` is at most 200 characters, `title` at most 40."""

    id: MessageId
    title: str
    text: str
    more: str
    topic: str
    country: str
    as_of: int
    """The year the statement was true according to its source."""
    source: Source
    verified: Verification
    read_at: str
    """The address the claim was read at; empty for general knowledge."""
    read_scope: str
    review_by: date
    """The day by which a person has to look at the message again."""
    checks: Mapping[str, Question]
