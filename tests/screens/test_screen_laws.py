"""What holds on every screen around a story, in every window: nothing overlaps, nothing is cut, all can be reached."""

from collections.abc import Callable

import pytest

from game.content.library import Library
from game.records.latest import note_latest
from game.records.progress import LevelProgress
from game.records.running import RunningLevel, start_level
from game.screens.screen import Screen
from game.story.engine import actions
from game.story.level import LevelId
from game.ui.focus import stepped
from game.ui.frame import Frame
from game.ui.hand import Hand, resting
from game.ui.intents import Command
from game.ui.view import spots
from tests.screens.pilot import Pilot
from tests.ui.view_faults import every_frame, faults_of

LEVEL = LevelId("brokers-debt")
FRAMES = every_frame()


class Scene:
    """A game in which something has happened already: a save, an ending found, a level won."""

    def __init__(self, library: Library) -> None:
        self.pilot = Pilot(library)
        self.level = library.levels[LEVEL]
        self.running = self._begun()
        progress = self.pilot.services.progress
        found = LevelProgress(frozenset(self.level.endings), won=True)
        progress.change(progress.current.with_level(LEVEL, found))
        note_latest(self.pilot.services.folder, self.level)

    def _begun(self) -> RunningLevel:
        running = start_level(self.level, self.pilot.services.folder, 7)
        for _ in range(5):
            running.take(actions(self.level, running.state)[0].id)
        return running


def _used(screen: Screen, control_id: str) -> Screen:
    screen.use(control_id, 0)
    return screen


def _tried(screen: Screen) -> Screen:
    screen.command(Command.QUICK_EXIT)
    return screen


SCREENS: dict[str, Callable[[Scene], Screen]] = {
    "title": lambda scene: scene.pilot.routes.title(),
    "levels": lambda scene: scene.pilot.routes.level_select(),
    "note": lambda scene: scene.pilot.routes.content_note(scene.level),
    "summary": lambda scene: scene.pilot.routes.summary(scene.level),
    "messages": lambda scene: scene.pilot.routes.messages(scene.level),
    "settings": lambda scene: scene.pilot.routes.settings(),
    "help": lambda scene: scene.pilot.routes.help(),
    "pause": lambda scene: scene.pilot.routes.pause(scene.running),
    "restart": lambda scene: _used(scene.pilot.routes.pause(scene.running), "restart"),
    "history": lambda scene: scene.pilot.routes.history(scene.running),
    "tip": lambda scene: scene.pilot.routes.quick_exit_tip(),
    "tried tip": lambda scene: _tried(scene.pilot.routes.quick_exit_tip()),
}


@pytest.fixture(scope="module")
def scene(shipped: Library) -> Scene:
    return Scene(shipped)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: f"{frame.size.w}x{frame.size.h} {frame.theme.text_scale}")
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_overlaps_and_nothing_is_cut(scene: Scene, name: str, frame: Frame) -> None:
    assert faults_of(SCREENS[name](scene).view(frame), frame) == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_can_be_reached_with_one_key(scene: Scene, name: str) -> None:
    view = SCREENS[name](scene).view(FRAMES[0])
    here = spots(view, {})
    focus = resting(view, Hand()).focus
    seen = set()
    while focus not in seen:
        seen.add(focus)
        focus = stepped(here, focus, 1)
    assert seen == {spot.id for spot in here}


@pytest.mark.parametrize("name", SCREENS)
def test_the_way_out_is_in_the_same_corner(scene: Scene, name: str) -> None:
    corners = [spot.rect for spot in spots(SCREENS[name](scene).view(FRAMES[0]), {}) if spot.id == "quick-exit"]
    title = [spot.rect for spot in spots(SCREENS["title"](scene).view(FRAMES[0]), {}) if spot.id == "quick-exit"]
    assert corners == title
