"""Stories about pausing, and about what was told so far."""

from math import inf

import pytest

from game.content.library import Library
from game.records.running import RunningLevel, start_level
from game.screens.play.history import HistoryScreen
from game.screens.play.pause import PauseScreen
from game.screens.play.play import PlayScreen
from game.screens.play.told import Chosen, Heard, told
from game.screens.stories.level_select import LevelSelectScreen
from game.story.engine import actions
from game.story.level import LevelId
from game.ui.intents import Back, Command
from tests.screens.pilot import Pilot
from tests.screens.reading import words_of

LEVEL = LevelId("village-offer")


@pytest.fixture
def paused(shipped: Library) -> tuple[Pilot, RunningLevel]:
    """A game paused after two steps."""
    pilot = Pilot(shipped)
    running = start_level(shipped.levels[LEVEL], pilot.services.folder, 7)
    for _ in range(2):
        running.take(actions(running.level, running.state)[0].id)
    play = pilot.routes.play(running, None)
    pilot.open(pilot.routes.title(), pilot.routes.level_select(), play)
    pilot.send(Command.PAUSE)
    assert isinstance(pilot.runner.screen, PauseScreen)
    return pilot, running


@pytest.mark.parametrize("way", ["resume", "key", "back"])
def test_going_on_changes_nothing(paused: tuple[Pilot, RunningLevel], way: str) -> None:
    pilot, running = paused
    before = running.playthrough
    if way == "resume":
        pilot.tap("resume")
    else:
        pilot.send(Command.PAUSE if way == "key" else Back())
    assert isinstance(pilot.runner.screen, PlayScreen)
    assert running.playthrough == before


def test_one_choice_can_be_taken_back(paused: tuple[Pilot, RunningLevel]) -> None:
    pilot, running = paused
    pilot.tap("step-back")
    assert isinstance(pilot.runner.screen, PlayScreen)
    assert len(running.playthrough.actions) == 1


def test_starting_again_asks_once(paused: tuple[Pilot, RunningLevel]) -> None:
    pilot, running = paused
    pilot.tap("restart")
    assert pilot.view.default_focus == "restart-no"
    pilot.tap("restart-no")
    assert "resume" in pilot.ids
    assert len(running.playthrough.actions) == 2
    pilot.tap("restart").tap("restart-yes")
    assert isinstance(pilot.runner.screen, PlayScreen)
    pilot.send(Command.PAUSE).tap("leave")
    assert pilot.label(f"level:{LEVEL}") == pilot.services.words("levels.play")


def test_leaving_loses_nothing(paused: tuple[Pilot, RunningLevel]) -> None:
    pilot, _ = paused
    pilot.tap("leave")
    assert isinstance(pilot.runner.screen, LevelSelectScreen)
    assert pilot.label(f"level:{LEVEL}") == pilot.services.words("levels.continue")


def test_at_the_beginning_there_is_no_step_back(shipped: Library) -> None:
    pilot = Pilot(shipped)
    running = start_level(shipped.levels[LEVEL], pilot.services.folder, 7)
    pilot.open(pilot.routes.pause(running))
    assert "step-back" not in pilot.ids


def test_a_failed_save_is_told(shipped: Library) -> None:
    pilot = Pilot(shipped)
    running = start_level(shipped.levels[LEVEL], pilot.services.folder, 7)
    running.is_saved = False
    pilot.open(pilot.routes.pause(running))
    assert pilot.services.words("pause.not_saved") in words_of(pilot.view)


def test_the_history_tells_all_that_was_said_and_only_that(paused: tuple[Pilot, RunningLevel]) -> None:
    pilot, running = paused
    pilot.tap("history")
    assert isinstance(pilot.runner.screen, HistoryScreen)
    said = words_of(pilot.view)
    level = running.level
    opening = level.passages[level.start]
    taken = [each.choice for each in told(running) if isinstance(each, Chosen)]
    assert all(line.text in said for line in opening.text)
    assert taken[0].text in said
    assert taken[0].because in said
    assert not any(choice.text in said for choice in opening.choices.values() if choice != taken[0])
    pilot.send(Back())
    assert isinstance(pilot.runner.screen, PauseScreen)


def test_the_history_opens_at_its_end(paused: tuple[Pilot, RunningLevel]) -> None:
    pilot, running = paused
    pilot.size = pilot.size._replace(w=640, h=480)
    pilot.send(Command.HISTORY)
    area = next(each for each in pilot.view.widgets if getattr(each, "id", "") == "history")
    assert getattr(area, "starts_at", 0.0) == inf
    assert area.reach > 0  # type: ignore[union-attr]  # it is a scroll area
    last = [each for each in told(running) if isinstance(each, Heard)][-1]
    assert last.place == running.state.place
