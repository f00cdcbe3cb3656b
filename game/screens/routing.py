"""Makes every screen: the one module of this room that knows them all.

It loads a screen's code when the screen is first asked for: the first picture does not wait for the others.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.art.diorama import Diorama
from game.content.asset_library import AssetLibrary
from game.records.latest import note_latest
from game.screens.routes import Before, Routes
from game.screens.screen import Screen
from game.screens.services import Services
from game.screens.title import TitleScreen
from game.story.ids import LevelId

if TYPE_CHECKING:
    from game.records.gallery import Seen
    from game.records.running import RunningLevel
    from game.screens.giving_entry import GivingEntry
    from game.screens.stories.card_pictures import CardPictures
    from game.story.level import Level, MessageId, PassageId


def build_routes(
    services: Services, assets: AssetLibrary, changed: Callable[[Routes], Routes] = lambda routes: routes
) -> Routes:
    """Return the ways between all screens; `changed` puts others in the place of some, for a place with its own."""
    routing = _Routing(services, assets)
    routing.routes = changed(routing.routes)
    return routing.routes


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
        self._card_pictures: CardPictures | None = None
        self._countries: tuple[str, ...] = ()
        """Those of the level that was opened last: there help is looked for first."""
        self.routes = Routes(
            title=self._title,
            quick_exit_tip=self._quick_exit_tip,
            level_select=self._level_select,
            after_story=self._after_story,
            content_note=self._content_note,
            summary=partial(self._summary, with_story=True),
            messages=partial(self._summary, with_story=False),
            check_before=self._check_before,
            resume=self._resume,
            play=self._play,
            ending=self._ending,
            check_after=self._check_after,
            results=self._results,
            notebook=self._notebook,
            message=self._notebook,
            handbook=self._handbook,
            history=self._history,
            pause=self._pause,
            gallery=self._gallery,
            look_back=self._look_back,
            achievements=self._achievements,
            refresher=self._refresher,
            practice=self._practice,
            settings=self._settings,
            help=self._help,
            giving=partial(self._giving, services.giving) if services.giving and services.mode.may_donate else None,
        )

    def _title(self) -> Screen:
        return TitleScreen(self._services, self.routes, self._diorama)

    def _quick_exit_tip(self) -> Screen:
        from game.screens.quick_exit_tip import QuickExitTipScreen

        return QuickExitTipScreen(self._services, self._title())

    def _level_select(self) -> Screen:
        from game.screens.stories.card_pictures import CardPictures
        from game.screens.stories.level_select import LevelSelectScreen

        self._card_pictures = self._card_pictures or CardPictures(self._diorama)  # painted once for all visits
        return LevelSelectScreen(self._services, self.routes, self._diorama, self._card_pictures)

    def _after_story(self) -> tuple[Screen, ...]:
        return (self._level_select(),) if self._services.mode.ends_in_stories else ()

    def _content_note(self, level: "Level") -> Screen:
        from game.screens.stories.content_note import ContentNoteScreen

        self._come_to(level)
        return ContentNoteScreen(self._services, self.routes, self._diorama, level)

    def _summary(self, level: "Level", *, with_story: bool) -> Screen:
        from game.screens.stories.summary import SummaryScreen

        return SummaryScreen(self._services, self.routes, self._diorama, level, with_story=with_story)

    def _check_before(self, level: "Level") -> Screen:
        from game.screens.questions.check_before import CheckBeforeScreen
        from game.screens.questions.recall_opening import RecallOpeningScreen, opening_questions

        check = partial(CheckBeforeScreen, self._services, self.routes, self._diorama, level)
        due = opening_questions(self._services, level)
        return RecallOpeningScreen(self._services, self.routes, self._diorama, due, check) if due else check()

    def _resume(self, level: "Level") -> Screen:
        from game.records.running import resume_level
        from game.screens.play.resume_notice import ResumeNoticeScreen

        services = self._services
        running, resumed = resume_level(level, services.folder, services.new_seed(), listener=services.records)
        if resumed.was_shortened:
            self._come_to(level)
            return ResumeNoticeScreen(self._services, self.routes, self._diorama, running)
        return self._play(running, running.before)

    def _play(self, running: "RunningLevel", before: Before) -> Screen:
        from game.screens.play.play import PlayScreen
        from game.story.engine import has_ended

        self._come_to(running.level)
        note_latest(self._services.folder, running.level)
        if has_ended(running.level, running.state):  # the game was closed between the last choice and the results
            return self._ending(running, before)
        return PlayScreen(self._services, self.routes, self._diorama, self._assets, running, before)

    def _ending(self, running: "RunningLevel", before: Before) -> Screen:
        from game.screens.after.ending import EndingScreen

        return EndingScreen(self._services, self.routes, self._diorama, running, before)

    def _check_after(self, running: "RunningLevel", before: Before) -> Screen:
        from game.screens.questions.check_after import CheckAfterScreen

        return CheckAfterScreen(self._services, self.routes, self._diorama, running, before)

    def _results(self, running: "RunningLevel", before: Before, after: Before) -> Screen:
        from game.screens.after.results import ResultsScreen

        return ResultsScreen(self._services, self.routes, running, before, after)

    def _notebook(self, running: "RunningLevel | None", message: "MessageId | None" = None) -> Screen:
        from game.screens.notebook.notebook import NotebookScreen

        return NotebookScreen(self._services, self.routes, self._diorama, running, message)

    def _handbook(self) -> Screen:
        from game.screens.notebook.handbook import HandbookScreen

        return HandbookScreen(self._services, self._diorama, self._countries)

    def _history(self, running: "RunningLevel") -> Screen:
        from game.screens.play.history import HistoryScreen

        return HistoryScreen(self._services, self._assets, running)

    def _pause(self, running: "RunningLevel") -> Screen:
        from game.screens.play.pause import PauseScreen

        return PauseScreen(self._services, self.routes, self._diorama, running)

    def _gallery(self, level: "Level | None") -> Screen:
        from game.screens.after.gallery import GalleryScreen

        return GalleryScreen(self._services, self.routes, self._diorama, level)

    def _look_back(self, level: "Level", ending: "PassageId", seen: "Seen | None") -> Screen:
        from game.screens.after.look_back import LookBackScreen

        return LookBackScreen(self._services, self.routes, self._diorama, level, ending, seen)

    def _achievements(self) -> Screen:
        from game.screens.after.achievements import AchievementsScreen

        return AchievementsScreen(self._services, self.routes)

    def _refresher(self) -> Screen:
        from game.screens.questions.refresher import RefresherScreen

        return RefresherScreen(self._services, self.routes, self._diorama)

    def _practice(self) -> Screen:
        from game.screens.practice.practice import PracticeScreen

        return PracticeScreen(self._services, self.routes, self._diorama)

    def _settings(self) -> Screen:
        from game.screens.settings import SettingsScreen

        return SettingsScreen(self._services, self._diorama)

    def _help(self) -> Screen:
        from game.screens.help import HelpScreen

        handbook = self._handbook if self._services.saves_pictures else None
        return HelpScreen(self._services, self._diorama, self._countries, handbook)

    def _giving(self, entry: "GivingEntry") -> Screen:
        from game.screens.giving.door import GivingDoorScreen

        return GivingDoorScreen(self._services, self._diorama, entry)

    def _come_to(self, level: "Level") -> None:
        self._countries = (level.destination, level.origin)
