"""Looking back at an ending: what it was made of, what would have changed it, and a way back to a choice."""

from dataclasses import replace
from enum import Enum, auto
from typing import Final

from game.art.diorama import Diorama
from game.records.gallery import Seen
from game.records.running import has_open_place, take_up
from game.screens.after.debrief import debrief_lines
from game.screens.beside import opened_beside
from game.screens.chrome import BACK
from game.screens.picture import Picture
from game.screens.picture_page import picture_page_with_back
from game.screens.routes import Routes
from game.screens.screen import Home, Pace, Pop, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.story.level import Level, MessageId, PassageId
from game.story.playthrough import before_step, replay
from game.story.turning import choices_taken, turning
from game.story.unmet import CouldHaveSaid, StillToLearn, first_help
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, ChoiceRow, Text, Tone

REPLAY = "replay"
CHOICE: Final = "from:"
KEEP = "keep"
LEAVE = "leave"


class _Part(Enum):
    TOLD = auto()
    CHOICES = auto()
    ASKED = auto()
    """There is an open place in this story: what about it?"""


class LookBackScreen:
    """One ending of one story."""

    pace = Pace.READING

    def __init__(
        self, services: Services, routes: Routes, diorama: Diorama, level: Level, ending: PassageId, seen: Seen | None
    ) -> None:
        """`seen` holds the way to the ending, if it was kept."""
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._level = level
        self._ending = level.endings[ending]
        self._seen = seen
        self._replay = replay(level, seen.playthrough) if seen else None
        self._turning = turning(level, self._replay) if self._replay else None
        self._choices = choices_taken(level, self._replay) if self._replay else ()
        self._part = _Part.TOLD
        self._from = 0
        self._staging = staging_at(level, ending)
        self._turns = 0
        self._seen_s: float | None = None
        """When this part was first to be seen."""

    def view(self, frame: Frame) -> View:
        """Return the part that is looked at."""
        words = self._services.words
        focus: str | None
        if self._part is _Part.TOLD:
            label, items, focus = words(f"ending.{self._ending.outcome.name.lower()}"), self._told(frame), REPLAY
        elif self._part is _Part.CHOICES:
            label, items, focus = words("gallery.replay_title"), self._list(), None
        else:
            label, items, focus = words("gallery.open_title"), self._question(), KEEP
        page = picture_page_with_back(self._services, self._picture, label, items, frame, default_focus=focus or "")
        seen_s = self._seen_s = frame.now_s if self._seen_s is None else self._seen_s
        # The choices come where a button was just pressed: a second press cannot have been meant for one of them.
        return replace(page, default_focus=focus, turn=self._turns, decides_s=seen_s + frame.theme.seeing_s)

    def use(self, control_id: str, step: int) -> Transition:
        """Turn to the choices, begin before one of them, or go back."""
        match control_id:
            case "replay" | "keep":
                return self._turn_to(_Part.CHOICES)
            case "leave":
                return self._begin()
            case _ if control_id.startswith(CHOICE):
                self._from = int(control_id.removeprefix(CHOICE))
                return (
                    self._turn_to(_Part.ASKED) if has_open_place(self._services.folder, self._level) else self._begin()
                )
            case _ if control_id == BACK:
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Open the notebook or the settings."""
        return opened_beside(self._routes, command)

    def back(self) -> Transition:
        """Go back a part, and from the first to the gallery."""
        match self._part:
            case _Part.TOLD:
                return Pop(("page",))
            case _Part.CHOICES:
                return self._turn_to(_Part.TOLD)
            case _Part.ASKED:
                return self._turn_to(_Part.CHOICES)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a figure breathes or blinks next."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    @property
    def _picture(self) -> Picture:
        label = self._services.words("ending.picture", title=self._ending.title)
        return Picture(self._diorama, self._staging, label)

    def _turn_to(self, part: _Part) -> Transition:
        self._part = part
        self._turns += 1
        self._seen_s = None
        return Stay(("page",))

    def _told(self, frame: Frame) -> list[Item]:
        words = self._services.words
        ways: Item = (
            line(Button(id=REPLAY, label=words("gallery.replay"), icon="history", tone=Tone.PRIMARY), side="right")
            if self._choices
            else Text(text=words("gallery.no_replay"), role="small", ink="soft")
        )
        return [
            Gap(0.5),
            Text(text=self._ending.title, role="heading"),
            *debrief_lines(words, self._ending.debrief, frame),
            Gap(0.5),
            *self._changed(),
            Gap(0.5),
            ways,
        ]

    # ------------------------------------------------------------------------------------ what would have changed this

    def _changed(self) -> list[Item]:
        words = self._services.words
        head = Text(text=words("gallery.changed"), role="heading")
        if self._ending.outcome.is_safe:
            return [head, Text(text=words("gallery.changed_safe"))]
        told = [*self._fork(), *self._cards()]
        return [head, *told] if told else []

    def _fork(self) -> list[Item]:
        words, fork = self._services.words, self._turning
        if not fork:
            return []
        opened = words("gallery.changed_instead")
        if fork.message is not None:
            opened = words("gallery.changed_card", title=self._title(fork.message))
        return [
            Text(text=words("gallery.changed_fork"), ink="soft"),
            Text(text=fork.said.text),
            Text(text=opened, ink="soft"),
            Text(text=fork.instead.text, role="strong"),
        ]

    def _cards(self) -> list[Item]:
        """Return a card that would have helped, if none was named."""
        words = self._services.words
        match first_help(self._level, self._replay, self._turning) if self._replay else None:
            case CouldHaveSaid(message, sentence):
                told = words("gallery.could_say", title=self._title(message))
                return [Text(text=told, ink="soft"), Text(text=sentence, role="strong")]
            case StillToLearn(message, whom):
                return [Text(text=words("gallery.learn", title=self._title(message), whom=whom))]
            case None:
                return []

    def _title(self, message: MessageId) -> str:
        return self._services.library().messages[message].title

    # --------------------------------------------------------------------------------------------- back to a choice

    def _list(self) -> list[Item]:
        words = self._services.words
        rows = [
            ChoiceRow(id=f"{CHOICE}{step}", number=place + 1, label=choice.text, note=self._note(step, choice.uses))
            for place, (step, choice) in enumerate(self._choices)
        ]
        return [Gap(0.5), Text(text=words("gallery.replay_hint"), ink="soft"), *rows]

    def _note(self, step: int, uses: object) -> str:
        if self._turning and self._turning.step == step:
            return self._services.words("gallery.replay_fork")
        return self._services.words("gallery.replay_card") if uses else ""

    def _question(self) -> list[Item]:
        words = self._services.words
        return [
            Gap(0.5),
            Text(text=words("gallery.open_ask"), role="speech"),
            Gap(0.5),
            line(
                Button(id=KEEP, label=words("gallery.open_keep"), tone=Tone.PRIMARY),
                Button(id=LEAVE, label=words("gallery.open_leave"), final=True),
                share=True,
            ),
        ]

    def _begin(self) -> Transition:
        if self._seen is None:
            return Stay()
        way = before_step(self._level, self._seen.playthrough, self._from)
        running = take_up(self._level, way, self._services.folder, listener=self._services.records)
        return Home((*self._routes.after_story(), self._routes.play(running, None)), ("place",))
