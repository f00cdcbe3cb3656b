"""The processes that scripts/bench.py measures: `bench_tasks.py TASK [arguments]`, each answers with one JSON value."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.desktop.loop import Desktop


ROOT = __file__.rpartition("scripts")[0]
WINDOW = (1280, 720)
SHOWN = '"shown"'


def bare_start() -> None:
    """Show a window as every pygame program does, and nothing else."""
    _bare_window()
    _answer(SHOWN)
    os._exit(0)  # closing is not measured


def bare_window() -> None:
    """Keep such a window open until somebody ends this process."""
    import pygame  # noqa: PLC0415 (what is measured is when it is loaded)

    _bare_window()
    while True:
        pygame.event.get()
        time.sleep(0.02)


def start() -> None:
    """Start the game as main.py does, up to its first picture; nothing is loaded that main.py does not load."""
    sys.path.insert(0, ROOT)
    from game.cli import main  # noqa: PLC0415
    from game.desktop.loop import Desktop  # noqa: PLC0415

    present = Desktop.present

    def present_and_end(desktop: Desktop, _areas: Sequence[object] | None = None) -> None:
        present(desktop)
        _answer(SHOWN)
        os._exit(0)

    Desktop.present = present_and_end  # type: ignore[assignment,method-assign] # only here, and it never comes back
    main(["play", *sys.argv[2:]])


def frames() -> None:
    """Play in a window of 1920x1080, and answer how long each frame took, from waking up to the picture, in ms."""
    import json  # noqa: PLC0415

    from inside import enter  # noqa: PLC0415

    enter()
    from bench_frames import frames_ms  # noqa: PLC0415 (now it can be found)

    _answer(json.dumps(frames_ms()))


def giving() -> None:
    """Give in such a window, and answer how long frames and leaving took at portals that answer or hang, in ms."""
    import json  # noqa: PLC0415

    from inside import enter  # noqa: PLC0415

    enter()
    from bench_giving import giving_ms  # noqa: PLC0415 (now it can be found)

    _answer(json.dumps(giving_ms()))


def _bare_window() -> None:
    import pygame  # noqa: PLC0415

    surface = pygame.display.set_mode(WINDOW)
    surface.fill((200, 220, 230))
    pygame.display.flip()


def _answer(json: str) -> None:
    sys.stdout.write(json + "\n")
    sys.stdout.flush()


TASKS: Mapping[str, Callable[[], None]] = {
    "bare-start": bare_start,
    "bare-window": bare_window,
    "start": start,
    "frames": frames,
    "giving": giving,
}

if __name__ == "__main__":
    TASKS[sys.argv[1]]()
