"""A network on which some answers get lost after the class has done what was asked."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from random import Random

OFTEN = 0.25
_LONGEST = 1_000_000


class Flaky:
    """Hands calls on to a class. While it `loses`, it cuts one line in four or so before the answer comes back."""

    def __init__(self, there: tuple[str, int], chance: Random) -> None:
        self.loses = False
        self.lost = 0
        self._there = there
        self._chance = chance
        self._server = socket.create_server(("127.0.0.1", 0))

    @property
    def base(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def serve(self) -> None:
        """Hand on until it is closed."""
        with suppress(OSError):
            while True:
                line, _ = self._server.accept()
                threading.Thread(target=self._hand_on, args=(line,), daemon=True).start()

    def close(self) -> None:
        """End."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _hand_on(self, line: socket.socket) -> None:
        with line, socket.create_connection(self._there) as beyond, suppress(OSError):
            asked = _request(line)
            host = f"127.0.0.1:{self._server.getsockname()[1]}".encode()
            beyond.sendall(asked.replace(host, f"{self._there[0]}:{self._there[1]}".encode(), 1))
            answer = b""
            while part := beyond.recv(65536):
                answer += part
            if self.loses and self._chance.random() < OFTEN:
                self.lost += 1
            else:
                line.sendall(answer)


def _request(line: socket.socket) -> bytes:
    """Return a whole request: its head says how long its body is."""
    said = b""
    while b"\r\n\r\n" not in said and len(said) < _LONGEST:
        said += line.recv(65536)
    head, _, body = said.partition(b"\r\n\r\n")
    wanted = next((int(each[15:]) for each in head.lower().split(b"\r\n") if each.startswith(b"content-length:")), 0)
    while len(body) < wanted:
        body += line.recv(65536)
    return head + b"\r\n\r\n" + body


@contextmanager
def flaky(base: str, chance: Random) -> Iterator[Flaky]:
    """Put it before the class at an address."""
    host, _, port = base.removeprefix("http://").rpartition(":")
    made = Flaky((host, int(port)), chance)
    threading.Thread(target=made.serve, daemon=True).start()
    try:
        yield made
    finally:
        made.close()
