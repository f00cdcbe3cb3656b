"""Builds the learning records of one player out of their parts."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from game.learning.config import read_config
from game.learning.home import HomeRecords
from game.learning.outbox_file import outbox_path
from game.learning.receiving import Receiver
from game.learning.worker import SendingWorker
from game.network.clock import SystemClock
from game.network.route import Route
from game.records.settings import SettingsKeeper
from game.story.ids import MessageId

if TYPE_CHECKING:
    from game.story.message import Message


def home_records(
    config_path: Path,
    data_dir: Path,
    settings: SettingsKeeper,
    messages: "Callable[[], Mapping[MessageId, Message]]",
) -> HomeRecords:
    """Return what listens to levels. The configuration has been checked.

    Raises:
        ConfigError: it has faults by now.

    """
    config, path = read_config(config_path), outbox_path(data_dir)
    worker = partial(sending_worker, path, config.route) if config.route else None
    return HomeRecords(path, config, settings, messages, lambda: datetime.now(UTC), worker)


def sending_worker(path: Path, route: Route) -> SendingWorker:
    """Return a worker that sends what is in an outbox."""
    clock = SystemClock()

    def connect() -> Receiver:
        from game.learning.store import Store  # noqa: PLC0415 (it loads what talks over the network)

        return Store(route, clock)

    return SendingWorker(path, connect, clock, Random())
