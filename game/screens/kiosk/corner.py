"""The way in for staff that no visitor comes across: a finger held long in the corner at the foot of the window."""

from typing import Final

from game.canvas.geometry import Point, Rect
from game.ui.frame import Frame
from game.ui.intents import Intent, PointerMove, Press, Release

HOLD_S: Final = 4.0
TARGETS: Final = 1.5
"""Side of the corner, in times of a control."""


class HeldCorner:
    """Follows one finger in the bottom left corner, which everybody reaches. What lies there works as it does."""

    def __init__(self) -> None:
        self._since_s: float | None = None

    @property
    def is_held(self) -> bool:
        """Whether a finger lies there."""
        return self._since_s is not None

    @property
    def opens_s(self) -> float | None:
        """When it will have been held long enough."""
        return None if self._since_s is None else self._since_s + HOLD_S

    def feel(self, intent: Intent, frame: Frame) -> None:
        """Take note of what a finger does."""
        match intent:
            case Press(at):
                self._since_s = frame.now_s if _is_in(at, frame) else None
            case PointerMove(at) if not _is_in(at, frame):
                self._since_s = None
            case Release():
                self._since_s = None
            case _:
                pass

    def let_go(self) -> None:
        """Forget the finger."""
        self._since_s = None

    def is_open(self, now_s: float) -> bool:
        """Say whether it has been held long enough."""
        return self.opens_s is not None and now_s >= self.opens_s


def _is_in(at: Point, frame: Frame) -> bool:
    side = TARGETS * frame.theme.target
    return Rect(0, frame.size.h - side, side, side).contains(at)
