"""The pause in a story: nothing runs, nothing is lost, and every way out is one press away."""

from dataclasses import replace

from game.art.diorama import Diorama
from game.records.progress import remembered
from game.records.running import RunningLevel, start_level
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.routes import Routes
from game.screens.screen import Home, Pop, Push, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.screens.ways import way_out
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

RESUME = "resume"
STEP_BACK = "step-back"
HISTORY = "history"
NOTEBOOK = "notebook"
SETTINGS = "settings"
RESTART = "restart"
RESTART_YES = "restart-yes"
RESTART_NO = "restart-no"
LEAVE = "leave"


class PauseScreen:
    """Lies over the play screen."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, running: RunningLevel) -> None:
        self._services = services
        self._routes = routes
        self._running = running
        self._picture = Picture(diorama, staging_at(running.level, running.state.place))
        self._asks_to_restart = False

    def view(self, frame: Frame) -> View:
        """Return the ways on, or the question whether to start again."""
        words = self._services.words
        if self._asks_to_restart:
            label, items, focus = words("pause.restart_title"), self._question(), RESTART_NO
        else:
            label, items, focus = words("pause.title"), self._ways(), RESUME
        view = picture_page(self._services, self._picture, label, items, frame, default_focus=focus)
        return replace(view, turn=self._asks_to_restart)

    def use(self, control_id: str, step: int) -> Transition:
        """Go the way that was chosen."""
        match control_id:
            case "step-back":
                self._running.step_back()
                return Pop(("page",))
            case "restart" | "restart-no":
                self._asks_to_restart = control_id == RESTART
                return Stay(("page",))
            case "restart-yes":
                return self._restart()
            case "leave":
                return Home(self._routes.after_story(), ("page",))
            case _:
                return self._open(control_id)

    def command(self, command: Command) -> Transition:
        """Open what has a key of its own; the key that paused goes on."""
        match command:
            case Command.PAUSE:
                return Pop(("page",))
            case Command.HISTORY:
                return self.use(HISTORY, 0)
            case Command.NOTEBOOK:
                return self.use(NOTEBOOK, 0)
            case Command.SETTINGS:
                return self.use(SETTINGS, 0)
            case _:
                return Stay()

    def back(self) -> Transition:
        """Take the question back, or go on with the story."""
        return self.use(RESTART_NO if self._asks_to_restart else RESUME, 0)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _open(self, control_id: str) -> Transition:
        """Open what lies over the pause, or go on with the story."""
        match control_id:
            case "history":
                return Push(self._routes.history(self._running), ("page",))
            case "notebook":
                return Push(self._routes.notebook(self._running), ("page",))
            case "settings":
                return Push(self._routes.settings(), ("page",))
            case _:
                return Pop(("page",))

    def _restart(self) -> Transition:
        level, folder = self._running.level, self._services.folder
        self._running.close()
        memory = remembered(self._services.progress.current, level)
        again = start_level(level, folder, self._services.new_seed(), memory, self._services.records)
        return Home((*self._routes.after_story(), self._routes.play(again, None)), ("place",))

    def _ways(self) -> list[Item]:
        words = self._services.words
        can_step_back = bool(self._running.history.steps)
        return [
            Gap(0.5),
            Text(text=self._running.level.title, role="heading"),
            Button(id=RESUME, label=words("pause.resume"), icon="play", tone=Tone.PRIMARY),
            line(
                Button(id=STEP_BACK, label=words("pause.step_back"), icon="left", enabled=can_step_back),
                Button(id=HISTORY, label=words("pause.history"), icon="history"),
                share=True,
            ),
            line(
                Button(id=NOTEBOOK, label=words("pause.notebook"), icon="notebook", tone=Tone.QUIET),
                Button(id=SETTINGS, label=words("pause.settings"), icon="settings", tone=Tone.QUIET),
                share=True,
            ),
            line(
                Button(id=RESTART, label=words("pause.restart"), icon="bricks", tone=Tone.QUIET),
                Button(id=LEAVE, label=way_out(self._services, "pause.leave"), icon="back", tone=Tone.QUIET),
                share=True,
            ),
            *(Text(text=each, role="small", ink="soft") for each in self._kept()),
        ]

    def _kept(self) -> list[str]:
        """How long the place in the story is found again, and what of the run could not be written down."""
        words, records = self._services.words, self._services.records
        if not self._services.mode.keeps_records:
            return [words("pause.for_now")]
        saved = words("pause.saved" if self._running.is_saved else "pause.not_saved")
        return [saved, words("records.not_kept")] if records and records.has_failed else [saved]

    def _question(self) -> list[Item]:
        words = self._services.words
        return [
            Gap(0.5),
            Text(text=words("pause.restart_ask"), role="speech"),
            Gap(0.5),
            line(
                Button(id=RESTART_NO, label=words("pause.restart_no"), tone=Tone.PRIMARY),
                Button(id=RESTART_YES, label=words("pause.restart_yes"), final=True),
                share=True,
            ),
        ]
