"""A story that goes on while the class cannot be reached: the pupil is told so, kindly, and loses nothing."""

from game.canvas.canvas import Canvas
from game.classroom.client.states import SeatLink, Tie
from game.screens.classroom.looking import next_look_s
from game.screens.classroom.sheets import with_note
from game.screens.screen import Foreseeing, Screen, Transition
from game.screens.services import Services
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View


class NotedScreen:
    """Shows another screen, with a note over it as long as the class is away."""

    def __init__(self, screen: Screen, services: Services, link: SeatLink) -> None:
        self._screen = screen
        self._words = services.words
        self._link = link

    def view(self, frame: Frame) -> View:
        """Return the screen, and the note."""
        view = self._screen.view(frame)
        return view if self._link.state.tie is Tie.THERE else with_note(view, self._words("seat.away"), frame)

    def use(self, control_id: str, step: int) -> Transition:
        """Hand it on."""
        return self._screen.use(control_id, step)

    def command(self, command: Command) -> Transition:
        """Hand it on."""
        return self._screen.command(command)

    def back(self) -> Transition:
        """Hand it on."""
        return self._screen.back()

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Hand it on."""
        return isinstance(self._screen, Foreseeing) and self._screen.prepare(canvas, frame)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the screen changes, or the class may be back."""
        return next_look_s(now_s, self._screen.wakes_s(now_s))
