import pytest

from game.content.library import Library
from tests.screens.pilot import shipped_library


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The levels of the game, read once."""
    return shipped_library()
