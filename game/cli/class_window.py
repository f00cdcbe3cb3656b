"""The window for the projector, beside the class that it shows: a program of its own, as on any other computer.

So nothing that happens in the window, a fault of its graphics included, can end the lesson; and the server need not
share its time with pictures.
"""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_START = "from game.cli import main; main()"
_ROOT = Path(__file__).resolve().parents[2]
_END_S = 3.0


class ClassWindow:
    """Starts and ends the window. A window that somebody closed stays closed, and the class goes on."""

    def __init__(self, levels: Path) -> None:
        self._levels = levels
        self._program: subprocess.Popen[str] | None = None

    def open(self, address: str, pin: str) -> None:
        """Show the class at an address."""
        command = [sys.executable, "-c", _START, "project", address, "--pin-from-input"]
        with suppress(OSError):  # the class can be shown from a browser, too
            self._program = subprocess.Popen(  # noqa: S603 (this program, and nothing that comes from elsewhere)
                [*command, "--levels", str(self._levels.resolve())], cwd=_ROOT, stdin=subprocess.PIPE, text=True
            )
            if self._program.stdin:
                self._program.stdin.write(f"{pin}\n")
                self._program.stdin.close()

    def close(self) -> None:
        """End it with the class."""
        if self._program is None or self._program.poll() is not None:
            return
        self._program.terminate()
        try:
            self._program.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._program.kill()
