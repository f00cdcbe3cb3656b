"""The questions after a level: asked in other words, each answered with the reason, and what changed at the end."""

from game.art.diorama import Diorama
from game.records.finish import checked
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.questions.change import counts
from game.screens.questions.question_round import GO_ON, QuestionRound
from game.screens.routes import Routes
from game.screens.screen import Pace, Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.screens.teachers import lesson, teacher
from game.story.checkup import Moment, questions
from game.story.engine import has_won
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

SKIP = "skip"


class CheckAfterScreen:
    """Asks about the messages of the level once more."""

    pace = Pace.READING

    def __init__(
        self, services: Services, routes: Routes, diorama: Diorama, running: RunningLevel, before: CheckResult | None
    ) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._running = running
        self._before = before
        messages, seed = services.library().messages, running.playthrough.seed
        asked = questions(running.level.asks, messages, seed, Moment.AFTER)
        self._round = QuestionRound(services.words, asked, last="check.to_change")

    def view(self, frame: Frame) -> View:
        """Return a question, the explanation of its answer, or what changed."""
        turning = self._round
        page = picture_page(
            self._services,
            self._picture(),
            self._services.words("check.after_tag"),
            self._change(frame) if turning.is_done else self._question(),
            frame,
            default_focus=GO_ON if turning.is_done else turning.focus,
            turn=turning.turn,
        )
        return turning.unhurried(page, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Take an answer, or go on."""
        if control_id == SKIP or (control_id == GO_ON and self._round.is_done):
            return self._leave()
        return Stay(self._round.use(control_id) or ())

    def command(self, command: Command) -> Transition:
        """Open the settings. The notebook stays closed, so that an answer shows what is remembered."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Take an incomplete answer back, or return to the ending: nothing is decided by the answers given so far."""
        if self._round.take_back():
            return Stay(("page",))
        return Replace(self._routes.ending(self._running, self._before), ("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture().wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _leave(self) -> Transition:
        """Only a check that was answered to its end can be compared with the one before."""
        after = CheckResult.of(self._round.answers) if self._round.answers and self._round.is_done else None
        self._running.note_after(after)
        progress = self._services.progress
        progress.change(checked(progress.current, self._running, self._before, after, self._services.today()))
        sounds = ("win",) if has_won(self._running.level, self._running.state) else ("page",)
        return Replace(self._routes.results(self._running, self._before, after), sounds)

    def _picture(self) -> Picture:
        level = self._running.level
        if self._round.is_done:
            return Picture(self._diorama, staging_at(level, self._running.state.place))
        visited = frozenset(state.place for state in self._running.history.states)
        return Picture(self._diorama, lesson(level, self._round.at.message, visited))

    def _question(self) -> list[Item]:
        words = self._services.words
        hint = words("check.after_hint" if self._before else "check.after_hint_alone")
        skip = Button(id=SKIP, label=words("check.skip"), tone=Tone.QUIET, final=True)
        taught = teacher(self._running.level, self._round.at.message)
        whom = [Text(text=words("check.from", whom=taught.whom), role="small", ink="soft")] if taught else []
        return self._round.items(hint, skip, *whom)

    def _change(self, frame: Frame) -> list[Item]:
        words, after = self._services.words, CheckResult.of(self._round.answers)
        head = Text(text=words("check.change_title" if self._before else "check.change_title_alone"), role="heading")
        shown = counts(words, self._before, after, frame)
        go_on = Button(id=GO_ON, label=words("check.to_results"), tone=Tone.PRIMARY, icon="right", final=True)
        return [head, *shown, Gap(0.5), line(go_on, side="right")]
