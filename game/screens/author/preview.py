"""A level played while it is written: it follows the file, keeps the author's place, and lists faults beside it."""

from dataclasses import replace

from game.canvas.canvas import Canvas
from game.content.faults import nearest_hint
from game.content.manuscript import Draft, Manuscript
from game.records.running import RunningLevel
from game.screens.author.author_panel import JUMP, PLACES, AuthorPanel, divided
from game.screens.routes import Routes
from game.screens.screen import Foreseeing, Home, Pop, Push, Quit, Replace, Screen, Stay, Transition, Writable
from game.screens.services import Services
from game.story.engine import has_ended, start
from game.story.level import Level, PassageId
from game.story.playthrough import Playthrough, begin, replay, shortened
from game.story.way import way_to
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View

LOOK_S = 0.1
"""So often the files are looked at; with the reading, what was saved is shown within 300 ms."""


class PreviewScreen:
    """Holds the screens of the story in itself, so that the panel stays beside all of them."""

    def __init__(self, services: Services, routes: Routes, manuscript: Manuscript, place: str = "") -> None:
        """Begin at a passage or an ending, or at the start where none is named."""
        self._services = services
        self._routes = routes
        self._manuscript = manuscript
        self._wanted = place
        """Where to go as soon as the level can be played."""
        self._draft = Draft(None, ())
        self._running: RunningLevel | None = None
        self._screens: list[Screen] = []
        """Those of the story, the topmost last; none as long as the level could not be played."""
        self._is_over = False
        """Whether the first of them is an ending."""
        self._scene = 0
        """Counts jumps and reloads: what was chosen before one of them can be chosen again."""
        self._look_s = float("-inf")
        self._notice = ""
        self._has_panel = True
        self._shows_places = False
        self._read()

    def view(self, frame: Frame) -> View:
        """Return the story as its files are now, with the panel beside it."""
        if frame.now_s >= self._look_s:
            self._look_s = frame.now_s + LOOK_S
            if self._manuscript.has_changed():
                self._read()
        if not self._screens:
            return self._panel().alone(frame)
        story, area = divided(frame) if self._has_panel else (frame, None)
        view = self._screens[-1].view(story)
        view = replace(view, turn=None if view.turn is None else (self._scene, view.turn))
        return self._panel().beside(view, area, frame) if area else view

    def use(self, control_id: str, step: int) -> Transition:
        """Do what the panel offers, or what the story does."""
        match control_id:
            case "author-places" | "author-state":
                self._shows_places = control_id == PLACES
            case "author-again":
                self._again()
            case "author-back":
                return self.command(Command.STEP_BACK)
            case _ if control_id.startswith(JUMP):
                self._shows_places = False
                self._jump(PassageId(control_id.removeprefix(JUMP)))
            case _:
                return self._follow(self._screens[-1].use(control_id, step)) if self._screens else Stay()
        return Stay(("page",))

    def command(self, command: Command) -> Transition:
        """Show or hide the panel, step back from wherever the story is, or leave the wish to the story."""
        match command:
            case Command.AUTHOR:
                self._has_panel = not self._has_panel
            case Command.STEP_BACK if self._running:
                self._running.step_back()
                self._stage(self._running)
            case _:
                return self._follow(self._screens[-1].command(command)) if self._screens else Stay()
        return Stay(("page",))

    def back(self) -> Transition:
        """Do what the story does."""
        return self._follow(self._screens[-1].back()) if self._screens else Stay()

    def write(self, control_id: str, text: str) -> Transition:
        """Hand on what was written, to a screen with a field."""
        for screen in self._screens[-1:]:
            if isinstance(screen, Writable):
                return self._follow(screen.write(control_id, text))
        return Stay()

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Let the story make ready what it will show."""
        story = divided(frame)[0] if self._has_panel else frame
        return any(isinstance(each, Foreseeing) and each.prepare(canvas, story) for each in self._screens[-1:])

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the story moves, or the files are looked at again."""
        moves_s = self._screens[-1].wakes_s(now_s) if self._screens else None
        return self._look_s if moves_s is None else min(moves_s, self._look_s)

    # ------------------------------------------------------------------------------------------------------ the level

    def _read(self) -> None:
        """Read the files, and go on with what they say if it can be played."""
        self._notice = ""
        self._draft = self._manuscript.read()
        level, before = self._draft.level, self._running
        if level is None:
            self._has_panel = True  # who hid it has to see why the story does not follow any more
            return
        self._play(level, before.playthrough if before else begin(level, self._services.new_seed()))
        if self._wanted:
            wanted, self._wanted = PassageId(self._wanted), ""
            self._jump(wanted)

    def _play(self, level: Level, playthrough: Playthrough) -> None:
        """Play a playthrough again, as far as it goes."""
        replayed = replay(level, playthrough)
        if replayed.stopped_at is not None:
            self._notice = self._services.words("author.shortened", action=replayed.stopped_at)
        kept = replace(shortened(playthrough, replayed), version=level.version)
        self._stage(RunningLevel(level, kept, self._services.folder))

    def _jump(self, place: PassageId) -> None:
        """Go to a place on a short way from the start."""
        if self._running is None:
            return
        level, places = self._running.level, (*self._running.level.passages, *self._running.level.endings)
        found = _way_from_start(self._running.playthrough, level, place) if place in places else None
        if found:
            self._notice = ""
            self._play(level, found)
        else:
            hint = nearest_hint(place, places) if place not in places else ""
            self._notice = self._services.words("author.no_way", place=place, hint=hint).strip()

    def _again(self) -> None:
        if self._running:
            self._notice = ""
            self._play(self._running.level, replace(self._running.playthrough, actions=()))

    def _stage(self, running: RunningLevel) -> None:
        """Show the story where it is, from its first word."""
        self._running = running
        self._scene += 1
        self._is_over = has_ended(running.level, running.state)
        self._screens = [(self._routes.ending if self._is_over else self._routes.play)(running, None)]

    def _panel(self) -> AuthorPanel:
        is_current = self._draft.level is not None
        return AuthorPanel(
            words=self._services.words,
            name=self._manuscript.name,
            faults=self._draft.faults,
            running=self._running,
            is_current=is_current,
            notice=self._notice,
            shows_places=self._shows_places,
        )

    # ------------------------------------------------------------------------------------------- screens of the story

    def _follow(self, transition: Transition) -> Transition:
        """Do what a screen of the story asks for. Beyond its ending, and wherever it is left, it begins again."""
        match transition:
            case Stay():
                return transition
            case Push(screen):
                self._screens.append(screen)
            case Pop() if len(self._screens) > 1:
                self._screens.pop()
            case Replace(screen) if not self._is_over:
                self._screens, self._is_over = [screen], True
            case Replace() | Pop() | Home():
                self._again()
            case Quit():
                return transition
        self._scene += 1
        return Stay(transition.sounds)


def _way_from_start(playthrough: Playthrough, level: Level, place: PassageId) -> Playthrough | None:
    """Return a playthrough of the same luck that leads to a place; with another memory only if this one never does."""
    for memories in ((playthrough.memory,), tuple(level.memories)):
        starts = {start(level, memory): memory for memory in reversed(memories)}
        if found := way_to(level, place, reversed(starts)):
            return replace(playthrough, actions=found[1], memory=starts[found[0]])
    return None
