"""The game in a real window, played by mouse only and by keyboard only, pixel by pixel as its mirror.

No step waits for a fixed time: the window is looked at until it shows what the mirror shows.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.ui.intents import Command
from tests.real_game import PATIENCE_S, SEEDS, Mirror, RealGame, can_be_worked, real_game, until

pytestmark = pytest.mark.skipif(
    not can_be_worked(), reason="a real window needs Xvfb and xdotool (apt install xvfb xdotool)"
)

Step = Callable[["Player", str], None]


class Player:
    """Does the same in the window and in its mirror."""

    def __init__(self, game: RealGame) -> None:
        self.game = game
        self.mirror = Mirror()
        self._ready_s = 0.0
        self.sees_the_same()

    def sees_the_same(self) -> None:
        wanted = self.mirror.picture()
        until(lambda: self.game.picture() == wanted, f"the window shows {self.mirror.visit.control_ids}")
        theme = self.mirror.visit.frame.theme
        self._ready_s = time.monotonic() + max(theme.accept_s, theme.seeing_s)

    def is_heard(self) -> None:
        """Let the short time pass in which a game that has just been told something takes nothing else."""
        until(lambda: time.monotonic() > self._ready_s, "the game listens again")

    def by_mouse(self, control_id: str, *, times: int = 1) -> None:
        at = self.mirror.place_of(control_id)
        self.is_heard()
        self.game.click(at, times=times)
        self.mirror.click(at)

    def by_keyboard(self, control_id: str) -> None:
        self.is_heard()
        self.game.keys(*["Tab"] * self.mirror.tabs_to(control_id), "Return")
        self.mirror.activate()

    def comes_to_the_questions(self, use: Step) -> None:
        """From the title to the questions, whose luck the mirror has to find out."""
        level = self.mirror.visit.level.id
        ways = ["play", f"level:{level}", "play"]
        for control in ways[:-1]:
            use(self, control)
            self.sees_the_same()
        at_note = self.game.picture()
        use(self, ways[-1])
        until(lambda: self.game.picture() != at_note, "the note is left")
        shown = self.game.picture()
        for seed in SEEDS:
            self.mirror = Mirror(seed)
            for control in ways:
                self.mirror.click(self.mirror.place_of(control))
            if self.mirror.picture() == shown:
                self.sees_the_same()
                return
        raise AssertionError("the questions look like those of no seed")

    def makes_two_choices(self, use: Step) -> None:
        taken = 0
        while taken < 2:
            there = self.mirror.visit.control_ids
            control = next(each for each in there if each in ("next", "go-on") or each.startswith("choice:"))
            use(self, control)
            self.sees_the_same()
            taken += control.startswith("choice:")


@pytest.fixture
def game(tmp_path: Path) -> Iterator[RealGame]:
    with real_game(tmp_path) as running:
        yield running


@pytest.mark.parametrize("use", [Player.by_mouse, Player.by_keyboard], ids=["mouse", "keyboard"])
def test_a_story_is_begun_and_saved(game: RealGame, use: Step) -> None:
    player = Player(game)
    player.comes_to_the_questions(use)
    use(player, "skip")
    player.sees_the_same()
    player.makes_two_choices(use)
    assert game.actions == list(_saved(player))
    assert len(game.actions) >= 2


def _saved(player: Player) -> list[str]:
    visit = player.mirror.visit
    saved = visit.services.folder.read(f"saves/{visit.level.id}")
    assert isinstance(saved, dict)
    return list(saved["actions"])


def test_two_clicks_in_quick_succession_choose_once(game: RealGame) -> None:
    player = Player(game)
    player.comes_to_the_questions(Player.by_mouse)
    player.by_mouse("skip")
    player.sees_the_same()
    while "next" in player.mirror.visit.control_ids:
        player.by_mouse("next")
        player.sees_the_same()
    choice = next(each for each in player.mirror.visit.control_ids if each.startswith("choice:"))
    player.by_mouse(choice, times=2)
    player.sees_the_same()
    assert game.actions == [choice.removeprefix("choice:")]


def test_the_quick_exit_hides_the_game_and_closing_ends_it(game: RealGame) -> None:
    player = Player(game)
    assert game.title == player.mirror.visit.services.words("title.name")
    game.keys("Escape", "Escape", "Escape")
    until(lambda: game.title == player.mirror.visit.services.words("hidden.title"), "the window has another name")
    player.mirror.visit.command(Command.QUICK_EXIT)
    player.sees_the_same()
    game.close()
    assert game.process.wait(PATIENCE_S) == 0
