"""What a story is about, before it begins: play it, read about it, or leave it out, all three alike."""

from game.art.diorama import Diorama
from game.screens.chrome import BACK
from game.screens.picture import Picture
from game.screens.picture_page import picture_page_with_back
from game.screens.routes import Routes
from game.screens.screen import Pace, Pop, Push, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.story.level import Character, Level
from game.ui.arrange import Gap, Item, beside, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Icon, Text

PLAY = "play"
READ = "read"
SKIP = "skip"


class ContentNoteScreen:
    """Asks how somebody wants to meet a story."""

    pace = Pace.READING

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, level: Level) -> None:
        self._services = services
        self._routes = routes
        self._level = level
        self._picture = Picture(diorama, staging_at(level, level.start))

    def view(self, frame: Frame) -> View:
        """Return the note beside the first picture of the story."""
        label = self._services.words("note.title")
        return picture_page_with_back(self._services, self._picture, label, self._items(), frame, default_focus=PLAY)

    def use(self, control_id: str, step: int) -> Transition:
        """Take one of the three ways, or go back."""
        match control_id:
            case "play":
                return Replace(self._routes.check_before(self._level), ("page",))
            case "read":
                return Push(self._routes.summary(self._level), ("page",))
            case "skip":
                return Push(self._routes.messages(self._level), ("page",))
            case _ if control_id == BACK:
                return self.back()
            case _:
                return Stay()

    def command(self, command: Command) -> Transition:
        """Open the settings: how fast a story speaks is best decided before it does."""
        return Push(self._routes.settings(), ("page",)) if command is Command.SETTINGS else Stay()

    def back(self) -> Transition:
        """Go back to the stories."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)

    def _items(self) -> list[Item]:
        words, level = self._services.words, self._level
        return [
            Gap(0.5),
            Text(text=level.title, role="title"),
            Text(text=self._who(next(iter(level.cast.values()))), role="body"),
            Gap(0.5),
            beside(
                Icon(name="warning", ink="warning"),
                Text(text=words("note.meet"), role="strong"),
                Text(text=level.content_note),
            ),
            Text(text=words("note.calm")),
            Gap(0.5),
            line(
                Button(id=PLAY, label=words("note.play")),
                Button(id=READ, label=words("note.read")),
                Button(id=SKIP, label=words("note.skip")),
                share=True,
            ),
            Text(text=words("note.free"), role="small", ink="soft"),
            *self._quick_exit(),
        ]

    def _quick_exit(self) -> list[Item]:
        """How to hide the game, for those who have not been told yet."""
        if self._services.settings.current.knows_quick_exit:
            return []
        return [beside(Icon(name="exit"), Text(text=self._services.words("note.quick_exit"), role="small"))]

    def _who(self, player: Character) -> str:
        """The one whose life it is comes first in the cast."""
        words = self._services.words
        if player.role:
            return words("note.you_are", name=player.name, role=player.role)
        return words("note.you_are_only", name=player.name)
