"""The levels that saves are of, read once."""

from tests.story.conftest import library

__all__ = ["library"]
