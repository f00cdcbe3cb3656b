"""The processes that scripts/bench.py measures: `bench_tasks.py TASK [arguments]`, each answers with one JSON value."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.desktop.loop import Desktop
    from visit import Visit

ROOT = __file__.rpartition("scripts")[0]
WINDOW = (1280, 720)
FULL = (1920, 1080)
FRAME_S = 1 / 60
READING_S = 1.5
"""Between two things that a player does: letters come, sets drop in, cards fly."""
TITLE_S = 5.0
FIRST_S = 0.5
TURNS = 40
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
    """Play in a window of 1920x1080, and answer how long each frame took, from the wish to the picture in ms."""
    import json  # noqa: PLC0415

    from inside import enter  # noqa: PLC0415

    enter()
    from game.desktop.loop import Desktop  # noqa: PLC0415
    from game.paths import assets_dir  # noqa: PLC0415
    from showcase import KNOWN, TOLD  # noqa: PLC0415
    from visit import Exhibits  # noqa: PLC0415

    exhibits = Exhibits.load()
    desktop = Desktop("frames", assets_dir() / "sounds", size=FULL)
    took: dict[str, list[float]] = {"title": [], "play": []}
    for name, settings, script in (("title", KNOWN, _look_at_title), ("play", TOLD, _play_on)):
        visit = exhibits.visit(FULL, desktop.measure, settings)
        visit.now_s = time.monotonic()
        _run(visit, desktop, FIRST_S, [])  # the first picture of all is part of the start
        for seconds in script(visit):
            _run(visit, desktop, seconds, took[name])
    desktop.close()
    _answer(json.dumps(took))


def _look_at_title(_visit: Visit) -> Iterator[float]:
    yield TITLE_S


def _play_on(visit: Visit) -> Iterator[float]:
    """Play the first level from its start by its first choices, offers included."""
    visit.open(visit.routes.play(visit.running(visit.level, ()), None))
    yield READING_S
    for _ in range(TURNS):
        there = visit.control_ids
        wanted = ("desk-decide", "desk-reveal", "next", "go-on", "desk", *(each for each in there if "choice:" in each))
        step = next((each for each in wanted if each in there), None)
        if step is None:
            return
        visit.use_now(step)
        yield READING_S


def _run(visit: Visit, desktop: Desktop, seconds: float, took_ms: list[float]) -> None:
    """Do for some seconds what the loop of the game does, without wishes; frames that show something are counted."""
    until_s = time.monotonic() + seconds
    while (now_s := time.monotonic()) < until_s:
        visit.now_s = now_s
        if desktop.take_stale():
            visit.runner.repaint()
        areas = visit.paint(desktop.canvas)
        desktop.present(areas)
        if areas is None or areas:
            took_ms.append((time.monotonic() - now_s) * 1000)
        wakes_s = visit.runner.wakes_s(now_s)
        desktop.events(max(0.0, min(until_s, until_s if wakes_s is None else wakes_s) - time.monotonic()))


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
}

if __name__ == "__main__":
    TASKS[sys.argv[1]]()
