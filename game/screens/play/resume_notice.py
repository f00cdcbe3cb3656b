"""Tells that a saved way could not be kept to its end, because the story was changed since."""

from game.art.diorama import Diorama
from game.records.running import RunningLevel
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.routes import Routes
from game.screens.screen import Pop, Replace, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

GO_ON = "go-on"


class ResumeNoticeScreen:
    """Shows the moment from which the story goes on."""

    def __init__(self, services: Services, routes: Routes, diorama: Diorama, running: RunningLevel) -> None:
        self._services = services
        self._routes = routes
        self._running = running
        self._picture = Picture(diorama, staging_at(running.level, running.state.place))

    def view(self, frame: Frame) -> View:
        """Return the notice beside the picture of that moment."""
        words = self._services.words
        items: list[Item] = [
            Gap(0.5),
            Text(text=self._running.level.title, role="title"),
            Text(text=words("resume.text")),
            Gap(0.5),
            line(Button(id=GO_ON, label=words("resume.go_on"), icon="play", tone=Tone.PRIMARY)),
        ]
        return picture_page(self._services, self._picture, words("resume.title"), items, frame, default_focus=GO_ON)

    def use(self, control_id: str, step: int) -> Transition:
        """Go on with the story."""
        return Replace(self._routes.play(self._running, self._running.before), ("page",))

    def command(self, command: Command) -> Transition:
        """Do nothing: the story has not begun."""
        return Stay()

    def back(self) -> Transition:
        """Leave the save as it is."""
        return Pop(("page",))

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves."""
        return self._picture.wakes_s(now_s, moves=not self._services.settings.current.reduced_motion)
