"""Giving costs nothing until somebody opens it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("loaded", "spared"),
    [
        (
            "game.app.home, game.screens.routing, game.screens.title",
            ("game.giving", "game.portal", "requests", "babel"),
        ),
        ("game.giving.worker, game.giving.pledging, game.giving.portal_provider", ("babel", "game.portal", "pygame")),
    ],
)
def test_what_is_loaded_does_not_load_what_it_does_not_need(loaded: str, spared: tuple[str, ...]) -> None:
    command = f"import sys, {loaded}; print(*sys.modules)"
    told = subprocess.run((sys.executable, "-c", command), cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [name for name in told.split() if name.startswith(spared)] == []
