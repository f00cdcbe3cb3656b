"""The kiosk at work: invites, lets one visitor play, notices when they have gone, and forgets all of them.

It stands where the runner stands in a game of one's own, and makes a new runner, with everything new below it, for each
visitor. It knows no device and no clock: both come in.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Rect, Size
from game.kiosk.counting import Counted
from game.records.way import keep_way
from game.screens.kiosk.corner import HeldCorner
from game.screens.kiosk.idle import IdleWatch, Stage
from game.screens.kiosk.loudness import Device, Loudness
from game.screens.kiosk.pin_gate import PinGate
from game.screens.kiosk.place import Place, Station
from game.screens.kiosk.places import Places
from game.screens.kiosk.wishes import Begin, Wish, Wishes
from game.screens.kiosk.world import Belongings, World
from game.screens.qr_picture import forget_codes
from game.screens.runner import Fit, Runner
from game.screens.screen import Screen
from game.ui.frame import Frame
from game.ui.intents import Intent, PointerMove
from game.ui.text import Typesetter
from game.ui.theme import TOUCH_TARGET_PX
from game.ui.view import View

LOOKS_AT_HOURS_EVERY_S: Final = 10.0


class Kiosk:
    """Has the methods of a `Runner` that the loop of the game needs."""

    def __init__(
        self, world: World, device: Device, measure: TextMeasure, local_time: Callable[[], datetime], now_s: float
    ) -> None:
        """`local_time` is that of the wall clock; `now_s` of the clock of the application, as all times here."""
        config = world.config
        self._world = world
        self._device = device
        self._measure = measure
        self._local_time = local_time
        self._loudness = Loudness(device, config.volume_most)
        self._gate = PinGate(config.pin)
        self._wishes = Wishes()
        self._places = Places(world, self._wishes, self._gate, self._loudness)
        self._idle = IdleWatch(config.idle_s, config.reading_idle_s, config.countdown_s, now_s)
        self._corner = HeldCorner()
        self._listens_s = now_s
        """Before this time a press is meant for what was seen before."""
        self._hours_s = now_s
        """When the hours are looked at next."""
        self._aside: Place | None = None
        """Where the kiosk goes on when staff have looked."""
        self._language = config.languages[0]
        self._invited = 0
        self.is_closed_by_staff = False
        self._must_end = False
        self._has_ended = False
        self._place = self._inviting()

    # --------------------------------------------------------------------------------- what the loop of a game needs

    @property
    def is_over(self) -> bool:
        """Whether staff, or the system, have ended the game. Visitors cannot."""
        return self._has_ended

    @property
    def station(self) -> Station:
        """What the kiosk is doing."""
        return self._place.station

    @property
    def runner(self) -> Runner:
        """The game that is at work now."""
        return self._place.runner

    @property
    def belongings(self) -> Belongings:
        """Those of whoever is there."""
        return self._place.belongings

    def frame(self, size: Size, now_s: float) -> Frame:
        """Return what screens are shown in now."""
        return self.runner.frame(size, now_s)

    def view(self, frame: Frame) -> View:
        """Return what is to be seen now."""
        return self.runner.view(frame)

    def handle(self, intent: Intent, frame: Frame) -> None:
        """Do what somebody wants, as far as it is for them to want."""
        now_s = frame.now_s
        self.pass_time(now_s)
        if self._has_ended:
            return
        frame = self.frame(frame.size, now_s)
        self._corner.feel(intent, frame)
        if now_s < self._listens_s or self._place.station is Station.CLOSED:
            return
        if self._place.station is Station.INVITING:
            if not (isinstance(intent, PointerMove) or self._corner.is_held):
                self._greet(now_s, frame.theme.accept_s)
            return
        self._idle.touched(now_s)
        if self._place.asks:
            self._place.asks = False
            self.runner.uncover()
            self._listens_s = now_s + frame.theme.accept_s
            return
        self.runner.handle(intent, frame)
        self._fulfil(self._wishes.take(), now_s, frame.theme.accept_s)
        if not self._has_ended:
            self._idle.paced(self.runner.pace, now_s)

    def paint(self, canvas: Canvas, frame: Frame) -> Sequence[Rect] | None:
        """Paint what changed, also by the passing of time; see `Runner.paint`."""
        self.pass_time(frame.now_s)
        return () if self._has_ended else self.runner.paint(canvas, self.frame(frame.size, frame.now_s))

    def prepare(self, canvas: Canvas, frame: Frame) -> bool:
        """Make something ready; see `Runner.prepare`."""
        return not self._has_ended and self.runner.prepare(canvas, frame)

    def repaint(self) -> None:
        """Forget what was painted."""
        self.runner.repaint()

    def wakes_s(self, now_s: float) -> float | None:
        """Return when something changes by itself: a picture, or what is thought of the visitor."""
        if self._has_ended:
            return now_s
        times = [self._hours_s, self.runner.wakes_s(now_s), self._corner.opens_s if self._lets_in else None]
        if self._place.station in (Station.VISITED, Station.STAFFED):
            times.append(self._idle.gone_s if self._place.asks or self._idle.is_silent else self._idle.asks_s)
        return min((each for each in times if each is not None), default=None)

    def stop(self) -> None:
        """End the game soon, as the system wants it. May be called at any moment, also by a signal."""
        self._must_end = True

    # ---------------------------------------------------------------------------------------------- what time does

    def pass_time(self, now_s: float) -> None:
        """Take note of how late it is."""
        if self._must_end and not self._has_ended:
            self._end()
        if self._has_ended:
            return
        if self._lets_in and self._corner.is_open(now_s):
            self._let_staff_knock(now_s)
        if now_s >= self._hours_s:
            self._hours_s = now_s + LOOKS_AT_HOURS_EVERY_S
            self._keep_hours(now_s)
        if self._place.station in (Station.VISITED, Station.STAFFED):
            self._watch(now_s)

    def _watch(self, now_s: float) -> None:
        if not self._place.asks:
            self._idle.paced(self.runner.pace, now_s)
        match self._idle.stage(now_s):
            case Stage.GONE:
                self._start_over(now_s)
            case Stage.ASKED if not (self._place.asks or self._idle.is_silent):
                self._place.asks = True
                below, services = self.runner.screen, self._place.belongings.services
                self.runner.cover(self._places.still_there(below, services, self._idle.gone_s))
            case _:
                pass

    def _keep_hours(self, now_s: float) -> None:
        """Close or open, but never before a visitor's eyes."""
        is_open = self._world.config.hours.is_open(self._local_time())
        if self._place.station is (Station.INVITING if not is_open else Station.CLOSED):
            self._start_over(now_s)

    # ------------------------------------------------------------------------------------------- from place to place

    def _greet(self, now_s: float, accept_s: float) -> None:
        self._world.counts.count({Counted.SESSIONS: 1})
        languages = self._world.config.languages
        if len(languages) == 1:
            self._begin(languages[0], now_s, accept_s)
            return
        belongings = self._world.belongings(self._language)
        self._go(self._at(Station.VISITED, belongings, [self._places.languages(belongings)]), now_s, accept_s)

    def _begin(self, language: str, now_s: float, accept_s: float) -> None:
        """Give a visitor everything new, and lead them to the path of this kiosk."""
        self._language = language
        belongings = self._world.belongings(language)
        keep_way(belongings.services.folder, self._world.config.path)
        screens = self._places.visit(belongings)
        self._go(self._at(Station.VISITED, belongings, screens), now_s, accept_s)

    def _fulfil(self, wish: Begin | Wish | None, now_s: float, accept_s: float) -> None:
        match wish:
            case Begin(language=language):
                self._begin(language, now_s, accept_s)
            case Wish.FINISH:
                self._start_over(now_s, accept_s)
            case Wish.LET_IN:
                self._staff([self._places.staff(self._place.belongings)], now_s, accept_s)
            case Wish.BACK if self._aside:
                aside, self._aside = self._aside, None
                self._go(aside, now_s, accept_s)
            case Wish.END:
                self.is_closed_by_staff = True
                self._end()
            case _:
                pass

    @property
    def _lets_in(self) -> bool:
        return self._gate.exists and self._place.station is not Station.STAFFED

    def _let_staff_knock(self, now_s: float) -> None:
        """Leave everything where it is, and ask for the PIN on a page of its own."""
        self._corner.let_go()
        if self._place.asks:
            self._place.asks = False
            self.runner.uncover()
        self._aside = self._place
        belongings = self._world.belongings(self._world.config.languages[0])
        self._staff([self._places.keypad(belongings)], now_s, 0.0)

    def _staff(self, screens: Sequence[Screen], now_s: float, accept_s: float) -> None:
        belongings = self._world.belongings(self._world.config.languages[0])
        self._go(self._at(Station.STAFFED, belongings, screens), now_s, accept_s)

    def _start_over(self, now_s: float, accept_s: float = 0.0) -> None:
        """Forget the visitor, and invite the next one."""
        self._forget()
        is_open = self._world.config.hours.is_open(self._local_time())
        self._go(self._inviting() if is_open else self._closed(), now_s, accept_s)

    def _forget(self) -> None:
        """Tell every screen that it is over, so that what is open elsewhere is cancelled; count; and keep nothing."""
        for place in (self._place, self._aside):
            if place is not None:
                self._world.tally(place.belongings.services.progress.current)
                place.runner.leave()
        self._aside = None
        self._wishes.take()
        self._language = self._world.config.languages[0]
        self._device.forget()
        forget_codes()

    def _end(self) -> None:
        """The visitor is forgotten, and what was open is cancelled."""
        self._forget()
        self._has_ended = True

    def _go(self, place: Place, now_s: float, accept_s: float) -> None:
        self._place = place
        self._listens_s = now_s + accept_s
        self._corner.let_go()
        self._idle.touched(now_s)
        place.runner.repaint()
        place.runner.use_volume()

    def _inviting(self) -> Place:
        """Invite, each time in the next of the languages."""
        languages = self._world.config.languages
        self._language = languages[self._invited % len(languages)]
        self._invited += 1
        belongings = self._world.belongings(self._language)
        return self._at(Station.INVITING, belongings, [self._places.invitation(belongings)])

    def _closed(self) -> Place:
        belongings = self._world.belongings(self._language)
        return self._at(Station.CLOSED, belongings, [self._places.closed(belongings)])

    def _at(self, station: Station, belongings: Belongings, screens: Sequence[Screen]) -> Place:
        fit = Fit(TOUCH_TARGET_PX, is_low=self._world.config.low_controls)
        typesetter = Typesetter(self._measure)  # it keeps the texts it has set
        runner = Runner(screens, belongings.services, belongings.routes, self._loudness, typesetter, fit)
        return Place(station, belongings, runner)
