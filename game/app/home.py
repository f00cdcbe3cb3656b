"""The game at home, and alone in a classroom: one window, one player, records on disk."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.loop import run
from game.app.parts import new_seed, read_levels, today, usual_window, words_in
from game.background import Background
from game.content.asset_library import AssetLibrary
from game.desktop.exports import Exports
from game.modes import Mode
from game.options import PlayOptions
from game.paths import assets_dir, picture_dirs, user_data_dir
from game.records.folder import DiskFolder, Folder, MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper
from game.screens.routing import build_routes, first_screens
from game.screens.runner import Runner
from game.screens.services import Services
from game.ui.text import Typesetter

if TYPE_CHECKING:
    from game.content.library import Library
    from game.giving.session import Session
    from game.learning.home import HomeRecords
    from game.screens.giving_entry import GivingEntry


def play_in_window(options: PlayOptions) -> int:
    """Open a window, play until the player leaves, and return the exit code.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    words = words_in("en")
    desktop = usual_window(options, words("title.name"))
    try:
        library = Background(lambda: read_levels(options.levels_dir))
        mode = options.mode
        folder = _folder(mode, options.data_dir)
        settings = SettingsKeeper(folder, text_scale=options.text_scale)
        exports = Exports(lambda: (*picture_dirs(), options.data_dir or user_data_dir()))
        records = _records(options, settings, library)
        services = Services(
            words,
            library,
            mode,
            settings,
            ProgressKeeper(folder),
            folder,
            new_seed,
            today,
            exports,
            _giving(options),
            records,
        )
        routes = build_routes(services, AssetLibrary(assets_dir()))
        runner = Runner(
            first_screens(services, routes, options.level), services, routes, desktop, Typesetter(desktop.measure)
        )
        run(desktop, runner, library, mode, records=records)
        runner.leave()  # whoever closes the window leaves every screen, too
    finally:
        desktop.close()
    return 0


def _records(options: PlayOptions, settings: SettingsKeeper, library: "Background[Library]") -> "HomeRecords | None":
    """Return what keeps learning records; None where nobody asks for any: then nothing of it is there."""
    if options.records is None:
        return None
    from game.learning.begin import home_records

    return home_records(options.records, options.data_dir or user_data_dir(), settings, lambda: library().messages)


def _giving(options: PlayOptions) -> "GivingEntry | None":
    """Return the way in to giving; None where it is not offered: then nothing of it is there."""
    if not options.mode.may_donate:
        return None
    from game.screens.giving_entry import GivingEntry

    @cache
    def session() -> "Session":
        from game.app.giving import giving_session

        return giving_session((options.data_dir or user_data_dir()) / "giving", options.mode, options.giving_config)

    return GivingEntry(session)


def _folder(mode: Mode, data_dir: Path | None) -> Folder:
    if not mode.keeps_records:
        return MemoryFolder()
    return DiskFolder(data_dir or user_data_dir())
