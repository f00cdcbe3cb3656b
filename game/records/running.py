"""A level being played: its playthrough, its state, and the save that follows every action."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from game.records.folder import Folder, RecordsError
from game.records.progress import CheckResult
from game.records.saves import forget_save, load_before, load_save, save
from game.story.action import ActionId, Continue, Verdict
from game.story.answer import Answered
from game.story.checkup import Moment
from game.story.engine import Step, actions, apply, has_ended
from game.story.level import FlagId, Level, Sign
from game.story.playthrough import Playthrough, Replay, begin, next_draw, replay, shortened, step_back
from game.story.state import State
from game.story.task import standing


@dataclass(frozen=True, slots=True)
class Resumed:
    """How a save was taken up again."""

    was_resumed: bool
    was_shortened: bool
    """Whether the level was changed since, and the last part of the way could not be kept."""


class RunListener(Protocol):
    """Whoever keeps learning records. Called after what it tells of was saved; it must not raise."""

    def began(self, running: "RunningLevel") -> None: ...

    def resumed(self, running: "RunningLevel") -> None: ...

    def took(self, running: "RunningLevel") -> None: ...

    def stepped_back(self, running: "RunningLevel") -> None: ...

    def checked(self, running: "RunningLevel", moment: Moment, answers: tuple[Answered, ...]) -> None: ...

    def closed(self, running: "RunningLevel") -> None:
        """The player is done with it, at an ending or before."""
        ...


class RunningLevel:
    """The one mutable thing about playing: everything it knows follows from its playthrough."""

    def __init__(
        self,
        level: Level,
        playthrough: Playthrough,
        folder: Folder,
        before: CheckResult | None = None,
        listener: RunListener | None = None,
    ) -> None:
        """`listener` hears what happens from now on; None where no learning records are kept."""
        self.level = level
        self.before = before
        """What the questions before the story showed; None if they were skipped."""
        self.is_saved = True
        """False once a save could not be written or forgotten; the player is told, and plays on."""
        self.folder = folder
        """Where it is saved."""
        self._playthrough = playthrough
        self._replay = replay(level, playthrough)
        self._listener = listener

    @property
    def playthrough(self) -> Playthrough:
        """The actions taken so far."""
        return self._playthrough

    @property
    def state(self) -> State:
        """Where the story is."""
        return self._replay.state

    @property
    def history(self) -> Replay:
        """Everything that happened so far, step by step."""
        return self._replay

    @property
    def marks(self) -> Mapping[tuple[str, str], Sign]:
        """The marks put on offers so far, by (offer, line)."""
        return self._replay.marks

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What the player would do with each offer, by its id."""
        return self._replay.verdicts

    @property
    def arrangement(self) -> Mapping[str, str]:
        """What has been arranged of the task here, by part."""
        passage = self.level.passages.get(self.state.place)
        arranged = self._replay.arrangement(self.state.place)
        return standing(passage.task, arranged) if passage and passage.task else arranged

    def note_before(self, before: CheckResult | None) -> None:
        """Keep what the questions before the story showed, as long as the level is open; None if they were skipped."""
        self.before = before
        self._save()
        self._tell_checked(Moment.BEFORE, before)

    def note_after(self, after: CheckResult | None) -> None:
        """Tell what the questions after the story showed; None if they were skipped."""
        self._tell_checked(Moment.AFTER, after)

    def take(self, action: ActionId) -> Step:
        """Take an action and save.

        Raises:
            NotOpenError: the action cannot be taken now.

        """
        step = apply(self.level, self.state, action)
        self._playthrough = self._playthrough.then(action)
        self._replay = Replay((*self._replay.states, step.state), (*self._replay.steps, step), None)
        self._save()
        if self._listener:
            self._listener.took(self)
        return step

    def go_on(self) -> Step | None:
        """Leave a passage without choices, to where it leads or where the draw falls; None where that is not open."""
        drawn = next_draw(self.level, self._playthrough, self.state)
        if drawn:
            return self.take(drawn.id)
        onward = next((each for each in actions(self.level, self.state) if isinstance(each, Continue)), None)
        return self.take(onward.id) if onward else None

    def step_back(self) -> None:
        """Go back to before the last action that moved the story; nothing happens at the start."""
        moves = self._replay.moves
        self._playthrough = step_back(self.level, self._playthrough)
        self._replay = replay(self.level, self._playthrough)
        self._save()
        if self._listener and self._replay.moves < moves:
            self._listener.stepped_back(self)

    def close(self) -> None:
        """Forget the save: the ending has been read, and next time the level starts anew."""
        try:
            forget_save(self.folder, self.level.id)
        except RecordsError:
            self.is_saved = False
        if self._listener:
            self._listener.closed(self)

    def _tell_checked(self, moment: Moment, result: CheckResult | None) -> None:
        if self._listener and result:
            self._listener.checked(self, moment, result.answers)

    def _save(self) -> None:
        try:
            save(self.folder, self._playthrough, self.before.answers if self.before else ())
        except RecordsError:
            self.is_saved = False


def start_level(
    level: Level,
    folder: Folder,
    seed: int,
    memory: frozenset[FlagId] | None = None,
    listener: RunListener | None = None,
) -> RunningLevel:
    """Start a level from its first passage, with the flags it remembers; without `memory`, as if played alone."""
    running = RunningLevel(level, begin(level, seed, memory), folder, listener=listener)
    if listener:
        listener.began(running)
    return running


def resume_level(
    level: Level,
    folder: Folder,
    seed: int,
    memory: frozenset[FlagId] | None = None,
    listener: RunListener | None = None,
) -> tuple[RunningLevel, Resumed]:
    """Take up the save of a level as far as it still goes, or start the level if there is none."""
    saved = load_save(folder, level.id)
    if saved is None:
        return start_level(level, folder, seed, memory, listener), Resumed(was_resumed=False, was_shortened=False)
    answered = load_before(folder, level.id)
    replayed = replay(level, saved)
    kept = shortened(saved, replayed)
    running = take_up(level, kept, folder, CheckResult.of(answered) if answered else None, listener)
    return running, Resumed(was_resumed=True, was_shortened=replayed.stopped_at is not None)


def take_up(
    level: Level,
    playthrough: Playthrough,
    folder: Folder,
    before: CheckResult | None = None,
    listener: RunListener | None = None,
) -> RunningLevel:
    """Go on with a playthrough from where it stands."""
    running = RunningLevel(level, playthrough, folder, before, listener)
    if listener:
        listener.resumed(running)
    return running


def has_open_place(folder: Folder, level: Level) -> bool:
    """Say whether beginning a level elsewhere would lose a place: one at an ending has been told to its end."""
    saved = load_save(folder, level.id)
    return saved is not None and not has_ended(level, replay(level, saved).state)
