"""Makes every screen: the one module of this room that knows them all."""

from collections.abc import Sequence

from game.art.diorama import Diorama
from game.content.asset_library import AssetLibrary
from game.records.latest import note_latest
from game.records.running import RunningLevel, resume_level
from game.screens.check_after import CheckAfterScreen
from game.screens.check_before import CheckBeforeScreen
from game.screens.content_note import ContentNoteScreen
from game.screens.ending import EndingScreen
from game.screens.help import HelpScreen
from game.screens.history import HistoryScreen
from game.screens.level_select import LevelSelectScreen
from game.screens.notebook import NotebookScreen
from game.screens.pause import PauseScreen
from game.screens.play import PlayScreen
from game.screens.quick_exit_tip import QuickExitTipScreen
from game.screens.results import ResultsScreen
from game.screens.resume_notice import ResumeNoticeScreen
from game.screens.routes import Before, Routes
from game.screens.screen import Screen
from game.screens.services import Services
from game.screens.settings import SettingsScreen
from game.screens.summary import SummaryScreen
from game.screens.title import TitleScreen
from game.story.level import Level, LevelId


def build_routes(services: Services, assets: AssetLibrary) -> Routes:
    """Return the ways between all screens."""
    return _Routing(services, assets).routes


def first_screens(services: Services, routes: Routes, level: LevelId | None) -> Sequence[Screen]:
    """Return the screens the game opens with, the topmost last: the title, what was asked for, and the first tip.

    A level that cannot be played, because of faults in its file, leaves the title and the stories.
    """
    screens = [routes.title()]
    if level is not None:
        wanted = services.library().levels.get(level)
        screens.append(routes.content_note(wanted) if wanted else routes.level_select())
    if not services.settings.current.knows_quick_exit:
        screens.append(routes.quick_exit_tip())
    return screens


class _Routing:
    def __init__(self, services: Services, assets: AssetLibrary) -> None:
        self._services = services
        self._assets = assets
        self._diorama = Diorama(assets)
        self._countries: tuple[str, ...] = ()
        """Those of the level that was opened last: there help is looked for first."""
        self.routes = Routes(
            title=self._title,
            quick_exit_tip=lambda: QuickExitTipScreen(services, self._title()),
            level_select=lambda: LevelSelectScreen(services, self.routes, self._diorama),
            content_note=self._content_note,
            summary=lambda level: SummaryScreen(services, self.routes, self._diorama, level, with_story=True),
            messages=lambda level: SummaryScreen(services, self.routes, self._diorama, level, with_story=False),
            check_before=lambda level: CheckBeforeScreen(services, self.routes, self._diorama, level),
            resume=self._resume,
            play=self._play,
            ending=lambda running, before: EndingScreen(services, self.routes, self._diorama, running, before),
            check_after=lambda running, before: CheckAfterScreen(services, self.routes, self._diorama, running, before),
            results=lambda running, before, after: ResultsScreen(services, self.routes, running, before, after),
            notebook=lambda running: NotebookScreen(services, self._diorama, running),
            history=lambda running: HistoryScreen(services, assets, running),
            pause=lambda running: PauseScreen(services, self.routes, self._diorama, running),
            settings=lambda: SettingsScreen(services, self._diorama),
            help=lambda: HelpScreen(services, self._diorama, self._countries),
        )

    def _title(self) -> Screen:
        return TitleScreen(self._services, self.routes, self._diorama)

    def _content_note(self, level: Level) -> Screen:
        self._come_to(level)
        return ContentNoteScreen(self._services, self.routes, self._diorama, level)

    def _resume(self, level: Level) -> Screen:
        running, resumed = resume_level(level, self._services.folder, self._services.new_seed())
        if resumed.was_shortened:
            self._come_to(level)
            return ResumeNoticeScreen(self._services, self.routes, self._diorama, running)
        return self._play(running, None)

    def _play(self, running: RunningLevel, before: Before) -> Screen:
        self._come_to(running.level)
        note_latest(self._services.folder, running.level)
        return PlayScreen(self._services, self.routes, self._diorama, running, before)

    def _come_to(self, level: Level) -> None:
        self._countries = (level.destination, level.origin)
