"""What can be opened with its key beside most pages."""

from typing import TYPE_CHECKING

from game.screens.routes import Routes
from game.screens.screen import Push, Stay, Transition
from game.ui.intents import Command

if TYPE_CHECKING:
    from game.records.running import RunningLevel


def opened_beside(routes: Routes, command: Command, running: "RunningLevel | None" = None) -> Transition:
    """Open the notebook, of the story being told if there is one, or the settings."""
    match command:
        case Command.NOTEBOOK:
            return Push(routes.notebook(running), ("page",))
        case Command.SETTINGS:
            return Push(routes.settings(), ("page",))
        case _:
            return Stay()
