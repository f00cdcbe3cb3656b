"""The questions of a class in a pupil's own game: the class asks, and is told the answer and how sure it is."""

from game.classroom.client.states import SeatLink
from game.classroom.views.pupil import CheckPage
from game.content.words import Words
from game.screens.questions.answer_told import SURE, confidence_in
from game.screens.questions.question_panel import ANSWER, NOT_SURE, answer_in, is_answer, progress
from game.story.answer import Confidence
from game.story.checkup import Moment
from game.ui.arrange import Gap, Item, beside, line
from game.ui.widgets import Button, ChoiceRow, Icon, Text, Tone

SKIP = "skip"
ANOTHER = "another-answer"


class OwnQuestions:
    """Where a pupil is within one question; which question it is comes from the class."""

    def __init__(self, words: Words, link: SeatLink) -> None:
        self._words = words
        self._link = link
        self._asked: tuple[Moment, int] | None = None
        self._picked: int | None = None
        self._is_sent = False
        self.presses = 0
        """Changes with every press that was taken."""

    def items(self, page: CheckPage) -> list[Item]:
        """Return what is asked now."""
        if self._asked != (page.moment, page.at):
            self._asked, self._picked, self._is_sent = (page.moment, page.at), None, False
        dots = progress(self._words, page.at, page.count)
        if self._is_sent:
            return [dots, Text(text=self._words("seat.one_moment"), role="heading")]
        if self._picked is not None:
            return [dots, *self._how_sure(page, self._picked)]
        return [*self._told(page), dots, *self._question(page)]

    def use(self, control_id: str) -> bool:
        """Take a press; return whether it was about the question."""
        sure = confidence_in(control_id)
        if is_answer(control_id) and not self._is_sent:
            self._picked = answer_in(control_id)
            if self._picked is None:
                self._send(None)
        elif sure is not None and self._picked is not None:
            self._send(sure)
        elif control_id == ANOTHER:
            self._picked = None
        elif control_id == SKIP and not self._is_sent:
            self._is_sent = True
            self._link.skip()
        else:
            return False
        self.presses += 1
        return True

    def _send(self, sure: Confidence | None) -> None:
        self._is_sent = True
        self._link.answer(self._picked, sure)

    def _question(self, page: CheckPage) -> list[Item]:
        words, at = self._words, page.at
        rows = [
            ChoiceRow(id=f"{ANSWER}{at}:{place}", number=place + 1, label=answer)
            for place, answer in enumerate(page.answers)
        ]
        rows.append(ChoiceRow(id=f"{NOT_SURE}{at}", number=len(rows) + 1, label=words("check.not_sure")))
        skip = Button(id=SKIP, label=words("check.skip"), tone=Tone.QUIET, final=True)
        return [Text(text=page.ask, role="heading"), Gap(0.5), *rows, line(skip, side="right")]

    def _how_sure(self, page: CheckPage, picked: int) -> list[Item]:
        words = self._words
        rows = [
            ChoiceRow(id=f"{SURE}{each.name.lower()}", number=each + 1, label=words(f"check.sure_{each.name.lower()}"))
            for each in Confidence
        ]
        another = Button(id=ANOTHER, label=words("check.another"), tone=Tone.QUIET, icon="left")
        return [
            Text(text=page.ask, ink="soft"),
            Text(text=words("check.you_said", answer=page.answers[picked]), role="strong"),
            Gap(0.5),
            Text(text=words("check.how_sure"), role="heading"),
            *rows,
            line(another, side="right"),
        ]

    def _told(self, page: CheckPage) -> list[Item]:
        """What is right about the question before this one; only after the story."""
        told = page.told
        if told is None:
            return []
        words = self._words
        head = words("check.right" if told.is_right else "check.not_quite" if told.answer else "check.unsure")
        return [
            Text(text=told.ask, role="small", ink="soft"),
            beside(
                Icon(name="check", ink="teal"),
                Text(text=head, role="strong", ink="good" if told.is_right else "ink"),
                Text(text=words("check.better", answer=told.right_answer)),
                Text(text=told.because, ink="soft"),
            ),
            Gap(0.5),
        ]
