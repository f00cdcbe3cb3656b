"""The questions before a level: one at a time, without a verdict, and free to skip."""

from game.art.diorama import Diorama
from game.records.progress import CheckResult, remembered
from game.records.running import start_level
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.questions.question_round import QuestionRound
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
    """Begins a new playthrough, and asks what the player would say today, and how sure that is."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, level: Level) -> None:
        self._services = services
        self._routes = routes
        memory = remembered(services.progress.current, level)
        self._running = start_level(level, services.folder, services.new_seed(), memory, services.records)
        seed = self._running.playthrough.seed
        asked = questions(level.asks, services.library().messages, seed, Moment.BEFORE)
        self._round = QuestionRound(services.words, asked, explains=False)
        self._picture = Picture(diorama, staging_at(level, level.start))

    def view(self, frame: Frame) -> View:
        """Return the next question, or what comes after the last."""
        turning = self._round
        page = picture_page(
            self._services,
            self._picture,
            self._services.words("check.before_tag"),
            self._thanks() if turning.is_done else self._question(),
            frame,
            default_focus=BEGIN if turning.is_done else None,
            turn=turning.turn,
        )
        return turning.unhurried(page, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Take an answer and ask on, or go into the story."""
        if control_id == SKIP:
            return Replace(self._routes.play(self._running, None), ("page",))
        if control_id == BEGIN:
            self._running.note_before(CheckResult.of(self._round.answers))
            return Replace(self._routes.play(self._running, self._running.before), ("page",))
        return Stay(self._round.use(control_id) or ())

    def command(self, command: Command) -> Transition:
        """Open the settings; there is no notebook before the story."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Take the last answer back, or leave at the first question."""
        return Stay(("page",)) if self._round.take_back_last() else Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _question(self) -> list[Item]:
        words = self._services.words
        skip = Button(id=SKIP, label=words("check.skip"), tone=Tone.QUIET, final=True)
        return self._round.items(words("check.before_hint"), skip)

    def _thanks(self) -> list[Item]:
        words = self._services.words
        begin = Button(id=BEGIN, label=words("check.begin"), tone=Tone.PRIMARY, icon="play", final=True)
        return [
            Text(text=words("check.before_done_title"), role="heading"),
            Text(text=words("check.before_done")),
            Gap(0.5),
            line(begin, side="right"),
        ]
