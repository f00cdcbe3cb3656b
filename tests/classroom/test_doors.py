"""Who may do what: the doors between pupils, the teacher, and everybody else."""

import asyncio
import logging
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace

import pytest
import requests

from game.classroom.server import Options, Started, serving
from game.classroom.web.intake import MOST_BYTES, Intake, Message
from game.classroom.web.limits import Limit, Limits
from game.classroom.web.limits import Pace as Bucket
from game.classroom.web.lines import Line
from game.classroom.web.presence import MOST_STREAMS
from game.classroom.web.refusal import RefusalError
from tests.classroom.conftest import PIN, PLENTY
from tests.classroom.device import PATIENCE_S, Device, Phone, Teacher

TEACHERS_PAGES = ("/console", "/console/sessions/{session}", "/projector", "/api/projector", "/qr.svg")
TEACHERS_FORMS = ("stage", "freeze", "reveal", "take", "back", "hands", "delete", "seats/x/close", "show-answers")


@pytest.fixture
def limited(options: Options) -> Iterator[Started]:
    with serving(replace(options, limits=replace(Limits(), requests=PLENTY))) as started:
        yield started


def test_a_pupil_reaches_nothing_of_the_teachers(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    for path in TEACHERS_PAGES:
        answer = phone.http.get(class_.base + path.format(session=teacher.session), timeout=PATIENCE_S)
        assert answer.status_code in (401, 403), path
        assert teacher.code not in answer.text
    assert teacher.http.get(f"{class_.base}/qr.svg", timeout=PATIENCE_S).ok
    events = f"/console/sessions/{teacher.session}/events"
    assert phone.http.get(class_.base + events, timeout=PATIENCE_S).status_code == 403
    phone.get("/console")  # the door gives it a cookie for forms, and nothing else
    for form in TEACHERS_FORMS:
        assert phone.send(f"/console/sessions/{teacher.session}/{form}", {"sure": "yes"}).status_code == 403, form
    assert phone.send("/console/sessions", {"level": "too-good-job"}).status_code == 403
    seat_token = phone.http.cookies["seat"]
    phone.http.cookies.set("teacher", seat_token)
    assert phone.http.get(class_.base + "/projector", timeout=PATIENCE_S).status_code == 401


def test_a_form_has_to_be_one_of_ours(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone, other = Phone(class_.base).join(teacher.open()), Phone(class_.base).join(teacher.code)
    path, ours = "/seat/hand", {"turn": "0", "up": "yes"}
    assert post(phone, path, {**ours, "token": other.hidden("token")}) == 403
    assert post(phone, path, ours) == 403
    signed = {**ours, "token": phone.hidden("token")}
    assert post(phone, path, signed, Origin="http://evil.example") == 403
    assert post(phone, path, signed, Origin="null") == 403
    assert post(phone, path, signed, **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert post(phone, path, signed, **{"Content-Type": "multipart/form-data; boundary=x"}) == 400
    assert post(phone, path, {**signed, "more": "x" * MOST_BYTES}) == 413
    assert post(phone, path, signed, Origin=class_.base) == 303
    assert post(phone, "/seat/fly", signed) == 404
    bad_turn = {**signed, "turn": "x", "action": "y"}
    assert post(phone, "/seat/act", bad_turn) == 400
    assert requests.get(class_.base, headers={"Host": "evil.example"}, timeout=PATIENCE_S).status_code == 421


def test_what_has_no_length_is_not_read(class_: Started) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"code=AAAA"

    answer = requests.post(f"{class_.base}/join", data=chunks(), timeout=PATIENCE_S)
    assert answer.status_code == 411


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_length_does_not_excuse_chunks(class_: Started, method: str) -> None:
    """They would go on for ever, whatever length was promised."""
    with line_to(class_) as line:
        line.sendall(f"{method} /api/join HTTP/1.1\r\n{host_of(class_)}Content-Length: 10\r\n".encode())
        line.sendall(b"Transfer-Encoding: chunked\r\n\r\n" + b"400\r\n" + b"a" * 1024 + b"\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 411 ")


def test_nobody_looks_at_a_page_with_a_body(class_: Started) -> None:
    assert requests.get(class_.base, data="x", timeout=PATIENCE_S).status_code == 413


@pytest.mark.parametrize("begins", [b"", b"GET / HTTP/1.1\r\nHost:"])
def test_a_line_that_asks_nothing_is_not_held(options: Options, monkeypatch: pytest.MonkeyPatch, begins: bytes) -> None:
    monkeypatch.setattr(Line, "patience_s", 0.2)
    with serving(options) as started, line_to(started) as line:
        line.sendall(begins)
        assert line.recv(100) == b""


@pytest.mark.parametrize(("size", "status"), [(1024, 413), (0, 408)])
def test_a_body_ends_before_it_is_long_and_before_it_takes_long(size: int, status: int) -> None:
    async def endless() -> Message:
        if not size:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": b"x" * size, "more_body": True}

    async def all_of(intake: Intake) -> None:
        taken = 0
        while taken <= MOST_BYTES:
            taken += len((await intake())["body"])

    async def take_all() -> int:
        intake = Intake(endless, patience_s=PATIENCE_S if size else 0.01)
        with pytest.raises(RefusalError) as refused:
            await all_of(intake)
        return refused.value.status

    with ThreadPoolExecutor(1) as elsewhere:  # the loop of a browser may be at work on this thread
        assert elsewhere.submit(lambda: asyncio.run(take_all())).result() == status


def test_whoever_hangs_up_in_the_middle_is_no_mistake_of_ours(
    class_: Started, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        with line_to(class_) as line:
            line.sendall(f"POST /api/join HTTP/1.1\r\n{host_of(class_)}".encode())
            line.sendall(b"Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{")
            line.shutdown(socket.SHUT_WR)
            line.recv(100)  # the other side has seen it, too
        assert requests.get(class_.base, timeout=PATIENCE_S).ok
    assert "failed" not in caplog.text


def test_a_pin_that_is_no_text_is_wrong(class_: Started) -> None:
    answer = requests.post(
        f"{class_.base}/api/teacher",
        data='{"pin": "\\ud800"}',
        headers={"Content-Type": "application/json"},
        timeout=PATIENCE_S,
    )
    assert answer.status_code == 403


def test_every_answer_says_what_it_allows(class_: Started) -> None:
    for path in ("/", "/help", "/console", "/seat", "/nowhere", "/api/class", "/api/nothing"):
        headers = requests.get(class_.base + path, timeout=PATIENCE_S).headers
        assert headers["Cache-Control"] == "no-store", path
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Server" not in headers
    cookie = requests.get(class_.base, timeout=PATIENCE_S).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_json_takes_no_cookie_for_a_wish(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    url = f"{class_.base}/api/seat/hand"
    assert phone.http.post(url, json={"up": True}, timeout=PATIENCE_S).status_code == 403
    for wrong in ("[]", "{", '{"up": 1}', "[" * 9000):
        headers = {"Authorization": f"Bearer {phone.http.cookies['seat']}", "Content-Type": "application/json"}
        assert requests.post(url, data=wrong, headers=headers, timeout=PATIENCE_S).status_code == 400


def test_a_wrong_pin_is_not_tried_for_long(limited: Started) -> None:
    somebody = Teacher(limited.base)
    for _ in range(5):
        somebody.enter("000000")
        assert somebody.url == "/console?notice=wrong-pin"
    somebody.enter(PIN)
    assert somebody.url == "/console?notice=too-often"
    browser = Device(limited.base)
    browser.get(limited.key.removeprefix(limited.base))
    assert browser.kind == "HomePage"
    other = Device(limited.base)
    other.get(limited.key.removeprefix(limited.base))
    assert other.kind == "DoorPage"


def test_codes_are_not_tried_for_long_and_nobody_writes_without_end(limited: Started) -> None:
    teacher = Device(limited.base)
    teacher.get(limited.key.removeprefix(limited.base))
    console = Teacher(limited.base)
    console.http = teacher.http
    phone = Phone(limited.base).join(console.open())
    statuses = [phone.send("/seat/hand", {"up": "yes" if turn % 2 else "no"}).status_code for turn in range(40)]
    assert statuses[0] == 200
    assert statuses[-1] == 429
    guesser = Phone(limited.base)
    urls = [guesser.join("CCCC").url for _ in range(25)]
    assert urls[0] == "/?notice=wrong-code"
    assert urls[-1] == "/?notice=too-often"


def test_a_seat_has_few_streams_also_when_it_asks_for_many_at_once(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    wish = f"GET /events HTTP/1.1\r\n{host_of(class_)}Cookie: seat={phone.http.cookies['seat']}\r\n\r\n".encode()
    with ExitStack() as open_lines:
        lines = [open_lines.enter_context(line_to(class_)) for _ in range(MOST_STREAMS + 20)]
        for line in lines:
            line.sendall(wish)
        assert sum(b" 200 " in line.recv(20) for line in lines) == MOST_STREAMS


def test_a_bucket_fills_up_again() -> None:
    now = [0.0]
    bucket = Bucket(Limit(2, 0.5), lambda: now[0])
    assert [bucket.take("a"), bucket.take("a"), bucket.take("a"), bucket.take("b")] == [True, True, False, True]
    now[0] = 2.0
    assert [bucket.take("a"), bucket.take("a")] == [True, False]


def test_giving_and_pygame_are_not_there() -> None:
    told = "import sys, game.classroom.server, game.cli.classroom\n"
    told += "print([each for each in sys.modules if each.startswith(('game.giving', 'game.portal', 'pygame'))])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_page_offers_to_give(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    for path in ("/donate", "/giving", "/give", "/api/giving"):
        assert requests.get(class_.base + path, timeout=PATIENCE_S).status_code == 404
    for page in (phone.get("/seat"), phone.get("/help"), teacher.look(), teacher.get("/console")):
        assert "donat" not in page.lower()


def post(device: Device, path: str, fields: dict[str, str], **headers: str) -> int:
    url = device.base + path
    return device.http.post(url, data=fields, headers=headers, timeout=PATIENCE_S, allow_redirects=False).status_code


def line_to(class_: Started) -> socket.socket:
    host, _, port = class_.base.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE_S)


def host_of(class_: Started) -> str:
    return f"Host: {class_.base.removeprefix('http://')}\r\n"
