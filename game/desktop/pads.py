"""Gamepads: which button means what, and when a stick points somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.ui.intents import (
    Activate,
    Back,
    Command,
    Direction,
    Intent,
    Move,
    Next,
    Previous,
)

PUSHED = 0.55
RELEASED = 0.35
"""A stick has to come back this far before it counts as let go, or it would flutter at the edge."""

FACE_BUTTONS: Mapping[int, Intent] = {0: Activate(), 1: Back(), 2: Command.PLAY_CARD, 3: Command.NOTEBOOK}

WITH_HAT: Mapping[int, Intent] = {
    **FACE_BUTTONS,
    4: Previous(),
    5: Next(),
    6: Command.HELP,
    7: Command.PAUSE,
}
"""Xbox-like pads by their own driver: the cross is a hat."""

WITHOUT_HAT: Mapping[int, Intent] = {
    **FACE_BUTTONS,
    4: Command.HELP,
    6: Command.PAUSE,
    9: Previous(),
    10: Next(),
    11: Move(Direction.UP),
    12: Move(Direction.DOWN),
    13: Move(Direction.LEFT),
    14: Move(Direction.RIGHT),
}
"""PlayStation and Switch pads, and all that SDL drives itself: the cross is four buttons."""

STICK = {0: (Direction.LEFT, Direction.RIGHT), 1: (Direction.UP, Direction.DOWN)}
"""Axis of the left stick → towards -1, towards +1."""


@dataclass(slots=True)
class Pad:
    """One gamepad: remembers where its stick points."""

    has_hat: bool
    _pointing: dict[int, Direction | None] = field(default_factory=dict)

    def button(self, number: int) -> Intent | None:
        """What a button means."""
        return (WITH_HAT if self.has_hat else WITHOUT_HAT).get(number)

    def stick(self, axis: int, value: float) -> tuple[bool, Intent | None]:
        """Whether the stick, at `value` from -1 to 1 on an axis, points elsewhere than before, and where to now."""
        if axis not in STICK:
            return False, None
        before = self._pointing.get(axis)
        towards = STICK[axis][value > 0]
        now = towards if abs(value) >= (RELEASED if before is towards else PUSHED) else None
        self._pointing[axis] = now
        return now is not before, None if now is None else Move(now)

    def hat(self, value: tuple[int, int]) -> Intent | None:
        """Where a cross points; y is positive upwards. A diagonal counts as its horizontal part."""
        x, y = value
        if x:
            return Move(Direction.RIGHT if x > 0 else Direction.LEFT)
        if y:
            return Move(Direction.UP if y > 0 else Direction.DOWN)
        return None
