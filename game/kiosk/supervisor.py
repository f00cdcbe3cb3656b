"""Keeps the game of a kiosk running: starts it, watches over it, starts it again, and ends it when it is asked to."""

import queue
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from game.kiosk.crash_report import harmless
from game.kiosk.event_log import EventLog
from game.kiosk.exits import CLOSED_BY_STAFF
from game.kiosk.heartbeat import Pulse, prepare, read_pulse
from game.kiosk.rest_sign import RestSign, Runs
from game.kiosk.systemd import Notifier
from game.kiosk.vigil import Patience, Vigil

LOOKS_EVERY_S = 0.2
_ENDS_WITHIN_S = 3.0


class Game(Runs, Protocol):
    """The running game."""

    @property
    def pid(self) -> int: ...

    def last_lines(self) -> list[str]: ...

    def abort(self) -> None: ...


class Condition(StrEnum):
    """How the kiosk is, in a word."""

    STARTING = "starting"
    PLAYING = "playing"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Report:
    """How the kiosk is at one moment. Ages are in seconds; None where there is nothing to tell of."""

    condition: Condition
    uptime_s: float
    beat_age_s: float | None
    input_age_s: float | None
    crashes: int
    hangs: int
    counters_kept: bool | None


class Supervisor:
    """Watches over one game. `run` is for one thread; `stop` and `report` may be called from any, and by signals."""

    def __init__(
        self,
        start: Callable[[], Game],
        heartbeat: Path,
        patience: Patience,
        sign: RestSign,
        log: EventLog,
        notifier: Notifier,
        clock: Callable[[], float],
    ) -> None:
        """`start` starts the game, which beats into the file `heartbeat`; it may raise OSError."""
        self._start = start
        self._heartbeat = heartbeat
        self._sign = sign
        self._log = log
        self._notifier = notifier
        self._clock = clock
        self._since_s = clock()
        self._vigil = Vigil(patience, self._since_s)
        self._game: Game | None = None
        self._game_since_s = self._since_s
        self._crashes = self._hangs = 0
        self._told: Condition | None = None
        self._stops: queue.SimpleQueue[None] = queue.SimpleQueue()  # the only queue that a signal may put into

    def stop(self) -> None:
        """Let `run` come to an end soon."""
        self._stops.put(None)

    def run(self) -> None:
        """Keep the game running until `stop`, or until staff close it."""
        self._log.note("started")
        self._notifier.ready()
        try:
            while self.turn() and not self._is_stopped():
                pass
        finally:
            self._notifier.stopping()
            self._sign.hide()
            if self._game is not None:
                self._game.end(_ENDS_WITHIN_S)
            self._log.note("stopped")

    def turn(self) -> bool:
        """Look once and do what is due. Returns whether to go on."""
        now_s = self._clock()
        self._notifier.watchdog(now_s)
        if self._game is None:
            if self._vigil.is_due(now_s):
                self._begin(now_s)
        elif (code := self._game.code) is not None:
            if code == CLOSED_BY_STAFF:
                self._log.note("closed-by-staff")
                self._game = None
                return False
            self._crashes += 1
            self._failed("crashed", self._game, now_s, code=code)
        elif self._vigil.look(now_s, read_pulse(self._heartbeat)):
            self._hangs += 1
            self._game.abort()
            self._failed("hung", self._game, now_s)
        self._show(now_s)
        return True

    def report(self) -> Report:
        """Return how things are."""
        now_s = self._clock()
        pulse: Pulse | None = self._vigil.pulse
        beat_age_s = None if pulse is None else now_s - self._vigil.beat_s
        idle_s = None if pulse is None or beat_age_s is None or pulse.idle_s is None else pulse.idle_s + beat_age_s
        return Report(
            condition=self._condition(),
            uptime_s=now_s - self._since_s,
            beat_age_s=beat_age_s,
            input_age_s=idle_s,
            crashes=self._crashes,
            hangs=self._hangs,
            counters_kept=None if pulse is None else pulse.counters_kept,
        )

    def _is_stopped(self) -> bool:
        try:
            self._stops.get(timeout=LOOKS_EVERY_S)
        except queue.Empty:
            return False
        return True

    def _begin(self, now_s: float) -> None:
        try:
            prepare(self._heartbeat)
            watched = True
        except OSError as error:
            self._log.note("no-heartbeat", errno=error.errno)
            watched = False
        try:
            self._game = self._start()
        except OSError as error:
            self._log.note("not-started", errno=error.errno, pause_s=self._vigil.failed(now_s))
            return
        self._game_since_s = now_s
        self._vigil.started(now_s, watched=watched)
        self._log.note("game-started", pid=self._game.pid)

    def _failed(self, event: str, game: Game, now_s: float, **figures: int) -> None:
        self._game = None
        pause_s = self._vigil.failed(now_s)
        self._log.note(event, **figures, ran_s=round(now_s - self._game_since_s, 1), pause_s=pause_s)
        for line in harmless(game.last_lines()):
            self._log.note("trace", at=line)

    def _show(self, now_s: float) -> None:
        if self._vigil.is_resting:
            self._sign.show(now_s)
        else:
            self._sign.hide()
        condition = self._condition()
        if condition is not self._told:
            self._told = condition
            self._log.note(condition)
            self._notifier.status(condition)

    def _condition(self) -> Condition:
        if self._vigil.is_resting:
            return Condition.RESTING
        return Condition.PLAYING if self._game is not None and self._vigil.pulse else Condition.STARTING
