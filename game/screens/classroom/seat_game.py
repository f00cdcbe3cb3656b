"""A pupil's game that belongs to a class. It stands where the runner stands in a game of one's own.

The lowest screen shows the seat; a story lies above it as at home. What the class does is noticed between two pictures:
a freeze covers everything, a new stage leads back to the seat, and what the pupil did is reported.
"""

from collections.abc import Sequence

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect, Size
from game.classroom.client.states import SeatLink
from game.classroom.stage import Stage
from game.content.asset_library import AssetLibrary
from game.screens.classroom.after_story import AfterStoryScreen
from game.screens.classroom.frozen import FrozenScreen
from game.screens.classroom.looking import next_look_s
from game.screens.classroom.noted import NotedScreen
from game.screens.classroom.seat import Place, SeatScreen
from game.screens.classroom.seat_pause import SeatPauseScreen
from game.screens.classroom.seat_story import SeatStory
from game.screens.hidden import HiddenScreen
from game.screens.routes import Routes
from game.screens.routing import build_routes
from game.screens.runner import Effects, Runner
from game.screens.screen import Push, Stay, Transition
from game.screens.services import Services
from game.story.ids import LevelId
from game.story.level import Level
from game.ui.frame import Frame
from game.ui.intents import Intent
from game.ui.text import Typesetter
from game.ui.view import View


class SeatGame:
    """Has the methods of a `Runner` that the loop of the game needs."""

    def __init__(
        self,
        services: Services,
        assets: AssetLibrary,
        link: SeatLink,
        place: Place,
        effects: Effects,
        type_: Typesetter,
    ) -> None:
        """`services.folder` is for this class alone."""
        self._services = services
        self._link = link
        self._diorama = Diorama(assets)
        self._story = SeatStory(services.folder, link)
        self._routes = build_routes(services, assets, self._of_class)
        self._seat = SeatScreen(services, self._routes, self._diorama, link, place, self._enter, self._has_edition)
        self.runner = Runner((self._seat,), services, self._routes, effects, type_)
        self._stage: Stage | None = None

    # --------------------------------------------------------------------------------- what the loop of a game needs

    @property
    def is_over(self) -> bool:
        """Whether the game has been left."""
        return self.runner.is_over

    def frame(self, size: Size, now_s: float) -> Frame:
        """Return what screens are shown in."""
        return self.runner.frame(size, now_s)

    def view(self, frame: Frame) -> View:
        """Return what is to be seen now."""
        self._notice()
        return self.runner.view(frame)

    def handle(self, intent: Intent, frame: Frame) -> None:
        """Do what the pupil wants, and tell the class."""
        self._notice()
        self.runner.handle(intent, frame)
        self._story.report()

    def paint(self, canvas: Canvas, frame: Frame) -> Sequence[Rect] | None:
        """Paint what changed; see `Runner.paint`."""
        self._notice()
        return self.runner.paint(canvas, frame)

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make something ready; see `Runner.prepare`."""
        return self.runner.prepare(canvas, frame)

    def repaint(self) -> None:
        """Forget what was painted."""
        self.runner.repaint()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the screen changes by itself, or the class may have."""
        return next_look_s(now_s, self.runner.wakes_s(now_s))

    # ------------------------------------------------------------------------------------------- what the class does

    def _notice(self) -> None:
        """Follow the class, unless the pupil has hidden the game."""
        runner, seen = self.runner, self._link.state.seen
        if runner.is_over or isinstance(runner.screen, HiddenScreen):
            return
        is_frozen = bool(seen and seen.is_frozen and seen.stage not in (Stage.LOBBY, Stage.OVER))
        is_covered = isinstance(runner.screen, FrozenScreen)
        if is_covered and not is_frozen:
            runner.uncover()
        stage = seen.stage if seen else None
        if stage is not self._stage:
            self._come_to(stage)
        if is_frozen and not isinstance(runner.screen, FrozenScreen):
            runner.cover(FrozenScreen(self._services, runner.screen, self._link))

    def _come_to(self, stage: Stage | None) -> None:
        """A new stage, or none: what lay over the seat belongs to what was before."""
        before, self._stage = self._stage, stage
        if before is Stage.STORY:
            self.runner.go_home()
        if stage in (None, Stage.OVER):
            self._story.forget()

    # ----------------------------------------------------------------------------------------------------- the story

    def _enter(self) -> Transition:
        level, seen = self._level(), self._link.state.seen
        running = self._story.take_up(level, seen) if level and seen else None
        if running is None:
            return Stay()
        self._story.report()
        return Push(self._routes.play(running, None), ("place",))

    def _level(self) -> Level | None:
        about = self._link.state.about
        return self._services.library().levels.get(LevelId(about.level)) if about else None

    def _has_edition(self) -> bool:
        level, about = self._level(), self._link.state.about
        return level is not None and about is not None and level.version == about.level_version

    def _of_class(self, routes: Routes) -> Routes:
        """Return the ways of a class: no stories to choose from, and no results but those of the class."""
        link, services, diorama = self._link, self._services, self._diorama
        return routes._replace(
            play=lambda running, before: NotedScreen(routes.play(running, before), services, link),
            pause=lambda running: SeatPauseScreen(services, self._routes, diorama, running, link),
            check_after=lambda _running, _before: AfterStoryScreen(services, diorama, link),
            results=lambda _running, _before, _after: AfterStoryScreen(services, diorama, link),
            after_story=lambda: (),
            giving=None,
        )
