"""Lessons, as they go: a teacher's browser and phones, with script off."""

import requests

from game.classroom.desk import Desk
from game.classroom.publisher import Publisher
from game.classroom.server import Options, Started, serving
from game.classroom.session.session import Session
from game.classroom.store.store import Store
from tests.classroom.conftest import PIN
from tests.classroom.device import PATIENCE_S, Phone, Teacher

MOST_STEPS = 400
VOTED_BY_ALL = 3
"""So many rounds; then one phone is enough."""


def kept(options: Options) -> Session:
    """Return the open session as the journal has it, once the server has ended."""
    store = Store(options.folder)
    try:
        session = Desk(store, options.library, Publisher(None)).session
    finally:
        store.close()
    assert session is not None
    return session


def test_a_class_plays_a_story_together_to_its_end(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open("boat-and-basket", checks=True)
    phones = [Phone(class_.base).join(code) for _ in range(5)]
    assert {phone.kind for phone in phones} == {"WaitPage"}
    teacher.do("stage", to="before")
    for phone in phones:
        answer_all(phone)
    assert teacher.shown()["finished"] == len(phones)
    teacher.do("stage", to="story")
    kinds = set()
    for step in range(MOST_STEPS):
        story = teacher.shown()["story"]
        if story["has_ended"]:
            break
        kinds.add("task" if story["task"] else "offers" if story["offers"] else "choice")
        phones[0].get("/seat")
        if any(name.startswith("pick.") for name, _ in phones[0].fields()):
            for phone in phones if step < VOTED_BY_ALL else phones[:1]:
                phone.vote(step)
            teacher.do("reveal")
            teacher.do("take", majority="yes")
        else:
            teacher.do("go-on")
        assert "notice=" not in teacher.url
    assert teacher.shown()["story"]["has_ended"]
    assert kinds == {"task", "offers", "choice"}
    teacher.do("stage", to="after")
    for phone in phones:
        answer_all(phone)
    teacher.do("show-answers", moment="after", shown="yes")
    assert [row["counts"] is None for check in teacher.shown()["checks"] for row in check["questions"]]
    teacher.do("stage", to="over")
    phones[0].get("/seat")
    assert (phones[0].kind, phones[0].status) == ("WaitPage", 200)


def test_somebody_plays_alone_with_forms(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open("first-month", "own", checks=True))
    teacher.do("stage", to="story")
    kinds = set()
    for step in range(MOST_STEPS):
        phone.get("/seat")
        kinds.add(phone.kind)
        if phone.kind == "CheckPage":
            phone.post("/seat/answer", answer=0, sure=1)
        elif notes := dict.fromkeys(name for name, _ in phone.fields() if name.startswith("note.")):
            phone.post("/seat/notes", {name: phone.values(name)[distinct(place)] for place, name in enumerate(notes)})
        elif phone.kind in ("StoryPage", "EndPage"):
            choices = [value for value in phone.values("action") if value != "go-on"]
            phone.post("/seat/act", action=choices[step % len(choices)] if choices else "go-on")
        else:
            break
        assert "notice=" not in phone.url, phone.url
    assert kinds == {"CheckPage", "StoryPage", "EndPage", "WaitPage"}
    assert teacher.shown()["finished"] == 1


def distinct(place: int) -> int:
    """Pick another option for every part, so that tasks which take each option once are content, too."""
    return place


def test_the_same_form_twice_counts_once_and_an_older_page_changes_nothing(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open(pace="own"))
    teacher.do("stage", to="story")
    phone.get("/seat")
    first = {"action": phone.values("action")[0]}
    twice = [phone.send("/seat/act", first) for _ in range(2)]
    assert [answer.url.removeprefix(class_.base) for answer in twice] == ["/seat", "/seat"]
    assert twice[0].text == twice[1].text
    older = phone.send("/seat/act", {"action": phone.values("action")[1]})
    assert older.url.endswith("/seat?notice=old-page")


def test_a_vote_counts_once_and_nobody_sees_it_before_it_is_revealed(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open()
    phones = [Phone(class_.base).join(code) for _ in range(6)]
    teacher.do("stage", to="story")
    for phone in phones:
        phone.vote()
    phones[0].vote(1)
    assert teacher.shown()["story"]["voted"] == 6
    assert all(option["votes"] is None for option in options_of(teacher))
    teacher.do("reveal")
    assert [option["votes"] for option in options_of(teacher)][:2] == [6, 0]
    phones[0].get("/seat")
    late = Phone(class_.base).join(code)
    late.get("/seat")
    assert (
        not late.values("pick.choice") or "notice=" in late.post("/seat/vote", {"pick.choice": "say-yes"}) or late.url
    )
    assert teacher.shown()["story"]["voted"] == 6


def test_votes_of_a_small_group_are_not_broken_down(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open()
    phones = [Phone(class_.base).join(code) for _ in range(3)]
    teacher.do("stage", to="story")
    for phone in phones:
        phone.vote()
    teacher.do("reveal")
    first = options_of(teacher)[0]
    assert (first["votes"], first["is_ahead"]) == (None, False)


def test_raised_hands_are_counted_like_votes(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    teacher.open()
    teacher.do("stage", to="story")
    second = options_of(teacher)[1]["value"]
    teacher.look()
    teacher.post(f"/console/sessions/{teacher.session}/hands", {"round": 1, f"hands.pick.choice.{second}": 17})
    teacher.do("reveal")
    assert options_of(teacher)[1]["votes"] == 17
    teacher.do("take", majority="yes")
    assert teacher.shown()["story"]["playthrough"]["actions"] == [second]


def test_whoever_comes_late_or_comes_back_has_a_seat(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open()
    phone = Phone(class_.base).join(code, people=2)
    teacher.do("stage", to="story")
    late = Phone(class_.base).join(code)
    assert late.kind == "VotePage"
    again = Phone(class_.base)
    again.http.cookies.update(phone.http.cookies)
    again.get("/")
    assert (again.url, again.kind) == ("/seat", "VotePage")
    again.join(code)
    assert (teacher.shown()["seats"], teacher.shown()["people"]) == (2, 3)


def test_a_closed_seat_is_closed_and_can_be_taken_anew(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open()
    phone, other = Phone(class_.base).join(code), Phone(class_.base).join(code)
    teacher.do("stage", to="story")
    phone.vote()
    other.vote()
    teacher.look()
    seat = next(part for part in teacher.page.split("/seats/")[1:]).split("/")[0]
    teacher.do(f"seats/{seat}/close")
    assert (teacher.shown()["seats"], teacher.shown()["story"]["voted"]) == (1, 1)
    phone.get("/seat")
    assert (phone.status, phone.kind) == (401, "GoodbyePage")
    phone.join(code)
    assert (phone.kind, teacher.shown()["seats"]) == ("VotePage", 2)


def test_all_stop_for_a_talk_and_go_on(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open(pace="own"))
    teacher.do("stage", to="story")
    phone.get("/seat")
    action = phone.values("action")[0]
    teacher.do("freeze", frozen="yes", prompt=0)
    phone.post("/seat/act", action=action)
    assert (phone.kind, phone.url) == ("WaitPage", "/seat?notice=not-fitting")
    assert teacher.shown()["prompt"]
    teacher.do("freeze", frozen="no")
    phone.get("/seat")
    phone.post("/seat/act", action=action)
    assert (phone.kind, phone.url) == ("StoryPage", "/seat")


def test_two_teachers_do_not_break_each_other(class_: Started) -> None:
    one = Teacher(class_.base).enter(PIN)
    code = one.open()
    two = Teacher(class_.base).enter(PIN)
    two.session = one.session
    for phone in [Phone(class_.base).join(code) for _ in range(3)]:
        assert phone.kind == "WaitPage"
    one.do("stage", to="story")
    one.look()
    two.look()
    choices = [option["value"] for option in options_of(one)][:2]
    path = f"/console/sessions/{one.session}/take"
    one.post(path, {"pick.choice": choices[0]})
    two.post(path, {"pick.choice": choices[1]})
    assert two.url.endswith("?notice=old-page")
    two.get("/console")
    two.post("/console/sessions", level="too-good-job", pace="own")
    assert two.url == "/console?notice=one-session"
    assert one.shown()["story"]["playthrough"]["actions"] == [choices[0]]


def test_sessions_follow_each_other_and_are_deleted(class_: Started, options: Options) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    first = teacher.session
    teacher.do("stage", to="over")
    phone.get("/seat")
    assert (phone.kind, phone.status) == ("WaitPage", 200)
    code = teacher.open("too-good-job", "own")
    phone.join(code)
    assert phone.url == "/seat"
    assert teacher.get("/console").count("/console/sessions/") >= 2
    teacher.post(f"/console/sessions/{first}/delete", sure="yes")
    assert first not in teacher.get("/console")
    teacher.get(f"/console/sessions/{first}")
    assert teacher.status == 404
    assert first.encode() not in b"".join(file.read_bytes() for file in options.folder.iterdir())


def test_a_server_that_starts_again_goes_on(options: Options) -> None:
    with serving(options) as started:
        teacher = Teacher(started.base).enter(PIN)
        phone = Phone(started.base).join(teacher.open())
        teacher.do("stage", to="story")
        phone.vote()
    with serving(options) as started:
        phone.base = teacher.base = started.base
        phone.get("/seat")
        assert phone.kind == "VotePage"
        assert teacher.shown()["story"]["voted"] == 1
        teacher.do("reveal")
        assert teacher.status == 200
    assert kept(options).together.is_revealed


def test_a_stream_tells_the_version_of_the_page(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    phone = Phone(class_.base).join(teacher.open())
    teacher.do("stage", to="story")
    phone.get("/seat")
    with phone.stream("/events") as versions:
        assert next(versions) == phone.version
        teacher.do("reveal")
        told = next(versions)
    phone.get("/seat")
    assert told == phone.version


def test_a_desktop_plays_with_json(class_: Started) -> None:
    teacher = Teacher(class_.base).enter(PIN)
    code = teacher.open("village-offer", "own")
    about = call(class_, "GET", "class").json()
    assert call(class_, "POST", "join", {"code": code, "level_version": "0"}).status_code == 409
    wish = {"code": code, "level_version": about["level_version"], "token": "a" * 32}
    joined = [call(class_, "POST", "join", wish) for _ in range(2)]
    assert joined[0].json()["seat"] == joined[1].json()["seat"]
    token = joined[0].json()["token"]
    assert call(class_, "GET", "seat", token=token).json()["view"]["page"] == "WaitPage"
    teacher.do("stage", to="story")
    turn = call(class_, "GET", "seat", token=token).json()["turn"]
    step = {"turn": turn, "keep": 0, "actions": ["mother-first", "sleep"], "explained": False}
    twice = [call(class_, "POST", "seat/story", step, token=token) for _ in range(2)]
    assert [each.json()["story"]["actions"] for each in twice] == [step["actions"]] * 2
    wrong = {"turn": turn + 1, "keep": 2, "actions": ["fly"], "explained": False}
    assert call(class_, "POST", "seat/story", wrong, token=token).status_code == 409
    back = {"turn": turn + 1, "keep": 1, "actions": [], "explained": False}
    assert call(class_, "POST", "seat/story", back, token=token).json()["story"]["actions"] == ["mother-first"]
    assert call(class_, "POST", "seat/leave", {}, token=token).status_code == 204
    assert call(class_, "GET", "seat", token=token).status_code == 401


def call(class_: Started, method: str, path: str, body: object = None, token: str = "") -> requests.Response:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.request(method, f"{class_.base}/api/{path}", json=body, headers=headers, timeout=PATIENCE_S)


def options_of(teacher: Teacher) -> list[dict[str, object]]:
    found: list[dict[str, object]] = teacher.shown()["story"]["polls"][0]["options"]
    return found


def answer_all(phone: Phone) -> None:
    phone.get("/seat")
    while phone.kind == "CheckPage":
        phone.post("/seat/answer", answer=0, sure=2)
