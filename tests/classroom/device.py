"""A phone and a teacher's browser, as far as forms and cookies go: what works here works with script off."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from typing import Any

import requests

_FIELD = re.compile(r"<(?:input|button)\b[^>]*>")
_NAME, _VALUE = re.compile(r'\bname="([^"]*)"'), re.compile(r'\bvalue="([^"]*)"')
PATIENCE_S = 20


class Device:
    """Keeps cookies, and the page it looks at."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.http = requests.Session()
        self.page = ""
        self.status = 0
        self.url = ""

    def get(self, path: str) -> str:
        """Open a page, and look at it."""
        return self._seen(self.http.get(self.base + path, timeout=PATIENCE_S))

    def post(self, path: str, fields: Mapping[str, object] | None = None, **more: object) -> str:
        """Send a form of the page, with what it sends along unseen, and look at what comes after."""
        return self._seen(self.send(path, {**(fields or {}), **more}))

    def send(self, path: str, fields: Mapping[str, object]) -> requests.Response:
        """Send a form without looking at the answer."""
        hidden = {name: self.hidden(name) for name in ("token", "turn")}
        return self.http.post(self.base + path, data={**hidden, **fields}, timeout=PATIENCE_S)

    def hidden(self, name: str) -> str:
        """Return the value of a field of the page."""
        return next(value for field, value in self.fields() if field == name)

    def fields(self) -> Iterator[tuple[str, str]]:
        """Yield the fields of the page with their values."""
        for tag in _FIELD.findall(self.page):
            name, value = _NAME.search(tag), _VALUE.search(tag)
            if name:
                yield unescape(name[1]), unescape(value[1]) if value else ""

    def values(self, name: str) -> list[str]:
        """Return what can be picked in a field of the page."""
        return [value for field, value in self.fields() if field == name]

    @property
    def kind(self) -> str:
        """The name of the view that the page shows."""
        found = re.search(r'data-page="(\w+)"', self.page)
        return found[1] if found else ""

    @property
    def version(self) -> str:
        """What the page says of its state."""
        found = re.search(r'data-version="([^"]*)"', self.page)
        return found[1] if found else ""

    def _seen(self, answer: requests.Response) -> str:
        self.page, self.status, self.url = answer.text, answer.status_code, answer.url.removeprefix(self.base)
        return self.page

    @contextmanager
    def stream(self, path: str) -> Iterator[Iterator[str]]:
        """Give the versions that a stream tells."""
        with self.http.get(self.base + path, stream=True, timeout=PATIENCE_S) as answer:
            assert answer.status_code == 200
            lines = answer.iter_lines(chunk_size=1, decode_unicode=True)
            yield (line.removeprefix("data: ") for line in lines if line.startswith("data: "))


class Phone(Device):
    """A pupil's."""

    def join(self, code: str, people: int = 1) -> "Phone":
        """Take a seat."""
        self.get("/")
        self.post("/join", code=code, people=people)
        return self

    def vote(self, place: int = 0) -> str:
        """Vote for the option of each poll with this place."""
        self.get("/seat")
        fields = dict.fromkeys(name for name, _ in self.fields() if name.startswith("pick."))
        picks = {name: (values := self.values(name))[place % len(values)] for name in fields}
        return self.post("/seat/vote", picks)


class Teacher(Device):
    """The console."""

    session = ""

    def enter(self, pin: str) -> "Teacher":
        """Come in with the PIN."""
        self.get("/console")
        self.post("/console/enter", pin=pin)
        return self

    def open(self, level: str = "village-offer", pace: str = "together", *, checks: bool = False) -> str:
        """Begin a session, and return its code."""
        self.get("/console")
        self.post("/console/sessions", {"level": level, "pace": pace, **({"checks": "yes"} if checks else {})})
        self.session = self.url.rpartition("/")[2]
        return self.code

    def do(self, what: str, fields: Mapping[str, object] | None = None, **more: object) -> str:
        """Look at the session, and send one of its forms."""
        self.look()
        return self.post(f"/console/sessions/{self.session}/{what}", fields, **more)

    def look(self) -> str:
        """Look at the session."""
        return self.get(f"/console/sessions/{self.session}")

    @property
    def code(self) -> str:
        """The code of the open session."""
        return str(self.shown()["code"])

    def shown(self) -> dict[str, Any]:
        """What the projector shows."""
        answer: dict[str, Any] = self.http.get(f"{self.base}/api/projector", timeout=PATIENCE_S).json()
        return answer
