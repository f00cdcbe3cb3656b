"""Where a kiosk keeps what it keeps."""

import os
import shutil
import stat
from pathlib import Path

from game.kiosk.config import KioskConfig
from game.kiosk.counters import FILE_NAME
from game.paths import user_data_dir

_MEGABYTE = 1_000_000


def data_folder(config: KioskConfig) -> Path:
    """The folder of counters and logs; it may not exist yet."""
    return (config.data or user_data_dir() / "kiosk").absolute()


def counters_file(config: KioskConfig) -> Path:
    return data_folder(config) / FILE_NAME


def heartbeat_file(config: KioskConfig) -> Path:
    """The file of signs of life: in memory where systemd offers a folder there, so that no disk is worn by it."""
    folder = os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
    return (Path(folder) if folder else data_folder(config)) / "heartbeat"


def anybody_may_write(path: Path) -> bool:
    """Return whether everybody on this computer may change a file, or replace what is in a folder."""
    mode = path.stat().st_mode
    return os.name == "posix" and bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX


def free_mb(folder: Path) -> int | None:
    """Return how many megabytes the disk of a folder still takes, be the folder there or not; None if unknown."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    try:
        return shutil.disk_usage(there).free // _MEGABYTE
    except OSError:
        return None
