"""Plays in a real window with the game's own loop, and takes the time of every frame."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from game.app import turn
from game.canvas.geometry import Rect
from game.desktop.loop import Desktop
from game.paths import assets_dir
from game.story.task import TaskKind
from showcase import KNOWN, TOLD
from showcase_tasks import first_with
from visit import Exhibits, Visit

FULL = (1920, 1080)
FIRST_S = 0.5
"""The first picture of all is part of the start, and not counted; nor is a place that nobody was on the way to."""
TITLE_S = 5.0
READING_S = 1.5
"""Between two things that a player does: letters come, sets drop in, cards fly."""
TURNS = 24
PARTS = 3
"""So many things are arranged on each table."""


class TimedDesktop(Desktop):
    """Notes how long it takes from waking up until a picture is shown."""

    def __init__(self) -> None:
        super().__init__("frames", assets_dir() / "sounds", size=FULL)
        self.took_ms: list[float] = []
        self.worked_ms: list[float] = []
        """The same without the time in which the computer did something else."""
        self.counts = False
        """Whether pictures shown now are noted."""
        self._woken_s = self._worked_s = 0.0

    def take_stale(self) -> bool:
        """The first thing that the loop asks for in each turn."""
        self._woken_s, self._worked_s = time.perf_counter(), time.thread_time()
        return super().take_stale()

    def present(self, areas: Sequence[Rect] | None = None) -> None:
        """Turns that show nothing are no frames."""
        super().present(areas)
        if self.counts and (areas is None or areas):
            self.took_ms.append((time.perf_counter() - self._woken_s) * 1000)
            self.worked_ms.append((time.thread_time() - self._worked_s) * 1000)


def frames_ms() -> Mapping[str, Sequence[float]]:
    """Return the times of frames on the title, on the list of stories, while a level is played, and at tables."""
    exhibits, desktop = Exhibits.load(), TimedDesktop()
    found: dict[str, Sequence[float]] = {}
    for name, settings, script in (
        ("title", KNOWN, _look_at_title),
        ("stories", KNOWN, _look_at_stories),
        ("play", TOLD, _play_on),
        ("tables", TOLD, _arrange),
    ):
        visit = exhibits.visit(FULL, desktop.measure, settings)
        desktop.took_ms, desktop.worked_ms = [], []
        arrive(visit, desktop)
        for seconds in script(visit, desktop):
            run(visit, desktop, seconds)
        found[name] = desktop.took_ms
        found[f"{name}, work alone"] = desktop.worked_ms
    desktop.close()
    return found


def _look_at_title(_visit: Visit, _desktop: TimedDesktop) -> Iterator[float]:
    yield TITLE_S


def _look_at_stories(visit: Visit, _desktop: TimedDesktop) -> Iterator[float]:
    """The pictures on the cards come one by one."""
    visit.use_now("play")
    yield TITLE_S


def _arrange(visit: Visit, desktop: TimedDesktop) -> Iterator[float]:
    """Sit down at a table of each kind, and put the first things where they may go."""
    for kind in TaskKind:
        level, passage = first_with(visit, kind)
        visit.open(visit.routes.play(visit.running(replace(level, start=passage.id), ()), None))
        arrive(visit, desktop)
        visit.use_while_there("next")
        visit.use_now("desk")
        yield READING_S
        for _ in range(PARTS):
            visit.settle(most=1)
            yield READING_S / 2


def _play_on(visit: Visit, _desktop: TimedDesktop) -> Iterator[float]:
    """Play a level from its start by its first choices, offers included."""
    visit.open(visit.routes.play(visit.running(visit.level, ()), None))
    yield READING_S
    for _ in range(TURNS):
        visit.settle()
        there = visit.control_ids
        wanted = ("desk-decide", "desk-reveal", "next", "go-on", "desk", *(each for each in there if "choice:" in each))
        step = next((each for each in wanted if each in there), None)
        if step is None:
            return
        visit.use_now(step)
        yield READING_S


def arrive(visit: Visit, desktop: TimedDesktop) -> None:
    """Let the first picture of a place pass, which is not counted."""
    desktop.counts = False
    run(visit, desktop, FIRST_S)
    desktop.counts = True


def run(visit: Visit, desktop: Desktop, seconds: float) -> None:
    """Let the game's own loop turn for so long."""
    until_s = time.monotonic() + seconds
    while (now_s := time.monotonic()) < until_s:
        turn(desktop, visit.runner, until_s - now_s)
    visit.now_s = time.monotonic()
