"""`GET /health` on this computer alone: how the kiosk is, for whoever looks after it. Nothing of visitors is in it."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATH = "/health"
LOOPBACK = "127.0.0.1"
_SILENT_S = 5.0

Health = Mapping[str, object]


class PortTakenError(Exception):
    """Something else answers at the port already, such as the same kiosk."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, ask: Callable[[], tuple[bool, Health]]) -> None:
        self.ask = ask
        super().__init__((LOOPBACK, port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a caller who hung up."""


class _Handler(BaseHTTPRequestHandler):
    timeout = _SILENT_S
    server_version = "kiosk"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:
        if self.path != PATH:
            self._answer(HTTPStatus.NOT_FOUND, {"error": f"there is only {PATH}"})
            return
        is_well, health = self.server.ask()
        self._answer(HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE, health)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (a name of the library)
        """Log nothing: a monitor asks every few seconds."""

    def _answer(self, status: HTTPStatus, body: Health) -> None:
        data = json.dumps(body).encode("ascii") + b"\n"
        self.send_response(status)
        for name, value in (
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(data))),
            ("Cache-Control", "no-store"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serve_health(port: int, ask: Callable[[], tuple[bool, Health]]) -> Iterator[int]:
    """Answer in the background, and yield the port; a port of 0 asks the system for one.

    `ask` returns whether all is well and what to answer; it is called on threads of their own.

    Raises:
        PortTakenError: the port is not free.

    """
    try:
        bound = _Server(port, ask)
    except OSError as error:
        raise PortTakenError(str(error.strerror)) from error
    with bound as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
