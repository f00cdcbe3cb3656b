"""The play screen: a passage told in beats, choices, cards that answer the moment, and what comes of it."""

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.canvas.geometry import Size
from game.content.asset_library import AssetLibrary
from game.records.finish import judged
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.screens.play.moment import Phase
from game.screens.play.play_view import PlayView
from game.screens.play.telling import Telling
from game.screens.routes import Routes
from game.screens.screen import Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.screens.tables.offer_lines import mark_action
from game.screens.tables.task_parts import asked_about
from game.story.achievement import Deed
from game.story.action import ActionId
from game.story.engine import Step, fitting, has_ended
from game.story.level import ChoiceId, MessageId, PassageId
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View


class PlayScreen:
    """Plays one level to its ending."""

    def __init__(
        self,
        services: Services,
        routes: Routes,
        diorama: Diorama,
        assets: AssetLibrary,
        running: RunningLevel,
        before: CheckResult | None,
    ) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._running = running
        self._before = before
        self._view = PlayView(services, diorama, assets, running)
        self._telling = Telling(services.settings, running)
        self._has_notebook_beside = False
        self._ready_for: tuple[PassageId, Size] | None = None
        """The place, and the size of window, for which everything has been made ready."""

    def view(self, frame: Frame) -> View:
        """Return the story as it is told at this moment."""
        telling = self._telling
        self._has_notebook_beside = self._view.has_notebook_beside(frame)
        telling.has_open_notebook = telling.has_open_notebook and not self._has_notebook_beside
        telling.follow(frame.now_s)
        return self._view.view(frame, telling.moment(moves=frame.theme.moves))

    def use(self, control_id: str, step: int) -> Transition:
        """Tell on, choose, play a card, mark a line, or open something."""
        kind, _, name = control_id.partition(":")
        match f"{kind}:" if name else kind:
            case "next":
                self._telling.on()
                return Stay(("page",))
            case "choice:":
                return self._take(ActionId(name), "choose")
            case "go-on":
                return self._go_on()
            case "card:":
                return self._select(MessageId(name))
            case "mark:" | "pick:" | "judge:" | "ask:":
                return self._note(self._noting(kind, control_id))
            case _:
                return self._use_button(control_id)

    def command(self, command: Command) -> Transition:
        """Open what has a key of its own, play the chosen card, or step back."""
        match command:
            case Command.PAUSE:
                return Push(self._routes.pause(self._running))
            case Command.SETTINGS | Command.HISTORY:
                routes, is_history = self._routes, command is Command.HISTORY
                return Push(routes.history(self._running) if is_history else routes.settings(), ("page",))
            case Command.NOTEBOOK:
                return self._open_notebook()
            case Command.PLAY_CARD:
                return self._play_card()
            case Command.STEP_BACK:
                self._running.step_back()
                return Stay(("page",))
            case _:
                return Stay()

    def back(self) -> Transition:
        """Close the notebook if it lies open, otherwise pause."""
        if self._telling.has_open_notebook:
            self._telling.has_open_notebook = False
            return Stay(("page",))
        return Push(self._routes.pause(self._running))

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make the set ready that the story goes on to while the player reads why a choice matters."""
        place = self._running.state.place
        if self._ready_for == (place, frame.size):
            return False
        telling = self._telling
        staging = staging_at(self._running.level, place) if telling.phase is Phase.ANSWERED else telling.staging
        if self._view.prepare(canvas, frame, telling.moment(moves=frame.theme.moves), staging):
            return True
        self._ready_for = (place, frame.size)
        return False

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the next letter, pose, or step of a flight comes."""
        moves = not self._services.settings.current.reduced_motion
        pose = self._diorama.next_change_s(self._telling.staging, now_s, motion=moves)
        times = (None if pose is None else now_s + pose, self._telling.wakes_s(now_s, moves=moves))
        return min((each for each in times if each is not None), default=None)

    # -------------------------------------------------------------------------------------------------------- actions

    def _take(self, action: ActionId, sound: str) -> Transition:
        passage = self._running.level.passages[self._telling.place]
        choice = passage.choices[ChoiceId(action)]
        self._telling.answer(choice, self._running.take(action))
        if not choice.reply and not choice.because:
            return self._go_on()
        return Stay((sound,))

    def _go_on(self) -> Transition:
        """Go to where the story is by now, or leave a passage that has no choices."""
        if self._telling.phase is Phase.ANSWERED:
            return self._move_on()
        step: Step | None = self._running.go_on()
        return self._move_on() if step else Stay()

    def _move_on(self) -> Transition:
        if has_ended(self._running.level, self._running.state):
            return Replace(self._routes.ending(self._running, self._before), ("ending",))
        self._telling.arrive()
        return Stay(("learn",) if self._telling.learns else ("place",))

    def _noting(self, kind: str, control_id: str) -> ActionId:
        if kind == "mark":
            return mark_action(control_id, self._running.marks)
        if kind == "ask":
            return asked_about(control_id, self._running.arrangement).id
        return ActionId(control_id.removeprefix(f"{kind}:"))

    def _note(self, action: ActionId) -> Transition:
        """Keep what was noted at a table; the story stays where it is."""
        self._running.take(action)
        self._telling.note()
        return Stay(("tap",))

    def _leave_table(self) -> Transition:
        """Decide about the offers, or take what the task comes to."""
        passage = self._running.level.passages[self._telling.place]
        choice = passage.comes_to(self._running.arrangement)
        if choice:
            return self._take(ActionId(choice.id), "choose")
        self._telling.leave_desk()
        return Stay(("page",))

    def _select(self, message: MessageId) -> Transition:
        telling = self._telling
        telling.selected = None if message == telling.selected else message
        telling.misfit = None
        return Stay(("tap",))

    def _play_card(self) -> Transition:
        telling = self._telling
        moment = telling.moment(moves=True)
        if telling.selected is None or moment.phase is not Phase.TELLING or not moment.is_over:
            must_choose = telling.selected is None and not self._has_notebook_beside
            return self._open_notebook() if must_choose else Stay()
        fits = fitting(self._running.level, self._running.state, telling.selected)
        if fits:
            return self._take(fits.id, "play-card")
        telling.misfit, telling.has_open_notebook = telling.selected, False
        return Stay(("wrong-fit",))

    def _open_notebook(self) -> Transition:
        """Open or close the notebook; where its cards lie in sight, or have no use, open its pages."""
        telling = self._telling
        if self._has_notebook_beside or telling.phase is Phase.DESK:
            return Push(self._routes.notebook(self._running), ("page",))
        telling.has_open_notebook = not telling.has_open_notebook
        return Stay(("page",))

    def _show_source(self) -> Transition:
        selected = self._telling.selected
        if not selected:
            return Stay()
        progress = self._services.progress
        progress.change(progress.current.with_deed(Deed.SOURCE_READ))
        return Push(self._routes.message(self._running, selected))

    def _use_button(self, control_id: str) -> Transition:
        match control_id:
            case "play-card":
                return self._play_card()
            case "card-source":
                return self._show_source()
            case "notebook" | "close-notebook":
                return self._open_notebook()
            case "pause":
                return Push(self._routes.pause(self._running))
            case "desk":
                self._telling.open_desk()
            case "desk-reveal":
                self._telling.examine()
                self._services.progress.change(judged(self._services.progress.current, self._running))
            case "desk-decide":
                return self._leave_table()
            case _:
                raise KeyError(f"the play screen has no control '{control_id}'")
        return Stay(("page",))
