"""What outlives a visitor, and how the belongings of a new one are made: nothing of one is ever handed to another."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from game.content.asset_library import AssetLibrary
from game.content.words import Words
from game.kiosk.config import KioskConfig
from game.kiosk.counting import Counted, Counters
from game.modes import KIOSK
from game.records.folder import MemoryFolder
from game.records.progress import Progress, ProgressKeeper
from game.records.settings import SettingsKeeper
from game.screens.giving_entry import GivingEntry
from game.screens.routes import Routes
from game.screens.routing import build_routes
from game.screens.services import Services

if TYPE_CHECKING:
    from game.content.library import Library
    from game.giving.session import Session


class Belongings(NamedTuple):
    """All that one visitor has, beside the screens they see."""

    services: Services
    routes: Routes


class Counts:
    """Implements `Counters`: hands on what is counted, and knows the sums since the game was started."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters
        self.sums: Counter[Counted] = Counter()

    def count(self, sums: Mapping[Counted, int]) -> None:
        """Add to the sums."""
        self.sums.update(sums)
        self._counters.count(sums)


@dataclass(frozen=True, slots=True)
class World:
    """The game and what its operator set up: the same for every visitor."""

    config: KioskConfig
    library: "Callable[[], Library]"
    assets: AssetLibrary
    catalog: Callable[[str], Words]
    """Returns the texts of a language, by its code."""
    counts: Counts
    new_seed: Callable[[], int]
    today: Callable[[], int]
    giving: "Callable[[], Session] | None" = None
    """Loads giving when somebody opens it; None where it cannot be offered, whatever is set up."""
    text_scale: float | None = None
    """Of every new visitor; None for the usual one."""

    def belongings(self, language: str) -> Belongings:
        """Return those of a new visitor, who has done nothing yet."""
        folder = MemoryFolder()
        settings = SettingsKeeper(folder, text_scale=self.text_scale)
        # Whoever stands before a touch screen for five minutes is shown no keys.
        settings.change(replace(settings.current, show_keys=not self.config.touch))
        services = Services(
            self.catalog(language),
            self.library,
            KIOSK,
            settings,
            ProgressKeeper(folder),
            folder,
            self.new_seed,
            self.today,
            giving=GivingEntry(partial(self._opened, self.giving)) if self.giving and self.config.giving else None,
        )
        return Belongings(services, build_routes(services, self.assets))

    def tally(self, progress: Progress) -> None:
        """Count what a visitor did, before it is forgotten: sums, and nothing about whom they belong to."""
        sums: Counter[Counted] = Counter()
        for level in progress.levels.values():
            sums[Counted.COMPLETIONS] += bool(level.endings)
            if level.before:
                sums[Counted.BEFORE_ASKED] += level.before.asked
                sums[Counted.BEFORE_RIGHT] += level.before.right
            if level.after:
                sums[Counted.AFTER_ASKED] += level.after.asked
                sums[Counted.AFTER_RIGHT] += level.after.right
        self.counts.count(sums)

    def _opened(self, giving: "Callable[[], Session]") -> "Session":
        self.counts.count({Counted.GIVING_OPENED: 1})
        return giving()
