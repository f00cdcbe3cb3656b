"""What screens work with; made once by `game.app` and handed to every screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.words import Words
from game.modes import Mode
from game.records.folder import Folder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper

if TYPE_CHECKING:
    from game.content.library import Library


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
