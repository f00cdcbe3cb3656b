"""A store in memory, and how to wait for what another thread or process does."""

import json
import threading
from collections.abc import Callable

from tests.giving.stub import Answer, Asked

_PATIENCE_S = 60


class Memory:
    """Keeps one statement an id. `is_full` is set once it has as many as are to come."""

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


def wait_until(holds: Callable[[], bool]) -> None:
    over, pause = threading.Event(), threading.Event()
    timer = threading.Timer(_PATIENCE_S, over.set)
    timer.start()
    while not holds():
        assert not over.is_set(), "it took too long"
        pause.wait(0.02)
    timer.cancel()
