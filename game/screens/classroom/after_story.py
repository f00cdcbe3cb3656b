"""Between the own story and what the class asks after it: a moment, or as long as the class cannot be reached."""

from game.art.diorama import Diorama
from game.classroom.client.states import SeatLink, Tie
from game.screens.classroom.lobby import ROOM
from game.screens.classroom.looking import next_look_s
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.screen import Stay, Transition
from game.screens.services import Services
from game.ui.arrange import Gap, Item
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Text


class AfterStoryScreen:
    """Tells the class that the story has been read to its end, and waits for what comes next."""

    def __init__(self, services: Services, diorama: Diorama, link: SeatLink) -> None:
        self._services = services
        self._link = link
        self._picture = Picture(diorama, ROOM, services.words("projector.picture"))
        link.go_after()

    def view(self, frame: Frame) -> View:
        """Return a kind word."""
        words = self._services.words
        items: list[Item] = [Gap(0.5), Text(text=words("seat.one_moment"), role="heading")]
        if self._link.state.tie is not Tie.THERE:
            items.append(Text(text=words("seat.wait_away")))
        return picture_page(self._services, self._picture, words("seat.tag"), items, frame)

    def use(self, control_id: str, step: int) -> Transition:
        """There is nothing to press."""
        return Stay()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """It goes on by itself."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when there may be something new."""
        moves = not self._services.settings.current.reduced_motion
        return next_look_s(now_s, self._picture.wakes_s(now_s, moves=moves))
