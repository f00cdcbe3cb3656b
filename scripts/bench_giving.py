"""Gives in a real window, at a portal that answers and at one that hangs, and takes the time of every frame."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import requests
from game.network.clock import SystemClock

from bench_frames import FULL, TimedDesktop, arrive, run
from environment import ROOT
from game.app import show
from game.content.asset_library import AssetLibrary
from game.giving.places import SandboxPlace
from game.giving.session import Session
from game.paths import assets_dir
from game.screens.giving_entry import GivingEntry
from game.screens.routing import build_routes
from game.ui.intents import Back
from showcase import KNOWN
from visit import Exhibits, Visit

TO_THE_LIST = ("give", "adult")
TO_THE_CAMPAIGN = (*TO_THE_LIST, "campaign:cmp_7Qk2mZ81xA")
TO_THE_CODE = (*TO_THE_CAMPAIGN, "choose-amount", "amount:1")
WAYS = {
    "GET /portal": TO_THE_LIST,
    "GET /campaigns/{campaign_id}": TO_THE_CAMPAIGN,
    "POST /pledges": TO_THE_CODE,
    "GET /pledges/{pledge_id}": TO_THE_CODE,
}
"""What is used, one after the other; the last of it leads to the call."""
LOOKED_AT_S = 4.0
STEP_S = 0.1
PATIENCE = 100
"""So many steps bring whatever a portal is asked for."""
HANGS_S = 3600
NAMES = ("answers", "answers, work alone", "hangs", "hangs, work alone")
ROUNDS = 3


class NearPlace(SandboxPlace):
    """The sandbox as a program that was started elsewhere."""

    def __init__(self, base: str, folder: Path) -> None:
        super().__init__("desktop", folder / "replies", SystemClock())
        self._base = base

    def address(self) -> str:
        return self._base + "/api/v1"


def giving_ms() -> Mapping[str, Sequence[float]]:
    """Return the times of frames at a portal that answers and at one that hangs, and how long leaving took then."""
    exhibits, desktop = Exhibits.load(), TimedDesktop()
    found: dict[str, list[float]] = {name: [] for name in (*NAMES, "leaving")}
    with tempfile.TemporaryDirectory() as folder, portal() as base:
        session = Session(Path(folder), NearPlace(base, Path(folder)), lambda _: None)
        for hangs in (False, True) * ROUNDS:
            name = "hangs" if hangs else "answers"
            desktop.took_ms, desktop.worked_ms = found[name], found[f"{name}, work alone"]
            for call, way in WAYS.items():
                visit = exhibits.visit(FULL, desktop.measure, KNOWN)
                visit.services = replace(visit.services, giving=GivingEntry(lambda: session))
                visit.routes = build_routes(visit.services, AssetLibrary(assets_dir()))
                visit.open()
                left_ms = _asked_and_left(visit, desktop, base, way, call if hangs else "")
                found["leaving"] += [left_ms] if hangs else []
        session.close()
    desktop.close()
    return found


def _asked_and_left(visit: Visit, desktop: TimedDesktop, base: str, way: Sequence[str], hanging: str) -> float:
    """Go a way, look at what comes of its last step while a call hangs, and leave; return how long that took in ms."""
    *before, last = way
    for control in before:
        _await(visit, desktop, control)
        visit.use_now(control)
    _await(visit, desktop, last)
    _switch(base, hanging)
    arrive(visit, desktop)
    visit.use_now(last)
    run(visit, desktop, LOOKED_AT_S)
    left_ms = _leave_ms(visit, desktop)
    desktop.counts = False
    _switch(base, "")
    return left_ms


def _await(visit: Visit, desktop: TimedDesktop, control: str) -> None:
    for _ in range(PATIENCE):
        if control in visit.control_ids:
            return
        run(visit, desktop, STEP_S)
    raise KeyError(f"{control} never came; there are {visit.control_ids}")


def _leave_ms(visit: Visit, desktop: TimedDesktop) -> float:
    """Go back, and return how long it took until another screen was shown."""
    before, began_s = visit.runner.screen, time.perf_counter()
    visit.runner.handle(Back(), visit.frame)
    show(desktop, visit.runner)
    if visit.runner.screen is before:
        raise RuntimeError("nothing was left")
    return (time.perf_counter() - began_s) * 1000


def _switch(base: str, call: str) -> None:
    """Let a call hang, and no other; none for an empty name."""
    faults = [{"fault": "latency", "call": call, "seconds": HANGS_S}] if call else []
    requests.put(f"{base}/sandbox/faults", json=faults, timeout=HANGS_S).raise_for_status()


@contextmanager
def portal() -> Iterator[str]:
    """Run a sandbox portal with faults in a process of its own, and yield its address."""
    command = [sys.executable, "main.py", "portal", "--faults"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            yield line.removeprefix("listening on ").strip()
        finally:
            process.kill()
