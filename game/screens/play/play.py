"""The play screen: a passage told in beats, choices, cards that answer the moment, and what comes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.art.diorama import Diorama
from game.art.staging import Staging
from game.canvas.canvas import Canvas
from game.canvas.geometry import Size
from game.content.asset_library import AssetLibrary
from game.records.finish import judged
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.screens.beats import Beat, beats, telling_s, told_letters
from game.screens.play.moment import Moment, Phase
from game.screens.play.play_view import PlayView
from game.screens.routes import Routes
from game.screens.screen import Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import next_staging, staging_at
from game.screens.tables.offer_lines import mark_action
from game.screens.tables.task_parts import asked_about
from game.story.achievement import Deed
from game.story.action import ActionId
from game.story.engine import Step, fitting, has_ended
from game.story.event import MessageLearned, MeterMoved
from game.story.level import Choice, ChoiceId, Line, MessageId, MeterId, PassageId
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View

LETTER_FRAME_S = 1 / 30
FLIGHT_S = 0.7


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
        self._now_s = 0.0
        self._shown_actions: tuple[ActionId, ...] | None = None
        """The actions that led to what is shown; others mean that the story was changed elsewhere."""
        self._staging = Staging("", "day")
        """Nothing yet; the first view brings in the first passage."""
        self._phase = Phase.TELLING
        self._place = running.state.place
        self._beats: tuple[Beat, ...] = ()
        self._beat = 0
        self._beat_at_s: float | None = None
        """Since when the beat is told; None when all of it is there."""
        self._told_s = 0.0
        """Since when all of it is there, if the player did not wait for that."""
        self._choice: Choice | None = None
        self._changes: Mapping[MeterId, int] = {}
        self._learned: Mapping[MessageId, str] = {}
        self._learned_at_s: float | None = None
        self._selected: MessageId | None = None
        self._misfit: MessageId | None = None
        self._examined: set[str] = set()
        self._has_open_notebook = False
        self._has_notebook_beside = False
        self._ready_for: tuple[PassageId, Size] | None = None
        """The place, and the size of window, for which everything has been made ready."""

    def view(self, frame: Frame) -> View:
        """Return the story as it is told at this moment."""
        self._now_s = frame.now_s
        self._has_notebook_beside = self._view.has_notebook_beside(frame)
        self._has_open_notebook = self._has_open_notebook and not self._has_notebook_beside
        if self._shown_actions != self._running.playthrough.actions:
            self._arrive()
        return self._view.view(frame, self._moment(moves=frame.theme.moves))

    def use(self, control_id: str, step: int) -> Transition:
        """Tell on, choose, play a card, mark a line, or open something."""
        kind, _, name = control_id.partition(":")
        match f"{kind}:" if name else kind:
            case "next":
                return self._tell_on()
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
        if self._has_open_notebook:
            self._has_open_notebook = False
            return Stay(("page",))
        return Push(self._routes.pause(self._running))

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make the set ready that the story goes on to while the player reads why a choice matters."""
        place = self._running.state.place
        if self._ready_for == (place, frame.size):
            return False
        staging = staging_at(self._running.level, place) if self._phase is Phase.ANSWERED else self._staging
        if self._view.prepare(canvas, frame, self._moment(moves=frame.theme.moves), staging):
            return True
        self._ready_for = (place, frame.size)
        return False

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the next letter, pose, or step of a flight comes."""
        moves = not self._services.settings.current.reduced_motion
        pose = self._diorama.next_change_s(self._staging, now_s, motion=moves)
        times = [] if pose is None else [now_s + pose]
        if not self._moment(moves=moves).is_told or self._flight() is not None:
            times.append(now_s + LETTER_FRAME_S)
        return min(times, default=None)

    # ---------------------------------------------------------------------------------------------------- the telling

    def _arrive(self) -> None:
        """Tell the passage the story is at now."""
        running = self._running
        self._place = running.state.place
        self._choice, self._changes, self._selected, self._misfit = None, {}, None, None
        steps = running.history.steps
        events = steps[-1].events if steps else ()
        self._learned = {event.message: event.learned_from for event in events if isinstance(event, MessageLearned)}
        if not steps:
            self._learned = dict(running.level.passages[self._place].teaches)
        self._learned_at_s = None
        self._staging = next_staging(running.level, self._place, self._staging, self._now_s)
        passage = running.level.passages.get(self._place)
        self._tell(Phase.TELLING, passage.text if passage else ())

    def _tell(self, phase: Phase, lines: Iterable[Line]) -> None:
        self._phase = phase
        self._beats = beats(tuple(lines))
        self._shown_actions = self._running.playthrough.actions
        self._begin_beat(0)

    def _begin_beat(self, beat: int) -> None:
        self._beat, self._beat_at_s = beat, self._now_s
        if self._beats:
            self._staging = self._staging.spoken_by(self._beats[beat].speaker, self._now_s)

    def _tell_on(self) -> Transition:
        """Show all of a beat that is still being told, or go on to the next one."""
        if not self._moment(moves=True).is_told:
            self._beat_at_s, self._told_s = None, self._now_s
        elif self._beat + 1 < len(self._beats):
            self._begin_beat(self._beat + 1)
        return Stay(("page",))

    def _moment(self, *, moves: bool) -> Moment:
        speed = self._services.settings.current.text_speed
        letters = None if self._beat_at_s is None else told_letters(speed, self._now_s - self._beat_at_s)
        beat = self._beats[self._beat] if self._beats else None
        moment = Moment(
            phase=self._phase,
            place=self._place,
            staging=self._staging,
            beat=beat,
            letters=letters if letters is None or beat is None or letters < beat.letters else None,
            told_s=self._told_s
            if self._beat_at_s is None or beat is None
            else self._beat_at_s + telling_s(speed, beat),
            is_last_beat=self._beat + 1 >= len(self._beats),
            choice=self._choice,
            changes=self._changes,
            learned=self._learned,
            selected=self._selected,
            misfit=self._misfit,
            has_examined=self._place in self._examined,
            has_open_notebook=self._has_open_notebook,
            flight=None,
        )
        if moment.is_over and self._learned and self._learned_at_s is None and self._phase is Phase.TELLING:
            self._learned_at_s = self._now_s
        return replace(moment, flight=self._flight() if moves else None)

    def _flight(self) -> float | None:
        share = 1.0 if self._learned_at_s is None else (self._now_s - self._learned_at_s) / FLIGHT_S
        return share if share < 1 else None

    # -------------------------------------------------------------------------------------------------------- actions

    def _take(self, action: ActionId, sound: str) -> Transition:
        passage = self._running.level.passages[self._place]
        step = self._running.take(action)
        self._choice = passage.choices[ChoiceId(action)]
        self._changes = {event.meter: event.by for event in step.events if isinstance(event, MeterMoved)}
        self._selected, self._misfit, self._has_open_notebook = None, None, False
        self._tell(Phase.ANSWERED, self._choice.reply)
        if not self._choice.reply and not self._choice.because:
            return self._go_on()
        return Stay((sound,))

    def _go_on(self) -> Transition:
        """Go to where the story is by now, or leave a passage that has no choices."""
        if self._phase is Phase.ANSWERED:
            return self._move_on()
        step: Step | None = self._running.go_on()
        return self._move_on() if step else Stay()

    def _move_on(self) -> Transition:
        if has_ended(self._running.level, self._running.state):
            return Replace(self._routes.ending(self._running, self._before), ("ending",))
        self._arrive()
        return Stay(("learn",) if self._learned else ("place",))

    def _noting(self, kind: str, control_id: str) -> ActionId:
        if kind == "mark":
            return mark_action(control_id, self._running.marks)
        if kind == "ask":
            return asked_about(control_id, self._running.arrangement).id
        return ActionId(control_id.removeprefix(f"{kind}:"))

    def _note(self, action: ActionId) -> Transition:
        """Keep what was noted at a table; the story stays where it is."""
        self._running.take(action)
        self._shown_actions = self._running.playthrough.actions
        return Stay(("tap",))

    def _leave_table(self) -> Transition:
        """Decide about the offers, or take what the task comes to."""
        passage = self._running.level.passages[self._place]
        choice = passage.comes_to(self._running.arrangement)
        if choice:
            return self._take(ActionId(choice.id), "choose")
        self._phase, self._beat_at_s, self._told_s = Phase.TELLING, None, self._now_s
        return Stay(("page",))

    def _select(self, message: MessageId) -> Transition:
        self._selected = None if message == self._selected else message
        self._misfit = None
        return Stay(("tap",))

    def _play_card(self) -> Transition:
        moment = self._moment(moves=True)
        if self._selected is None or moment.phase is not Phase.TELLING or not moment.is_over:
            must_choose = self._selected is None and not self._has_notebook_beside
            return self._open_notebook() if must_choose else Stay()
        fits = fitting(self._running.level, self._running.state, self._selected)
        if fits:
            return self._take(fits.id, "play-card")
        self._misfit, self._has_open_notebook = self._selected, False
        return Stay(("wrong-fit",))

    def _open_notebook(self) -> Transition:
        """Open or close the notebook; where its cards lie in sight, or have no use, open its pages."""
        if self._has_notebook_beside or self._phase is Phase.DESK:
            return Push(self._routes.notebook(self._running), ("page",))
        self._has_open_notebook = not self._has_open_notebook
        return Stay(("page",))

    def _show_source(self) -> Transition:
        if not self._selected:
            return Stay()
        progress = self._services.progress
        progress.change(progress.current.with_deed(Deed.SOURCE_READ))
        return Push(self._routes.message(self._running, self._selected))

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
                self._phase = Phase.DESK
            case "desk-reveal":
                self._examined.add(self._place)
                self._services.progress.change(judged(self._services.progress.current, self._running))
            case "desk-decide":
                return self._leave_table()
            case _:
                raise KeyError(f"the play screen has no control '{control_id}'")
        return Stay(("page",))
