"""How the game is started: what the command line asks for, as one value."""

from dataclasses import dataclass
from pathlib import Path

from game.modes import HOME, Mode
from game.story.ids import LevelId

SMALLEST_SIZE = (640, 480)
"""The smallest window in which every screen can be used, in pixels."""


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What an author who previews a level wants."""

    levels_dir: Path
    level: LevelId
    """The level to preview; its folder exists."""
    place: str = ""
    """The passage or ending to begin at, if there is one of that name; empty for the start."""
    size: tuple[int, int] | None = None
    text_scale: float | None = None


@dataclass(frozen=True, slots=True)
class PlayOptions:
    """What somebody who starts the game wants. Every value was checked; None leaves the decision to the game."""

    levels_dir: Path
    level: LevelId | None = None
    """The level to begin with; its folder exists, but it may have faults."""
    mode: Mode = HOME
    size: tuple[int, int] | None = None
    """Width and height of the window in pixels."""
    fullscreen: bool = False
    text_scale: float | None = None
    """From 1 to 2; None for that of the settings."""
    data_dir: Path | None = None
    """Where saves, settings and progress are kept; None for the usual place of the system, see `game.paths`."""
    giving_config: Path | None = None
    """What an operator set up for giving; None for the one in `assets/giving`, or for the sandbox if there is none."""
    kiosk_config: Path | None = None
    """What the operator of a kiosk wrote, see `game.kiosk.config`; None for the usual values."""
    heartbeat: Path | None = None
    """The file into which signs of life go, see `game.kiosk.heartbeat`; None where nobody watches over the game."""
    records: Path | None = None
    """What an operator set up about learning records, without faults; None where nobody asks for any."""
