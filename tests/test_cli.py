"""The command line: what it answers, and with which exit code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from game import __version__
from game.cli import main
from game.content.words import load_words
from game.paths import assets_dir, levels_dir

ROOT = Path(__file__).resolve().parents[1]
WORDS = load_words(assets_dir() / "words" / "en")
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
_PATIENCE_S = 60


def run(*arguments: str) -> int:
    """Run a command in this process and return its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def start(*arguments: str, typed: str | None = "", without_display: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own; None types nothing, from a closed device."""
    surroundings = {name: value for name, value in os.environ.items() if not (without_display and name in NO_DISPLAY)}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        input=typed,
        stdin=subprocess.DEVNULL if typed is None else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**surroundings, "PYTHONIOENCODING": "utf-8"},
        timeout=_PATIENCE_S,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["play", "--help"],
        ["check", "-h"],
        ["report", "--help"],
        ["new", "-h"],
        ["preview", "-h"],
        ["portal", "-h"],
    ],
)
def test_help_is_everywhere(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 0
    told = capsys.readouterr().out
    assert "usage: before-you-go" in told
    assert all(line == line.rstrip() for line in told.splitlines())


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"before-you-go {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["play", "nowhere"], "village-offer"),
        (["play", "template"], "village-offer"),
        (["play", "../levels/village-offer"], "village-offer"),
        (["play", ""], "village-offer"),
        (["--size", "12"], "1280x720"),
        (["--size", "100x100"], "640x480"),
        (["--size", "99999x720"], "7680x4320"),
        (["--size", "²x²"], "1280x720"),
        (["--text-scale", "0.5"], "from 1 to 2"),
        (["--text-scale", "2.1"], "from 1 to 2"),
        (["--text-scale", "nan"], "from 1 to 2"),
        (["--text-scale", "large"], "from 1 to 2"),
        (["--mode", "school"], "classroom"),
        (["--levels", "no-such-folder"], "expected a folder"),
        (["--levels", "pyproject.toml"], "expected a folder"),
        (["check", "no-such-file"], "expected a file"),
        (["check", "--format", "xml"], "json"),
        (["report", "nowhere"], "village-offer"),
        (["preview", "nowhere"], "village-offer"),
        (["preview", ":the-form"], "village-offer"),
        (["preview", "village-offer", "--levels", "no-such-folder"], "expected a folder"),
        (["new", "Village Offer"], "market-day"),
        (["new", "village-offer"], "exists already"),
        (["new"], "LEVEL"),
        (["dance"], "report"),
        (["play", "--term"], "--term"),
    ],
)
def test_wrong_use_is_told_in_one_line_that_names_what_was_expected(
    arguments: Sequence[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert line.startswith("before-you-go: ")
    assert expected in line


def test_piped_lines_play_a_story(tmp_path: Path) -> None:
    lines = "village-offer\n1\n:skip\nask-agency\nplay rec-no-rush\n:history\n"
    ended = start("play", "--terminal", "--data", str(tmp_path), typed=lines)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "You play the card “A real job can wait”." in ended.stdout
    assert (tmp_path / "saves" / "village-offer.json").exists()


def test_letters_the_terminal_does_not_know_end_nothing(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "play", "--terminal", "--data", str(tmp_path)]
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(
        command, input=b"\xff\xfe\n1\n1\n:skip\n\xe2\x82\xac\n", capture_output=True, env=surroundings, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_without_a_display_and_anybody_to_answer_one_story_plays_itself(tmp_path: Path) -> None:
    ended = start("--data", str(tmp_path), typed=None, without_display=True)
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr  # libraries of the desktop grumble there that they find none
    told = " ".join(ended.stdout.split())
    assert told.startswith(WORDS("terminal.no_display"))
    assert WORDS("terminal.nobody") in told
    assert WORDS("terminal.won") in told
    assert not any(tmp_path.iterdir())


def test_the_story_that_plays_itself_is_the_one_asked_for(tmp_path: Path) -> None:
    ended = start("play", "brokers-debt", "--terminal", "--data", str(tmp_path), typed="")
    assert "A demonstration of “The broker’s debt”" in ended.stdout.replace("'", "’")
    assert WORDS("terminal.won") in ended.stdout


def test_playing_loads_neither_proofs_nor_reports(tmp_path: Path) -> None:
    code = (
        "import sys; from game.cli import main\n"
        "try: main(['play', '--terminal', '--data', sys.argv[1]])\n"
        "finally: print([name for name in sys.modules if 'proof' in name or 'report' in name or 'pygame' in name])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        input=":quit\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert ended.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "play", "--terminal", "--data", str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"1\n1\n:skip\n" + b":helplines\n" * 50)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_levels_without_anything_to_play_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "level.yaml").write_text("title: [")
    assert run("play", "broken", "--terminal", "--levels", str(tmp_path), "--data", str(tmp_path / "data")) == 1
    assert " ".join(capsys.readouterr().out.split()) == WORDS("levels.none")


def test_check_finds_nothing_wrong_with_the_game(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    told = capsys.readouterr().out
    assert "error[" not in told
    for level in ("brokers-debt", "contract-and-departure", "village-offer", "template"):
        assert f"| {level} " in told


def test_check_of_one_level_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(levels_dir() / "village-offer"), "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["faults"] == []
    (level,) = document["levels"]
    assert level["id"] == "village-offer"
    assert level["states"] > level["futures"] > 0
    assert level["runs"] > 1000
    assert set(level["chances"]) == {"blind", "careful", "informed"}
    assert level["decisions"]["shortest"] <= level["decisions"]["median"] <= level["decisions"]["longest"]


def test_report_writes_a_map_a_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", "template", "--out", str(tmp_path / "maps")) == 0
    assert [path.name for path in (tmp_path / "maps").iterdir()] == ["template.svg"]
    assert "template.svg" in capsys.readouterr().out


def test_a_new_level_is_written_and_passes_its_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(levels_dir() / "messages.yaml", tmp_path)
    assert run("new", "the-nets", "--levels", str(tmp_path)) == 0
    assert "campaign.yaml" in capsys.readouterr().out
    assert run("check", str(tmp_path / "the-nets")) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_a_preview_without_a_display_is_told_in_one_line() -> None:
    ended = start("preview", "village-offer", without_display=True)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines()[-1] == f"before-you-go: {WORDS('cli.no_window', level='village-offer')}"


def test_a_level_can_be_named_without_the_command(tmp_path: Path) -> None:
    named = start("one-place-left", "--data", str(tmp_path), "--terminal", typed="\n")
    assert named.returncode == 0
    assert "One place left" in named.stdout


def test_what_is_neither_a_command_nor_a_level_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("template") == 2
    assert run("../levels/one-place-left") == 2
    assert "'kiosk'" in capsys.readouterr().err
