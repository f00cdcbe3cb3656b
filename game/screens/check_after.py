"""The questions after a level: asked in other words, each answered with the reason, and what changed at the end."""

from game.art.diorama import Diorama
from game.records.finish import checked
from game.records.progress import CheckResult
from game.records.running import RunningLevel
from game.screens.change import counts
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.question_panel import answer_in, is_answer, is_right, progress, question, result
from game.screens.routes import Routes
from game.screens.screen import Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.screens.teachers import lesson, teacher
from game.story.checkup import Asked, Moment, questions
from game.story.engine import has_won
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Icon, Text, Tone

GO_ON = "go-on"
SKIP = "skip"


class CheckAfterScreen:
    """Asks about the messages of the level once more."""

    def __init__(
        self, services: Services, routes: Routes, diorama: Diorama, running: RunningLevel, before: CheckResult | None
    ) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._running = running
        self._before = before
        messages, seed = services.library().messages, running.playthrough.seed
        self._asked = questions(running.level.asks, messages, seed, Moment.AFTER)
        self._answers: list[int | None] = []
        self._is_explained = True
        """Whether the last answer has been explained and read."""

    def view(self, frame: Frame) -> View:
        """Return a question, the explanation of its answer, or what changed."""
        label = self._services.words("check.after_tag")
        items = self._items(frame)
        focus = None if self._is_explained and not self._is_done else GO_ON
        turn = ("after", len(self._answers), self._is_explained)
        return picture_page(self._services, self._picture(), label, items, frame, default_focus=focus, turn=turn)

    def use(self, control_id: str, step: int) -> Transition:
        """Take an answer, or go on."""
        if is_answer(control_id) and self._is_explained and not self._is_done:
            self._answers.append(answer_in(control_id))
            self._is_explained = False
            return Stay(("place",))
        if control_id == GO_ON and not self._is_explained:
            self._is_explained = True
            return Stay(("page",))
        if control_id == SKIP or (control_id == GO_ON and self._is_done):
            return self._leave()
        return Stay()

    def command(self, command: Command) -> Transition:
        """Open the settings. The notebook stays closed, so that an answer shows what is remembered."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Return to the ending; the answers given so far are forgotten, as nothing is decided by them."""
        return Replace(self._routes.ending(self._running, self._before), ("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture().wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    @property
    def _is_done(self) -> bool:
        return len(self._answers) >= len(self._asked)

    @property
    def _at(self) -> Asked:
        """The question that is asked, or whose answer is explained."""
        return self._asked[len(self._answers) - (not self._is_explained)]

    def _leave(self) -> Transition:
        """Only a check that was answered to its end can be compared with the one before."""
        after = result(self._asked, self._answers) if self._asked and self._is_done else None
        progress = self._services.progress
        progress.change(checked(progress.current, self._running, self._before, after, self._services.today()))
        sounds = ("win",) if has_won(self._running.level, self._running.state) else ("page",)
        return Replace(self._routes.results(self._running, self._before, after), sounds)

    def _picture(self) -> Picture:
        level = self._running.level
        if self._is_done and self._is_explained:
            return Picture(self._diorama, staging_at(level, self._running.state.place))
        visited = frozenset(state.place for state in self._running.history.states)
        return Picture(self._diorama, lesson(level, self._at.message, visited))

    def _items(self, frame: Frame) -> list[Item]:
        if not self._is_explained:
            return self._explanation()
        return self._change(frame) if self._is_done else self._question()

    def _question(self) -> list[Item]:
        words, at = self._services.words, len(self._answers)
        hint = "" if at else words("check.after_hint" if self._before else "check.after_hint_alone")
        skip = Button(id=SKIP, label=words("check.skip"), tone=Tone.QUIET, final=True)
        return [*question(words, self._at, at + 1, len(self._asked), hint), line(skip, side="right")]

    def _explanation(self) -> list[Item]:
        words, asked, answer = self._services.words, self._at, self._answers[-1]
        taught = teacher(self._running.level, asked.message)
        whom = [Text(text=words("check.from", whom=taught.whom), role="small", ink="soft")] if taught else []
        return [
            progress(words, len(self._answers), len(self._asked)),
            Text(text=asked.question.ask, ink="soft"),
            Gap(0.5),
            *self._verdict(asked, answer),
            Text(text=asked.question.because),
            *whom,
            Gap(0.5),
            line(self._forward("check.to_change" if self._is_done else "check.next"), side="right"),
        ]

    def _verdict(self, asked: Asked, answer: int | None) -> list[Item]:
        words, right = self._services.words, asked.question.right
        if is_right(asked, answer):
            sign = beside(Icon(name="check", ink="good"), Text(text=words("check.right"), role="heading", ink="good"))
            return [sign, Text(text=right, role="strong")]
        head = words("check.unsure" if answer is None else "check.not_quite")
        said = [] if answer is None else [Text(text=words("check.you_said", answer=asked.answers[answer]), ink="soft")]
        return [
            Text(text=head, role="heading"),
            *said,
            beside(Icon(name="check", ink="teal"), Text(text=words("check.better", answer=right), role="strong")),
        ]

    def _change(self, frame: Frame) -> list[Item]:
        words, after = self._services.words, result(self._asked, self._answers)
        head = Text(text=words("check.change_title" if self._before else "check.change_title_alone"), role="heading")
        shown = counts(words, self._before, after, frame)
        return [head, *shown, Gap(0.5), line(self._forward("check.to_results"), side="right")]

    def _forward(self, label: str) -> Button:
        words = self._services.words
        return Button(id=GO_ON, label=words(label), tone=Tone.PRIMARY, icon="right", final=True)
