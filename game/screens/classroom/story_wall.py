"""The story of a class on the projector: told by itself, at a reader's pace, and taken where the console takes it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.classroom.views.projector import ProjectorPage
from game.content.asset_library import AssetLibrary
from game.records.folder import MemoryFolder
from game.records.running import RunningLevel
from game.screens.after.ending import BUILDS, GO_ON, EndingScreen
from game.screens.classroom.ballots import ClassAnswers
from game.screens.classroom.brick_rows import FALL_FRAME_S
from game.screens.classroom.looking import earliest
from game.screens.play.moment import Moment, Phase
from game.screens.play.play_view import PlayView
from game.screens.play.telling import Telling
from game.screens.routes import Routes
from game.screens.screen import Push, Stay, Transition
from game.screens.services import Services
from game.story.action import ActionId
from game.story.engine import Step, has_ended
from game.story.event import ChoiceTaken, Noted
from game.story.level import Level
from game.story.playthrough import Playthrough, replay, shortened
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View

READING_LETTERS_PER_S: Final = 15.0
"""A room reads as slowly as its slowest reader, and somebody may read aloud."""
LOOKING_S: Final = 2.5
"""Before the next beat, beside the time for reading."""


class StoryWall:
    """Shows one level as a class plays it."""

    def __init__(
        self,
        services: Services,
        routes: Routes,
        diorama: Diorama,
        assets: AssetLibrary,
        level: Level,
        page: ProjectorPage,
        story: Playthrough,
    ) -> None:
        self._services = services
        self._routes = routes
        self._diorama = diorama
        self._assets = assets
        self._level = level
        self._answers = ClassAnswers(services, page)
        self._ending: EndingScreen | None = None
        self._debriefs_s: float | None = None
        """When the words of the ending have been read; None before they are shown, and once they were."""
        self._begin(story)

    @property
    def story(self) -> Playthrough:
        """How far it has come."""
        return self._running.playthrough

    def _begin(self, story: Playthrough) -> None:
        """Stand where a playthrough stands, without telling how it came there."""
        kept = shortened(story, replay(self._level, story))
        self._running = RunningLevel(self._level, kept, MemoryFolder())
        self._telling = Telling(self._services.settings, self._running)
        self._view = PlayView(self._services, self._diorama, self._assets, self._running, self._answers)
        self._ending = None
        if has_ended(self._level, self._running.state):
            self._end()

    def show(self, page: ProjectorPage, story: Playthrough) -> None:
        """Follow the class to where it is now."""
        self._answers.page = page
        here = self._running.playthrough
        if story == here:
            return
        further = story.actions[len(here.actions) :]
        if story.actions[: len(here.actions)] != here.actions or not further:
            self._begin(story)  # a step back
            return
        self._follow(further)

    def _follow(self, further: Sequence[ActionId]) -> None:
        steps = [self._running.take(action) for action in further]
        taken = _choice_in(steps[0]) if len(steps) == 1 else None
        telling = self._telling
        if taken and taken.passage == telling.place and telling.phase is Phase.TELLING:
            choice = self._level.passages[taken.passage].choices[taken.choice]
            if choice.reply or choice.because:
                telling.answer(choice, steps[0])
                return
        if all(isinstance(step.events[0], Noted) for step in steps):
            telling.note()
        else:
            self._arrive()

    def _arrive(self) -> None:
        if has_ended(self._level, self._running.state):
            self._end()
        else:
            self._telling.arrive()

    def _end(self) -> None:
        self._ending = EndingScreen(self._services, self._routes, self._diorama, self._running, None)
        self._debriefs_s = float("inf")

    # ------------------------------------------------------------------------------------------------- what is shown

    def view(self, frame: Frame) -> View:
        """Return the story at this moment; what has been read long enough makes way for what comes next."""
        if self._ending is not None:
            return self._ending_view(self._ending, frame)
        self._answers.frame = frame
        telling = self._telling
        telling.follow(frame.now_s)
        if self._is_waited_for:
            telling.tell_all()
        moment = telling.moment(moves=frame.theme.moves)
        if frame.now_s < self._read_s(moment):
            return self._view.view(frame, self._without_what_was_told(moment))
        self._tell_on(moment)
        return self.view(frame)

    def _without_what_was_told(self, moment: Moment) -> Moment:
        """Where there are numbers, offers or a task to be seen, these need the room of the text."""
        story = self._answers.page.story
        has_more = story is not None and (story.is_revealed or story.task is not None or bool(story.offers))
        return replace(moment, beat=None) if has_more and moment.is_over and not moment.choice else moment

    def use(self, control_id: str) -> Transition:
        """Go on reading, or look at the notebook."""
        if self._ending is not None:
            self._debriefs_s = None  # somebody turns the pages now
            stays = self._ending.use(control_id, 0)
            return stays if isinstance(stays, Stay | Push) else Stay()
        match control_id:
            case "notebook":
                return Push(self._routes.notebook(self._running), ("page",))
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Open the notebook, or what was told so far."""
        match command:
            case Command.NOTEBOOK:
                return Push(self._routes.notebook(self._running), ("page",))
            case Command.HISTORY:
                return Push(self._routes.history(self._running), ("page",))
            case _:
                return Stay()

    def hurry(self) -> None:
        """Whoever stands at the projector has read this: show all of it, or what comes next."""
        moment = self._telling.moment(moves=True)
        if self._ending is None:
            self._tell_on(moment)

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make the next set ready while a reply is read."""
        if self._ending is not None or self._answers.frame is None:
            return False
        telling = self._telling
        return self._view.prepare(canvas, frame, telling.moment(moves=frame.theme.moves), telling.staging)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when a letter, a pose, a brick or the next beat comes."""
        moves = not self._services.settings.current.reduced_motion
        if self._ending is not None:
            return earliest(self._ending.wakes_s(now_s), self._debriefs_s)
        pose = self._diorama.next_change_s(self._telling.staging, now_s, motion=moves)
        return earliest(
            None if pose is None else now_s + pose,
            self._telling.wakes_s(now_s, moves=moves),
            now_s + FALL_FRAME_S if moves and self._answers.arrivals.moves(now_s) else None,
            self._read_s(self._telling.moment(moves=moves)),
        )

    @property
    def _is_waited_for(self) -> bool:
        """Whether the class is busy with the choices: then nobody waits for the telling."""
        story = self._answers.page.story
        is_busy = story is not None and (story.voted > 0 or story.is_revealed or story.is_explained)
        return is_busy and self._telling.phase is Phase.TELLING and not self._telling.moment(moves=True).is_over

    def _read_s(self, moment: Moment) -> float:
        """Return when what is shown has been read; never for what the class decides about."""
        if not moment.is_told or (moment.is_last_beat and moment.choice is None):
            return float("inf")
        letters = moment.beat.letters if moment.beat else 0
        if moment.is_last_beat and moment.choice:
            letters += len(moment.choice.because)
        return moment.told_s + reading_s(letters)

    def _tell_on(self, moment: Moment) -> None:
        if not (moment.is_told and moment.is_last_beat):
            self._telling.on()
        elif moment.choice is not None:
            self._arrive()

    def _ending_view(self, ending: EndingScreen, frame: Frame) -> View:
        """The ending as at home: its picture, its words, and, when these were read, what it was made of."""
        if self._debriefs_s == float("inf"):
            letters = sum(len(line.text) for line in self._level.endings[self._running.state.place].text)
            self._debriefs_s = frame.now_s + BUILDS * frame.theme.build_s + reading_s(letters)
        view = ending.view(frame)
        if self._debriefs_s is None or frame.now_s < self._debriefs_s:
            return view
        self._debriefs_s = None
        ending.use(GO_ON, 0)
        return ending.view(frame)


def reading_s(letters: int) -> float:
    """Return how long a room needs to read so many letters, and to look up."""
    return LOOKING_S + letters / READING_LETTERS_PER_S


def _choice_in(step: Step) -> ChoiceTaken | None:
    return next((event for event in step.events if isinstance(event, ChoiceTaken)), None)
