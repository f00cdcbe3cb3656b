"""All stop and talk: a calm page over whatever a pupil was doing, which waits exactly where it is."""

from game.classroom.client.states import SeatLink
from game.classroom.views.pupil import WaitPage
from game.screens.classroom.looking import next_look_s
from game.screens.classroom.sheets import talk
from game.screens.screen import Screen, Stay, Transition
from game.screens.services import Services
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View


class FrozenScreen:
    """Lies over the others until the teacher lets go. Only help, sound and the quick exit are open."""

    def __init__(self, services: Services, below: Screen, link: SeatLink) -> None:
        self._services = services
        self._below = below
        self._link = link

    def view(self, frame: Frame) -> View:
        """Return what is talked about, over the screen below."""
        seen = self._link.state.seen
        prompt = seen.view.prompt if seen and isinstance(seen.view, WaitPage) else ""
        return talk(self._services, self._below.view(frame), prompt, self._services.words("seat.frozen_hint"), frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Nothing can be pressed."""
        return Stay()

    def command(self, command: Command) -> Transition:
        """Nothing has a key of its own."""
        return Stay()

    def back(self) -> Transition:
        """The teacher lets go."""
        return Stay()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the teacher may have let go. What lies below stands still."""
        return next_look_s(now_s)
