"""The machine as the game sees it: one object for the window, its canvas, what players do, and sound."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from game.canvas.canvas import TextMeasure
from game.canvas.geometry import Rect, Size
from game.desktop.canvas import PygameCanvas
from game.desktop.fonts import FontFiles, Fonts
from game.desktop.icon import brick_icon, page_icon
from game.desktop.input import Translator
from game.desktop.sound import Sounds
from game.desktop.window import START_SIZE, Window
from game.ui.intents import Intent

WAKE = pygame.USEREVENT

AWAKE_S = 0.4
"""So long after the last event the next one is probably near."""

NAP_S = 0.005
LONG_NAP_S = 0.025
"""pygame's own waiting looks for events a thousand times a second and takes 3-5 % of a core; naps take under 1 %."""


class NoDisplayError(Exception):
    """There is no display to open a window on. The catcher plays in the terminal."""


class Desktop:
    """Use it from one thread; only `wake` may be called from any."""

    def __init__(
        self,
        title: str,
        sounds: Path,
        *,
        extra_fonts: Path | None = None,
        size: tuple[int, int] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the window, of the usual size if no `size` is given. `sounds` is the directory of WAV files.

        Raises:
            NoDisplayError: there is no display.

        """
        self._fonts = Fonts(FontFiles(extra_fonts))
        try:
            self._window = Window(title, brick_icon(self._fonts), size or START_SIZE)
        except pygame.error as error:
            raise NoDisplayError(str(error)) from error
        self.canvas = PygameCanvas(self._window.surface, self._fonts)
        self._sounds = Sounds(sounds)
        self._translator = Translator(self.size)
        # A gamepad reports only as long as its object lives.
        self._sticks: dict[int, pygame.joystick.JoystickType] = {}
        self._clock = clock
        self._last_event_s = clock()
        self._settled = False
        self._stale = True
        self._closing = False

    @property
    def size(self) -> Size:
        """Of the window, in pixels."""
        return Size(*self._window.surface.get_size())

    @property
    def measure(self) -> TextMeasure:
        """Measures with the fonts that the canvas paints with."""
        return self._fonts

    def events(self, timeout_s: float) -> list[Intent]:
        """What the player did. Waits up to `timeout_s` (0 for not at all) unless there is something already.

        Returns early, perhaps empty-handed, also when all has to be painted again, on `wake`, and on closing.
        """
        until_s = self._clock() + timeout_s
        while True:
            now_s = self._clock()
            reports = pygame.event.get()
            intents = [intent for report in reports for intent in self._translate(report, now_s)]
            intents += self._translator.repeats(now_s)
            if reports or intents:
                self._last_event_s = now_s
            left_s = min(until_s - now_s, self._translator.wait_s(now_s))
            if reports or intents or left_s <= 0:
                return intents
            time.sleep(min(left_s, NAP_S if now_s - self._last_event_s < AWAKE_S else LONG_NAP_S))

    def take_stale(self) -> bool:
        """Whether everything has to be painted again: at first, in a new size, or after the window was covered."""
        stale, self._stale = self._stale, False
        return stale

    def take_closing(self) -> bool:
        """Whether the player wants the window closed; it stays until `close`."""
        closing, self._closing = self._closing, False
        return closing

    def present(self, areas: Sequence[Rect] | None = None) -> None:
        """Show what was painted in these areas, or everything for None.

        After the first picture the slower devices are opened: gamepads, and sound in the background.
        """
        self._window.present(areas)
        if not self._settled:
            self._settled = True
            pygame.joystick.init()
            self._sounds.prepare()

    def play(self, sound: str) -> None:
        """Start a sound by its name in assets/sounds; nothing happens where there is no audio device."""
        self._sounds.play(sound)

    def set_volume(self, volume: float) -> None:
        """From 0 (mute) to 1."""
        self._sounds.set_volume(volume)

    def toggle_fullscreen(self) -> None:
        """Cover the screen, or go back to a window."""
        self._window.toggle_fullscreen()
        self._notice_size()

    def disguise(self, title: str) -> None:
        """Quick exit: silent, in a window, under another title and icon. What it shows is for the caller to paint."""
        self._sounds.stop()
        self._window.disguise(title, page_icon(self._fonts))
        self._notice_size()

    def hold(self, *, has_pointer: bool, fullscreen: bool) -> None:
        """Belong to whoever stands before it: cover the screen, keep the keys of the system, show no pointer."""
        if fullscreen:
            self._window.cover()
            self._notice_size()
        self._window.hold()
        pygame.mouse.set_visible(has_pointer)

    def forget(self) -> None:
        """Keep no text that was shown or measured, and nothing that was begun with a key or a finger."""
        self.canvas.forget_texts()
        self._fonts.forget_texts()
        held, self._translator = self._translator, Translator(self.size)
        self._translator.take_pads(held)

    def wake(self) -> None:
        """Let `events` return soon; for background threads that have a result."""
        pygame.event.post(pygame.Event(WAKE))

    def close(self) -> None:
        """Give everything back."""
        self._sounds.close()
        pygame.joystick.quit()
        self._window.close()

    def _translate(self, report: pygame.Event, now_s: float) -> list[Intent]:
        match report.type:
            case pygame.QUIT:
                self._closing = True
            case pygame.WINDOWSIZECHANGED:
                self._notice_size()
            case pygame.WINDOWEXPOSED:
                self._stale = True
            case pygame.JOYDEVICEADDED:
                self._plug(report.device_index)
            case pygame.JOYDEVICEREMOVED:
                self._sticks.pop(report.instance_id, None)
                return self._translator.translate(report, now_s)
            case _:
                return self._translator.translate(report, now_s)
        return []

    def _notice_size(self) -> None:
        if self._window.resized():
            self.canvas.use(self._window.surface)
            self._translator.size = self.size
            self._stale = True

    def _plug(self, device_index: int) -> None:
        try:
            stick = pygame.joystick.Joystick(device_index)
        except pygame.error:
            return  # it was pulled out again before we came to look
        self._sticks[stick.get_instance_id()] = stick
        self._translator.plug(stick.get_instance_id(), has_hat=stick.get_numhats() > 0)
