"""Servers that are no class."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest


@contextmanager
def listening(answer: bytes | None) -> Iterator[str]:
    """Give the address of something that says this to everybody; without an answer it hangs."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        lines: list[socket.socket] = []

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = server.accept()
                    lines.append(line)
                    if answer is not None:
                        line.recv(65536)
                        line.sendall(answer)
                        line.close()

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            server.shutdown(socket.SHUT_RDWR)
            for line in lines:
                line.close()


@pytest.fixture
def hostile() -> Iterator[str]:
    """Give the address of a web server of somebody else."""
    page = b"<p>Welcome to the printer</p>"
    with listening(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(page), page)) as base:
        yield base


@pytest.fixture
def hanging() -> Iterator[str]:
    """Give the address of something that takes calls and never answers."""
    with listening(None) as base:
        yield base
