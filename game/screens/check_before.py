"""The questions before a level: one at a time, without a verdict, and free to skip."""

from game.art.diorama import Diorama
from game.records.progress import remembered
from game.records.running import start_level
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.question_panel import answer_in, is_answer, question, result
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.story.checkup import Moment, questions
from game.story.level import Level
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

SKIP = "skip"
BEGIN = "begin"


class CheckBeforeScreen:
    """Begins a new playthrough, and asks what the player would say today."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, level: Level) -> None:
        self._services = services
        self._routes = routes
        memory = remembered(services.progress.current, level)
        self._running = start_level(level, services.folder, services.new_seed(), memory)
        seed = self._running.playthrough.seed
        self._asked = questions(level.asks, services.library().messages, seed, Moment.BEFORE)
        self._answers: list[int | None] = []
        self._turn = 0
        self._picture = Picture(diorama, staging_at(level, level.start))

    def view(self, frame: Frame) -> View:
        """Return the next question, or what comes after the last."""
        words, is_done = self._services.words, self._is_done
        items = self._thanks() if is_done else self._question()
        focus = BEGIN if is_done else None
        label = words("check.before_tag")
        return picture_page(
            self._services, self._picture, label, items, frame, default_focus=focus, turn=("before", self._turn)
        )

    def use(self, control_id: str, step: int) -> Transition:
        """Take an answer and ask on, or go into the story."""
        if is_answer(control_id) and not self._is_done:
            self._answers.append(answer_in(control_id))
            self._turn += 1
            return Stay(("page",))
        if control_id == SKIP:
            return Replace(self._routes.play(self._running, None), ("page",))
        if control_id == BEGIN:
            self._running.note_before(result(self._asked, self._answers))
            return Replace(self._routes.play(self._running, self._running.before), ("page",))
        return Stay()

    def command(self, command: Command) -> Transition:
        """Open the settings; there is no notebook before the story."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Return to the question before, or leave at the first."""
        if not self._answers:
            return Pop()
        self._answers.pop()
        self._turn += 1
        return Stay(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    @property
    def _is_done(self) -> bool:
        return len(self._answers) >= len(self._asked)

    def _question(self) -> list[Item]:
        words, at = self._services.words, len(self._answers)
        hint = words("check.before_hint") if at == 0 else ""
        skip = Button(id=SKIP, label=words("check.skip"), tone=Tone.QUIET, final=True)
        return [*question(words, self._asked[at], at + 1, len(self._asked), hint), line(skip, side="right")]

    def _thanks(self) -> list[Item]:
        words = self._services.words
        begin = Button(id=BEGIN, label=words("check.begin"), tone=Tone.PRIMARY, icon="play", final=True)
        return [
            Text(text=words("check.before_done_title"), role="heading"),
            Text(text=words("check.before_done")),
            Gap(0.5),
            line(begin, side="right"),
        ]
