"""A display of one's own, for measuring and testing real windows."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCREEN = "2000x2000x24"
SCREEN_FILE = "Xvfb_screen0"
"""An X window dump."""
PLENTY_OF_TIME_S = 30


def can_display() -> bool:
    """Whether this computer has what `own_display` needs."""
    return shutil.which("Xvfb") is not None


@contextmanager
def own_display(frames: Path | None = None) -> Iterator[str]:
    """Run an X server without a screen, and yield the name of its display.

    With `frames`, a folder, the server keeps what its screen shows in the file `SCREEN_FILE` there.

    Raises:
        RuntimeError: it did not start.

    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    if frames:
        command += ["-fbdir", str(frames)]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            yield _name(reading)
        finally:
            os.close(reading)
            server.terminate()
            server.wait(PLENTY_OF_TIME_S)


def _name(reading: int) -> str:
    number = b""
    while not number.endswith(b"\n"):
        read = os.read(reading, 16)
        if not read:
            raise RuntimeError("Xvfb ended before it had a display")
        number += read
    return f":{int(number)}"
