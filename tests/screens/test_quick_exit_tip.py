"""A first-time player learns the quick exit."""

import pytest

from game.content.library import Library
from game.records.folder import MemoryFolder
from game.records.settings import load_settings
from game.screens.hidden import HiddenScreen
from game.screens.quick_exit_tip import QuickExitTipScreen
from game.screens.routing import first_screens
from game.screens.title import TitleScreen
from game.story.level import LevelId
from game.ui.intents import Activate, Back, Command, Intent
from game.ui.widgets import ProgressDots
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of


def started(library: Library, folder: MemoryFolder) -> Pilot:
    pilot = Pilot(library, folder=folder)
    return pilot.open(*first_screens(pilot.services, pilot.routes, None))


def test_a_first_time_player_learns_the_quick_exit(shipped: Library) -> None:
    folder = MemoryFolder()
    pilot = started(shipped, folder)
    assert isinstance(pilot.runner.screen, QuickExitTipScreen)
    assert pilot.services.words("tip.honest") in words_of(pilot.view)
    pilot.tap("quick-exit")
    assert pilot.services.words("tip.done") in words_of(pilot.view)
    assert pilot.effects.titles == [], "nothing was hidden"
    pilot.tap("go-on")
    assert isinstance(pilot.runner.screen, TitleScreen)
    assert load_settings(folder).knows_quick_exit
    assert isinstance(started(shipped, folder).runner.screen, TitleScreen)


@pytest.mark.parametrize("presses", [(Back(), Back(), Command.QUICK_EXIT), (Command.QUICK_EXIT,)])
def test_the_keys_can_be_tried(shipped: Library, presses: tuple[Intent, ...]) -> None:
    pilot = started(shipped, MemoryFolder())
    pilot.send(*presses)
    assert isinstance(pilot.runner.screen, QuickExitTipScreen)
    assert pilot.services.words("tip.done") in words_of(pilot.view)


def test_escape_pressed_too_slowly_is_counted_anew(shipped: Library) -> None:
    pilot = started(shipped, MemoryFolder())
    labels: list[str] = []
    for _ in range(3):
        pilot.send(Back())
        labels += [each.label for each in pilot.view.widgets if isinstance(each, ProgressDots)]
    assert labels == [pilot.services.words("tip.count", at=at, count=3) for at in (1, 2, 1)]


def test_the_tip_can_be_passed_over(shipped: Library) -> None:
    pilot = started(shipped, MemoryFolder()).send(Activate())
    assert isinstance(pilot.runner.screen, TitleScreen)


def test_after_the_tip_the_quick_exit_hides(shipped: Library) -> None:
    pilot = started(shipped, MemoryFolder()).send(Activate(), Command.QUICK_EXIT)
    assert isinstance(pilot.runner.screen, HiddenScreen)
    assert pilot.effects.titles


def test_a_level_that_cannot_be_played_leads_to_the_stories(shipped: Library) -> None:
    pilot = Pilot(shipped)
    names = [type(screen).__name__ for screen in first_screens(pilot.services, pilot.routes, LevelId("gone"))]
    assert names == ["TitleScreen", "LevelSelectScreen", "QuickExitTipScreen"]
