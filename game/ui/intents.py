"""What a player wants, whatever device it came from."""

from dataclasses import dataclass
from enum import StrEnum

from game.canvas.geometry import Point


class Direction(StrEnum):
    """Where an arrow key, a stick or a cross pad points."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


class Command(StrEnum):
    """Wishes that have a key of their own on every screen."""

    HELP = "help"
    QUICK_EXIT = "quick-exit"
    MUTE = "mute"
    NOTEBOOK = "notebook"
    HISTORY = "history"
    PAUSE = "pause"
    SETTINGS = "settings"
    FULLSCREEN = "fullscreen"
    PLAY_CARD = "play-card"
    STEP_BACK = "step-back"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Move:
    """To the neighbour in a direction; on a stepper left and right change its value."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Next:
    """To the next control in reading order (Tab, one switch scanning)."""


@dataclass(frozen=True, slots=True)
class Previous:
    """To the one before."""


@dataclass(frozen=True, slots=True)
class Activate:
    """Use the control that has the focus."""


@dataclass(frozen=True, slots=True)
class Back:
    """Out of this screen (Escape, the gamepad's back button)."""


@dataclass(frozen=True, slots=True)
class PointerMove:
    """A mouse or a finger is now here."""

    at: Point


@dataclass(frozen=True, slots=True)
class Press:
    """A mouse button or a finger went down."""

    at: Point


@dataclass(frozen=True, slots=True)
class Release:
    """It went up again."""

    at: Point


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel turned by so many notches (positive: towards the end), or a page key was pressed (`at` is None)."""

    notches: float
    at: Point | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A figure key: takes the choice with this number, counted from 1."""

    n: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A key with a letter on it: written where something is being written, everywhere else what the key means."""

    letter: str
    otherwise: "Intent | None" = None


@dataclass(frozen=True, slots=True)
class Clear:
    """Empty what is being written."""


Intent = (
    Move | Next | Previous | Activate | Back | PointerMove | Press | Release | Scroll | Number | Typed | Clear | Command
)
"""Dragging is Press, PointerMove and Release: whether it scrolls is for `game.ui.hand` to say."""
