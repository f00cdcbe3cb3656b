"""Let nobody in particular use the kiosk for hours: `python3 scripts/soak_kiosk.py [--intents N] [--window SECONDS]`.

Without a window: so many random intents, with visitors who come, do things and go. Nothing may raise, nothing of a
visitor may be left when the next is invited, and memory may not grow. With a window: random keys and clicks, and the
game has to be there afterwards.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from inside import enter

HOURS_S = 8 * 3600.0
LOOKS_EVERY = 40
"""After so many visitors it is looked at what is left of them: that takes a while."""
WARM_UP = 0.2
"""Memory is compared from this share of the way on: by then every set and picture has been made once."""
MOST_GROWTH_MB = 5.0
BETWEEN_INTENTS_S = 0.4
GOINGS, GOINGS_HIDDEN = 1 / 400, 1 / 5
"""How often somebody goes away instead of going on."""
CORNERS = 1 / 900
"""How often somebody comes across the corner of the staff."""
REPORTS_EVERY_S = 60.0


def main() -> None:
    """Soak, say the figures, and exit with 1 if something is wrong."""
    enter()
    wanted = _parser().parse_args()
    if wanted.window:
        from soak_window import soak_window  # noqa: PLC0415 (before `enter` the game may be out of reach)

        sys.exit(soak_window(wanted.window, wanted.seed))
    sys.exit(soak(wanted.intents, wanted.seed))


def soak(intents: int, seed: int, hours_s: float = HOURS_S) -> int:
    """Soak without a window, and return 0 if memory has not grown.

    Raises:
        AssertionError: somebody got out, or something of a visitor was left.

    """
    run = Soak(seed)
    told_s = time.monotonic()
    while run.done < intents or run.simulated_s < hours_s:
        run.go_on()
        if not run.warm_mb and run.done >= WARM_UP * intents:
            run.warm_mb = memory_mb()
        if time.monotonic() - told_s > REPORTS_EVERY_S:
            told_s = time.monotonic()
            print(run.told(), flush=True)
    print(run.told(), flush=True)
    return 0 if memory_mb() - run.warm_mb <= MOST_GROWTH_MB else 1


class Soak:
    """One run of it."""

    def __init__(self, seed: int) -> None:
        from game.kiosk.config import KioskConfig  # noqa: PLC0415 (before `enter` the game may be out of reach)
        from kiosk_at_work import KioskAtWork, Marks, quick_pin  # noqa: PLC0415
        from plain_measure import PlainMeasure  # noqa: PLC0415
        from showcase_giving import MemoryPortal, MemorySession  # noqa: PLC0415
        from visit import Exhibits  # noqa: PLC0415

        self._luck = Random(seed)
        self._marks = Marks()
        self._session = MemorySession(MemoryPortal(), may_browse=False)
        self._config = replace(KioskConfig(), giving=True, pin=quick_pin())
        self._kiosk = KioskAtWork(
            Exhibits.load(),
            PlainMeasure(),
            self._config,
            giving=lambda: self._session,  # type: ignore[arg-type, return-value]  # it stands for a session
        )
        self._looked = 0
        self._begun_s = self._kiosk.now_s
        self._start_s = time.monotonic()
        self._screens: set[str] = set()
        self.done = 0
        self.warm_mb = 0.0

    @property
    def simulated_s(self) -> float:
        """How much time has gone by at the kiosk."""
        return self._kiosk.now_s - self._begun_s

    def go_on(self) -> None:
        """Let somebody do one thing, or go away."""
        from game.screens.kiosk.place import Station  # noqa: PLC0415
        from game.screens.screen import Pace  # noqa: PLC0415
        from kiosk_at_work import random_intents  # noqa: PLC0415

        for intent in random_intents(self._kiosk, self._luck):
            self._kiosk.send(intent)
            self.done += 1
        if self._luck.random() < CORNERS:
            self._kiosk.hold_corner()
        if self._kiosk.kiosk.is_over:
            raise AssertionError("somebody got out")
        self._screens.add(type(self._kiosk.kiosk.runner.screen).__name__)
        if self._kiosk.kiosk.station is Station.VISITED:
            self._marks.mark(self._kiosk.kiosk)
        self._kiosk.now_s += self._luck.expovariate(1 / BETWEEN_INTENTS_S)
        is_hidden = self._kiosk.kiosk.runner.pace is Pace.SILENT
        if self._luck.random() < (GOINGS_HIDDEN if is_hidden else GOINGS):
            self._leave()

    def _leave(self) -> None:
        from game.screens.kiosk.place import Station  # noqa: PLC0415

        self._kiosk.wait(self._config.reading_idle_s + self._config.countdown_s + 1)
        if self._kiosk.kiosk.station is not Station.INVITING:
            raise AssertionError(f"nobody is there, but {self._kiosk.kiosk.station} {self._kiosk.kiosk.runner.screen}")
        self._session.calls.clear()  # the stand-in remembers every visit
        if self._marks.visitors - self._looked >= LOOKS_EVERY:
            self._looked = self._marks.visitors
            if left := self._marks.left(self._kiosk.kiosk):
                raise AssertionError(f"left of visitors: {left}")

    def told(self) -> str:
        """Return the figures so far."""
        now_mb, took_s = memory_mb(), time.monotonic() - self._start_s
        growth = f"{now_mb - self.warm_mb:+.1f} MB since it was warm" if self.warm_mb else "warming up"
        return (
            f"{self.done:,} intents, {self.simulated_s / 3600:.1f} h, {self._marks.visitors:,} marked visitors "
            f"on {len(self._screens)} kinds of screens, "
            f"{now_mb:.1f} MB ({growth}), in {took_s / 60:.1f} min"
        )


def memory_mb() -> float:
    """Return how much memory this process has in use now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Let nobody in particular use the kiosk for hours.")
    parser.add_argument("--intents", type=int, default=1_000_000, metavar="N", help="so many random intents")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the luck of it")
    parser.add_argument("--window", type=float, metavar="SECONDS", help="in a real window, by keys and clicks")
    return parser


if __name__ == "__main__":
    main()
