"""The levels of the game, each proved once."""

from functools import cache

import pytest

from game.story.level import Level
from game.story.proof.proof import Proof, prove
from tests.story.conftest import level, library

__all__ = ["level", "library", "proof"]


@cache
def _proof(level: Level) -> Proof:
    return prove(level)


@pytest.fixture(scope="session")
def proof(level: Level) -> Proof:
    """Everything that is known about a level."""
    return _proof(level)
