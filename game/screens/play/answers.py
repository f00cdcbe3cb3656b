"""What stands below the telling: the ways on, for whoever decides."""

from typing import Protocol

from game.records.running import RunningLevel
from game.screens.play.moment import Moment
from game.screens.services import Services
from game.story.action import Choose
from game.story.engine import actions
from game.story.level import Passage
from game.ui.arrange import Gap, Item, line
from game.ui.widgets import Button, ChoiceRow, Text, Tone

CHOICE = "choice:"
NEXT = "next"
GO_ON = "go-on"
DESK = "desk"


class Answers(Protocol):
    """Makes what stands below the telling."""

    @property
    def decides(self) -> bool:
        """Whether choices are taken and cards are played here."""
        ...

    def items(self, moment: Moment) -> list[Item]:
        """Return the ways on at a moment."""
        ...


class PlayerAnswers:
    """Lets a player choose."""

    decides = True

    def __init__(self, services: Services, running: RunningLevel) -> None:
        self._services = services
        self._words = services.words
        self._running = running

    def items(self, moment: Moment) -> list[Item]:
        """Return what can be pressed: next, go on, the way to a table, or the choices."""
        if not moment.is_over:
            return [self._forward(NEXT, "play.next")]
        if moment.choice:
            return [*because(self._services, moment), self._forward(GO_ON, "play.go_on")]
        passage = self._running.level.passages[moment.place]
        notices = self._misfit(moment) or learned(self._services, moment)
        if waits_for_table(passage, moment):
            label = f"task.{passage.task.kind.value}_open" if passage.task else "play.examine"
            return [*notices, line(Button(id=DESK, label=self._words(label), tone=Tone.PRIMARY), side="right")]
        if passage.branches:
            return [*notices, self._forward(GO_ON, "play.go_on", is_final=True)]
        return [*notices, Gap(0.5), *self._choices(passage)]

    def _choices(self, passage: Passage) -> list[Item]:
        taken = [each.choice for each in actions(self._running.level, self._running.state) if isinstance(each, Choose)]
        rows: list[Item] = [
            ChoiceRow(id=f"{CHOICE}{choice}", number=number, label=passage.choices[choice].text)
            for number, choice in enumerate(taken, start=1)
        ]
        if passage.offers:
            rows.append(line(Button(id=DESK, label=self._words("play.look_again"), tone=Tone.QUIET), side="right"))
        return rows

    def _misfit(self, moment: Moment) -> list[Item]:
        if moment.misfit is None:
            return []
        title = self._services.library().messages[moment.misfit].title
        return [Text(text=self._words("play.misfit", title=title), role="small", ink="warning")]

    def _forward(self, control_id: str, label: str, *, is_final: bool = False) -> Item:
        key = self._words("key.activate") if self._services.settings.current.show_keys else ""
        button = Button(
            id=control_id, label=self._words(label), tone=Tone.PRIMARY, icon="right", key=key, final=is_final
        )
        return line(button, side="right")


def because(services: Services, moment: Moment) -> list[Item]:
    """Return why the choice that was made matters, where the level says so."""
    why = moment.choice.because if moment.choice else ""
    if not why:
        return []
    return [Text(text=services.words("play.because"), role="small", ink="teal"), Text(text=why)]


def learned(services: Services, moment: Moment) -> list[Item]:
    """Return what has just been learned, and of whom."""
    messages = services.library().messages
    return [
        Text(text=services.words("play.learned", title=messages[message].title, whom=whom), role="small", ink="teal")
        for message, whom in moment.learned.items()
    ]


def waits_for_table(passage: Passage, moment: Moment) -> bool:
    """Say whether offers or a task have to be seen to before the story goes on."""
    return passage.task is not None or (bool(passage.offers) and not moment.has_examined)
