"""Messages asked for one after the other: an answer, how sure it is, and at once what is right and why."""

from collections.abc import Callable, Hashable, Sequence
from enum import Enum, auto

from game.content.words import Words
from game.screens.answer_told import confidence_in, how_sure, told
from game.screens.question_panel import answer_in, is_answer, progress, question
from game.story.answer import Answered, Confidence
from game.story.checkup import Asked
from game.ui.arrange import Gap, Item, line
from game.ui.widgets import Button, Tone

GO_ON = "go-on"


class _Step(Enum):
    ASK = auto()
    SURE = auto()
    TOLD = auto()


class RecallRound:
    """Where somebody is among the questions. Every answer is noted as soon as it is complete."""

    def __init__(self, words: Words, asked: Sequence[Asked], note: Callable[[Answered], None]) -> None:
        self._words = words
        self._asked = asked
        self._note = note
        self._step = _Step.ASK
        self._picked: int | None = None
        self.answers: list[Answered] = []
        """The answers given so far."""

    @property
    def is_done(self) -> bool:
        """Whether everything was asked, and the last explanation read."""
        return self._step is _Step.ASK and len(self.answers) == len(self._asked)

    @property
    def at(self) -> Asked:
        """The question that is asked, or whose answer is explained; the last one at the end."""
        place = len(self.answers) - (self._step is _Step.TOLD)
        return self._asked[min(place, len(self._asked) - 1)]

    @property
    def turn(self) -> Hashable:
        """What changes with every press that was taken."""
        return len(self.answers), self._step

    @property
    def focus(self) -> str | None:
        """What has the focus by itself: nothing as long as something has to be decided."""
        return GO_ON if self._step is _Step.TOLD else None

    def items(self, hint: str, away: Button) -> list[Item]:
        """Return what is asked or told now; `hint` is said at the first question, `away` leads out."""
        at = len(self.answers) + (self._step is not _Step.TOLD)
        match self._step:
            case _Step.ASK:
                asked = question(self._words, self.at, at, len(self._asked), "" if self.answers else hint)
                return [*asked, line(away, side="right")]
            case _Step.SURE if self._picked is not None:
                return [progress(self._words, at, len(self._asked)), *how_sure(self._words, self.at, self._picked)]
            case _:
                return [progress(self._words, at, len(self._asked)), Gap(0.5), *self._told(), self._onward()]

    def use(self, control_id: str) -> tuple[str, ...] | None:
        """Take a press; return the sounds to it, or None if it is not about the questions."""
        if is_answer(control_id) and self._step is _Step.ASK and not self.is_done:
            self._picked = answer_in(control_id)
            self._step = _Step.SURE
            if self._picked is None:
                self._take(None)
            return ("page",)
        sure = confidence_in(control_id)
        if sure is not None and self._step is _Step.SURE:
            self._take(sure)
            return ("place",)
        if control_id == GO_ON and self._step is _Step.TOLD:
            self._step = _Step.ASK
            return ("page",)
        return None

    def take_back(self) -> bool:
        """Take back an answer that is not complete yet; return False where there is none."""
        if self._step is not _Step.SURE:
            return False
        self._step = _Step.ASK
        return True

    def _take(self, confidence: Confidence | None) -> None:
        answered = self.at.answered(self._picked, confidence)
        self.answers.append(answered)
        self._step = _Step.TOLD
        self._note(answered)

    def _told(self) -> list[Item]:
        return told(self._words, self.at, self._picked, self.answers[-1].confidence)

    def _onward(self) -> Item:
        is_last = len(self.answers) == len(self._asked)
        label = self._words("check.to_results" if is_last else "check.next")
        return line(Button(id=GO_ON, label=label, tone=Tone.PRIMARY, icon="right", final=True), side="right")
