"""What can be done next: the lowest screen of a visit, before a story and after it."""

from collections.abc import Callable
from typing import Final

from game.art.diorama import Diorama
from game.content.campaign import CampaignPath
from game.records.way import keep_way
from game.screens.kiosk.take_away import TakeAwayScreen
from game.screens.kiosk.take_away_text import pieces
from game.screens.kiosk.wishes import Wish, Wishes
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.routes import Routes
from game.screens.screen import Push, Screen, Stay, Transition
from game.screens.services import Services
from game.screens.title import FAREWELL
from game.story.level import Level
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

PATH: Final = "path:"
MOST_MINUTES: Final = 20
"""Longer paths are for lessons; whoever stands here finds their stories among all stories."""
TAKE: Final = "take-away"
STORIES: Final = "stories"
NOTEBOOK: Final = "notebook"
HELP: Final = "who-helps"
GIVE: Final = "give"
DONE: Final = "done"


class WhatNextScreen:
    """Asks for nothing: every way is open, and the way out is one of them."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, path: str, wishes: Wishes) -> None:
        """`path` is the one that visitors are led to first."""
        self._services = services
        self._routes = routes
        self._picture = Picture(diorama, FAREWELL, services.words("title.picture"))
        self._path = path
        self._wishes = wishes

    @property
    def first_level(self) -> Level | None:
        """The level a visit begins with; None where none of the path can be played."""
        path = next((each for each in self._paths if each.id == self._path), None)
        return self._begins_with(path) if path else None

    def view(self, frame: Frame) -> View:
        """Return the ways beside the village."""
        words = self._services.words
        label = words("levels.what_next") if self._has_played else words("kiosk.welcome")
        return picture_page(
            self._services,
            self._picture,
            label,
            self._items(),
            frame,
            default_focus=TAKE if self._has_played else PATH + self._path,
            turn=self._has_played,
        )

    def use(self, control_id: str, step: int) -> Transition:
        """Go there."""
        if control_id == DONE:
            return self._wishes.ask(Wish.FINISH)
        if control_id.startswith(PATH):
            return self._begin(control_id.removeprefix(PATH))
        ways: dict[str, Callable[[], Screen]] = {
            TAKE: self._take_away,
            STORIES: self._routes.level_select,
            NOTEBOOK: lambda: self._routes.notebook(None),
            HELP: self._routes.help,
        }
        if self._routes.giving:
            ways[GIVE] = self._routes.giving
        return Push(ways[control_id](), ("page",)) if control_id in ways else Stay()

    def command(self, command: Command) -> Transition:
        """Open what has a key of its own."""
        match command:
            case Command.NOTEBOOK:
                return self.use(NOTEBOOK, 0)
            case Command.SETTINGS | Command.PAUSE:
                return Push(self._routes.settings(), ("page",))
            case _:
                return Stay()

    def back(self) -> Transition:
        """Stay: whoever presses Escape once too often is not done."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    @property
    def _has_played(self) -> bool:
        return bool(self._services.progress.current.met)

    @property
    def _paths(self) -> tuple[CampaignPath, ...]:
        paths = self._services.library().campaign.paths
        return tuple(each for each in paths if each.minutes <= MOST_MINUTES or each.id == self._path)

    def _begins_with(self, path: CampaignPath) -> Level | None:
        """The first level of a path that was not met yet, or else its first."""
        levels, known = self._services.library().levels, self._services.progress.current.known_levels
        here = [levels[name] for name in path.levels if name in levels]
        return next((each for each in here if each.id not in known), here[0] if here else None)

    def _begin(self, path_id: str) -> Transition:
        path = next((each for each in self._paths if each.id == path_id), None)
        level = self._begins_with(path) if path else None
        if path is None or level is None:
            return Stay()
        keep_way(self._services.folder, path.id)
        return Push(self._routes.content_note(level), ("page",))

    def _take_away(self) -> Screen:
        library, met = self._services.library(), self._services.progress.current.met
        known = self._services.progress.current.known_levels
        levels = [library.levels[name] for name in library.campaign.levels if name in known]
        levels = levels or [each for each in (self.first_level,) if each]
        countries = [country for level in levels for country in (level.destination, level.origin)]
        learned = [library.messages[name] for name in sorted(met) if name in library.messages]
        return TakeAwayScreen(self._services, pieces(self._services.words, learned, library.helplines, countries))

    def _items(self) -> list[Item]:
        words, has_played = self._services.words, self._has_played
        takes = Button(
            id=TAKE,
            label=words("kiosk.take_along"),
            icon="notebook",
            tone=Tone.PRIMARY if has_played else Tone.PLAIN,
        )
        paths = [self._way(path, is_usual=not has_played) for path in self._paths if self._begins_with(path)]
        about = "kiosk.next_about" if has_played else "kiosk.welcome_about"
        rest = [
            Button(id=STORIES, label=words("results.levels"), icon="bricks", tone=Tone.QUIET),
            Button(id=NOTEBOOK, label=words("title.notebook"), icon="notebook", tone=Tone.QUIET),
            Button(id=HELP, label=words("kiosk.who_helps"), icon="help", tone=Tone.QUIET),
        ]
        if self._routes.giving:
            rest.append(Button(id=GIVE, label=words("giving.give"), icon="heart", tone=Tone.QUIET))
        done = Button(id=DONE, label=words("kiosk.done"), icon="check")
        heading = Text(text=words(about), role="speech")
        ways = line(*paths, share=True)
        first: tuple[Item, ...] = (takes, ways) if has_played else (ways, takes)
        return [
            Gap(0.5),
            heading,
            *first,
            line(*rest[:2], share=True),
            line(*rest[2:], share=True),
            Gap(0.5),
            done,
            Text(text=words("kiosk.forgets"), role="small", ink="soft"),
        ]

    def _way(self, path: CampaignPath, *, is_usual: bool) -> Button:
        tone = Tone.PRIMARY if is_usual and path.id == self._path else Tone.PLAIN
        return Button(id=PATH + path.id, label=path.title, icon="play", tone=tone)
