"""What the room sees: how to join, the story that the class plays, what it talks about, and what changed."""

from game.art.diorama import Diorama
from game.canvas.canvas import Canvas
from game.classroom.client.states import ProjectorFeed, ProjectorState, Tie
from game.classroom.stage import Pace, Stage
from game.classroom.views.projector import ProjectorPage
from game.content.asset_library import AssetLibrary
from game.screens.classroom.brick_rows import FALL_FRAME_S, Arrivals, Bricks, row
from game.screens.classroom.counts import answers, change, ways
from game.screens.classroom.leaving import LeavingScreen
from game.screens.classroom.lobby import ROOM, Lobby
from game.screens.classroom.looking import next_look_s
from game.screens.classroom.pin_pad import PinPad
from game.screens.classroom.sheets import board, sheet, talk, with_note
from game.screens.classroom.story_wall import StoryWall
from game.screens.picture import Picture
from game.screens.routes import Routes
from game.screens.screen import Push, Stay, Transition
from game.screens.services import Services
from game.story.ids import LevelId
from game.story.playthrough import BrokenPlaythroughError, Playthrough, from_json
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Text


class ProjectorScreen:
    """Shows one class. The console decides; here nothing is decided but who may look."""

    def __init__(
        self,
        services: Services,
        routes: Routes,
        assets: AssetLibrary,
        feed: ProjectorFeed,
        address: str,
    ) -> None:
        self._services = services
        self._routes = routes
        self._diorama = Diorama(assets)
        self._assets = assets
        self._feed = feed
        self._address = address
        self._pad = PinPad(services)
        self._lobby = Lobby(services, self._diorama)
        self._arrivals = Arrivals()
        self._wall: StoryWall | None = None
        self._walls_of = ""
        """The session whose story the wall shows."""

    # ------------------------------------------------------------------------------------------------- what is shown

    def view(self, frame: Frame) -> View:
        """Return what the class is doing."""
        state = self._feed.state
        page = state.page
        if state.wants_pin and state.tie is Tie.THERE:
            return self._pad.view(state.notice, frame)
        if page is None:
            return self._seeking(state, frame)
        view = self._shown(page, frame)
        if page.is_frozen and page.session:
            view = talk(self._services, view, page.prompt, "", frame)
        return view if state.tie is Tie.THERE else with_note(view, self._services.words("projector.away"), frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Enter the PIN, or look at what the story offers to look at."""
        if self._feed.state.wants_pin:
            pin = self._pad.use(control_id)
            if pin:
                self._feed.enter(pin)
            return Stay(("tap",))
        return self._wall.use(control_id) if self._wall else Stay()

    def command(self, command: Command) -> Transition:
        """Open the settings, or what belongs to the story."""
        if command in (Command.SETTINGS, Command.PAUSE):
            return Push(self._routes.settings(), ("page",))
        return self._wall.command(command) if self._wall else Stay()

    def back(self) -> Transition:
        """Ask before the room loses its picture."""
        words = self._services.words
        return Push(LeavingScreen(self._services, self, words("projector.leave"), words("projector.leave_hint")))

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make the next set ready."""
        return self._wall is not None and self._wall.prepare(canvas, frame)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when there may be something new, or something moves."""
        moves = not self._services.settings.current.reduced_motion
        picture = self._wall.wakes_s(now_s) if self._wall else self._picture.wakes_s(now_s, moves=moves)
        falls = now_s + FALL_FRAME_S if moves and self._arrivals.moves(now_s) else None
        return next_look_s(now_s, picture, falls)

    # ------------------------------------------------------------------------------------------------------ its parts

    @property
    def _picture(self) -> Picture:
        return Picture(self._diorama, ROOM, self._services.words("projector.picture"))

    def _shown(self, page: ProjectorPage, frame: Frame) -> View:
        if page.story is None:
            self._wall = None
        if page.session is None:
            words = self._services.words
            return self._sheet("class_projector.nobody", [Text(text=words("class_projector.nobody_hint"))], frame)
        if page.stage is Stage.LOBBY:
            return self._lobby.view(page, self._here(page, frame), frame)
        if page.stage is Stage.STORY:
            return self._story(page, frame) if page.pace is Pace.TOGETHER else self._own(page, frame)
        if page.stage is Stage.OVER:
            return self._over(page, frame)
        return self._questions(page, "before" if page.stage is Stage.BEFORE else "after", frame)

    def _seeking(self, state: ProjectorState, frame: Frame) -> View:
        words = self._services.words
        if state.tie is Tie.FOREIGN:
            hint = Text(text=words("projector.foreign_hint", address=self._address))
            return self._sheet("projector.foreign", [hint], frame)
        hint = Text(text=words("projector.seeking_hint", address=self._address))
        return self._sheet("projector.seeking", [hint] if state.tie is not Tie.THERE else [], frame)

    def _here(self, page: ProjectorPage, frame: Frame) -> Bricks:
        self._arrivals.note(page.seats, frame.now_s)
        return Bricks(page.seats, 0, self._arrivals.standing, self._arrivals.fallen(frame.now_s))

    def _questions(self, page: ProjectorPage, moment: str, frame: Frame) -> View:
        words = self._services.words
        shown = answers(words, page.checks, frame)
        if shown:
            return board(self._services, words(f"class_projector.{moment}"), shown, frame)
        hint = Text(text=words(f"class_projector.{moment}_hint"), role="speech")
        return self._sheet(f"class_projector.{moment}", [hint, *self._finished(page, frame)], frame)

    def _own(self, page: ProjectorPage, frame: Frame) -> View:
        words = self._services.words
        shown = ways(words, page.ways, frame)
        if shown:
            return board(self._services, words("projector.ways"), shown, frame)
        hint = Text(text=words("class_projector.own_hint"), role="speech")
        return self._sheet("class_projector.own", [hint, *self._finished(page, frame)], frame)

    def _over(self, page: ProjectorPage, frame: Frame) -> View:
        words = self._services.words
        result = change(words, page, frame)
        if page.checks and not result:
            return board(self._services, words("class_projector.over"), answers(words, page.checks, frame), frame)
        hint = Text(text=words("class_projector.over_hint"), role="speech")
        return self._sheet("class_projector.over", [*result, *([Gap(0.5)] if result else []), hint], frame)

    def _finished(self, page: ProjectorPage, frame: Frame) -> list[Item]:
        told = self._services.words("class_projector.finished", finished=page.finished, count=page.seats)
        bricks = Bricks(page.finished, max(0, page.seats - page.finished), standing=page.finished)
        art = row(bricks, told, frame, frame.page.w / 3, max(1, page.seats))
        return [Gap(0.5), line(art), Text(text=told, role="heading", ink="teal")]

    def _sheet(self, title: str, items: list[Item], frame: Frame) -> View:
        words = self._services.words
        head = Text(text=words(title), role="title")
        tag, shown = words("class_projector.title"), [Gap(0.5), head, *items]
        return sheet(self._services, self._picture, tag, shown, frame, focus=None)

    def _story(self, page: ProjectorPage, frame: Frame) -> View:
        wall = self._wall_for(page)
        if wall is None:
            words = self._services.words
            hint = words("projector.no_level", title=page.title, address=page.address)
            return self._sheet("class_projector.title", [Text(text=hint, role="speech")], frame)
        return wall.view(frame)

    def _wall_for(self, page: ProjectorPage) -> StoryWall | None:
        """Return the wall with the story as the class has it; None if this game does not have that edition of it."""
        story = _story_in(page)
        level = self._services.library().levels.get(LevelId(page.level))
        if story is None or level is None or level.version != story.version:
            self._wall = None
        elif self._wall is None or self._walls_of != page.session:
            self._walls_of = page.session or ""
            self._wall = StoryWall(self._services, self._routes, self._diorama, self._assets, level, page, story)
        else:
            self._wall.show(page, story)
        return self._wall


def _story_in(page: ProjectorPage) -> Playthrough | None:
    try:
        return from_json(page.story.playthrough) if page.story else None
    except BrokenPlaythroughError:
        return None
