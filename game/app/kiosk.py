"""The game at a kiosk: visitors who come and go, until staff or the system end it."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache

from game.app.loop import run
from game.app.parts import new_seed, opened_window, read_levels, today, words_in
from game.background import Background
from game.content.asset_library import AssetLibrary
from game.content.library import Library
from game.giving.session import Session
from game.kiosk.config import KioskConfig, read_kiosk_config
from game.kiosk.counters import DailyCounters
from game.kiosk.counting import Counters, NoCounters
from game.kiosk.exits import CLOSED_BY_STAFF
from game.kiosk.heartbeat import FileHeartbeat, Heartbeat
from game.kiosk.places import counters_file, data_folder
from game.options import PlayOptions
from game.paths import assets_dir
from game.screens.kiosk.kiosk import Kiosk
from game.screens.kiosk.world import Counts, World


def play_one_after_another(options: PlayOptions) -> int:
    """Open a window for visitors who come and go, until staff or the system end the game.

    Raises:
        KioskConfigError: the configuration has faults.
        NoDisplayError: there is no display to open a window on.

    """
    config = read_kiosk_config(options.kiosk_config) if options.kiosk_config else KioskConfig()
    words, size, counters = words_in(config.languages[0]), options.size or config.size, _counters(options, config)
    desktop = opened_window(words("title.name"), size)
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


def _counters(options: PlayOptions, config: KioskConfig) -> DailyCounters | NoCounters:
    if options.kiosk_config is None:
        return NoCounters()
    return DailyCounters(counters_file(config), lambda: date.fromordinal(today()))


def _world(options: PlayOptions, config: KioskConfig, counters: Counters, library: Background[Library]) -> World:
    @cache
    def giving() -> Session:
        from game.app.giving import giving_session

        return giving_session(data_folder(config) / "giving", options.mode, options.giving_config)

    return World(
        config,
        library,
        AssetLibrary(assets_dir()),
        cache(words_in),
        Counts(counters),
        new_seed,
        today,
        giving if options.mode.may_donate else None,
        options.text_scale,
    )


@contextmanager
def _stopped_by_the_system(stop: Callable[[], None]) -> Iterator[None]:
    """Let the system end the game, as by SIGTERM, and not whoever presses Ctrl-C."""
    ends = signal.signal(signal.SIGTERM, lambda *_: stop())
    breaks = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, ends)
        signal.signal(signal.SIGINT, breaks)


def _heartbeat(options: PlayOptions, counters_kept: Callable[[], bool] = lambda: True) -> Heartbeat | None:
    """Return what takes the signs of life; None where nobody watches: then the game may sleep as long as it likes."""
    if options.heartbeat is None:
        return None
    return FileHeartbeat(options.heartbeat, counters_kept)


def _local_time() -> datetime:
    return datetime.now()  # noqa: DTZ005 (doors open and close by the clock on the wall)
