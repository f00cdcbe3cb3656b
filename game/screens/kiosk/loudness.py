"""The device as visitors have it: never louder than the operator allows, never out of full screen."""

from typing import Final, Protocol

from game.screens.runner import Effects

STEPS: Final = 10


class Device(Effects, Protocol):
    """A device that can forget what it showed."""

    def forget(self) -> None:
        """Keep nothing of any text that was shown or measured."""
        ...


class Loudness:
    """Implements `Effects` for visitors. What staff set holds until the game ends, for every visitor."""

    def __init__(self, device: Device, most: float) -> None:
        """`most` is the loudest a visitor can make it, from 0 to 1."""
        self._device = device
        self._most = most
        self._wanted = 0.0
        self.level = STEPS
        """What staff leave of it, in steps of `STEPS`."""
        self.is_muted = False

    def play(self, sound: str) -> None:
        """Start a sound."""
        self._device.play(sound)

    def set_volume(self, volume: float) -> None:
        """Take what the visitor wants as a share of what is allowed."""
        self._wanted = volume
        self._apply()

    def toggle_fullscreen(self) -> None:
        """Do nothing: there is nothing beside the game."""

    def disguise(self, title: str) -> None:
        """Be silent; the window stays where it is."""
        self.set_volume(0.0)

    def set_level(self, level: int, *, is_muted: bool) -> None:
        """Take what staff want."""
        self.level, self.is_muted = min(max(level, 0), STEPS), is_muted
        self._apply()

    def _apply(self) -> None:
        level = 0 if self.is_muted else self.level
        self._device.set_volume(self._wanted * self._most * level / STEPS)
