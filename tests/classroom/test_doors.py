"""Who may do what: the doors between pupils, the teacher, and everybody else."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests

from game.classroom.server import Options, Started, serving
from game.classroom.web.gate import MOST_BYTES
from game.classroom.web.limits import Limit, Limits
from game.classroom.web.limits import Pace as Bucket
from tests.classroom.conftest import PIN, PLENTY
from tests.classroom.device import PATIENCE_S, Device, Phone, Teacher

TEACHERS_PAGES = ("/console", "/console/sessions/{session}", "/projector", "/api/projector")
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
