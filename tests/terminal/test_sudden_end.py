"""A process that is killed at any moment loses nothing that it has answered."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from game.paths import levels_dir
from game.records.folder import DiskFolder
from game.records.saves import load_save
from game.story.level import LevelId
from game.story.playthrough import replay
from tests.terminal.typed import library, typed, written_play

LEVEL = LevelId("village-offer")
PLAY = levels_dir() / LEVEL / "plays" / "papers-in-your-own-bag.yaml"
MAIN = Path(__file__).resolve().parents[2] / "main.py"
KILLED_AT = random.Random(20261123).sample(range(1, 15), 8)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill that cannot be caught")
@pytest.mark.parametrize("prompts", KILLED_AT)
def test_a_killed_game_goes_on_from_what_it_answered(tmp_path: Path, prompts: int) -> None:
    lines, taken = typed(library().levels[LEVEL], written_play(PLAY))
    command = [sys.executable, str(MAIN), "play", LEVEL, "--terminal", "--data", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("\n".join(["play", ":skip", *lines, ":notebook"] + [":again"] * 2000).encode())
        process.stdin.close()
        heard = b""
        while heard.count(b"\nYou: ") < min(prompts, len(taken) - 1):
            heard += process.stdout.readline()
        process.kill()
        heard += process.stdout.read()
    saved = load_save(DiskFolder(tmp_path), LEVEL)
    assert saved
    assert list(saved.actions) == taken[: len(saved.actions)]
    assert len(saved.actions) >= heard.count(b"\nYou: ")
    assert replay(library().levels[LEVEL], saved).stopped_at is None
    assert not list(tmp_path.rglob("*.broken"))
