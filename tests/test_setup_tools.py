"""Tools for tests are made once, made anew when what pins them changes, and missed with one clear line."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from environment import ROOT
from tools import KITS, LOCKS, Kit, Toolbox

KIT = Kit("saw", ("saw.lock",), ((sys.executable, "cut", "{kit}"), (sys.executable, "sharpen", "{kit}/saw.lock")))


class Workshop:
    """Stands in for the commands of a set-up."""

    def __init__(self) -> None:
        self.did: list[str] = []
        self.fails_at = ""

    def run(self, command: Sequence[str], log: Path) -> int:
        self.did.append(command[1])
        return int(command[1] == self.fails_at)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / LOCKS).mkdir(parents=True)
    (tmp_path / LOCKS / "saw.lock").write_text("saw==1")
    return tmp_path


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def box(root: Path, workshop: Workshop) -> Toolbox:
    return Toolbox(root, workshop.run)


def test_a_kit_is_made_once(box: Toolbox, workshop: Workshop) -> None:
    assert box.lack(KIT)
    assert box.install(KIT) is None
    assert box.install(KIT) is None
    assert box.lack(KIT) is None
    assert workshop.did == ["cut", "sharpen"]


def test_a_kit_is_made_anew_when_what_pins_it_changes(box: Toolbox, workshop: Workshop, root: Path) -> None:
    box.install(KIT)
    left_over = box.folder(KIT) / "left-over"
    left_over.touch()
    (root / LOCKS / "saw.lock").write_text("saw==2")
    assert box.lack(KIT)
    assert box.install(KIT) is None
    assert not left_over.exists()
    assert (box.folder(KIT) / "saw.lock").read_text() == "saw==2"


@pytest.mark.parametrize("step", ["cut", "sharpen"])
def test_a_kit_that_cannot_be_installed_is_missed_with_one_line_and_tried_again(
    box: Toolbox, workshop: Workshop, step: str
) -> None:
    workshop.fails_at = step
    lack = box.install(KIT)
    assert lack == box.lack(KIT)
    assert lack
    assert "'saw' could not be installed" in lack
    assert "\n" not in lack
    workshop.fails_at = ""
    assert box.install(KIT) is None


def test_a_set_up_that_was_cut_short_is_begun_anew(root: Path, workshop: Workshop, box: Toolbox) -> None:
    def switched_off(command: Sequence[str], log: Path) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Toolbox(root, switched_off).install(KIT)
    assert box.lack(KIT)
    assert box.install(KIT) is None


def test_a_program_that_is_missing_is_named(box: Toolbox) -> None:
    lack = box.install(KIT._replace(steps=(("no-such-program", "{kit}"),)))
    assert lack == "The test tools 'saw' need 'no-such-program', which is not on the path"


@pytest.mark.parametrize("kit", KITS, ids=lambda kit: kit.name)
def test_locks_say_exactly_what_is_installed_and_not_where_it_comes_from(kit: Kit) -> None:
    for name in kit.files:
        text = (ROOT / LOCKS / name).read_text("utf-8")
        if name == "package-lock.json":
            packages = {path: package for path, package in json.loads(text)["packages"].items() if path}
            assert all("integrity" in package and "resolved" not in package for package in packages.values())
        elif name.endswith(".lock"):
            pins = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
            assert pins
            assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
            assert "://" not in text
