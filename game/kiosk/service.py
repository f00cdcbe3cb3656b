"""Runs a kiosk until it is told to stop: the supervisor with everything around it."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from game import __version__
from game.content.words import Words
from game.kiosk.commands import environment, play_command, rest_command
from game.kiosk.config import KioskConfig
from game.kiosk.content_hash import content_hash
from game.kiosk.event_log import EventLog
from game.kiosk.health import Health, serve_health
from game.kiosk.places import anybody_may_write, data_folder, free_mb, heartbeat_file
from game.kiosk.program import Program
from game.kiosk.rest_sign import RestSign, said
from game.kiosk.supervisor import Condition, Supervisor
from game.kiosk.systemd import Notifier
from game.kiosk.vigil import Patience
from game.paths import assets_dir, levels_dir


def run_kiosk(file: Path, config: KioskConfig, words: Words) -> None:
    """Run the kiosk of a configuration until SIGTERM, SIGINT, or until staff close the game.

    Raises:
        PortTakenError: the port of `/health` is not free.

    """
    _forbid_core_dumps()
    log = EventLog(data_folder(config))
    if anybody_may_write(file):
        log.note("config-writable-by-everybody")
    heartbeat = heartbeat_file(config)
    texts = {"title": words("kiosk_ops.title"), "about": words("kiosk_ops.about"), "staff": words("kiosk_ops.staff")}
    sign = RestSign(lambda: Program(rest_command(), environment(), said(texts, config.size)), log)
    supervisor = Supervisor(
        lambda: Program(play_command(file, config, heartbeat), environment()),
        heartbeat,
        Patience(hang_s=config.hang_s),
        sign,
        log,
        Notifier(os.environ),
        time.monotonic,
    )
    try:
        with _health(config, supervisor), _stopped_by_signals(supervisor.stop):
            supervisor.run()
    finally:
        log.close()


@contextmanager
def _health(config: KioskConfig, supervisor: Supervisor) -> Iterator[None]:
    if config.health_port == 0:
        yield
        return
    content = content_hash((levels_dir(), assets_dir()))
    with serve_health(config.health_port, lambda: health_of(supervisor, content, data_folder(config))):
        yield


def health_of(supervisor: Supervisor, content: str, folder: Path) -> tuple[bool, Health]:
    """Return whether visitors can play, and what `/health` answers. docs/kiosk.md explains each field."""
    report = supervisor.report()
    figures: Mapping[str, float | None] = {
        "uptime_s": report.uptime_s,
        "last_beat_age_s": report.beat_age_s,
        "last_input_age_s": report.input_age_s,
    }
    kept = {None: "unknown", True: "kept", False: "waiting-for-disk"}
    return report.condition is Condition.PLAYING, {
        "condition": report.condition,
        "version": __version__,
        "content": content,
        **{name: None if value is None else round(value, 1) for name, value in figures.items()},
        "crashes": report.crashes,
        "hangs": report.hangs,
        "counters": kept[report.counters_kept],
        "disk_free_mb": free_mb(folder),
    }


@contextmanager
def _stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    def stopped(_number: int, _frame: FrameType | None) -> None:
        stop()

    before = {number: signal.signal(number, stopped) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _forbid_core_dumps() -> None:
    """A dump of a crashed game's memory would hold what a visitor did."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (there is none on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
