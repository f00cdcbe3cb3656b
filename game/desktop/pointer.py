"""Mouse and touch as one pointer, so that one tap is never two."""

from dataclasses import dataclass
from enum import Enum, auto

import pygame

from game.canvas.geometry import Point, Size
from game.ui.intents import Intent, PointerMove, Press, Release

ECHO_S = 0.06
ECHO_PX = 24.0
"""A press of the other device so soon and so near after a press is the same press, reported twice by the driver."""


class Device(Enum):
    """Where a press came from."""

    MOUSE = auto()
    FINGER = auto()


@dataclass(slots=True)
class Pointer:
    """Follows one press at a time: further fingers are ignored until the first is lifted."""

    _held: Device | None = None
    _finger: int | None = None
    _last: tuple[Device, Point, float] | None = None

    def mouse(self, event: pygame.Event, now_s: float) -> list[Intent]:
        """Events that SDL makes up from touches are left to `touch`."""
        if getattr(event, "touch", False):
            return []
        at = Point(*map(float, event.pos))
        if event.type == pygame.MOUSEMOTION:
            return [PointerMove(at)] if self._held is not Device.FINGER else []
        if event.button != pygame.BUTTON_LEFT:
            return []
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self._press(Device.MOUSE, at, now_s)
        return self._release(Device.MOUSE, at)

    def touch(self, event: pygame.Event, size: Size, now_s: float) -> list[Intent]:
        """Fingers are reported in shares of the window's size."""
        at = Point(event.x * size.w, event.y * size.h)
        if event.type == pygame.FINGERDOWN:
            if self._finger is not None:
                return []
            pressed = self._press(Device.FINGER, at, now_s)
            self._finger = event.finger_id if pressed else None
            return pressed
        if event.finger_id != self._finger:
            return []
        if event.type == pygame.FINGERMOTION:
            return [PointerMove(at)]
        self._finger = None
        return self._release(Device.FINGER, at)

    def _press(self, device: Device, at: Point, now_s: float) -> list[Intent]:
        if self._held is not None or self._echoes(device, at, now_s):
            return []
        self._held, self._last = device, (device, at, now_s)
        return [Press(at)]

    def _release(self, device: Device, at: Point) -> list[Intent]:
        if self._held is not device:
            return []
        self._held = None
        return [Release(at)]

    def _echoes(self, device: Device, at: Point, now_s: float) -> bool:
        if self._last is None or self._last[0] is device:
            return False
        _, before, then_s = self._last
        return now_s - then_s <= ECHO_S and max(abs(at.x - before.x), abs(at.y - before.y)) <= ECHO_PX
