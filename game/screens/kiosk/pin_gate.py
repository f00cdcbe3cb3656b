"""Trying PINs: after a few wrong ones it takes longer and longer until another is looked at."""

from typing import Final

from game.kiosk.pin import PinHash

FREE_TRIES: Final = 3
FIRST_DELAY_S: Final = 30.0
LONGEST_DELAY_S: Final = 3600.0


class PinGate:
    """Lives as long as the kiosk runs, so that going away does not help. Six digits then hold for centuries."""

    def __init__(self, pin: PinHash | None) -> None:
        self._pin = pin
        self._wrong = 0
        self._shut_until_s = float("-inf")

    @property
    def exists(self) -> bool:
        """Whether there is a way in at all."""
        return self._pin is not None

    def wait_s(self, now_s: float) -> float:
        """Return how long nothing will be tried; 0 for not at all."""
        return max(0.0, self._shut_until_s - now_s)

    def opens(self, digits: str, now_s: float) -> bool:
        """Try a PIN. Nothing is looked at while the gate is shut."""
        if self._pin is None or self.wait_s(now_s) > 0:
            return False
        if self._pin.fits(digits):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= FREE_TRIES:
            delay_s = FIRST_DELAY_S * 2.0 ** min(self._wrong - FREE_TRIES, 16)
            self._shut_until_s = now_s + min(delay_s, LONGEST_DELAY_S)
        return False
