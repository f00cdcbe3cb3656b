"""What screens work with; made once by `game.app` and handed to every screen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.canvas.canvas import Canvas, TextMeasure
from game.canvas.geometry import Size
from game.content.words import Words
from game.modes import Mode
from game.records.folder import Folder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper

if TYPE_CHECKING:
    from game.content.library import Library
    from game.learning.home import HomeRecords
    from game.screens.giving_entry import GivingEntry


class Pictures(Protocol):
    """Writes pictures to where the player looks for them."""

    def export_picture(self, name: str, size: Size, paint: Callable[[Canvas, TextMeasure], None]) -> Path:
        """Paint a picture of `size` pixels, write it under a name that is free yet, and return where it lies.

        Raises:
            OSError: it can be written nowhere.

        """
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Collaborators of the screens."""

    words: Words
    """Every text of the interface."""
    library: "Callable[[], Library]"
    """Levels, messages and helplines. Read in the background; the first call may wait for the reading to end."""
    mode: Mode
    settings: SettingsKeeper
    progress: ProgressKeeper
    folder: Folder
    """Where levels are saved while they are played."""
    new_seed: Callable[[], int]
    """Gives each new playthrough its luck: a number from 0 to 2**64 - 1."""
    today: Callable[[], int]
    """The ordinal of the day, in the player's calendar."""
    pictures: Pictures | None = None
    """None where there is no place for them."""

    giving: "GivingEntry | None" = None
    """None where giving is not offered: never to a class."""

    records: "HomeRecords | None" = None
    """None where nobody asks for learning records: then none are kept."""

    @property
    def saves_pictures(self) -> bool:
        """Whether players can take a picture with them: never from a machine that belongs to everybody."""
        return self.pictures is not None and self.mode.keeps_records
