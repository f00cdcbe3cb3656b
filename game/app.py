"""Builds the game out of its parts and runs its loop. The only module that knows every concrete class."""

import gc
import os
import sys
import time
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.background import Background
from game.content.asset_library import AssetLibrary
from game.content.words import load_words
from game.desktop.exports import Exports
from game.desktop.loop import Desktop, NoDisplayError
from game.desktop.window import START_SIZE
from game.modes import HOME, Mode
from game.options import PlayOptions, PreviewOptions
from game.paths import assets_dir, picture_dirs, user_data_dir
from game.records.folder import DiskFolder, Folder, MemoryFolder
from game.records.progress import ProgressKeeper
from game.records.settings import SettingsKeeper, TextSpeed
from game.screens.routing import build_routes, first_screens
from game.screens.runner import Runner
from game.screens.services import Services
from game.ui.text import Typesetter

if TYPE_CHECKING:
    from game.content.library import Library
    from game.giving.portal_provider import Channel
    from game.giving.session import Session
    from game.learning.home import HomeRecords
    from game.screens.giving_entry import GivingEntry

__all__ = ["NoDisplayError", "play_in_window", "preview_in_window"]

_LONGEST_SLEEP_S = 60.0
_SEED_BYTES = 8
_SPARE_S = 0.012
"""With so much time before the next picture, something can be made ready for later."""


def play_in_window(options: PlayOptions) -> int:
    """Open a window, play until the player leaves, and return the exit code.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    words = load_words(assets_dir() / "words" / "en")
    desktop = Desktop(words("title.name"), assets_dir() / "sounds", size=options.size or START_SIZE)
    try:
        if options.fullscreen:
            desktop.toggle_fullscreen()
        library = Background(lambda: _library(options.levels_dir))
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
            _new_seed,
            _today,
            exports,
            _giving(options),
            records,
        )
        routes = build_routes(services, AssetLibrary(assets_dir()))
        runner = Runner(
            first_screens(services, routes, options.level), services, routes, desktop, Typesetter(desktop.measure)
        )
        _run(desktop, runner, library, mode, records)
    finally:
        desktop.close()
    return 0


def preview_in_window(options: PreviewOptions) -> int:
    """Open a window that follows the files of a level, until its author closes it, and return the exit code.

    Nothing is kept: neither where the author is in the story, nor what was changed in the settings.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    from game.content.manuscript import Manuscript, art_names
    from game.screens.author.preview import PreviewScreen

    words = load_words(assets_dir() / "words" / "en")
    size = options.size or START_SIZE
    desktop = Desktop(words("author.window", level=options.level), assets_dir() / "sounds", size=size)
    try:
        assets = AssetLibrary(assets_dir())
        today = date.fromordinal(_today())
        manuscript = Manuscript(options.levels_dir, options.level, today, art_names(assets))
        folder = MemoryFolder()
        settings = SettingsKeeper(folder, text_scale=options.text_scale)
        # What was saved is there at once, and is not built brick by brick each time.
        settings.change(replace(settings.current, text_speed=TextSpeed.INSTANT, reduced_motion=True))
        progress = ProgressKeeper(folder)
        services = Services(words, lambda: manuscript.library, HOME, settings, progress, folder, _new_seed, _today)
        routes = build_routes(services, assets)
        screen = PreviewScreen(services, routes, manuscript, options.place)
        runner = Runner((screen,), services, routes, desktop, Typesetter(desktop.measure))
        while not (runner.is_over or desktop.take_closing()):
            turn(desktop, runner, _LONGEST_SLEEP_S)
    finally:
        desktop.close()
    return 0


def _run(
    desktop: Desktop, runner: Runner, library: "Background[Library]", mode: Mode, records: "HomeRecords | None"
) -> None:
    show(desktop, runner)
    gc.freeze()
    gc.enable()
    library.start()  # after the first picture, which needs nothing of it
    if records:
        records.start()
    try:
        while not runner.is_over:
            turn(desktop, runner, _LONGEST_SLEEP_S)
            if desktop.take_closing() and mode.may_quit:
                return
    finally:
        if records:
            records.stop()


def turn(desktop: Desktop, runner: Runner, most_s: float) -> None:
    """Show what changed, sleep until something happens or moves but at most so long, and do what the player wants."""
    now_s = show(desktop, runner)
    wakes_s = runner.wakes_s(now_s)
    sleep_s = most_s if wakes_s is None else min(most_s, wakes_s - time.monotonic())
    if sleep_s > _SPARE_S and runner.prepare(desktop.canvas, runner.frame(desktop.size, now_s)):
        sleep_s = 0.0
    for intent in desktop.events(max(0.0, sleep_s)):
        runner.handle(intent, runner.frame(desktop.size, time.monotonic()))


def show(desktop: Desktop, runner: Runner) -> float:
    """Paint and present what changed, and return the time on the clock of which it is the picture."""
    now_s = time.monotonic()
    if desktop.take_stale():
        runner.repaint()
    desktop.present(runner.paint(desktop.canvas, runner.frame(desktop.size, now_s)))
    return now_s


def _library(folder: Path) -> "Library":
    from game.content.library import load_library

    library = load_library(folder, date.fromordinal(_today()))
    gc.freeze()  # it is there to stay: a search for garbage that went through it would be seen as a jerk
    return library


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

    return GivingEntry(cache(partial(_giving_session, options)))


def _giving_session(options: PlayOptions) -> "Session":
    import webbrowser

    from game.giving.places import place_for
    from game.giving.session import Session
    from game.network.clock import SystemClock

    folder = (options.data_dir or user_data_dir()) / "giving"
    folder.mkdir(parents=True, exist_ok=True)
    is_home = options.mode.may_quit
    usual = assets_dir() / "giving" / "operator.yaml"
    config = options.giving_config or (usual if usual.exists() else None)
    keys = assets_dir() / "giving" / "trusted-keys.txt"
    channel: Channel = "desktop" if is_home else "kiosk"
    place = place_for(config, keys, channel, folder / "replies", SystemClock(), sys.stderr.write)
    return Session(folder, place, webbrowser.open, may_browse=is_home)


def _today() -> int:
    return date.today().toordinal()  # noqa: DTZ011 (reviews and recalls are due on days of the player's calendar)


def _new_seed() -> int:
    return int.from_bytes(os.urandom(_SEED_BYTES))


def _folder(mode: Mode, data_dir: Path | None) -> Folder:
    if not mode.keeps_records:
        return MemoryFolder()
    return DiskFolder(data_dir or user_data_dir())
