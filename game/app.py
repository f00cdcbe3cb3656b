"""Builds the game out of its parts and runs its loop. The only module that knows every concrete class."""

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.background import Background
from game.content.asset_library import AssetLibrary
from game.content.words import Words, load_words
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
    from game.kiosk.config import KioskConfig
    from game.kiosk.counters import DailyCounters
    from game.kiosk.counting import Counters, NoCounters
    from game.kiosk.heartbeat import Heartbeat
    from game.learning.home import HomeRecords
    from game.screens.classroom.large import Large
    from game.screens.classroom.seat_game import SeatGame
    from game.screens.giving_entry import GivingEntry
    from game.screens.kiosk.kiosk import Kiosk
    from game.screens.kiosk.world import World

__all__ = ["NoDisplayError", "play_in_window", "preview_in_window"]

if TYPE_CHECKING:
    AtWork = Runner | Kiosk | SeatGame | Large
    """A game that the loop keeps going."""

_LONGEST_SLEEP_S = 60.0
_LONGEST_SLEEP_WATCHED_S = 0.5
"""Signs of life are due each second."""
_SEED_BYTES = 8
_SPARE_S = 0.012
"""With so much time before the next picture, something can be made ready for later."""


def play_in_window(options: PlayOptions) -> int:
    """Open a window, play until the player leaves, and return the exit code.

    Raises:
        NoDisplayError: there is no display to open a window on.

    """
    if options.mode.starts_over:
        return _play_one_after_another(options)
    words = load_words(assets_dir() / "words" / "en")
    desktop = Desktop(words("title.name"), assets_dir() / "sounds", size=options.size or START_SIZE)
    try:
        if options.fullscreen:
            desktop.toggle_fullscreen()
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
        run(desktop, runner, library, mode, _heartbeat(options), records)
    finally:
        desktop.close()
    return 0


def _play_one_after_another(options: PlayOptions) -> int:
    """Open a window for visitors who come and go, until staff or the system end the game.

    Raises:
        KioskConfigError: the configuration has faults.
        NoDisplayError: there is no display to open a window on.

    """
    from game.kiosk.config import KioskConfig, read_kiosk_config
    from game.kiosk.exits import CLOSED_BY_STAFF
    from game.screens.kiosk.kiosk import Kiosk

    config = read_kiosk_config(options.kiosk_config) if options.kiosk_config else KioskConfig()
    words, size, counters = _catalog(config.languages[0]), options.size or config.size, _counters(options, config)
    desktop = Desktop(words("title.name"), assets_dir() / "sounds", size=size or START_SIZE)
    try:
        desktop.hold(has_pointer=not config.touch, fullscreen=options.fullscreen or size is None)
        library = Background(lambda: read_levels(options.levels_dir))
        world = _world(options, config, counters, library)
        kiosk = Kiosk(world, desktop, desktop.measure, _local_time, time.monotonic())

        def stop() -> None:
            kiosk.stop()
            desktop.wake()

        with _stopped_by_the_system(stop):
            run(desktop, kiosk, library, options.mode, _heartbeat(options, lambda: counters.is_kept))
    finally:
        desktop.close()
    return CLOSED_BY_STAFF if kiosk.is_closed_by_staff else 0


def _counters(options: PlayOptions, config: "KioskConfig") -> "DailyCounters | NoCounters":
    from game.kiosk.counters import DailyCounters
    from game.kiosk.counting import NoCounters
    from game.kiosk.places import counters_file

    if options.kiosk_config is None:
        return NoCounters()
    return DailyCounters(counters_file(config), lambda: date.fromordinal(today()))


def _world(
    options: PlayOptions, config: "KioskConfig", counters: "Counters", library: "Background[Library]"
) -> "World":
    from game.kiosk.places import data_folder
    from game.screens.kiosk.world import Counts, World

    folder = data_folder(config) / "giving"
    return World(
        config,
        library,
        AssetLibrary(assets_dir()),
        cache(_catalog),
        Counts(counters),
        new_seed,
        today,
        cache(partial(_giving_session, folder, options.mode, options.giving_config))
        if options.mode.may_donate
        else None,
        options.text_scale,
    )


@contextmanager
def _stopped_by_the_system(stop: "Callable[[], None]") -> "Iterator[None]":
    """Let the system end the game, as by SIGTERM, and not whoever presses Ctrl-C."""
    ends = signal.signal(signal.SIGTERM, lambda *_: stop())
    breaks = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, ends)
        signal.signal(signal.SIGINT, breaks)


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


def run(
    desktop: Desktop,
    runner: "AtWork",
    library: "Background[Library]",
    mode: Mode,
    heartbeat: "Heartbeat | None",
    records: "HomeRecords | None" = None,
) -> None:
    """Show the first picture, then keep the game going until it is left."""
    show(desktop, runner)
    gc.freeze()
    gc.enable()
    library.start()  # after the first picture, which needs nothing of it
    sleep_s = _LONGEST_SLEEP_S if heartbeat is None else _LONGEST_SLEEP_WATCHED_S
    if records:
        records.start()
    try:
        while not runner.is_over:
            touched = turn(desktop, runner, sleep_s)
            if heartbeat is not None:
                _beat(heartbeat, touched=touched)
            if desktop.take_closing() and mode.may_quit:
                return
    finally:
        if records:
            records.stop()


def _beat(heartbeat: "Heartbeat", *, touched: bool) -> None:
    now_s = time.monotonic()
    if touched:
        heartbeat.touched(now_s)
    heartbeat.beat(now_s)


def turn(desktop: Desktop, runner: "AtWork", most_s: float) -> bool:
    """Show what changed, sleep until something happens or moves but at most so long, and do what the player wants.

    Returns whether the player wanted anything.
    """
    now_s = show(desktop, runner)
    wakes_s = runner.wakes_s(now_s)
    sleep_s = most_s if wakes_s is None else min(most_s, wakes_s - time.monotonic())
    if sleep_s > _SPARE_S and runner.prepare(desktop.canvas, runner.frame(desktop.size, now_s)):
        sleep_s = 0.0
    intents = desktop.events(max(0.0, sleep_s))
    for intent in intents:
        runner.handle(intent, runner.frame(desktop.size, time.monotonic()))
    return bool(intents)


def show(desktop: Desktop, runner: "AtWork") -> float:
    """Paint and present what changed, and return the time on the clock of which it is the picture."""
    now_s = time.monotonic()
    if desktop.take_stale():
        runner.repaint()
    desktop.present(runner.paint(desktop.canvas, runner.frame(desktop.size, now_s)))
    return now_s


def read_levels(folder: Path) -> "Library":
    """Return the levels in a folder as they are today."""
    from game.content.library import load_library

    library = load_library(folder, date.fromordinal(today()))
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

    folder = (options.data_dir or user_data_dir()) / "giving"
    return GivingEntry(cache(partial(_giving_session, folder, options.mode, options.giving_config)))


def _giving_session(folder: Path, mode: Mode, config: Path | None) -> "Session":
    import webbrowser

    from game.giving.places import place_for
    from game.giving.session import Session
    from game.network.clock import SystemClock

    folder.mkdir(parents=True, exist_ok=True)
    is_home = mode.may_quit
    usual = assets_dir() / "giving" / "operator.yaml"
    config = config or (usual if usual.exists() else None)
    keys = assets_dir() / "giving" / "trusted-keys.txt"
    channel: Channel = "desktop" if is_home else "kiosk"
    place = place_for(config, keys, channel, folder / "replies", SystemClock(), sys.stderr.write)
    return Session(folder, place, webbrowser.open, may_browse=is_home)


def _heartbeat(options: PlayOptions, counters_kept: "Callable[[], bool]" = lambda: True) -> "Heartbeat | None":
    """Return what takes the signs of life; None where nobody watches: then the game may sleep as long as it likes."""
    if options.heartbeat is None:
        return None
    from game.kiosk.heartbeat import FileHeartbeat

    return FileHeartbeat(options.heartbeat, counters_kept)


def _catalog(language: str) -> Words:
    return load_words(assets_dir() / "words" / language)


def _local_time() -> datetime:
    return datetime.now()  # noqa: DTZ005 (doors open and close by the clock on the wall)


def today() -> int:
    """Return the ordinal of the day."""
    return date.today().toordinal()  # noqa: DTZ011 (reviews and recalls are due on days of the player's calendar)


def new_seed() -> int:
    """Return the luck of a new playthrough."""
    return int.from_bytes(os.urandom(_SEED_BYTES))


def _folder(mode: Mode, data_dir: Path | None) -> Folder:
    if not mode.keeps_records:
        return MemoryFolder()
    return DiskFolder(data_dir or user_data_dir())
