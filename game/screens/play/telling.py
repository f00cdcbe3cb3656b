"""How far the telling of a story has come: beat by beat, a choice that was made, and what is learned on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.art.staging import Staging
from game.records.running import RunningLevel
from game.records.settings import SettingsKeeper
from game.screens.beats import Beat, beats, telling_s, told_letters
from game.screens.play.moment import Moment, Phase
from game.screens.staged import next_staging
from game.story.action import ActionId
from game.story.engine import Step
from game.story.event import MessageLearned, MeterMoved
from game.story.level import Choice, Line, MessageId, MeterId

LETTER_FRAME_S = 1 / 30
FLIGHT_S = 0.7


class Telling:
    """Tells what a running level has come to. Whoever takes the actions says so; what is taken elsewhere is noticed."""

    def __init__(self, settings: SettingsKeeper, running: RunningLevel) -> None:
        self._settings = settings
        self._running = running
        self._now_s = 0.0
        self._shown_actions: tuple[ActionId, ...] | None = None
        """The actions that led to what is shown; others mean that the story was changed elsewhere."""
        self.staging = Staging("", "day")
        """Nothing yet; `follow` brings in the first passage."""
        self.phase = Phase.TELLING
        self.place = running.state.place
        """The passage that is told, or in which the choice was made."""
        self.selected: MessageId | None = None
        self.misfit: MessageId | None = None
        self.has_open_notebook = False
        self._examined: set[str] = set()
        self._beats: tuple[Beat, ...] = ()
        self._beat = 0
        self._beat_at_s: float | None = None
        """Since when the beat is told; None when all of it is there."""
        self._told_s = 0.0
        """Since when all of it is there, if the player did not wait for that."""
        self._choice: Choice | None = None
        self._changes: Mapping[MeterId, int] = {}
        self._learned: Mapping[MessageId, str] = {}
        self._learned_at_s: float | None = None

    @property
    def learns(self) -> bool:
        """Whether something is learned on coming here."""
        return bool(self._learned)

    def follow(self, now_s: float) -> None:
        """Take note of the time, and tell where the story is now if it was changed elsewhere."""
        self._now_s = now_s
        if self._shown_actions != self._running.playthrough.actions:
            self.arrive()

    def arrive(self) -> None:
        """Tell the passage the story is at now."""
        running = self._running
        self.place = running.state.place
        self._choice, self._changes, self.selected, self.misfit = None, {}, None, None
        steps = running.history.steps
        events = steps[-1].events if steps else ()
        self._learned = {event.message: event.learned_from for event in events if isinstance(event, MessageLearned)}
        if not steps:
            self._learned = dict(running.level.passages[self.place].teaches)
        self._learned_at_s = None
        self.staging = next_staging(running.level, self.place, self.staging, self._now_s)
        passage = running.level.passages.get(self.place)
        self._tell(Phase.TELLING, passage.text if passage else running.level.endings[self.place].text)

    def answer(self, choice: Choice, step: Step) -> None:
        """Tell what comes of a choice that was just made where the story was."""
        self._choice = choice
        self._changes = {event.meter: event.by for event in step.events if isinstance(event, MeterMoved)}
        self.selected, self.misfit, self.has_open_notebook = None, None, False
        self._tell(Phase.ANSWERED, choice.reply)

    def note(self) -> None:
        """Something was noted at a table: the telling stays where it is."""
        self._shown_actions = self._running.playthrough.actions

    def on(self) -> None:
        """Show all of a beat that is still being told, or go on to the next one."""
        if not self.moment(moves=True).is_told:
            self._beat_at_s, self._told_s = None, self._now_s
        elif self._beat + 1 < len(self._beats):
            self._begin_beat(self._beat + 1)

    def tell_all(self) -> None:
        """Go to the end of what is told here, with nothing left to wait for."""
        if self._beats:
            self._begin_beat(len(self._beats) - 1)
        self._beat_at_s, self._told_s = None, self._now_s

    def open_desk(self) -> None:
        """Show the offers or the task of this passage."""
        self.phase = Phase.DESK

    def leave_desk(self) -> None:
        """Come back from the offers, with all of the passage told."""
        self.phase, self._beat_at_s, self._told_s = Phase.TELLING, None, self._now_s

    def examine(self) -> None:
        """The offers or the task of this passage have been explained."""
        self._examined.add(self.place)

    def moment(self, *, moves: bool) -> Moment:
        """Return what is to be shown now."""
        speed = self._settings.current.text_speed
        letters = None if self._beat_at_s is None else told_letters(speed, self._now_s - self._beat_at_s)
        beat = self._beats[self._beat] if self._beats else None
        moment = Moment(
            phase=self.phase,
            place=self.place,
            staging=self.staging,
            beat=beat,
            letters=letters if letters is None or beat is None or letters < beat.letters else None,
            told_s=self._told_s
            if self._beat_at_s is None or beat is None
            else self._beat_at_s + telling_s(speed, beat),
            is_last_beat=self._beat + 1 >= len(self._beats),
            choice=self._choice,
            changes=self._changes,
            learned=self._learned,
            selected=self.selected,
            misfit=self.misfit,
            has_examined=self.place in self._examined,
            has_open_notebook=self.has_open_notebook,
            flight=None,
        )
        if moment.is_over and self._learned and self._learned_at_s is None and self.phase is Phase.TELLING:
            self._learned_at_s = self._now_s
        return replace(moment, flight=self._flight() if moves else None)

    def wakes_s(self, now_s: float, *, moves: bool) -> float | None:
        """Return when the next letter, or step of a flight, comes; None for never."""
        is_moving = not self.moment(moves=moves).is_told or self._flight() is not None
        return now_s + LETTER_FRAME_S if is_moving else None

    def _flight(self) -> float | None:
        share = 1.0 if self._learned_at_s is None else (self._now_s - self._learned_at_s) / FLIGHT_S
        return share if share < 1 else None

    def _tell(self, phase: Phase, lines: Iterable[Line]) -> None:
        self.phase = phase
        self._beats = beats(tuple(lines))
        self._shown_actions = self._running.playthrough.actions
        self._begin_beat(0)

    def _begin_beat(self, beat: int) -> None:
        self._beat, self._beat_at_s = beat, self._now_s
        if self._beats:
            self.staging = self.staging.spoken_by(self._beats[beat].speaker, self._now_s)
