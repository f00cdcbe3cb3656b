"""The environment is made once, kept true to its lock file, and mended when a set-up was cut short."""

import ast
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from environment import PLAY_LOCK, ROOT, TEST_LOCK, Environment, SetupError, lack_of

STARTS_ON_ANY_PYTHON = ["environment", "play", "test", "checks", "tools"]


class Computer:
    """Stands in for the commands of a set-up: remembers which were run, leaves behind what they would."""

    def __init__(self, python: Path) -> None:
        self.commands: list[str] = []
        self.pip_prints, self.pip_exits_with = "", 0
        self.is_switched_off_during = ""
        self._python = python

    def run(self, command: Sequence[str], log: Path) -> int:
        name = command[2]
        self.commands.append(name)
        if name == "venv":
            self._python.parent.mkdir(parents=True, exist_ok=True)
            self._python.touch()
        if self.is_switched_off_during == name:
            raise KeyboardInterrupt
        if name == "pip":
            log.write_text(self.pip_prints, "utf-8")
            return self.pip_exits_with
        return 0

    def commands_since(self, count: int) -> list[str]:
        return self.commands[count:]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / PLAY_LOCK).write_text("game==1")
    (tmp_path / TEST_LOCK).write_text("game==1 tools==1")
    return tmp_path


@pytest.fixture
def computer(root: Path) -> Computer:
    return Computer(Environment(root, lambda command, log: 0).python)


@pytest.fixture
def environment(root: Path, computer: Computer) -> Environment:
    return Environment(root, computer.run)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (2, 7)])
def test_an_old_python_is_told_so_in_one_line(version: tuple[int, int]) -> None:
    lack = lack_of(version, lambda module: True)
    assert lack == f"Before You Go needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}."


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_a_module_is_told_which_in_one_line(module: str) -> None:
    lack = lack_of((3, 12), lambda name: name != module)
    assert lack is not None
    assert f"'{module}'" in lack
    assert "\n" not in lack


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_python_that_will_do_lacks_nothing(version: tuple[int, int]) -> None:
    assert lack_of(version, lambda module: True) is None


@pytest.mark.parametrize("name", STARTS_ON_ANY_PYTHON)
def test_an_old_python_gets_as_far_as_the_line_that_tells_it(name: str) -> None:
    code = (ROOT / "scripts" / f"{name}.py").read_text("utf-8")
    tree = ast.parse(code, feature_version=(3, 8))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {module.split(".")[0] for module in imported} <= sys.stdlib_module_names | set(STARTS_ON_ANY_PYTHON)


def test_the_first_start_makes_the_environment_and_the_second_has_nothing_to_do(
    environment: Environment, computer: Computer
) -> None:
    environment.fill_from(PLAY_LOCK)
    environment.fill_from(PLAY_LOCK)
    assert computer.commands == ["venv", "pip"]


def test_testing_adds_its_tools_to_the_environment_of_the_game(environment: Environment, computer: Computer) -> None:
    environment.fill_from(PLAY_LOCK)
    environment.fill_from(TEST_LOCK)
    environment.fill_from(PLAY_LOCK)
    assert computer.commands == ["venv", "pip", "pip"]


def test_a_changed_lock_file_is_installed_over_the_old_one(
    environment: Environment, computer: Computer, root: Path
) -> None:
    environment.fill_from(TEST_LOCK)
    (root / PLAY_LOCK).write_text("game==2")
    environment.fill_from(PLAY_LOCK)
    assert computer.commands == ["venv", "pip", "pip"]
    assert not environment.is_filled_from(TEST_LOCK), "it may now hold other versions than the tests are pinned to"


@pytest.mark.parametrize("moment", ["venv", "pip"])
def test_a_set_up_that_was_cut_short_is_begun_anew(environment: Environment, computer: Computer, moment: str) -> None:
    computer.is_switched_off_during = moment
    with pytest.raises(KeyboardInterrupt):
        environment.fill_from(PLAY_LOCK)
    assert not environment.is_filled_from(PLAY_LOCK)

    computer.is_switched_off_during = ""
    count = len(computer.commands)
    environment.fill_from(PLAY_LOCK)
    assert computer.commands_since(count) == ["venv", "pip"]
    assert environment.is_filled_from(PLAY_LOCK)


def test_an_update_that_was_cut_short_is_begun_anew(environment: Environment, computer: Computer, root: Path) -> None:
    environment.fill_from(PLAY_LOCK)
    (root / PLAY_LOCK).write_text("game==2")
    computer.is_switched_off_during = "pip"
    with pytest.raises(KeyboardInterrupt):
        environment.fill_from(PLAY_LOCK)
    (root / PLAY_LOCK).write_text("game==1")
    assert not environment.is_filled_from(PLAY_LOCK), "half of it may be version 2"


def test_an_environment_whose_python_was_uninstalled_is_made_anew(environment: Environment, computer: Computer) -> None:
    environment.fill_from(PLAY_LOCK)
    environment.python.unlink()
    environment.fill_from(PLAY_LOCK)
    assert computer.commands == ["venv", "pip", "venv", "pip"]


def test_a_failing_installation_is_told_in_one_line_with_the_last_word_of_pip(
    environment: Environment, computer: Computer
) -> None:
    computer.pip_prints, computer.pip_exits_with = "trying\nERROR: no such host\n\n", 1
    with pytest.raises(SetupError) as caught:
        environment.fill_from(PLAY_LOCK)
    assert "ERROR: no such host" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not environment.is_filled_from(PLAY_LOCK)


def test_of_two_starts_at_once_one_sets_up_and_the_other_waits(root: Path, computer: Computer) -> None:
    # Both can only meet inside the set-up if nothing keeps the second one out.
    meeting = threading.Barrier(2)

    def run(command: Sequence[str], log: Path) -> int:
        try:
            meeting.wait(timeout=0.2)
        except threading.BrokenBarrierError:
            return computer.run(command, log)
        raise AssertionError("two set-ups are at work in one folder")

    starts = [threading.Thread(target=Environment(root, run).fill_from, args=(PLAY_LOCK,)) for _ in range(2)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert computer.commands == ["venv", "pip"]


def test_play_starts_the_game_in_the_environment_and_hands_its_arguments_on(root: Path) -> None:
    (root / "scripts").mkdir()
    for name in ("play.py", "environment.py"):
        (root / "scripts" / name).write_bytes((ROOT / "scripts" / name).read_bytes())
    (root / "main.py").write_text("import sys; print(sys.prefix, sys.argv[1:]); sys.exit(7)")
    Environment(root, _make_without_packages).fill_from(PLAY_LOCK)

    play = [sys.executable, str(root / "scripts" / "play.py"), "--level", "two words"]
    outcome = subprocess.run(play, capture_output=True, text=True, check=False)
    assert outcome.stdout.strip() == f"{root / '.venv'} ['--level', 'two words']"
    assert outcome.returncode == 7


def _make_without_packages(command: Sequence[str], log: Path) -> int:
    return subprocess.call([*command, "--without-pip"]) if command[2] == "venv" else 0
