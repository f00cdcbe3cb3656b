"""The real program, killed in the middle of a lesson, cut off from the network, or out of room on the disk."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest
import requests

from game.classroom.server import Started
from game.classroom.store.store import FILE_NAME
from game.cli import main
from game.paths import levels_dir
from tests.classroom.conftest import PIN
from tests.classroom.device import PATIENCE_S, Phone, Teacher

MAIN = Path(__file__).resolve().parents[2] / "main.py"
KILLS = 2
PHONES = 6


@pytest.fixture(scope="module")
def levels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one level, which is read sooner."""
    folder = tmp_path_factory.mktemp("few") / "levels"
    folder.mkdir()
    for file in levels_dir().glob("*.yaml"):
        shutil.copy(file, folder)
    shutil.copytree(levels_dir() / "village-offer", folder / "village-offer")
    return folder


def command(levels: Path, data: Path, *, host: str = "127.0.0.1", port: int = 0) -> list[str]:
    options = {"--host": host, "--port": str(port), "--data": str(data), "--levels": str(levels)}
    return [sys.executable, str(MAIN), "class", "--no-browser", *(part for each in options.items() for part in each)]


@contextmanager
def started(levels: Path, data: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Start the program as a teacher does; give it, its address and its PIN."""
    called = command(levels, data, port=port)
    with subprocess.Popen(called, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            told = re.search(r"Pupils open ([\d.:]+) .* PIN (\d{6})", program.stdout.readline())
            assert told, program.stderr.read() if program.stderr else ""
            yield program, f"http://{told[1]}", told[2]
        finally:
            program.kill()


def test_whenever_it_is_killed_every_vote_that_was_answered_counts_once(levels: Path, tmp_path: Path) -> None:
    chance, counted, port = Random(3), [0] * PHONES, 0
    phones: list[Phone] = []
    teacher = Teacher("")
    for kill in range(KILLS + 1):
        with started(levels, tmp_path, port) as (program, base, pin):
            port = int(base.rpartition(":")[2])
            if not kill:
                teacher = Teacher(base).enter(pin)
                code = teacher.open()
                phones = [Phone(base).join(code) for _ in range(PHONES)]
                teacher.do("stage", to="story")
            else:  # whoever was not answered asks again; whoever was answered does, too
                assert teacher.shown()["story"]["voted"] >= sum(counted), "no answered vote is lost"
                for phone in phones:
                    phone.get("/seat")
                    phone.send("/seat/vote", {"pick.choice": "say-yes"})
                assert teacher.shown()["story"]["voted"] == PHONES, "and none is counted twice"
                teacher.do("again")
                assert teacher.shown()["story"]["voted"] == 0
            counted = [0] * PHONES
            for phone in phones:
                phone.get("/seat")
            killer = threading.Timer(chance.uniform(0.005, 0.06), program.kill)
            killer.start()
            for place, phone in enumerate(phones):
                with suppress(requests.RequestException):
                    counted[place] = int(phone.send("/seat/vote", {"pick.choice": "say-yes"}).ok)
            killer.join()
            program.wait(PATIENCE_S)
            assert program.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a limit be set for another program")
def test_a_full_disk_is_told_and_nothing_counts_that_was_not_written(levels: Path, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 (there is none on Windows)

    with started(levels, tmp_path) as (program, base, pin):
        teacher = Teacher(base).enter(pin)
        code = teacher.open()
        one, two = Phone(base).join(code), Phone(base).join(code)
        teacher.do("stage", to="story")
        one.vote()
        for phone in (one, two):
            phone.get("/seat")
        size = (tmp_path / f"{FILE_NAME}-wal").stat().st_size
        whole = resource.prlimit(program.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        two.post("/seat/vote", {"pick.choice": "say-yes"})
        assert two.url == "/seat?notice=disk-full"
        assert Phone(base).join(code).url == "/?notice=disk-full"
        assert (teacher.shown()["story"]["voted"], teacher.shown()["seats"]) == (1, 2)
        resource.prlimit(program.pid, resource.RLIMIT_FSIZE, whole)
        two.post("/seat/vote", {"pick.choice": "say-yes"})
        assert two.url == "/seat"
        assert teacher.shown()["story"]["voted"] == 2


def test_a_vote_whose_answer_never_came_counts_once(class_: Started) -> None:
    """The line is cut right after the vote was sent: the phone does not know, and sends it again."""
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    teacher.do("stage", to="story")
    phone.get("/seat")
    wish = requests.Request("POST", f"{class_.base}/seat/vote", data=dict(phone.fields()) | {"pick.choice": "say-yes"})
    sent = phone.http.prepare_request(wish)
    body = sent.body.decode() if isinstance(sent.body, bytes) else sent.body
    lines = [f"POST /seat/vote HTTP/1.1\r\nHost: {class_.base.removeprefix('http://')}"]
    lines += [f"{name}: {value}" for name, value in sent.headers.items()]
    host, _, port = class_.base.removeprefix("http://").partition(":")
    with phone.stream("/events") as versions:
        next(versions)
        with socket.create_connection((host, int(port))) as line:
            line.sendall(("\r\n".join(lines) + f"\r\n\r\n{body}").encode())
        next(versions)  # the vote is in
    phone.post("/seat/vote", {"pick.choice": "say-yes"})
    assert phone.url == "/seat"
    assert teacher.shown()["story"]["voted"] == 1


def test_a_second_server_on_the_same_folder_says_so(levels: Path, tmp_path: Path) -> None:
    with started(levels, tmp_path):
        code, told = refused(command(levels, tmp_path))
    assert code == 2
    assert "the class cannot be started" in told
    assert "locked" in told


@pytest.mark.parametrize("host", ["0.0.0.0", "8.8.8.8", "here"])  # noqa: S104 (it is refused)
def test_an_address_that_is_not_one_interface_of_ours_is_refused(
    host: str, levels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command(levels, tmp_path, host=host)[2:])
    assert ended.value.code == 2
    assert host in capsys.readouterr().err


def refused(called: list[str]) -> tuple[int, str]:
    done = subprocess.run(called, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    return done.returncode, done.stderr


def test_nothing_of_an_address_or_a_token_is_written(levels: Path, tmp_path: Path) -> None:
    with started(levels, tmp_path) as (program, base, pin):
        teacher = Teacher(base).enter(pin)
        phone = Phone(base).join(teacher.open())
        teacher.do("stage", to="story")
        phone.vote()
        secrets = [phone.http.cookies["seat"], teacher.http.cookies["teacher"], pin]
        program.send_signal(signal.SIGINT)
        out, log = program.communicate(timeout=PATIENCE_S)
        assert program.returncode == 0
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for secret in (*secrets, "127.0.0.1", "python-requests"):
        assert secret.encode() not in files
        assert secret not in log + out
