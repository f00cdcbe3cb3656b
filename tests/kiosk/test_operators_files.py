"""What operators are given: the service, the set-up, the calm screen, and the command line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.content.words import load_words
from game.desktop.resting import WORDS, paint
from tests.kiosk.waiting import until
from tests.kiosk.written import LEAST, PIN, write_config

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts" / "kiosk"
UNIT = "before-you-go-kiosk.service"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is needed (apt install systemd)")
def test_systemd_finds_no_fault_in_the_service(tmp_path: Path) -> None:
    text = (SCRIPTS / UNIT).read_text()
    assert "WatchdogSec=" in text
    (tmp_path / UNIT).write_text(text)
    command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / UNIT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


CAGE = """#!/bin/sh
shift 2
"$@"
exit 0
"""
"""Like the real one, it ends with 0 however the program in it ended."""


@pytest.mark.skipif(os.name != "posix", reason="it is for Debian")
@pytest.mark.parametrize("ends_with", [0, 1, 10])
def test_a_kiosk_in_cage_ends_well_only_if_its_program_did(tmp_path: Path, ends_with: int) -> None:
    cage = tmp_path / "cage"
    cage.write_text(CAGE)
    cage.chmod(0o755)
    surroundings = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "RUNTIME_DIRECTORY": str(tmp_path)}
    (tmp_path / "ended-well").touch()
    command = ["/bin/sh", str(SCRIPTS / "show.sh"), sys.executable, "-c", f"import sys; sys.exit({ends_with})"]
    assert (subprocess.run(command, env=surroundings, check=False).returncode == 0) is (ends_with == 0)


def set_up(into: Path) -> dict[str, str]:
    done = subprocess.run(
        ["/bin/sh", str(SCRIPTS / "set-up-debian.sh"), "--into", str(into)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return {
        path.relative_to(into).as_posix(): path.read_text() if path.parent.name != "sounds" else ""
        for path in (into / "etc").rglob("*")
        if path.is_file()
    }


@pytest.mark.skipif(os.name != "posix", reason="it is for Debian")
def test_the_set_up_can_be_run_again_and_leaves_the_configuration_as_it_is(tmp_path: Path) -> None:
    first = set_up(tmp_path)
    config = tmp_path / "etc" / "before-you-go" / "kiosk.yaml"
    assert f"etc/systemd/system/{UNIT}" in first
    assert "\ndata: /var/lib/before-you-go\n" in first["etc/before-you-go/kiosk.yaml"]
    assert config.stat().st_mode & 0o777 == 0o640
    left_over = tmp_path / "opt" / "before-you-go" / "game" / "of_an_older_version.py"
    left_over.write_text("")
    config.write_text(LEAST)
    assert set_up(tmp_path) == {**first, "etc/before-you-go/kiosk.yaml": LEAST}
    assert not left_over.exists()
    assert (tmp_path / "opt" / "before-you-go" / "main.py").exists()


@pytest.mark.skipif(os.name != "posix", reason="it is for Debian")
def test_the_set_up_refuses_what_it_does_not_know() -> None:
    command = ["/bin/sh", str(SCRIPTS / "set-up-debian.sh"), "--purge"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "'--purge' is not known" in done.stderr) == (1, True)


# ---------------------------------------------------------------------------------------------------- the calm screen


@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (1920, 1080), (1080, 1920), (3840, 2160)])
def test_the_words_of_the_calm_screen_fit_any_screen(size: tuple[int, int]) -> None:
    pygame.font.init()
    words = load_words(ROOT / "assets" / "words" / "en")
    surface = pygame.Surface(size)
    paint(surface, {name: words(f"kiosk_ops.{name}") for name in WORDS})
    sky = [surface.get_at((x, y)) for y in (0, size[1] - 1) for x in range(0, size[0], 20)]
    assert len(set(map(tuple, sky))) == 2, "nothing reaches the upper or the lower edge"
    edges = [surface.get_at((x, y))[:3] for x in (0, size[0] - 1) for y in range(size[1])]
    assert edges[: size[1]] == edges[size[1] :], "nothing reaches the left or the right one"


def test_the_calm_screen_ends_with_whoever_started_it() -> None:
    command = [sys.executable, "-c", "from game.desktop.resting import main; main()"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE) as screen:
        assert screen.stdin
        screen.stdin.write(b'{"texts": {"title": "a", "about": "b", "staff": "c"}, "size": [640, 480]}\n')
        screen.stdin.flush()
        assert screen.poll() is None
        screen.stdin.close()
        until(lambda: screen.poll() is not None, "it ends")
        assert screen.returncode == 0


# --------------------------------------------------------------------------------------------------- the command line


def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "main.py", "kiosk", *words]
    return subprocess.run(
        command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False, start_new_session=True
    )


def test_a_configuration_that_is_not_there_is_told_and_nothing_runs(tmp_path: Path) -> None:
    for words in (("nowhere.yaml",), ("run", "nowhere.yaml"), ("counters", "nowhere.yaml"), ()):
        done = run(*words)
        assert (done.returncode, done.stdout) == (2, "")
        assert ":1:1: error[unreadable-file]" in done.stderr


def test_a_pin_is_made_only_if_it_is_typed_twice() -> None:
    made = run("pin", typed=f"{PIN}\n{PIN}\n")
    assert made.returncode == 0
    assert "\npin: scrypt$" in made.stdout
    assert PIN not in made.stdout
    for typed in (f"{PIN}\n482914\n", "123456\n123456\n", "1234\n1234\n", ""):
        refused = run("pin", typed=typed)
        assert (refused.returncode, "scrypt" in refused.stdout) == (2, False)


def test_what_was_counted_is_shown(tmp_path: Path) -> None:
    done = run("counters", str(write_config(tmp_path, LEAST + "data: kept\n")))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nothing has been counted" in done.stdout
