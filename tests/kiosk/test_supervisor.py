"""The supervisor with programs that crash, hang and end as real ones do."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from game.kiosk.commands import environment
from game.kiosk.event_log import FILE_NAME, EventLog
from game.kiosk.program import Program
from game.kiosk.rest_sign import RestSign
from game.kiosk.supervisor import Condition, Supervisor
from game.kiosk.systemd import Notifier
from game.kiosk.vigil import Patience
from tests.kiosk.waiting import until

ROOT = Path(__file__).resolve().parents[2]
RECOVERED_S = 5.0
QUICK = Patience(hang_s=0.5, first_beat_s=10.0, pauses_s=(0.0, 0.05), rest_s=0.3, longest_rest_s=0.3)
SIGN = "import sys; sys.stdin.buffer.read()"
"""A calm screen without a screen: it stays until it is taken away."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="games are stopped and killed by signals")


class Sign(RestSign):
    """A calm screen that remembers how often it was shown."""

    def __init__(self, log: EventLog) -> None:
        self.programs: list[Program] = []
        super().__init__(self._begin, log)

    def _begin(self) -> Program:
        self.programs.append(Program([sys.executable, "-c", SIGN], environment(), b"\n"))
        return self.programs[-1]

    @property
    def is_shown(self) -> bool:
        return bool(self.programs) and self.programs[-1].code is None


@dataclass
class Kiosk:
    """A supervisor at work, and all games it has started."""

    folder: Path
    supervisor: Supervisor
    games: list[Program]
    sign: Sign
    thread: threading.Thread

    @property
    def log(self) -> str:
        return (self.folder / FILE_NAME).read_text()

    @property
    def condition(self) -> Condition:
        return self.supervisor.report().condition

    def plays(self) -> bool:
        return self.condition is Condition.PLAYING


@contextmanager
def kiosk(folder: Path, *plan: str, patience: Patience = QUICK) -> Iterator[Kiosk]:
    """Run one. `plan` has a word for each start: see `fake_game`."""
    (folder / "plan").write_text("\n".join(plan))
    log, games = EventLog(folder), list[Program]()
    command = [sys.executable, "-m", "tests.kiosk.fake_game", str(folder / "heartbeat"), str(folder / "plan")]

    def start() -> Program:
        games.append(Program(command, {**environment(), "PYTHONPATH": str(ROOT)}))
        return games[-1]

    sign = Sign(log)
    supervisor = Supervisor(start, folder / "heartbeat", patience, sign, log, Notifier({}), time.monotonic)
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    try:
        yield Kiosk(folder, supervisor, games, sign, thread)
    finally:
        supervisor.stop()
        thread.join()
        log.close()
        assert all(game.code is not None for game in games)
        assert not sign.is_shown


@pytest.fixture
def log(tmp_path: Path) -> Iterator[EventLog]:
    made = EventLog(tmp_path)
    yield made
    made.close()


def test_a_killed_game_is_there_again_within_five_seconds(tmp_path: Path) -> None:
    with kiosk(tmp_path) as running:
        until(running.plays, "it plays")
        os.kill(running.games[0].pid, signal.SIGKILL)
        until(lambda: len(running.games) == 2, "it was started again", RECOVERED_S)
        until(running.plays, "it plays again", RECOVERED_S)
        report = running.supervisor.report()
        assert (report.crashes, report.hangs) == (1, 0)
        assert not running.sign.programs


def test_a_stopped_game_is_ended_and_started_again(tmp_path: Path) -> None:
    with kiosk(tmp_path) as running:
        until(running.plays, "it plays")
        os.kill(running.games[0].pid, signal.SIGSTOP)
        until(lambda: len(running.games) == 2, "it was started again", RECOVERED_S)
        assert running.games[0].code == -signal.SIGKILL
        until(running.plays, "it plays again", RECOVERED_S)
        report = running.supervisor.report()
        assert (report.crashes, report.hangs) == (0, 1)


def test_a_game_that_crashes_again_and_again_rests_and_is_tried_later(tmp_path: Path) -> None:
    with kiosk(tmp_path, "crash", "crash-late", "crash", "crash", "play") as running:
        until(lambda: running.condition is Condition.RESTING, "it rests")
        until(lambda: running.sign.is_shown, "the calm screen is shown")
        until(running.plays, "it plays after its rests")
        until(lambda: not running.sign.is_shown, "the calm screen is taken away")
        assert len(running.games) == 5
        assert len(running.sign.programs) == 1, "it stays while the game is tried"
        assert running.supervisor.report().crashes == 4


def test_the_calm_screen_is_shown_again_if_it_goes_away(log: EventLog) -> None:
    sign = Sign(log)
    sign.show(0.0)
    os.kill(sign.programs[0].pid, signal.SIGKILL)
    until(lambda: sign.programs[0].code is not None, "it is gone")
    sign.show(1.0)
    assert len(sign.programs) == 1, "a screen that cannot be shown is not tried all the time"
    sign.show(30.0)
    assert sign.is_shown
    sign.hide()
    assert not sign.is_shown


def test_staff_who_close_the_game_end_all(tmp_path: Path) -> None:
    with kiosk(tmp_path, "closed") as running:
        until(lambda: not running.thread.is_alive(), "it has ended")
        assert len(running.games) == 1
    assert "closed-by-staff" in running.log


def test_a_hanging_game_says_where_it_was_and_a_crashed_one_what_it_was_and_neither_what_a_visitor_did(
    tmp_path: Path,
) -> None:
    with kiosk(tmp_path, "silent", "crash", "play") as running:
        until(lambda: len(running.games) == 3 and running.plays(), "it plays")
    assert "hung" in running.log
    assert "trace at=kiosk/fake_game.py" in running.log
    assert "trace at=ValueError" in running.log
    assert "Sari" not in running.log
    assert "0812" not in running.log


def test_a_program_that_is_not_there_is_tried_again(tmp_path: Path, log: EventLog) -> None:
    sign = Sign(log)

    def start() -> Program:
        return Program([str(tmp_path / "nothing")], environment())

    supervisor = Supervisor(start, tmp_path / "heartbeat", QUICK, sign, log, Notifier({}), time.monotonic)
    deadline_s = time.monotonic() + 20
    while supervisor.report().condition is not Condition.RESTING:
        assert supervisor.turn()
        assert time.monotonic() < deadline_s
    assert sign.is_shown
    sign.hide()
    assert (tmp_path / FILE_NAME).read_text().count("not-started") >= QUICK.most_failures


def test_a_disk_that_takes_no_signs_of_life_does_not_keep_visitors_from_playing(tmp_path: Path, log: EventLog) -> None:
    games: list[Program] = []
    (tmp_path / "file").write_text("")

    def start() -> Program:
        games.append(Program([sys.executable, "-c", SIGN], environment(), b"\n"))
        return games[-1]

    nowhere = tmp_path / "file" / "heartbeat"
    now_s = count(0.0, 0.5)
    supervisor = Supervisor(start, nowhere, QUICK, Sign(log), log, Notifier({}), lambda: next(now_s))
    for _ in range(200):
        supervisor.turn()
    assert len(games) == 1
    assert games[0].code is None
    games[0].end(1.0)
