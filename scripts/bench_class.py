"""Measure a class of 200: `python3 scripts/bench_class.py [--seats N] [--minutes M]`. It takes about two minutes.

The real server is started as a teacher starts it, with its usual limits. Every phone is a line of its own from an
address of its own (127.0.1.1, 127.0.1.2 …: Linux alone has them), keeps a stream open, and does what a browser does
without script: a form, the redirect, the page. All phones run in this process, so the two share what cores there are.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple
from urllib.parse import urlencode

from inside import enter

ROOT = Path(__file__).resolve().parents[1]
VOTE_P99_MS, CONSOLE_MS = 50.0, 200.0
ACTION_EVERY_S = 2.0
VOTING_S = 1.0
_HIDDEN = re.compile(r'name="(token|turn)" value="([^"]*)"')
_ACTION = re.compile(r'name="action" value="([^"]*)"|value="([^"]*)"[^>]*name="action"')
_PICK = re.compile(r'name="(pick\.[^"]*)"[^>]*value="([^"]*)"')
_NOTE = re.compile(r'name="(note\.[^"]*)"[^>]*value="([^"]*)"')


class Write(NamedTuple):
    """A form that was sent, and when it was answered."""

    sent_s: float
    answered_s: float

    @property
    def took_ms(self) -> float:
        """How long the answer took."""
        return (self.answered_s - self.sent_s) * 1000


@dataclass(slots=True)
class Line:
    """A device: one line to the server, and its cookies."""

    host: str
    port: int
    source: str
    cookies: dict[str, str] = field(default_factory=dict)
    page: str = ""
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def ask(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], str]:
        """Send a request and return status, headers and body."""
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(
                self.host, self.port, local_addr=(self.source, 0)
            )
        body = urlencode(fields or {})
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nCookie: {cookies}\r\n"
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        self._writer.write(f"{head}\r\n{body}".encode())
        status, headers = await self._head(self._reader)
        length = int(headers.get("content-length", "0"))
        return status, headers, (await self._reader.readexactly(length)).decode()

    async def open(self, path: str) -> None:
        """Look at a page."""
        status, headers, self.page = await self.ask("GET", path)
        if status == 303:
            await self.open(headers["location"])
        elif status >= 400 and status != 401:
            raise RuntimeError(f"GET {path}: {status}")

    async def send(self, path: str, fields: dict[str, str]) -> tuple[Write, str]:
        """Send a form of the page; return when, and where the answer leads."""
        began = time.perf_counter()
        status, headers, _ = await self.ask("POST", path, {**dict(_HIDDEN.findall(self.page)), **fields})
        write = Write(began, time.perf_counter())
        if status != 303:
            raise RuntimeError(f"POST {path}: {status}")
        return write, headers["location"]

    async def _head(self, reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest if line)}
        if "set-cookie" in headers:
            name, _, value = headers["set-cookie"].split(";")[0].partition("=")
            self.cookies[name] = value
        return int(first.split(" ")[1]), headers

    def watcher(self) -> Line:
        """Return another line of the same device, for a stream."""
        return Line(self.host, self.port, self.source, self.cookies)

    async def watch(self, path: str, told: asyncio.Queue[str] | None = None) -> None:
        """Follow a stream until cancelled."""
        reader, writer = await asyncio.open_connection(self.host, self.port, local_addr=(self.source, 0))
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nCookie: {cookies}\r\n\r\n".encode())
        try:
            while line := await reader.readline():
                if told is not None and line.startswith(b"data: "):
                    told.put_nowait(line.removeprefix(b"data: ").decode().strip())
        finally:
            writer.close()


@dataclass(slots=True)
class Console:
    """The teacher's page, loaded again whenever its stream says so."""

    line: Line
    session: str = ""
    loaded: list[tuple[float, int]] = field(default_factory=list)
    """When it was loaded, and the entry of the journal it shows."""

    async def begin(self, level: str, pace: str) -> str:
        """Open a session and return its code."""
        await self.line.open("/console")
        _, where = await self.line.send("/console/sessions", {"level": level, "pace": pace})
        self.session = where.rpartition("/")[2]
        return str((await self.shown())["code"])

    async def shown(self) -> dict[str, object]:
        """Return what the projector shows."""
        found: dict[str, object] = json.loads((await self.line.ask("GET", "/api/projector"))[2])
        return found

    async def do(self, what: str, fields: dict[str, str]) -> None:
        """Send a form of the session."""
        await self.line.open(f"/console/sessions/{self.session}")
        _, where = await self.line.send(f"/console/sessions/{self.session}/{what}", fields)
        if "notice" in where:
            raise RuntimeError(where)

    def delays(self, writes: list[Write], before: int) -> list[float]:
        """Return how long it took in ms from each tap until the page was loaded that shows it.

        Writes are answered in the order in which they stand in the journal, after the first `before` entries.
        """
        loads, found = iter(self.loaded), []
        at, entry = next(loads)
        for place, write in enumerate(sorted(writes, key=lambda each: each.answered_s), start=1):
            while entry < before + place:
                at, entry = next(loads)
            found.append((at - write.sent_s) * 1000)
        return found

    async def follow(self) -> None:
        """Load the page after every version, as its script does."""
        told: asyncio.Queue[str] = asyncio.Queue()
        path = f"/console/sessions/{self.session}"
        watching = asyncio.create_task(self.line.watcher().watch(f"{path}/events", told))
        page = self.line.watcher()
        try:
            while True:
                version = await told.get()
                while not told.empty():
                    version = told.get_nowait()
                await page.open(path)
                found = re.search(r'data-version="[^-"]*-(\d+)-', page.page)
                self.loaded.append((time.perf_counter(), int(found[1]) if found else int(version.split("-")[1])))
        finally:
            watching.cancel()


async def joined(host: str, port: int, number: int, code: str) -> Line:
    """Return a phone that has a seat."""
    phone = Line(host, port, f"127.0.1.{number + 1}" if number < 250 else f"127.0.2.{number - 249}")
    await phone.open("/")
    await phone.send("/join", {"code": code})
    await phone.open("/seat")
    return phone


async def vote(phone: Line, at: float) -> Write:
    """Vote at a moment."""
    picks: dict[str, str] = {}
    for name, value in _PICK.findall(phone.page):
        picks.setdefault(name, value)
    await asyncio.sleep(max(0.0, at - time.perf_counter()))
    write, where = await phone.send("/seat/vote", picks)
    if "notice" in where:
        raise RuntimeError(where)
    await phone.open(where)
    return write


async def play(phone: Line, until: float, chance: random.Random) -> list[Write]:
    """Do one thing every two seconds."""
    writes = []
    await asyncio.sleep(chance.random() * ACTION_EVERY_S)
    while (began := time.perf_counter()) < until:
        notes: dict[str, str] = {}
        for name, value in _NOTE.findall(phone.page):
            notes.setdefault(name, value)
        if notes:
            write, where = await phone.send("/seat/notes", notes)
        else:
            choices = [unescape(one or two) for one, two in _ACTION.findall(phone.page)]
            write, where = await phone.send("/seat/act", {"action": chance.choice(choices) if choices else "go-on"})
        writes.append(write)
        await phone.open(where)
        if 'data-page="WaitPage"' in phone.page:
            break
        await asyncio.sleep(max(0.0, began + ACTION_EVERY_S * chance.uniform(0.9, 1.1) - time.perf_counter()))
    return writes


async def measure_votes(console: Console, host: str, port: int, seats: int) -> bool:
    """200 votes within one second, each phone with its stream and the console following."""
    code = await console.begin("village-offer", "together")
    phones = [await joined(host, port, number, code) for number in range(seats)]
    await console.do("stage", {"to": "story"})
    streams = [asyncio.create_task(phone.watcher().watch("/events")) for phone in phones]
    follow = asyncio.create_task(console.follow())
    for phone in phones:
        await phone.open("/seat")
    await asyncio.sleep(2)
    before = console.loaded[-1][1]
    chance, start = random.Random(1), time.perf_counter() + 0.5
    votes = await asyncio.gather(*(vote(phone, start + chance.random() * VOTING_S) for phone in phones))
    await asyncio.sleep(1)
    story = (await console.shown())["story"]
    counted = story["voted"] if isinstance(story, dict) else 0
    delays = console.delays(votes, before)
    good = told(f"{seats} votes in a second: answer", [write.took_ms for write in votes], VOTE_P99_MS)
    good &= told("console shows it, from the tap", delays, CONSOLE_MS)
    print(f"votes counted: {counted} of {seats}")
    await _ended(*streams, follow)
    return good and counted == seats


async def measure_own(console: Console, host: str, port: int, seats: int, minutes: float) -> bool:
    """200 players at their own pace, one action every two seconds."""
    console.loaded.clear()
    code = await console.begin("village-offer", "own")
    phones = [await joined(host, port, number, code) for number in range(seats)]
    await console.do("stage", {"to": "story"})
    streams = [asyncio.create_task(phone.watcher().watch("/events")) for phone in phones]
    follow = asyncio.create_task(console.follow())
    for phone in phones:
        await phone.open("/seat")
    until = time.perf_counter() + minutes * 60
    played = await asyncio.gather(*(play(phone, until, random.Random(number)) for number, phone in enumerate(phones)))
    await asyncio.sleep(1)
    writes, before = [write for each in played for write in each], seats + 2  # the beginning, the seats, the stage
    good = told(f"{seats} at their own pace: answer", [write.took_ms for write in writes], VOTE_P99_MS)
    good &= told("console shows it, from the tap", console.delays(writes, before), CONSOLE_MS)
    kept = console.loaded[-1][1] - before
    print(f"actions in the journal: {kept} of {len(writes)}")
    await _ended(*streams, follow)
    return good and kept == len(writes)


async def _ended(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task


def told(name: str, values_ms: list[float], most: float) -> bool:
    """Print a distribution; return whether its p99 is within the target."""
    p99 = quantiles(values_ms, n=100)[98]
    verdict = "ok" if p99 <= most else "over"
    spread = f"p50 {median(values_ms):6.1f}  p99 {p99:6.1f}  max {max(values_ms):6.1f} ms"
    print(f"{name:<52} {spread}   <= {most:.0f}: {verdict}")
    return p99 <= most


def main() -> None:
    """Start the server, measure, and print."""
    enter()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seats", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=0.75)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            str(ROOT / "main.py"),
            "class",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--data",
            folder,
        ]
        with subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True) as server:
            first = server.stdout.readline() if server.stdout else ""
            found = re.search(r"open 127\.0\.0\.1:(\d+) .* PIN (\d{6})", first)
            try:
                if found is None:
                    raise SystemExit(f"the class did not start: {first}")
                asyncio.run(_in_with_pin("127.0.0.1", int(found[1]), found[2], given.seats, given.minutes))
                used = Path(f"/proc/{server.pid}/stat").read_text().split()
                print(f"the server used {(int(used[13]) + int(used[14])) / 100:.1f} s of a core")
            finally:
                server.terminate()


async def _in_with_pin(host: str, port: int, pin: str, seats: int, minutes: float) -> None:
    teacher = Line(host, port, "127.0.3.1")
    await teacher.open("/console")
    await teacher.send("/console/enter", {"pin": pin})
    console = Console(teacher)
    good = await measure_votes(console, host, port, seats)
    await console.do("stage", {"to": "over"})
    good &= await measure_own(console, host, port, seats, minutes)
    print("all targets are met" if good else "a target is missed")


if __name__ == "__main__":
    main()
