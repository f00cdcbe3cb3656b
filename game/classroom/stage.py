"""Where a session is, and how its story is played."""

from enum import StrEnum
from typing import Final

SMALLEST_GROUP: Final = 5
"""Answers of fewer people than this are not broken down: in a small group, everybody could tell whose they are."""


class Pace(StrEnum):
    """How a class plays."""

    TOGETHER = "together"
    """One story on the projector; phones vote."""
    OWN = "own"
    """Everybody plays alone."""


class Stage(StrEnum):
    """Where a session is. A session only ever goes on to a later stage, in this order.

    At their own pace everybody has the questions before and after to themselves, and `STORY` covers all of it.
    """

    LOBBY = "lobby"
    BEFORE = "before"
    STORY = "story"
    AFTER = "after"
    OVER = "over"
