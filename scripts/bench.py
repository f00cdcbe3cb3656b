"""Measure how fast the game is, beside the targets: `python3 scripts/bench.py [--json]`. It takes about four minutes.

Ratios are taken against a bare pygame window, measured in turns with the game, so that a busy computer slows both.
Where there is no display, it makes one with Xvfb; without Xvfb windows are measured on SDL's dummy display.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from displayed import can_display, own_display
from inside import enter

CHECKS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured quantity and what it should be."""

    name: str
    values: tuple[float, ...]
    unit: str
    target: float | None = None
    at_least: bool = False
    """Whether the target is a lower limit."""

    @property
    def value(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def verdict(self) -> str:
        """Whether the target is met; nothing where there is none."""
        if self.target is None:
            return ""
        return "ok" if (self.value >= self.target if self.at_least else self.value <= self.target) else "over"

    def line(self) -> str:
        """Return the figure for people to read."""
        spread = f" ({_number(min(self.values))}-{_number(max(self.values))})" if len(self.values) > 1 else ""
        sign = ">=" if self.at_least else "<="
        target = "" if self.target is None else f"  {sign} {_number(self.target)}: {self.verdict}"
        return f"{self.name:<52}{_number(self.value):>10}{spread} {self.unit}{target}"


def main() -> None:
    """Measure everything and print it. A target that is missed is told, and is no error."""
    enter()
    parser = argparse.ArgumentParser(description="Measure how fast the game is, beside the targets.")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    wanted = parser.parse_args()
    found: list[Figure] = []
    for measure in (_starting, _resting, _moving, _giving, _ruling, _checking):
        with _display():
            for figure in measure():
                found.append(figure)
                if not wanted.json:
                    print(figure.line(), flush=True)
    if wanted.json:
        print(json.dumps([{**asdict(each), "median": each.value, "verdict": each.verdict} for each in found], indent=1))


def _starting() -> Iterator[Figure]:
    from bench_window import starts_ms  # noqa: PLC0415 (after `enter`)

    with tempfile.TemporaryDirectory() as data:
        bare, game = starts_ms(Path(data))
    yield Figure("start to first picture: bare window", tuple(bare), "ms")
    yield Figure("start to first picture: game", tuple(game), "ms")
    ratios = (median(game) / median(bare),)
    yield Figure("start to first picture: game / bare", ratios, "times", 1.5)


def _resting() -> Iterator[Figure]:
    from bench_window import bare_memory_mb, in_play, on_title  # noqa: PLC0415 (after `enter`)

    bare = bare_memory_mb()
    yield Figure("memory: bare window", (bare,), "MB")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        memory, busy = on_title(data, still=True)
        _, breathing = on_title(data, still=False)
        played = in_play(data, has_keys=bool(shutil.which("xdotool") and os.environ.get("DISPLAY")))
    yield Figure("memory: title", (memory,), "MB")
    yield Figure("memory: title / bare", (memory / bare,), "times", 1.4)
    if played is not None:
        yield Figure("memory: after some passages / bare", (played[0] / bare,), "times", 1.4)
    yield Figure("core used: title, less motion", (busy,), "%", 1.0)
    yield Figure("core used: title, figures breathing", (breathing,), "%")
    if played is not None:
        yield Figure("core used: choices, figures breathing", (played[1],), "%")


def _moving() -> Iterator[Figure]:
    from bench_window import frames_ms  # noqa: PLC0415 (after `enter`)

    for name, took_ms in frames_ms().items():
        yield Figure(f"frame at 1920x1080: {name}, p50", (median(took_ms),), "ms")
        yield Figure(f"frame at 1920x1080: {name}, p99", (quantiles(took_ms, n=100)[98],), "ms", 8.0)


def _giving() -> Iterator[Figure]:
    from bench_window import giving_ms  # noqa: PLC0415 (after `enter`)

    found = giving_ms()
    for kind in ("", ", work alone"):
        answers, hangs = (quantiles(found[name + kind], n=100)[98] for name in ("answers", "hangs"))
        yield Figure(f"frame while giving, p99: portal answers{kind}", (answers,), "ms")
        yield Figure(f"frame while giving, p99: portal hangs{kind}", (hangs,), "ms")
        yield Figure(f"frame while giving: hangs / answers{kind}", (hangs / answers,), "times", 2.0)
    yield Figure("leaving a page whose portal hangs", tuple(found["leaving"]), "ms", 100.0)


def _ruling() -> Iterator[Figure]:
    from bench_story import actions_per_s, growing_states_per_s, states_per_s  # noqa: PLC0415 (after `enter`)
    from visit import Exhibits  # noqa: PLC0415

    levels = tuple(Exhibits.load().library.levels.values())
    yield Figure("rules: actions", tuple(actions_per_s(levels)), "/s", 200_000, at_least=True)
    yield Figure("proof: states of the levels", tuple(states_per_s(levels)), "/s", 100_000, at_least=True)
    growing = growing_states_per_s()
    yield Figure("proof: states of made-up levels", tuple(growing), "/s", 100_000, at_least=True)
    yield Figure("proof: speed of the largest / of the smallest", (growing[-1] / growing[0],), "times")


def _checking() -> Iterator[Figure]:
    from bench_window import check_ms  # noqa: PLC0415 (after `enter`)

    check_ms()
    yield Figure("main.py check, whole campaign", tuple(check_ms() for _ in range(CHECKS)), "ms", 10_000)


@contextmanager
def _display() -> Iterator[None]:
    """Have a display while something is measured: that of the computer, or one of our own."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield
        return
    if not can_display():
        print("No display and no Xvfb: windows are measured on SDL's dummy display.", file=sys.stderr)
        with _environment("SDL_VIDEODRIVER", "dummy"):
            yield
        return
    with own_display() as name, _environment("DISPLAY", name):
        yield


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"


if __name__ == "__main__":
    main()
