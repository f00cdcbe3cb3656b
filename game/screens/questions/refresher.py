"""Two minutes to remember: messages whose day has come, one after the other, and when they come back."""

from game.art.diorama import Diorama
from game.records.recalling import questions_today, recalled
from game.screens.chrome import BACK
from game.screens.picture import Picture
from game.screens.picture_page import picture_page, picture_page_with_back
from game.screens.questions.question_round import QuestionRound
from game.screens.questions.recalled_from import picture_of
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Stay, Transition
from game.screens.services import Services
from game.screens.title import FAREWELL
from game.story.answer import Answered
from game.story.level import MessageId
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Icon, Text, Tone

ENOUGH = "enough"
DONE = "done"


class RefresherScreen:
    """Asks for what is due today. Nothing is lost by leaving: what was answered is noted already."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        today, messages = services.today(), services.library().messages
        services.progress.change(services.progress.current.on(today))
        asked = questions_today(services.progress.current, messages, today, services.new_seed())
        self._round = QuestionRound(services.words, asked, self._note)
        self._pictures = {each.message: picture_of(services, diorama, each.message) for each in asked}
        self._has_enough = not asked

    def view(self, frame: Frame) -> View:
        """Return a question, what is told to its answer, or what comes back when."""
        words, turning = self._services.words, self._round
        label = words("recall.title")
        if self._is_over:
            items = self._outlook() if turning.answers else self._nothing()
            return picture_page_with_back(self._services, self._picture, label, items, frame, default_focus=DONE)
        enough = Button(id=ENOUGH, label=words("recall.enough"), tone=Tone.QUIET, final=True)
        items = turning.items(words("recall.hint"), enough)
        asked = picture_page(
            self._services, self._picture, label, items, frame, default_focus=turning.focus, turn=turning.turn
        )
        return turning.unhurried(asked, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Take an answer, go on, stop for today, or leave."""
        if control_id in (DONE, BACK):
            return Pop(("page",))
        if control_id == ENOUGH:
            return self.back()
        return Stay(self._round.use(control_id) or ())

    def command(self, command: Command) -> Transition:
        """Open the settings, and the notebook once nothing is asked any more."""
        if command is Command.NOTEBOOK and self._is_over:
            return Push(self._routes.notebook(None), ("page",))
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Take an incomplete answer back, look at what comes back when, or leave."""
        if self._round.take_back():
            return Stay(("page",))
        if self._is_over or not self._round.answers:
            return Pop(("page",))
        self._has_enough = True
        return Stay(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    @property
    def _is_over(self) -> bool:
        return self._has_enough or self._round.is_done

    @property
    def _picture(self) -> Picture:
        return Picture(self._diorama, FAREWELL) if self._is_over else self._pictures[self._round.at.message]

    def _note(self, answer: Answered) -> None:
        progress = self._services.progress
        progress.change(recalled(progress.current, (answer,), self._services.today()))

    def _outlook(self) -> list[Item]:
        words, answers = self._services.words, self._round.answers
        right = sum(each.right for each in answers)
        return [
            Gap(0.5),
            Text(text=words("recall.done", count=right, asked=len(answers)), role="heading"),
            Text(text=words("recall.done_why"), ink="soft"),
            Gap(0.5),
            *(self._comes_back(each) for each in answers),
            Gap(0.5),
            self._leave(),
        ]

    def _comes_back(self, answer: Answered) -> Item:
        sign = Icon(name="check", ink="good") if answer.right else Icon(name="notebook", ink="soft")
        title, when = self._services.library().messages[answer.message].title, self._when(answer.message)
        return beside(sign, Text(text=self._services.words("recall.back", title=title, when=when)))

    def _when(self, message: MessageId) -> str:
        days = self._services.progress.current.memories[message].due - self._services.today()
        return self._services.words("recall.days", count=max(1, days))

    def _nothing(self) -> list[Item]:
        words, memories = self._services.words, self._services.progress.current.memories
        known = [message for message in memories if message in self._services.library().messages]
        soonest = min(known, key=lambda message: memories[message].due, default=None)
        text = words("recall.nothing_yet") if soonest is None else words("recall.next", when=self._when(soonest))
        return [Gap(0.5), Text(text=words("recall.nothing"), role="heading"), Text(text=text), Gap(0.5), self._leave()]

    def _leave(self) -> Item:
        label = self._services.words("recall.leave")
        return line(Button(id=DONE, label=label, tone=Tone.PRIMARY, icon="right"), side="right")
