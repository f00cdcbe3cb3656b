"""The telling states of the screens that only a kiosk has, and of a few others with its large and low controls."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from game.art.diorama import Diorama
from game.content.asset_library import AssetLibrary
from game.kiosk.config import KioskConfig
from game.kiosk.counting import Counted, NoCounters
from game.kiosk.pin import hash_of
from game.modes import KIOSK
from game.paths import assets_dir
from game.records.settings import Settings
from game.screens.kiosk.invitation import InvitationScreen
from game.screens.kiosk.keypad import KeypadScreen
from game.screens.kiosk.languages import LanguagesScreen
from game.screens.kiosk.loudness import Loudness
from game.screens.kiosk.pin_gate import PinGate
from game.screens.kiosk.places import Places
from game.screens.kiosk.staff import StaffScreen
from game.screens.kiosk.still_there import StillThereScreen
from game.screens.kiosk.wishes import Wishes
from game.screens.kiosk.world import Belongings, Counts, World
from game.screens.routing import build_routes
from game.screens.runner import Fit
from game.screens.screen import Screen
from game.ui.theme import TOUCH_TARGET_PX
from visit import SEED, Visit

WRONG_PIN = "000000"
AWAITED_LEFT_S = 12.4
"""So much is left of the countdown when it is looked at."""
COUNTDOWN_S = 20.0
AT_THE_CHOICES_S = 16.5
"""So long the invitation tells until there is something to choose, and until that is chosen."""
AT_THE_CHOICE_S = 20.0


class SilentDevice:
    """Implements `Device`; nothing is heard, seen or kept."""

    def play(self, sound: str) -> None:
        """There is nothing to hear."""

    def set_volume(self, volume: float) -> None:
        """There is nothing to hear."""

    def toggle_fullscreen(self) -> None:
        """There is no window."""

    def disguise(self, title: str) -> None:
        """There is no window."""

    def forget(self) -> None:
        """Nothing was kept."""


class Stand:
    """A kiosk around a visit: its parts, made of what the visit has."""

    def __init__(self, visit: Visit, *, is_low: bool) -> None:
        visit.fit = Fit(TOUCH_TARGET_PX, is_low=is_low)
        visit.services = replace(visit.services, mode=KIOSK)
        assets = AssetLibrary(assets_dir())
        visit.routes = build_routes(visit.services, assets)
        library, words = visit.library, visit.services.words
        self.visit = visit
        self.diorama = Diorama(assets)
        self.gate = PinGate(hash_of("271828"))
        self.wishes = Wishes()
        self.counts = Counts(NoCounters())
        self.loudness = Loudness(SilentDevice(), 1.0)
        self.world = World(
            KioskConfig(), lambda: library, assets, lambda _: words, self.counts, lambda: SEED, visit.services.today
        )
        self.places = Places(self.world, self.wishes, self.gate, self.loudness)
        self.belongings = Belongings(visit.services, visit.routes)

    def open(self, *screens: Screen) -> None:
        """Show screens, the last one topmost."""
        self.visit.open(*screens)


def kiosk_shots(told: Settings) -> Iterator[tuple[str, Callable[[Visit], object], Settings | None]]:
    """Yield the name of each, how a fresh visit gets there, and its settings where they matter."""
    large = replace(told, text_scale=1.5)
    yield "kiosk-invitation", lambda visit: _invited(visit, 3.2), large
    yield "kiosk-invitation-choices", lambda visit: _invited(visit, AT_THE_CHOICES_S), large
    yield "kiosk-invitation-choice", lambda visit: _invited(visit, AT_THE_CHOICE_S), large
    yield "kiosk-closed", lambda visit: _shown(visit, lambda stand: stand.places.closed(stand.belongings)), None
    yield "kiosk-languages", lambda visit: _shown(visit, _languages), None
    yield "kiosk-welcome", lambda visit: _shown(visit, lambda stand: _visit(stand)[0]), None
    yield "kiosk-note", lambda visit: _shown(visit, lambda stand: _visit(stand)[1]), None
    yield "kiosk-next", _next, None
    yield "kiosk-take-away", _take_away, None
    yield "kiosk-still-there", _still_there, None
    yield "kiosk-keypad", lambda visit: _shown(visit, _keypad), None
    yield "kiosk-keypad-wrong", lambda visit: _tried(visit, 1), None
    yield "kiosk-keypad-shut", lambda visit: _tried(visit, 3), None
    yield "kiosk-staff", lambda visit: _shown(visit, _staff), None
    yield "kiosk-low-next", lambda visit: _next(visit, is_low=True), None
    yield "kiosk-low-take-away", lambda visit: _take_away(visit, is_low=True), None
    yield "kiosk-low-story", _low_story, None
    yield "kiosk-low-help", lambda visit: _shown(visit, lambda stand: stand.visit.routes.help(), is_low=True), None


def _shown(visit: Visit, made: Callable[[Stand], Screen], *, is_low: bool = False) -> None:
    stand = Stand(visit, is_low=is_low)
    stand.open(made(stand))


def _invited(visit: Visit, after_s: float) -> None:
    stand = Stand(visit, is_low=False)
    stand.open(InvitationScreen(visit.services, stand.diorama, stand.world.config.path))
    visit.wait(after_s)


def _visit(stand: Stand) -> list[Screen]:
    return list(stand.places.visit(stand.belongings))


def _languages(stand: Stand) -> Screen:
    words = stand.visit.services.words
    return LanguagesScreen(stand.visit.services, stand.diorama, lambda _: words, ["en", "id", "th"], stand.wishes)


def _next(visit: Visit, *, is_low: bool = False) -> None:
    stand = Stand(visit, is_low=is_low)
    first = _visit(stand)[0]
    level = visit.library.levels[visit.library.campaign.paths[0].levels[0]]
    progress = visit.services.progress
    progress.change(progress.current.with_read(level))
    stand.open(first)


def _take_away(visit: Visit, *, is_low: bool = False) -> None:
    _next(visit, is_low=is_low)
    visit.use("take-away")


def _still_there(visit: Visit) -> None:
    stand = Stand(visit, is_low=False)
    below = _visit(stand)[0]
    stand.open(StillThereScreen(visit.services, below, visit.now_s + AWAITED_LEFT_S, COUNTDOWN_S))


def _keypad(stand: Stand) -> Screen:
    return KeypadScreen(stand.visit.services, stand.gate, stand.wishes)


def _tried(visit: Visit, times: int) -> None:
    _shown(visit, _keypad)
    for _ in range(times):
        for digit in WRONG_PIN:
            visit.use(f"digit:{digit}")
        visit.use("enter")


def _staff(stand: Stand) -> Screen:
    for place, each in enumerate(Counted):
        stand.counts.count({each: 7 * (place + 1)})
    return StaffScreen(stand.visit.services, stand.loudness, stand.counts, stand.wishes)


def _low_story(visit: Visit) -> None:
    Stand(visit, is_low=True)
    visit.open(visit.routes.play(visit.running(visit.level, ()), None))
    visit.use_while_there("next")
