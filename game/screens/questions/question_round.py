"""Questions one after the other: an answer, how sure it is, and, where it is told at once, what is right and why."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from enum import Enum, auto

from game.content.words import Words
from game.screens.questions.answer_told import confidence_in, how_sure, told
from game.screens.questions.question_panel import answer_in, is_answer, progress, question
from game.story.answer import Answered, Confidence
from game.story.checkup import Asked
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

GO_ON = "go-on"
ANOTHER = "another-answer"


class _Step(Enum):
    ASK = auto()
    SURE = auto()
    TOLD = auto()


class QuestionRound:
    """Where somebody is among the questions."""

    def __init__(
        self,
        words: Words,
        asked: Sequence[Asked],
        note: Callable[[Answered], None] | None = None,
        *,
        explains: bool = True,
        last: str = "check.to_results",
    ) -> None:
        """`note` takes every answer as soon as it is complete; `last` names the text that leads on from the last one.

        Without `explains` nothing says whether an answer is right.
        """
        self._words = words
        self._asked = asked
        self._note = note
        self._explains = explains
        self._last = last
        self._step = _Step.ASK
        self._picked: int | None = None
        self._presses = 0
        self._seen_s: float | None = None
        """When what is asked now was first to be seen."""
        self.answers: list[Answered] = []
        """The answers given so far."""

    @property
    def is_done(self) -> bool:
        """Whether everything was asked, and the last explanation read."""
        return self._step is _Step.ASK and len(self.answers) == len(self._asked)

    @property
    def is_told(self) -> bool:
        """Whether an answer is being explained."""
        return self._step is _Step.TOLD

    @property
    def at(self) -> Asked:
        """The question that is asked, or whose answer is explained; the last one at the end."""
        place = len(self.answers) - self.is_told
        return self._asked[min(place, len(self._asked) - 1)]

    @property
    def turn(self) -> Hashable:
        """What changes with every press that was taken."""
        return self._presses

    @property
    def focus(self) -> str | None:
        """What has the focus by itself: nothing as long as something has to be decided."""
        return GO_ON if self.is_told else None

    def unhurried(self, view: View, frame: Frame) -> View:
        """Return the view of a question so that no press answers it that nobody can have meant for it."""
        if self._step is not _Step.ASK or self.is_done:
            return view
        if self._seen_s is None:
            self._seen_s = frame.now_s
        return replace(view, decides_s=self._seen_s + frame.theme.seeing_s)

    def items(self, hint: str, away: Button, *beside: Item) -> list[Item]:
        """Return what is asked or told now.

        `hint` is said at the first question, `away` leads out, `beside` goes with every explanation.
        """
        at, count = len(self.answers) + (not self.is_told), len(self._asked)
        match self._step:
            case _Step.ASK:
                asked = question(self._words, self.at, at, count, "" if self.answers else hint)
                return [*asked, line(away, side="right")]
            case _Step.SURE if self._picked is not None:
                another = Button(id=ANOTHER, label=self._words("check.another"), tone=Tone.QUIET, icon="left")
                sure = how_sure(self._words, self.at, self._picked)
                return [progress(self._words, at, count), *sure, line(another, side="right")]
            case _:
                ask = Text(text=self.at.question.ask, ink="soft")
                return [progress(self._words, at, count), ask, Gap(0.5), *self._told(), *beside, self._onward()]

    def use(self, control_id: str) -> tuple[str, ...] | None:
        """Take a press; return the sounds to it, or None if it is not about the questions."""
        sure = confidence_in(control_id)
        if is_answer(control_id) and self._step is _Step.ASK and not self.is_done:
            self._pick(answer_in(control_id))
            return ("page",)
        if sure is not None and self._step is _Step.SURE:
            self._take(sure)
            return ("place",)
        if control_id == GO_ON and self.is_told:
            self._turn_to(_Step.ASK)
            return ("page",)
        if control_id == ANOTHER and self.take_back():
            return ("page",)
        return None

    def take_back(self) -> bool:
        """Take back an answer that is not complete yet; return False where there is none."""
        if self._step is not _Step.SURE:
            return False
        self._turn_to(_Step.ASK)
        return True

    def take_back_last(self) -> bool:
        """Take back the last answer, complete or not; return False where there is none. For answers not noted."""
        if self.take_back():
            return True
        if not self.answers:
            return False
        self.answers.pop()
        self._turn_to(_Step.ASK)
        return True

    def _pick(self, answer: int | None) -> None:
        self._picked = answer
        if answer is None:
            self._take(None)
        else:
            self._turn_to(_Step.SURE)

    def _take(self, confidence: Confidence | None) -> None:
        answered = self.at.answered(self._picked, confidence)
        self.answers.append(answered)
        self._turn_to(_Step.TOLD if self._explains else _Step.ASK)
        if self._note:
            self._note(answered)

    def _turn_to(self, step: _Step) -> None:
        self._step = step
        self._presses += 1
        self._seen_s = None

    def _told(self) -> list[Item]:
        return told(self._words, self.at, self._picked, self.answers[-1].confidence)

    def _onward(self) -> Item:
        label = self._words(self._last if len(self.answers) == len(self._asked) else "check.next")
        return line(Button(id=GO_ON, label=label, tone=Tone.PRIMARY, icon="right", final=True), side="right")
