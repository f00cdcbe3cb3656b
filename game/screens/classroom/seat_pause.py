"""The pause in a story that belongs to a class: asking for help, looking back, and leaving the class."""

from collections.abc import Callable
from typing import Final

from game.art.diorama import Diorama
from game.classroom.client.states import SeatLink, Tie
from game.records.running import RunningLevel
from game.screens.classroom.looking import next_look_s
from game.screens.classroom.seat import HAND, nickname
from game.screens.picture import Picture
from game.screens.picture_page import picture_page
from game.screens.play.pause import HISTORY, LEAVE, NOTEBOOK, RESUME, SETTINGS, STEP_BACK
from game.screens.routes import Routes
from game.screens.screen import Pop, Push, Screen, Stay, Transition
from game.screens.services import Services
from game.screens.staged import staging_at
from game.ui.arrange import Gap, Item, line
from game.ui.frame import Frame
from game.ui.intents import Command
from game.ui.view import View
from game.ui.widgets import Button, Text, Tone

LEAVE_YES: Final = "leave-yes"
LEAVE_NO: Final = "leave-no"


class SeatPauseScreen:
    """Lies over the story."""

    def __init__(
        self, services: Services, routes: Routes, diorama: Diorama, running: RunningLevel, link: SeatLink
    ) -> None:
        self._services = services
        self._routes = routes
        self._running = running
        self._link = link
        self._picture = Picture(diorama, staging_at(running.level, running.state.place))
        self._asks_to_leave = False

    def view(self, frame: Frame) -> View:
        """Return the ways on, or the question whether to leave the class."""
        words = self._services.words
        label = words("seat.leave" if self._asks_to_leave else "pause.title")
        items = self._question() if self._asks_to_leave else self._ways()
        focus, turn = LEAVE_NO if self._asks_to_leave else RESUME, self._asks_to_leave
        return picture_page(self._services, self._picture, label, items, frame, default_focus=focus, turn=turn)

    def use(self, control_id: str, step: int) -> Transition:
        """Go the way that was chosen."""
        match control_id:
            case "hand":
                seen = self._link.state.seen
                self._link.raise_hand(up=not (seen and seen.needs_help))
                return Stay(("tap",))
            case "step-back":
                self._running.step_back()
                return Pop(("page",))
            case "leave" | "leave-no":
                self._asks_to_leave = control_id == LEAVE
                return Stay(("page",))
            case "leave-yes":
                self._link.leave()
                return Pop(("page",))
            case _:
                return self._open(control_id)

    def command(self, command: Command) -> Transition:
        """Open what has a key of its own; the key that paused goes on."""
        opens = {Command.PAUSE: RESUME, Command.HISTORY: HISTORY, Command.NOTEBOOK: NOTEBOOK}
        opened = opens.get(command, SETTINGS if command is Command.SETTINGS else "")
        return self._open(opened) if opened else Stay()

    def back(self) -> Transition:
        """Take the question back, or go on with the story."""
        return self.use(LEAVE_NO if self._asks_to_leave else RESUME, 0)

    def wakes_s(self, now_s: float) -> float | None:
        """Return when the picture moves, or the teacher may have taken the hand down."""
        moves = not self._services.settings.current.reduced_motion
        return next_look_s(now_s, self._picture.wakes_s(now_s, moves=moves))

    def _open(self, control_id: str) -> Transition:
        screens: dict[str, Callable[[], Screen]] = {
            HISTORY: lambda: self._routes.history(self._running),
            NOTEBOOK: lambda: self._routes.notebook(self._running),
            SETTINGS: self._routes.settings,
        }
        return Push(screens[control_id](), ("page",)) if control_id in screens else Pop(("page",))

    def _ways(self) -> list[Item]:
        words, state = self._services.words, self._link.state
        seen = state.seen
        asked = bool(seen and seen.needs_help)
        name = [Text(text=words("seat.pause_hint", name=nickname(words, seen.nickname)), ink="soft")] if seen else []
        can_step_back = bool(self._running.history.steps)
        away = [] if state.tie is Tie.THERE else [Text(text=words("seat.away"), role="small", ink="warning")]
        return [
            Gap(0.5),
            Text(text=self._running.level.title, role="heading"),
            *name,
            Button(id=RESUME, label=words("pause.resume"), icon="play", tone=Tone.PRIMARY),
            Button(id=HAND, label=words("seat.help_asked" if asked else "seat.help_ask"), icon="heart"),
            line(
                Button(id=STEP_BACK, label=words("pause.step_back"), icon="left", enabled=can_step_back),
                Button(id=HISTORY, label=words("pause.history"), icon="history"),
                share=True,
            ),
            line(
                Button(id=NOTEBOOK, label=words("pause.notebook"), icon="notebook", tone=Tone.QUIET),
                Button(id=SETTINGS, label=words("pause.settings"), icon="settings", tone=Tone.QUIET),
                share=True,
            ),
            Button(id=LEAVE, label=words("class_pupil.leave"), icon="back", tone=Tone.QUIET),
            *away,
        ]

    def _question(self) -> list[Item]:
        words = self._services.words
        return [
            Gap(0.5),
            Text(text=words("class_pupil.leave_ask"), role="speech"),
            line(
                Button(id=LEAVE_NO, label=words("projector.stay"), tone=Tone.PRIMARY),
                Button(id=LEAVE_YES, label=words("class_pupil.leave_yes"), final=True),
                share=True,
            ),
        ]
