"""Turns what keyboards, mice, fingers and gamepads report into intents. Pure: events and times come in from outside."""

from collections import deque

import pygame

from game.canvas.geometry import Point, Size
from game.desktop.keys import intent_of, letter_of
from game.desktop.pads import Pad
from game.desktop.pointer import Pointer
from game.desktop.repeat import Repeater
from game.ui.intents import Back, Command, Intent, Scroll, Typed

PANIC_PRESSES = 3
PANIC_S = 1.0
"""Escape pressed so often in so short a time means: hide this game now."""


class Translator:
    """Keeps what a stream of events needs to be understood: held keys, the pressed finger, connected gamepads."""

    def __init__(self, size: Size) -> None:
        """`size` of the window, in which fingers are reported; change the attribute when it changes."""
        self.size = size
        self._pointer = Pointer()
        self._repeater = Repeater()
        self._pads: dict[int, Pad] = {}
        self._mouse_at = Point(0.0, 0.0)
        self._escapes: deque[float] = deque(maxlen=PANIC_PRESSES)

    def translate(self, event: pygame.Event, now_s: float) -> list[Intent]:
        """The intents in one event, most often none or one."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event, now_s)
            case pygame.KEYUP:
                self._repeater.let_go(("key", event.scancode))
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP:
                self._mouse_at = Point(*map(float, event.pos))
                return self._pointer.mouse(event, now_s)
            case pygame.MOUSEWHEEL:
                turned = getattr(event, "precise_y", event.y)
                return [Scroll(-turned, self._mouse_at)] if turned else []
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return self._pointer.touch(event, self.size, now_s)
            case pygame.WINDOWFOCUSLOST:
                self._repeater.stop()
            case pygame.JOYBUTTONDOWN | pygame.JOYBUTTONUP | pygame.JOYAXISMOTION | pygame.JOYHATMOTION:
                return self._pad_event(event, now_s)
            case pygame.JOYDEVICEREMOVED:
                self._pads.pop(event.instance_id, None)
                self._repeater.stop()
            case _:
                pass
        return []

    def plug(self, instance_id: int, *, has_hat: bool) -> None:
        """A gamepad was connected; `has_hat` tells which way its buttons are numbered."""
        self._pads[instance_id] = Pad(has_hat)

    def take_pads(self, other: "Translator") -> None:
        """Take over the gamepads of another translator; what is held on them counts from here on."""
        self._pads = {instance_id: Pad(pad.has_hat) for instance_id, pad in other._pads.items()}  # noqa: SLF001 (of the same kind)

    def repeats(self, now_s: float) -> list[Intent]:
        """What a held key or stick says again."""
        return self._repeater.due(now_s)

    def wait_s(self, now_s: float) -> float:
        """Seconds until `repeats` has something to say; may be infinite."""
        return self._repeater.wait_s(now_s)

    def _key(self, event: pygame.Event, now_s: float) -> list[Intent]:
        intent = intent_of(event.key, event.scancode, event.mod)
        said = self._pressed(("key", event.scancode), intent, now_s)
        letter = letter_of(event.unicode, event.mod)
        return [Typed(letter, *said)] if letter else said

    def _pad_event(self, event: pygame.Event, now_s: float) -> list[Intent]:
        pad = self._pads.get(event.instance_id)
        if pad is None:
            return []
        match event.type:
            case pygame.JOYBUTTONDOWN:
                return self._pressed((event.instance_id, "button", event.button), pad.button(event.button), now_s)
            case pygame.JOYBUTTONUP:
                self._repeater.let_go((event.instance_id, "button", event.button))
            case pygame.JOYHATMOTION:
                return self._pointed((event.instance_id, "hat"), pad.hat(event.value), now_s)
            case pygame.JOYAXISMOTION:
                changed, intent = pad.stick(event.axis, event.value)
                if changed:
                    return self._pointed((event.instance_id, "axis", event.axis), intent, now_s)
            case _:
                pass
        return []

    def _pointed(self, source: tuple[object, ...], intent: Intent | None, now_s: float) -> list[Intent]:
        """A stick or cross has come to point somewhere, or nowhere."""
        self._repeater.let_go(source)
        return self._pressed(source, intent, now_s)

    def _pressed(self, source: tuple[object, ...], intent: Intent | None, now_s: float) -> list[Intent]:
        if intent is None:
            return []
        self._repeater.hold(source, intent, now_s)
        if source[0] == "key" and isinstance(intent, Back):
            return [self._escaped(now_s)]
        return [intent]

    def _escaped(self, now_s: float) -> Intent:
        self._escapes.append(now_s)
        if len(self._escapes) == PANIC_PRESSES and now_s - self._escapes[0] <= PANIC_S:
            self._escapes.clear()
            return Command.QUICK_EXIT
        return Back()
