"""However suddenly writer or sender end, nothing that was said to be kept is lost, and a store has everything once."""

import json
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen

from game.learning.outbox import Fate, Outbox
from tests.giving.stub import Answer, Asked, served
from tests.learning.judges import KEY, ids_in, ralph_store
from tests.learning.killed import ROOT, killed_after, sender
from tests.learning.runs import all_levels, play, records
from tests.learning.test_sending import some

KILLS = 5
"""The fifty are in scripts/soak_records.py."""
_PATIENCE_S = 60
WRITER = """
import sys
from pathlib import Path
from uuid import uuid4
from game.learning.outbox import Outbox
outbox = Outbox(Path(sys.argv[1]))
while True:
    name = str(uuid4())
    outbox.add([{"id": name}], "run")
    print(name, flush=True)
"""


class Memory:
    """A store in memory: one statement an id. `is_full` is set once it has as many as are to come."""

    def __init__(self, count: int) -> None:
        self.kept: list[str] = []
        self.times = 0
        self.is_full = threading.Event()
        self._count = count
        self._lock = threading.Lock()

    def __call__(self, asked: Asked) -> Answer:
        with self._lock:
            said = json.loads(asked.body)
            self.times += 1
            self.kept += [each["id"] for each in said if each["id"] not in self.kept]
            if len(self.kept) == self._count:
                self.is_full.set()
            return Answer([each["id"] for each in said])


def test_what_was_kept_survives_a_writer_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    said: list[str] = []
    for lines in (1, 7, 20):
        with Popen((sys.executable, "-c", WRITER, str(path)), cwd=ROOT, stdout=PIPE, text=True) as process:
            assert process.stdout is not None
            said += [process.stdout.readline().strip() for _ in range(lines)]
            process.kill()
            said += [line.strip() for line in process.stdout if line.endswith("\n")]
    with closing(Outbox(path)) as outbox:
        found = [each.id for each in outbox.all()]
    assert [each for each in found if each in set(said)] == said
    assert len(found) <= len(said) + 3, "at most the one that was being written"


def test_a_sender_that_is_killed_sends_everything_once(tmp_path: Path) -> None:
    path, told = tmp_path / "outbox.sqlite", [some() for _ in range(1200)]
    memory = Memory(len(told))
    with closing(Outbox(path)) as outbox, served(memory) as stub:
        outbox.add(told, "run")
        chance = Random(7)
        for _ in range(KILLS):
            killed_after(path, stub.address, KEY, chance.uniform(0.0, 0.08))
        with sender(path, stub.address, KEY):
            assert memory.is_full.wait(_PATIENCE_S)
            _wait_until(lambda: outbox.counts()[Fate.PENDING] == 0)
        assert memory.kept == [each["id"] for each in told]
        assert outbox.counts() == {Fate.PENDING: 0, Fate.SENT: len(told), Fate.QUARANTINED: 0}


def test_ralph_has_everything_once_after_kills(tmp_path: Path) -> None:
    path, chance = tmp_path / "outbox.sqlite", Random(11)
    listener = records(path)
    for seed, level in enumerate(all_levels()):
        play(listener, level.id, seed)
    with closing(Outbox(path)) as outbox, ralph_store(tmp_path) as address:
        ids = [each.id for each in outbox.all()]
        for _ in range(KILLS):
            killed_after(path, address, KEY, chance.uniform(0.0, 0.15))
        with sender(path, address, KEY):
            _wait_until(lambda: outbox.counts()[Fate.PENDING] == 0)
        assert sorted(ids_in(tmp_path)) == sorted(ids)
        assert outbox.counts() == {Fate.PENDING: 0, Fate.SENT: len(ids), Fate.QUARANTINED: 0}


def _wait_until(holds: Callable[[], bool]) -> None:
    over, pause = threading.Event(), threading.Event()
    timer = threading.Timer(_PATIENCE_S, over.set)
    timer.start()
    while not holds():
        assert not over.is_set(), "it took too long"
        pause.wait(0.02)
    timer.cancel()
