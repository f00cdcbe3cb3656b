"""How conditions compare a number with a limit."""

from enum import StrEnum


class Comparison(StrEnum):
    """At least, or at most."""

    AT_LEAST = ">="
    AT_MOST = "<="

    def holds(self, value: int, limit: int) -> bool:
        """Say whether the value compares to the limit as said."""
        return value >= limit if self is Comparison.AT_LEAST else value <= limit
