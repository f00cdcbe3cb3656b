"""What a kiosk counts: sums for each day, and nothing about anybody."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol


class Counted(StrEnum):
    """What is counted, as the columns are called. Shares are worked out from sums when somebody reads them."""

    SESSIONS = "sessions"
    """Visitors who began, by touching the invitation."""
    COMPLETIONS = "completions"
    """Stories played to an ending."""
    BEFORE_ASKED = "before_asked"
    """Questions of checks before a story that were answered..."""
    BEFORE_RIGHT = "before_right"
    """...and those of them that were answered rightly."""
    AFTER_ASKED = "after_asked"
    AFTER_RIGHT = "after_right"
    GIVING_OPENED = "giving_opened"


class Counters(Protocol):
    """Takes note of what happens at a kiosk. It never raises and never makes a visitor wait for long."""

    def count(self, sums: Mapping[Counted, int]) -> None:
        """Add to what was counted today, all of it or nothing. No number is below 0."""


class NoCounters:
    """Counts nothing: for a kiosk that nobody has set up."""

    is_kept = True
    """There is nothing that could be lost."""

    def count(self, sums: Mapping[Counted, int]) -> None:
        pass
