"""What a kiosk tells whoever looks after it: systemd, monitors, the log, and whoever runs `kiosk check`."""

import http.client
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import __version__
from game.content.words import load_words
from game.kiosk.check_config import check_kiosk
from game.kiosk.config import KioskConfig
from game.kiosk.content_hash import content_hash
from game.kiosk.crash_report import MOST_LINES, harmless
from game.kiosk.event_log import FILE_NAME, EventLog
from game.kiosk.health import Health, PortTakenError, serve_health
from game.kiosk.heartbeat import BEAT_EVERY_S, FileHeartbeat, prepare, read_pulse
from game.kiosk.machine import Devices, Start, ThisMachine
from game.kiosk.rest_sign import RestSign
from game.kiosk.service import health_of
from game.kiosk.supervisor import Supervisor
from game.kiosk.systemd import Notifier
from game.kiosk.vigil import Patience
from tests.kiosk.written import FULL, LEAST, PIN, write_config

ROOT = Path(__file__).resolve().parents[2]
WORDS = load_words(ROOT / "assets" / "words" / "en")

# ------------------------------------------------------------------------------------------------------------ systemd


@contextmanager
def listening(address: str) -> Iterator[socket.socket]:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listener:
        listener.bind("\0" + address[1:] if address.startswith("@") else address)
        listener.settimeout(5)
        yield listener


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is for Linux")
@pytest.mark.parametrize("kind", ["path", "abstract"])
def test_systemd_hears_of_the_beginning_the_condition_the_watchdog_and_the_end(tmp_path: Path, kind: str) -> None:
    address = str(tmp_path / "s") if kind == "path" else f"@before-you-go-{os.getpid()}"
    surroundings = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}
    notifier = Notifier(surroundings)
    with listening(address) as listener:
        notifier.ready()
        notifier.status("playing")
        for now_s in (0.0, 1.0, 4.9, 5.0, 5.1, 12.0):
            notifier.watchdog(now_s)
        notifier.stopping()
        heard = [listener.recv(100).decode() for _ in range(6)]
    assert heard == ["READY=1", "STATUS=playing", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1", "STOPPING=1"]


@pytest.mark.parametrize(
    "surroundings",
    [
        {},
        {"NOTIFY_SOCKET": "/nowhere/at/all"},
        {"NOTIFY_SOCKET": "/" + "x" * 200},
        {"NOTIFY_SOCKET": "@", "WATCHDOG_USEC": "soon"},
    ],
)
def test_where_nobody_listens_nothing_happens(surroundings: dict[str, str]) -> None:
    notifier = Notifier(surroundings)
    notifier.ready()
    notifier.watchdog(0.0)
    notifier.stopping()


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is for Linux")
def test_a_listener_that_does_not_read_never_makes_the_supervisor_wait(tmp_path: Path) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "s")})
    with listening(str(tmp_path / "s")):
        for _ in range(2000):
            notifier.status("playing")


# ------------------------------------------------------------------------------------------------------------- health


def ask(port: int, path: str = "/health", method: str = "GET") -> tuple[int, str]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        connection.request(method, path)
        response = connection.getresponse()
        return response.status, response.read().decode()


def test_health_is_told_on_this_computer_alone_and_nothing_else_is() -> None:
    state: list[tuple[bool, Health]] = [(True, {"condition": "playing"})]
    with serve_health(0, lambda: state[0]) as port:
        assert ask(port) == (200, '{"condition": "playing"}\n')
        state[0] = (False, {"condition": "resting"})
        assert ask(port) == (503, '{"condition": "resting"}\n')
        assert ask(port, "/")[0] == 404
        assert ask(port, "/../../etc/passwd")[0] == 404
        assert ask(port, method="POST")[0] == 501
        with pytest.raises(PortTakenError), serve_health(port, lambda: state[0]):
            pass
        others = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
        for other in others - {"127.0.0.1", "127.0.1.1"}:
            with pytest.raises(OSError), socket.create_connection((str(other), port), timeout=1):  # noqa: PT011
                pass


def test_many_who_ask_at_once_and_one_who_says_nothing_are_all_served() -> None:
    with serve_health(0, lambda: (True, {})) as port, socket.create_connection(("127.0.0.1", port)):
        answers: list[int] = []
        threads = [threading.Thread(target=lambda: answers.append(ask(port)[0])) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [200] * 20


def test_what_is_told_is_how_the_game_is_and_nothing_of_a_visitor(tmp_path: Path) -> None:
    now_s = 100.0
    log = EventLog(tmp_path)

    def fail() -> ThisGame:
        return ThisGame()

    sign = RestSign(fail, log)
    heartbeat = tmp_path / "heartbeat"
    supervisor = Supervisor(fail, heartbeat, Patience(hang_s=5), sign, log, Notifier({}), lambda: now_s)
    supervisor.turn()
    assert health_of(supervisor, "c0ffee", tmp_path)[0] is False
    game = FileHeartbeat(heartbeat, lambda: False)
    game.touched(40.0)
    game.beat(43.0)
    supervisor.turn()
    now_s = 102.5
    is_well, health = health_of(supervisor, "c0ffee", tmp_path)
    assert is_well
    assert {**health, "disk_free_mb": 1} == {
        "condition": "playing",
        "version": __version__,
        "content": "c0ffee",
        "uptime_s": 2.5,
        "last_beat_age_s": 2.5,
        "last_input_age_s": 5.5,
        "crashes": 0,
        "hangs": 0,
        "counters": "waiting-for-disk",
        "disk_free_mb": 1,
    }
    json.dumps(health)
    log.close()


class ThisGame:
    """A game that runs."""

    pid = 1
    code = None

    def last_lines(self) -> list[str]:
        return []

    def abort(self) -> None:
        pass

    def end(self, patience_s: float) -> None:
        pass


def test_the_hash_tells_contents_apart_by_names_and_bytes(tmp_path: Path) -> None:
    hashes: list[str] = []
    for name, text in (("a.yaml", "one"), ("a.yaml", "two"), ("b.yaml", "two"), ("b.txt", "two")):
        folder = tmp_path / str(len(hashes))
        folder.mkdir()
        (folder / name).write_text(text)
        hashes.append(content_hash([folder]))
    assert len(set(hashes)) == len(hashes)
    assert content_hash([tmp_path / "0"]) == hashes[0]


# ------------------------------------------------------------------------------------------------------ signs of life


@given(st.lists(st.tuples(st.floats(0, 3), st.booleans()), max_size=30))
def test_a_sign_of_life_is_given_each_second_and_never_takes_new_room(steps: list[tuple[float, bool]]) -> None:
    with TemporaryDirectory() as folder:
        _gives_signs_of_life(Path(folder) / "heartbeat", steps)


def _gives_signs_of_life(file: Path, steps: list[tuple[float, bool]]) -> None:
    prepare(file)
    size = file.stat().st_size
    assert read_pulse(file) is None
    heartbeat = FileHeartbeat(file)
    now_s, seen, seen_s, touched_s = 1000.0, 0, -1000.0, None
    for step_s, touches in steps:
        now_s += step_s
        if touches:
            heartbeat.touched(now_s)
            touched_s = now_s
        heartbeat.beat(now_s)
        pulse = read_pulse(file)
        assert pulse is not None
        if pulse.beat != seen:
            seen, seen_s = pulse.beat, now_s
            assert pulse.idle_s == (None if touched_s is None else round(now_s - touched_s, 1))
        assert now_s - seen_s < BEAT_EVERY_S
        assert file.stat().st_size == size
    file.unlink()
    heartbeat.beat(now_s + 10)  # whoever watches took the file away: no reason to end


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"beat": 1}', '{"beat": "x", "idle_s": 0, "counters_kept": 1}', "[" * 900]
)
def test_what_is_no_sign_of_life_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "heartbeat").write_text(text)
    assert read_pulse(tmp_path / "heartbeat") is None
    assert read_pulse(tmp_path / "nowhere") is None


# ---------------------------------------------------------------------------------------------------------- last words

TRACEBACK = """\
Traceback (most recent call last):
  File "/opt/before-you-go/game/app.py", line 12, in turn
    runner.handle(intent)
  File "/opt/before-you-go/game/screens/runner.py", line 7, in handle
    raise KeyError(typed)
json.decoder.JSONDecodeError: {typed}
Fatal Python error: Segmentation fault
  File "/opt/before-you-go/game/desktop/loop.py", line 3 in events
{typed}
"""


def test_last_words_keep_places_and_kinds_of_errors() -> None:
    assert harmless(TRACEBACK.replace("{typed}", "help me").splitlines()) == (
        "game/app.py:12:turn",
        "screens/runner.py:7:handle",
        "JSONDecodeError",
        "Segmentation-fault",
        "desktop/loop.py:3:events",
    )


@given(st.text(st.characters(exclude_categories=["Lu", "Cs", "Cc"]), min_size=4, max_size=40), st.integers(1, 50))
def test_last_words_never_hold_what_a_visitor_typed(typed: str, times: int) -> None:
    kept = harmless((TRACEBACK * times).replace("{typed}", typed).splitlines())
    assert len(kept) <= MOST_LINES
    assert set(kept) <= set(harmless(TRACEBACK.splitlines()))


def test_the_log_goes_round_and_passes_over_a_full_disk(tmp_path: Path) -> None:
    log = EventLog(tmp_path, most_bytes=2000)
    for number in range(500):
        log.note("game-started", pid=number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [FILE_NAME, *(f"{FILE_NAME}.{number}" for number in range(1, 5))]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 5 * 2000
    assert (tmp_path / FILE_NAME).read_text().splitlines()[-1].endswith("game-started pid=499")
    log.close()


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from game.kiosk.event_log import EventLog
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
log = EventLog(Path(sys.argv[1]))
log.note("before")
resource.setrlimit(resource.RLIMIT_FSIZE, (50, resource.RLIM_INFINITY))
log.note("while")
log.note("while")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
log.note("after")
"""


@pytest.mark.skipif(os.name != "posix", reason="a limit of file sizes is needed")
def test_the_log_goes_on_when_the_disk_has_room_again(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", FULL_DISK, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    text = (tmp_path / FILE_NAME).read_text()
    assert " before\n" in text
    assert text.endswith(" after\n")
    (tmp_path / "file").write_text("")
    EventLog(tmp_path / "file" / "below").note("a folder that cannot be is passed over")


# -------------------------------------------------------------------------------------------------------- kiosk check


class Pretended:
    """A computer of which everything is as we say."""

    def __init__(self) -> None:
        self.display: tuple[str, int, int] | None = ("wayland", 1920, 1080)
        self.sound: str | None = "alsa"
        self.free: int | None = 5000
        self.why: str | None = None
        self.writable: tuple[str, ...] = ()
        self.is_port_free = True
        self.comes_to = Start(1.25, ())

    def devices(self) -> Devices:
        return Devices(self.display, self.sound)

    def free_mb(self, folder: Path) -> int | None:
        return self.free

    def why_not_written(self, folder: Path) -> str | None:
        return self.why

    def anybody_may_write(self, path: Path) -> bool:
        return path.name in self.writable

    def port_is_free(self, port: int) -> bool:
        return self.is_port_free

    def start(self, file: Path, config: KioskConfig) -> Start:
        return self.comes_to


def check(file: Path, machine: Pretended | ThisMachine, *, starts_game: bool = True) -> tuple[bool, str]:
    told: list[str] = []
    works = check_kiosk(file, WORDS, told.append, machine, starts_game=starts_game)
    return works, "".join(told)


def test_a_kiosk_that_works_is_told_to(tmp_path: Path) -> None:
    works, told = check(write_config(tmp_path), Pretended())
    assert works
    assert "FAULT" not in told
    assert told.count("ok ") == 8
    assert told.endswith("all of it works.\n")
    for text in (LEAST, FULL):
        assert PIN not in check(write_config(tmp_path, text), Pretended())[1]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("display", None, "no display"),
        ("free", 12, "hardly room"),
        ("why", "read-only file system", "read-only file system"),
        ("writable", ("kiosk.yaml",), "chmod o-w"),
        ("writable", ("folder",), "chmod o-w"),
        ("is_port_free", False, "8760 is taken"),
        ("comes_to", Start(None, ("ImportError: no pygame",)), "ImportError: no pygame"),
    ],
)
def test_what_does_not_work_is_told(tmp_path: Path, name: str, value: object, expected: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    machine = Pretended()
    setattr(machine, name, value)
    works, told = check(write_config(folder), machine)
    assert not works
    assert told.count("FAULT") == 1
    assert expected in told


@pytest.mark.parametrize(("name", "value"), [("sound", None), ("free", None)])
def test_what_a_kiosk_can_do_without_is_only_told(tmp_path: Path, name: str, value: object) -> None:
    machine = Pretended()
    setattr(machine, name, value)
    works, told = check(write_config(tmp_path), machine)
    assert works
    assert told.count("ok ") == 7


def test_faults_of_the_configuration_are_told_first(tmp_path: Path) -> None:
    works, told = check(write_config(tmp_path, LEAST + "tuch: true\n"), Pretended())
    assert not works
    assert "kiosk.yaml:4:1: error[unknown-field]" in told
    assert "ok " not in told


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_this_computer_is_asked(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        file = write_config(tmp_path, LEAST + f"data: kept\nwindow: 640x480\nhealth_port: {port}\n")
        file.chmod(0o666)
        works, told = check(file, ThisMachine())
    assert not works
    assert [line.split()[0] for line in told.splitlines()[:-1]].count("FAULT") == 3, told
    assert "chmod o-w" in told
    assert f"port {port} is taken" in told
    assert "there is no display" in told, "conftest takes it away"
    assert "the game starts" in told
