"""A sender in a process of its own, for those who kill it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE_S: Final = 60
_SENDER: Final = """
import base64, sys, threading
from pathlib import Path
from game.learning.begin import sending_worker
from game.learning.store import Store
from game.network.route import Route
path, address, key = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
worker = sending_worker(path, Route(address, "Basic " + base64.b64encode(key.encode()).decode()))
print("ready", flush=True)
sys.stdin.readline()
worker.start()
threading.Event().wait()
"""


@contextmanager
def sender(path: Path, address: str, key: str) -> Iterator[Popen[str]]:
    """Give a process that has begun to send what is in an outbox; it is killed at the end, wherever it is."""
    command = (sys.executable, "-c", _SENDER, str(path), address, key)
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            process.stdin.write("\n")
            process.stdin.flush()
            yield process
        finally:
            process.kill()


def killed_after(path: Path, address: str, key: str, seconds: float) -> None:
    """Let a sender send for so long."""
    with sender(path, address, key) as process:
        try:
            process.wait(seconds)
        except TimeoutExpired:
            process.kill()
