"""How fast, how large and how quiet the game is in a real window, measured from outside its process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT

if TYPE_CHECKING:
    from game.records.settings import Settings

STARTS = 9
SETTLING_S = 4.0
"""Sounds and levels are loaded by then, and everything has come to rest."""
WATCHED_S = 6.0
PASSAGES = 12
BETWEEN_KEYS_S = 0.8
LIMIT_S = 60.0
TASKS = ROOT / "scripts" / "bench_tasks.py"
TICKS_PER_S = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def starts_ms(data: Path) -> tuple[list[float], list[float]]:
    """Return how long a bare window and the game take from the start of the process to the first picture, in turns."""
    _keep_settings(data)
    game = ["start", "--data", str(data)]
    _start_ms(["bare-start"])
    _start_ms(game)  # once each to warm up: byte code is written, files are in memory
    pairs = [(_start_ms(["bare-start"]), _start_ms(game)) for _ in range(STARTS)]
    return [bare for bare, _ in pairs], [ours for _, ours in pairs]


def bare_memory_mb() -> float:
    """Return the memory of a bare window."""
    with _running([str(TASKS), "bare-window"]) as process:
        time.sleep(SETTLING_S)
        return _memory_mb(process)


def on_title(data: Path, *, still: bool) -> tuple[float, float]:
    """Return memory in MB and share of a core in % of the title screen at rest."""
    _keep_settings(data, reduced_motion=still)
    with _running(["main.py", "play", "--data", str(data)]) as process:
        time.sleep(SETTLING_S)
        return _memory_mb(process), _busy_percent(process)


def in_play(data: Path, *, has_keys: bool) -> tuple[float, float] | None:
    """Return the same after some passages, waiting for a choice; None without a way to press keys."""
    if not has_keys:
        return None
    from game.records.settings import TextSpeed  # noqa: PLC0415 (after `inside.enter`)

    _keep_settings(data, text_speed=TextSpeed.INSTANT)
    _keep_a_begun_level(data)
    with _running(["main.py", "play", "--data", str(data)]) as process:
        time.sleep(SETTLING_S)
        for key in ("Return", *["Return", "1"] * PASSAGES):
            subprocess.run(["xdotool", "key", key], check=True)  # noqa: S607 (wherever it is installed)
            time.sleep(BETWEEN_KEYS_S)
        time.sleep(SETTLING_S)
        return _memory_mb(process), _busy_percent(process)


def frames_ms() -> Mapping[str, Sequence[float]]:
    """Return how long frames take at 1920x1080: on the title, on the list of stories, in a level, and at its tables."""
    return _answered("frames")


def giving_ms() -> Mapping[str, Sequence[float]]:
    """Return how long frames take while somebody gives, at a portal that answers and one that hangs, and leaving it."""
    return _answered("giving")


def check_ms() -> float:
    """Return how long `main.py check` takes for the whole campaign, start-up included."""
    began_s = time.perf_counter()
    subprocess.run([sys.executable, "main.py", "check"], stdout=subprocess.DEVNULL, env=_surroundings(), cwd=ROOT)  # noqa: PLW1510 (faults are no matter here)
    return (time.perf_counter() - began_s) * 1000


def _answered(task: str) -> Mapping[str, Sequence[float]]:
    command = [sys.executable, str(TASKS), task]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=_surroundings(), cwd=ROOT)
    found: Mapping[str, Sequence[float]] = json.loads(answer.stdout.splitlines()[-1])
    return found


def _start_ms(arguments: Sequence[str]) -> float:
    began_s = time.perf_counter()
    with _running([str(TASKS), *arguments]) as process:
        for line in process.stdout or ():
            if line == b'"shown"\n':
                return (time.perf_counter() - began_s) * 1000
    raise RuntimeError(f"{arguments} ended before it showed anything")


@contextmanager
def _running(arguments: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=_surroundings(), cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()  # SDL takes a request to end for an event that the program may ignore
        process.wait(LIMIT_S)
        if process.stdout:
            process.stdout.close()


def _surroundings() -> dict[str, str]:
    """As for a player: byte code is kept between starts, and whoever has no loudspeaker waits for none."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"SDL_AUDIODRIVER": "dummy", **kept}


def _keep_settings(data: Path, **wishes: object) -> None:
    from game.records.folder import DiskFolder  # noqa: PLC0415 (after `inside.enter`)
    from game.records.settings import Settings, save_settings  # noqa: PLC0415

    settings: Settings = Settings(knows_quick_exit=True, **wishes)  # type: ignore[arg-type] # names and types are Settings' own
    save_settings(DiskFolder(data), settings)


def _keep_a_begun_level(data: Path) -> None:
    from game.records.folder import DiskFolder  # noqa: PLC0415 (after `inside.enter`)
    from game.records.latest import note_latest  # noqa: PLC0415
    from game.records.saves import save  # noqa: PLC0415
    from game.story.playthrough import begin  # noqa: PLC0415
    from visit import SEED, Exhibits, usual_level  # noqa: PLC0415

    level = usual_level(Exhibits.load().library)
    save(DiskFolder(data), begin(level, SEED))
    note_latest(DiskFolder(data), level)


def _memory_mb(process: subprocess.Popen[bytes]) -> float:
    """Resident memory; Linux tells it, elsewhere it is not measured."""
    try:
        status = Path(f"/proc/{process.pid}/status").read_text()
    except FileNotFoundError:
        return float("nan")
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def _busy_percent(process: subprocess.Popen[bytes]) -> float:
    before, began_s = _busy_s(process), time.monotonic()
    time.sleep(WATCHED_S)
    return 100 * (_busy_s(process) - before) / (time.monotonic() - began_s)


def _busy_s(process: subprocess.Popen[bytes]) -> float:
    try:
        stat = Path(f"/proc/{process.pid}/stat").read_text()
    except FileNotFoundError:
        return float("nan")
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICKS_PER_S
