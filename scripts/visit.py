"""The whole game at work without a window, for pictures, tests and measurements: intents in, views out.

Everything that varies comes in: the library, the size, the fonts, the settings. The clock goes on only when told to.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NoReturn, Self

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Rect, Size
from game.content.asset_library import AssetLibrary
from game.content.library import Library, load_library
from game.content.words import Words, load_words
from game.modes import HOME
from game.paths import assets_dir, levels_dir
from game.records.folder import MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.running import RunningLevel
from game.records.settings import Settings, SettingsKeeper
from game.screens.giving_entry import GivingEntry
from game.screens.routes import Routes
from game.screens.routing import build_routes, first_screens
from game.screens.runner import ANYWHERE, Runner
from game.screens.screen import Screen
from game.screens.services import Services
from game.story.action import ActionId
from game.story.level import Level, PassageId
from game.story.playthrough import Playthrough
from game.story.proof.graph import Graph, explore
from game.story.state import State
from game.ui.frame import Frame
from game.ui.intents import Activate, Command, Intent, Next
from game.ui.task_widgets import Pick
from game.ui.text import Typesetter
from game.ui.view import View, controls, spots

SEED = 20_261_101
WRITTEN = date(2026, 11, 1)
"""The day of the visit; no message has to be looked at again on it."""
BETWEEN_ACTIONS_S = 2.0
"""Longer than a second tap is refused, and than anything takes to appear."""
PATIENCE = 400
"""So many presses of a key bring the focus to any control, or there is none of this name."""


class SilentDevice:
    """Implements `Effects`; remembers what it was asked for."""

    def __init__(self) -> None:
        self.sounds: list[str] = []
        self.title = ""

    def play(self, sound: str) -> None:
        self.sounds.append(sound)

    def set_volume(self, volume: float) -> None:
        """There is nothing to hear."""

    def toggle_fullscreen(self) -> None:
        """There is no window."""

    def disguise(self, title: str) -> None:
        self.title = title

    def export_picture(self, name: str, size: Size, paint: Callable[[Canvas, TextMeasure], None]) -> Path:
        """Paint nothing, and say where the picture would be."""
        return Path("/home/you/Pictures") / f"{name}.png"


@dataclass(frozen=True, slots=True, eq=False)
class Exhibits:
    """What all visits share: the game's content, read once."""

    library: Library
    words: Words
    assets: AssetLibrary

    @classmethod
    def load(cls) -> Self:
        """Read the levels, the texts and the art of the game."""
        assets = assets_dir()
        words = load_words(assets / "words" / "en")
        return cls(load_library(levels_dir(), WRITTEN), words, AssetLibrary(assets))

    def visit(self, size: tuple[int, int], measure: TextMeasure, settings: Settings, *, seed: int = SEED) -> "Visit":
        """Return a fresh visit in a window of `size` pixels; every playthrough has the luck of the seed."""
        return Visit(self, Size(*size), measure, settings, seed)


def usual_level(library: Library) -> Level:
    """Return the first level of the campaign in which offers are judged: a short one before it does not show all."""
    levels = (library.levels[level] for level in library.campaign.levels)
    return next(level for level in levels if any(passage.offers for passage in level.passages.values()))


class Visit:
    """One player's visit, which begins on the title screen."""

    def __init__(self, exhibits: Exhibits, size: Size, measure: TextMeasure, settings: Settings, seed: int) -> None:
        folder = MemoryFolder()
        keeper = SettingsKeeper(folder)
        keeper.change(settings)
        self.library = library = exhibits.library
        self.size = size
        self.now_s = 1000.0
        self.device = SilentDevice()
        self.services = Services(
            exhibits.words,
            lambda: library,
            HOME,
            keeper,
            ProgressKeeper(folder),
            folder,
            lambda: seed,
            WRITTEN.toordinal,
            self.device,
            GivingEntry(_no_portal),
        )
        self.routes: Routes = build_routes(self.services, exhibits.assets)
        self._type = Typesetter(measure)
        self.fit = ANYWHERE
        self.runner = self._runner(first_screens(self.services, self.routes, None))

    @property
    def level(self) -> Level:
        """The level that is looked at where any would do."""
        return usual_level(self.library)

    @property
    def frame(self) -> Frame:
        """What the game is shown in now."""
        return self.runner.frame(self.size, self.now_s)

    @property
    def view(self) -> View:
        """What is to be seen now."""
        return self.runner.view(self.frame)

    @property
    def control_ids(self) -> tuple[str, ...]:
        """Everything that can be used now."""
        return tuple(spot.id for spot in spots(self.view, {}))

    def open(self, *screens: Screen) -> None:
        """Show screens on top of the title, the last one topmost."""
        self.runner = self._runner((self.routes.title(), *screens))
        self.look()

    def look(self) -> View:
        """See what is there now; much begins when it is first seen."""
        return self.view

    def wait(self, seconds: float = BETWEEN_ACTIONS_S) -> None:
        """Let time go on."""
        self.now_s += seconds

    def press(self, intent: Intent) -> None:
        """Do one thing with a device, see what comes of it, and give it time."""
        self.runner.handle(intent, self.frame)
        self.look()
        self.wait()

    def focus(self, control_id: str) -> None:
        """Bring the focus to a control, by keyboard.

        Raises:
            KeyError: the focus does not get there.

        """
        for _ in range(PATIENCE):
            if self.runner.focus(self.frame) == control_id:
                return
            self.runner.handle(Next(), self.frame)
        raise KeyError(f"the focus does not get to '{control_id}'; there are {self.control_ids}")

    def use(self, control_id: str) -> None:
        """Use a control by keyboard, and let some time pass."""
        self.focus(control_id)
        self.press(Activate())

    def use_now(self, control_id: str) -> None:
        """Use a control by keyboard, and do not look yet what comes of it."""
        self.focus(control_id)
        self.runner.handle(Activate(), self.frame)

    def use_one_of(self, prefix: str, nth: int = 0) -> None:
        """Use a control whose id begins so."""
        self.use([each for each in self.control_ids if each.startswith(prefix)][nth])

    def use_while_there(self, control_id: str) -> None:
        """Use a control until it is gone."""
        for _ in range(PATIENCE):
            if control_id not in self.control_ids:
                return
            self.use(control_id)
        raise KeyError(f"'{control_id}' never goes away")

    def settle(self, most: int = PATIENCE) -> None:
        """Judge every offer on the table, or arrange all of its task, with what stands first; at most so many.

        What was picked for another part comes last: some things can be picked once.
        """
        on = [each.id for each in controls(self.view.widgets) if isinstance(each, Pick) and each.on]
        seen, used = {_part_of(each) for each in on}, {each.rpartition(":")[2] for each in on}
        for _ in range(most):
            enabled = [spot.id for spot in spots(self.view, {}) if spot.id.startswith(("judge:", "pick:"))]
            part = next((_part_of(each) for each in enabled if _part_of(each) not in seen), None)
            if part is None:
                return
            options = [each for each in enabled if _part_of(each) == part]
            each = next((each for each in options if each.rpartition(":")[2] not in used), options[0])
            seen.add(part)
            used.add(each.rpartition(":")[2])
            self.use_now(each)
            self.wait()

    def command(self, command: Command) -> None:
        """Press the key of a command."""
        self.press(command)

    def paint(self, canvas: Canvas) -> Sequence[Rect] | None:
        """Paint what changed; see `Runner.paint`."""
        return self.runner.paint(canvas, self.frame)

    def paint_all(self, canvas: Canvas) -> None:
        """Paint the whole window, with all that comes into it piece by piece."""
        while self.runner.prepare(canvas, self.frame):
            self.look()
        self.runner.repaint()
        self.runner.paint(canvas, self.frame)

    def running(self, level: Level, actions: Sequence[ActionId]) -> RunningLevel:
        """Return a level in which these actions have been taken."""
        return RunningLevel(level, Playthrough(level.id, level.version, SEED, tuple(actions)), self.services.folder)

    def _runner(self, screens: Sequence[Screen]) -> Runner:
        return Runner(screens, self.services, self.routes, self.device, self._type, self.fit)


def _no_portal() -> NoReturn:
    """A visit has the way in to giving; where it leads to is for whoever takes it to say."""
    raise LookupError("this visit has no portal to give at")


@cache
def _graph(level: Level) -> Graph:
    return explore(level)


def way_to(level: Level, wanted: Callable[[State], bool]) -> tuple[ActionId, ...]:
    """Return the shortest way to a state.

    Raises:
        LookupError: no reachable state is like that.

    """
    graph = _graph(level)
    for number, state in enumerate(graph.states):
        if wanted(state):
            return graph.run_to(number)
    raise LookupError(f"'{level.id}' has no such state")


def way_to_place(level: Level, place: PassageId) -> tuple[ActionId, ...]:
    """Return the shortest way to a passage or an ending."""
    return way_to(level, lambda state: state.place == place)


def _part_of(control_id: str) -> str:
    """Return which offer or which part of a task an option is about: `judge:offer=stop`, `pick:part:option`."""
    return control_id.rpartition("=")[0] or control_id.rpartition(":")[0]
