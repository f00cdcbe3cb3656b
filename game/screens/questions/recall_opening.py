"""Two quick questions before a level, about messages of earlier ones whose day has come."""

from collections.abc import Callable, Sequence

from game.art.diorama import Diorama
from game.records.recalling import questions_before, recalled
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.questions.question_round import QuestionRound
from game.screens.questions.recalled_from import picture_of
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Replace, Screen, Stay, Transition
from game.screens.services import Services
from game.story.answer import Answered
from game.story.checkup import Asked
from game.story.level import Level
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Tone

SKIP = "skip"


def opening_questions(services: Services, level: Level) -> tuple[Asked, ...]:
    """Return what to ask before a level."""
    progress, messages = services.progress.current, services.library().messages
    return questions_before(progress, messages, level, services.today(), services.new_seed())


class RecallOpeningScreen:
    """Asks, explains at once, and leads on. One press skips it."""

    def __init__(
        self,
        services: Services,
        routes: Routes,
        diorama: Diorama,
        asked: Sequence[Asked],
        onward: Callable[[], Screen],
    ) -> None:
        """`asked` holds at least one question; `onward` makes the screen that the level goes on with."""
        self._services = services
        self._routes = routes
        self._onward = onward
        self._round = QuestionRound(services.words, asked, self._note)
        self._pictures = {each.message: picture_of(services, diorama, each.message) for each in asked}

    def view(self, frame: Frame) -> View:
        """Return the question, or what is told to its answer."""
        words, turning = self._services.words, self._round
        skip = Button(id=SKIP, label=words("recall.skip"), tone=Tone.QUIET, final=True)
        items = turning.items(words("recall.opening_hint"), skip)
        label = words("recall.opening_tag")
        asked = picture_page(
            self._services, self._picture, label, items, frame, default_focus=turning.focus, turn=turning.turn
        )
        return turning.unhurried(asked, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Take an answer, go on, or skip."""
        sounds = self._round.use(control_id)
        if control_id == SKIP or self._round.is_done:
            return Replace(self._onward(), ("page",))
        return Stay(sounds or ())

    def command(self, command: Command) -> Transition:
        """Open the settings. The notebook stays closed, so that an answer shows what is remembered."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Take an incomplete answer back, or leave."""
        return Stay(("page",)) if self._round.take_back() else Pop()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    @property
    def _picture(self) -> Picture:
        return self._pictures[self._round.at.message]

    def _note(self, answer: Answered) -> None:
        progress = self._services.progress
        progress.change(recalled(progress.current, (answer,), self._services.today()))
