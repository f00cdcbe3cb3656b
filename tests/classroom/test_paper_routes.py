"""A class is held over the network, and its teacher takes the papers away; nobody else does, and nobody too early."""

import csv
import io
import re
from http import HTTPStatus

import pytest
import requests

from game.classroom.server import Started
from game.content.library import Library
from game.story.level import LevelId

LEVEL = "one-place-left"
PATIENCE_S = 20


class Teacher:
    """A teacher's browser."""

    def __init__(self, started: Started) -> None:
        self.base = started.base
        self.browser = requests.Session()
        self.browser.get(started.key, timeout=PATIENCE_S)

    def get(self, path: str) -> requests.Response:
        return self.browser.get(self.base + path, timeout=PATIENCE_S)

    def post(self, page: str, path: str, **fields: str) -> requests.Response:
        """Send a form of a page."""
        keys = dict(re.findall(r'name="(token|turn)" value="([^"]*)"', self.get(page).text))
        answer = self.browser.post(self.base + path, {**keys, **fields}, timeout=PATIENCE_S)
        assert answer.status_code == HTTPStatus.OK
        return answer

    def open(self) -> str:
        """Open a session and return where it is."""
        return self.post("/console", "/console/sessions", level=LEVEL, pace="together", checks="yes").url.removeprefix(
            self.base
        )

    def go_to(self, session: str, stage: str) -> None:
        self.post(session, f"{session}/stage", to=stage)

    @property
    def code(self) -> str:
        return str(self.get("/api/projector").json()["code"])


class Pupil:
    """A pupil's device."""

    def __init__(self, base: str, code: str) -> None:
        self.base = base
        answer = requests.post(f"{base}/api/join", json={"code": code, "people": 1}, timeout=PATIENCE_S)
        self.head = {"authorization": f"Bearer {answer.json()['token']}"}

    def get(self, path: str) -> requests.Response:
        return requests.get(self.base + path, headers=self.head, timeout=PATIENCE_S)

    def answers(self, library: Library, knows: bool) -> None:
        """Answer every question: rightly, or that one is not sure."""
        right = {
            (question.ask, question.right)
            for message in library.levels[LevelId(LEVEL)].asks
            for question in library.messages[message].checks.values()
        }
        for _ in range(20):
            seen = self.get("/api/seat").json()
            view = seen["view"]
            if view["page"] != "CheckPage":
                return
            answers = [each["text"] if isinstance(each, dict) else each for each in view["answers"]]
            place = next(number for number, text in enumerate(answers) if (view["ask"], text) in right)
            body = {"turn": seen["turn"], "answer": place if knows else None, "sure": 1}
            requests.post(f"{self.base}/api/seat/answer", json=body, headers=self.head, timeout=PATIENCE_S)
        pytest.fail("the questions do not end")


def test_a_teacher_takes_the_papers_away(class_: Started, library: Library) -> None:
    teacher = Teacher(class_)
    session = teacher.open()
    pupils = [Pupil(class_.base, teacher.code) for _ in range(6)]
    for stage, knows in (("before", False), ("story", None), ("after", True)):
        teacher.go_to(session, stage)
        for pupil in pupils:
            if knows is not None:
                pupil.answers(library, knows)
    for path in ("report", "report.pdf", "data.csv", "codebook.csv"):
        assert teacher.get(f"{session}/{path}").status_code == HTTPStatus.CONFLICT
    teacher.go_to(session, "over")

    report = teacher.get(f"{session}/report")
    assert report.status_code == HTTPStatus.OK
    assert "What changed" in report.text
    assert "<td>0%</td><td>100%</td>" in report.text
    assert teacher.get("/static/paper.css").headers["content-type"].startswith("text/css")
    rows = list(csv.DictReader(io.StringIO(teacher.get(f"{session}/data.csv").content.decode())))
    assert ("change", "6", "1.0000") in {(row["measure"], row["n"], row["value"]) for row in rows}
    assert "change" in teacher.get(f"{session}/codebook.csv").text
    for path in (f"{session}/report.pdf?paper=letter", f"/console/lessons/{LEVEL}/plan.pdf"):
        pdf = teacher.get(path)
        assert pdf.headers["content-type"] == "application/pdf"
        assert pdf.headers["content-disposition"].startswith("attachment; filename=")
        assert pdf.content.startswith(b"%PDF-")
    page = teacher.get(session).text
    for path in (f"{session}/report", f"{session}/report.pdf", f"{session}/data.csv", f"{session}/codebook.csv"):
        assert f'href="{path}"' in page


def test_papers_are_for_the_teacher_alone(class_: Started) -> None:
    teacher = Teacher(class_)
    session = teacher.open()
    pupil = Pupil(class_.base, teacher.code)
    teacher.go_to(session, "over")
    papers = [f"{session}/{path}" for path in ("report", "report.pdf", "data.csv", "codebook.csv")]
    for path in (*papers, f"/console/lessons/{LEVEL}", f"/console/lessons/{LEVEL}/plan.pdf"):
        assert pupil.get(path).status_code == HTTPStatus.FORBIDDEN, path
        assert requests.get(class_.base + path, timeout=PATIENCE_S).status_code == HTTPStatus.FORBIDDEN, path


def test_what_is_not_there_is_said(class_: Started) -> None:
    teacher = Teacher(class_)
    for path in ("/console/lessons/no-such-level", "/console/sessions/none/report", "/console/sessions/none/data.csv"):
        assert teacher.get(path).status_code == HTTPStatus.NOT_FOUND


def test_a_lesson_plan_is_a_page_with_its_questions(class_: Started, library: Library) -> None:
    teacher = Teacher(class_)
    page = teacher.get(f"/console/lessons/{LEVEL}")
    assert page.headers["content-security-policy"]
    assert "<style" not in page.text
    assert library.levels[LevelId(LEVEL)].discuss[0].ask in page.text
    assert f'href="/console/lessons/{LEVEL}"' in teacher.get("/console").text
