"""A whole kiosk at work without a window, for tests and the soak: intents and time in, views out."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from game.canvas.canvas import TextMeasure
from game.canvas.geometry import Point, Size
from game.kiosk.config import KioskConfig
from game.kiosk.counting import Counted
from game.kiosk.pin import PinHash, hash_of
from game.screens.kiosk.kiosk import Kiosk
from game.screens.kiosk.place import Station
from game.screens.kiosk.world import Counts, World
from game.ui.frame import Frame
from game.ui.intents import (
    Activate,
    Back,
    Clear,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    Number,
    PointerMove,
    Press,
    Previous,
    Release,
    Scroll,
    Typed,
)
from game.ui.view import View, spots
from visit import SEED, WRITTEN, Exhibits

if TYPE_CHECKING:
    from game.giving.session import Session

PIN = "271828"
_SALT = b"a kiosk of a test"
NOON = datetime(2026, 11, 30, 12, 0)  # noqa: DTZ001 (by the clock on the wall)
BETWEEN_ACTIONS_S = 1.0
LETTERS = "aeorn"
ONWARD = (
    *("next", "go-on", "choice:", "play", "begin", "answer:", "sure:", "skip", "desk", "judge:", "pick:", "levels"),
    *("back", "give", "adult", "campaign", "choose-amount", "amount:", "take-away", "piece", "path:", "practice"),
)
OFTEN_ONWARD = 0.6
LEAVES = ("quick-exit", "done", "leave", "help")
OFTEN_LEFT = 0.1
"""Whoever hides or leaves at every chance sees little of the game."""


def quick_pin() -> PinHash:
    """Return the hash of `PIN`."""
    return hash_of(PIN, _SALT)


@dataclass(slots=True)
class MemoryDevice:
    """Implements `Device`; remembers what it was asked for."""

    volume: float = 0.0
    sounds: list[str] = field(default_factory=list)
    was_resized: bool = False
    titles: list[str] = field(default_factory=list)
    forgot: int = 0

    def play(self, sound: str) -> None:
        """Remember the last sound alone: a kiosk plays for months."""
        self.sounds[:] = [sound]

    def set_volume(self, volume: float) -> None:
        """Remember it."""
        self.volume = volume

    def toggle_fullscreen(self) -> None:
        """Remember that somebody got so far."""
        self.was_resized = True

    def disguise(self, title: str) -> None:
        """Remember that somebody got so far."""
        self.titles.append(title)

    def forget(self) -> None:
        """Count."""
        self.forgot += 1


@dataclass(slots=True)
class MemoryCounters:
    """Implements `Counters`."""

    sums: Counter[Counted] = field(default_factory=Counter)

    def count(self, sums: Mapping[Counted, int]) -> None:
        """Add."""
        self.sums.update(sums)


class KioskAtWork:
    """One kiosk, and what stands around it. Time goes on only when told to."""

    def __init__(
        self,
        exhibits: Exhibits,
        measure: TextMeasure,
        config: KioskConfig,
        *,
        size: tuple[int, int] = (1280, 720),
        giving: "Callable[[], Session] | None" = None,
    ) -> None:
        self.size = Size(*size)
        self.now_s = 1000.0
        self.local = NOON
        self.device = MemoryDevice()
        self.counters = MemoryCounters()
        self.world = World(
            config,
            lambda: exhibits.library,
            exhibits.assets,
            lambda _: exhibits.words,
            Counts(self.counters),
            lambda: SEED,
            WRITTEN.toordinal,
            giving,
        )
        self.kiosk = Kiosk(self.world, self.device, measure, lambda: self.local, self.now_s)

    @property
    def frame(self) -> Frame:
        """What the kiosk is shown in now."""
        return self.kiosk.frame(self.size, self.now_s)

    @property
    def view(self) -> View:
        """What is to be seen now."""
        return self.kiosk.view(self.frame)

    @property
    def ids(self) -> list[str]:
        """Everything that can be used now."""
        return [spot.id for spot in spots(self.view, {})]

    def wait(self, seconds: float) -> "KioskAtWork":
        """Let time go on, as slowly as the kiosk itself wakes."""
        until_s = self.now_s + seconds
        while self.now_s < until_s and not self.kiosk.is_over:
            wakes_s = self.kiosk.wakes_s(self.now_s)
            self.now_s = until_s if wakes_s is None else min(until_s, max(wakes_s, self.now_s + 1.0))
            self.kiosk.pass_time(self.now_s)
        return self

    def send(self, *intents: Intent) -> "KioskAtWork":
        """Do something with a device, at this moment."""
        for intent in intents:
            self.kiosk.handle(intent, self.frame)
        return self

    def tap(self, *control_ids: str) -> "KioskAtWork":
        """Touch controls, one after the other; those that are scrolled out of sight are used by keyboard.

        Raises:
            KeyError: there is no such control.

        """
        for control_id in control_ids:
            _ = self.view  # much begins when it is first seen
            self.now_s += BETWEEN_ACTIONS_S
            spot = next((spot for spot in spots(self.view, {}) if spot.id == control_id), None)
            if spot is None:
                raise KeyError(f"no control '{control_id}' among {self.ids}")
            if spot.shown.size == spot.rect.size:
                self.send(Press(spot.rect.centre), Release(spot.rect.centre))
            else:
                self._choose(control_id)
        return self

    def _choose(self, control_id: str) -> None:
        for _ in range(len(self.ids) + 1):
            if self.kiosk.runner.focus(self.frame) == control_id:
                self.send(Activate())
                return
            self.send(Next())
        raise KeyError(f"Tab does not lead to '{control_id}'")

    def begin(self) -> "KioskAtWork":
        """Touch the invitation."""
        self.now_s += BETWEEN_ACTIONS_S
        middle = Point(self.size.w / 2, self.size.h / 2)
        self.send(Press(middle), Release(middle))
        self.now_s += BETWEEN_ACTIONS_S
        return self

    def hold_corner(self, seconds: float = 5.0) -> "KioskAtWork":
        """Hold the corner that staff know."""
        corner = Point(5, self.size.h - 5)
        self.send(Press(corner))
        self.wait(seconds)
        return self.send(Release(corner))


# -------------------------------------------------------------------------------------------------- for the soak


def random_intents(kiosk: KioskAtWork, luck: Random) -> Iterator[Intent]:
    """Yield what somebody does next: most often a touch of something that can be touched, else anything at all."""
    kind = luck.random()
    if kind < 0.5:
        there = [spot for spot in spots(kiosk.view, {}) if spot.id not in LEAVES or luck.random() < OFTEN_LEFT]
        onward = [spot for spot in there if spot.id.startswith(ONWARD)]
        if onward and luck.random() < OFTEN_ONWARD:
            there = onward
        at = luck.choice(there).rect.centre if there else _anywhere(kiosk, luck)
        yield Press(at)
        yield Release(at)
    elif kind < 0.62:
        yield Press(_anywhere(kiosk, luck))
        yield PointerMove(_anywhere(kiosk, luck))
        yield Release(_anywhere(kiosk, luck))
    elif kind < 0.8:
        keys: tuple[Intent, ...] = (Next(), Previous(), Activate(), Activate(), *map(Move, Direction))
        yield luck.choice(keys)
    elif kind < 0.88:
        wishes: tuple[Intent, ...] = (Back(), *Command)
        wish = luck.choice(wishes)
        if wish is not Command.QUICK_EXIT or luck.random() < OFTEN_LEFT:
            yield wish
    elif kind < 0.93:
        yield Typed(luck.choice(LETTERS), None)
    else:
        turned = Scroll(luck.uniform(-9, 9), _anywhere(kiosk, luck))
        others: tuple[Intent, ...] = (Number(luck.randrange(1, 5)), turned, Clear(), Scroll(6.0))
        yield luck.choice(others)


def _anywhere(kiosk: KioskAtWork, luck: Random) -> Point:
    return Point(luck.uniform(0, kiosk.size.w), luck.uniform(0, kiosk.size.h))


class Marks:
    """Marks every visitor, and tells which of them are still somewhere in memory."""

    def __init__(self) -> None:
        self._marked: weakref.WeakSet[object] = weakref.WeakSet()
        self.visitors = 0

    def mark(self, kiosk: Kiosk) -> None:
        """Mark all that belongs to the visitor who is there."""
        services = kiosk.belongings.services
        owned = (kiosk.runner, services.settings, services.progress, services.folder, kiosk.runner.screen)
        self.visitors += kiosk.runner not in self._marked
        for each in owned:
            self._marked.add(each)

    def left(self, kiosk: Kiosk) -> list[object]:
        """Return what is left of visitors who have gone; their screens included."""
        if kiosk.station in (Station.VISITED, Station.STAFFED):
            raise ValueError("somebody is there")
        gc.collect()
        return list(self._marked)
