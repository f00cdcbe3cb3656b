"""A window that follows the files of a level while it is being written."""

from dataclasses import replace
from datetime import date

from game.app.loop import turn
from game.app.parts import new_seed, opened_window, today, words_in
from game.content.asset_library import AssetLibrary
from game.content.manuscript import Manuscript, art_names
from game.modes import HOME
from game.options import PreviewOptions
from game.paths import assets_dir
from game.records.folder import MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper, TextSpeed
from game.screens.author.preview import PreviewScreen
from game.screens.routing import build_routes
from game.screens.runner import Runner
from game.screens.services import Services
from game.ui.text import Typesetter

_LONGEST_SLEEP_S = 60.0


def preview_in_window(options: PreviewOptions) -> int:
    """Open a window that follows the files of a level, until its author closes it, and return the exit code.

    Nothing is kept: neither where the author is in the story, nor what was changed in the settings.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    words = words_in("en")
    desktop = opened_window(words("author.window", level=options.level), options.size)
    try:
        assets = AssetLibrary(assets_dir())
        day = date.fromordinal(today())
        manuscript = Manuscript(options.levels_dir, options.level, day, art_names(assets))
        folder = MemoryFolder()
        settings = SettingsKeeper(folder, text_scale=options.text_scale)
        # What was saved is there at once, and is not built brick by brick each time.
        settings.change(replace(settings.current, text_speed=TextSpeed.INSTANT, reduced_motion=True))
        progress = ProgressKeeper(folder)
        services = Services(words, lambda: manuscript.library, HOME, settings, progress, folder, new_seed, today)
        routes = build_routes(services, assets)
        screen = PreviewScreen(services, routes, manuscript, options.place)
        runner = Runner((screen,), services, routes, desktop, Typesetter(desktop.measure))
        while not (runner.is_over or desktop.take_closing()):
            turn(desktop, runner, _LONGEST_SLEEP_S)
    finally:
        desktop.close()
    return 0
