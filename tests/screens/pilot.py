"""Plays the game as a player would, without a device: presses what is on the screen, and waits by moving the clock."""

from dataclasses import dataclass, field
from datetime import date

from game.canvas.geometry import Size
from game.content.asset_library import AssetLibrary
from game.content.library import Library, load_library
from game.content.words import load_words
from game.modes import HOME, Mode
from game.paths import assets_dir, levels_dir
from game.records.folder import Folder, MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper
from game.screens.routes import Routes
from game.screens.routing import build_routes
from game.screens.runner import Runner
from game.screens.screen import Screen
from game.screens.services import Pictures, Services
from game.ui.frame import Frame
from game.ui.intents import Activate, Intent, Next, Press, Release
from game.ui.text import Typesetter
from game.ui.view import View, control, controls, spots
from tests.fakes import FakeMeasure

A_WHILE_S = 60.0
"""Longer than anything on a screen takes."""
MOST_BEATS = 30


@dataclass(slots=True)
class Effects:
    """Remembers what a device would have done."""

    sounds: list[str] = field(default_factory=list)
    volume: float = -1.0
    titles: list[str] = field(default_factory=list)
    fullscreen: bool = False

    def play(self, sound: str) -> None:
        self.sounds.append(sound)

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def toggle_fullscreen(self) -> None:
        self.fullscreen = not self.fullscreen

    def disguise(self, title: str) -> None:
        self.titles.append(title)


def shipped_library() -> Library:
    """Return the levels of the game."""
    return load_library(levels_dir(), date(2026, 11, 23))


class Pilot:
    """One game in a window of a given size. Time passes only when the pilot waits."""

    def __init__(
        self,
        library: Library,
        *,
        size: tuple[float, float] = (1280, 720),
        folder: Folder | None = None,
        mode: Mode = HOME,
        seed: int = 7,
        text_scale: float = 1.0,
        pictures: Pictures | None = None,
    ) -> None:
        self.size = Size(*size)
        self.now_s = 100.0
        self.effects = Effects()
        folder = folder or MemoryFolder()
        words = load_words(assets_dir() / "words" / "en")
        settings = SettingsKeeper(folder, text_scale=text_scale)
        self.today = 739_944
        """The ordinal of the day in the game."""
        self.services = Services(
            words,
            lambda: library,
            mode,
            settings,
            ProgressKeeper(folder),
            folder,
            lambda: seed,
            lambda: self.today,
            pictures,
        )
        self.routes: Routes = build_routes(self.services, AssetLibrary(assets_dir()))
        self._runner: Runner | None = None

    def open(self, *screens: Screen) -> "Pilot":
        """Begin with these screens, the topmost last."""
        self._runner = Runner(screens, self.services, self.routes, self.effects, Typesetter(FakeMeasure()))
        return self

    @property
    def runner(self) -> Runner:
        assert self._runner is not None, "open a screen first"
        return self._runner

    @property
    def frame(self) -> Frame:
        return self.runner.frame(self.size, self.now_s)

    @property
    def view(self) -> View:
        return self.runner.view(self.frame)

    @property
    def ids(self) -> list[str]:
        """The ids of all controls that can be used, in order."""
        return [each.id for each in controls(self.view.widgets) if each.enabled]

    def label(self, control_id: str) -> str:
        """Return what a control is called."""
        return control(self.view, control_id).label

    def wait(self, seconds: float = A_WHILE_S) -> "Pilot":
        """Look at what is there, and let time pass: much begins when it is first seen."""
        if self._runner:
            self.runner.view(self.frame)
        self.now_s += seconds
        return self

    def send(self, *intents: Intent) -> "Pilot":
        """Do something with a device, at this moment."""
        for intent in intents:
            self.runner.handle(intent, self.frame)
        return self

    def tap(self, control_id: str) -> "Pilot":
        """Touch a control, after a moment of rest."""
        self.wait(1.0)
        spot = next((spot for spot in spots(self.view, {}) if spot.id == control_id), None)
        assert spot is not None, f"no control {control_id!r} among {self.ids}"
        return self.send(Press(spot.rect.centre), Release(spot.rect.centre))

    def choose(self, control_id: str) -> "Pilot":
        """Use a control with the keyboard alone, after a moment of rest: Tab to it, then Enter."""
        self.wait(1.0)
        for _ in range(len(self.ids) + 1):
            if self.runner.focus(self.frame) == control_id:
                return self.send(Activate())
            self.send(Next())
        raise AssertionError(f"Tab does not lead to {control_id!r} among {self.ids}")

    def answer(self, place: int | None, sure: str = "think_so") -> "Pilot":
        """Answer the question on the screen with the keyboard, and say how sure that is; None for not being sure."""
        if place is None:
            return self.choose(next(each for each in self.ids if each.startswith("not-sure:")))
        answers = [each for each in self.ids if each.startswith("answer:")]
        return self.choose(answers[place]).choose(f"sure:{sure}")

    def listen(self) -> "Pilot":
        """Let the story tell all it has to tell before something has to be decided."""
        self.wait()
        for _ in range(MOST_BEATS):
            if "next" not in self.ids:
                return self
            self.choose("next").wait()
        raise AssertionError("the story never stops telling")
