from pathlib import Path

import pytest

from game.content.asset_library import AssetLibrary

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="session")
def library() -> AssetLibrary:
    """The assets of the game."""
    return AssetLibrary(ASSETS)
