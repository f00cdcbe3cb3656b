"""Tells systemd how the kiosk is, by the protocol of sd_notify(3). Elsewhere it tells nobody."""

import socket
from collections.abc import Mapping
from contextlib import suppress

NAMES = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
"""What systemd puts into the environment. It is for the supervisor and not for the games it starts."""
_A_SECOND_US = 1_000_000
_BEATS_A_PERIOD = 4


class Notifier:
    """Sends messages to the socket that the environment names. It never waits and never raises.

    `WATCHDOG_PID` is passed over: under `cage` it is that of `cage`, and the unit takes messages of all its processes.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get(NAMES[0], "")
        self._address = "\0" + address[1:] if address.startswith("@") else address
        period = environment.get(NAMES[1], "")
        self._every_s = int(period) / _A_SECOND_US / _BEATS_A_PERIOD if period.isdecimal() else None
        self._sent_s = float("-inf")

    def ready(self) -> None:
        self._send("READY=1")

    def stopping(self) -> None:
        self._send("STOPPING=1")

    def status(self, text: str) -> None:
        """Say in a few words, for `systemctl status`, how things are."""
        self._send(f"STATUS={text}")

    def watchdog(self, now_s: float) -> None:
        """Say that the supervisor is alive. Call it each time: only as many are sent as are needed."""
        if self._every_s is not None and now_s - self._sent_s >= self._every_s:
            self._sent_s = now_s
            self._send("WATCHDOG=1")

    def _send(self, message: str) -> None:
        family = getattr(socket, "AF_UNIX", None)
        if not self._address or family is None:
            return
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)  # noqa: FBT003 (a method of the library)
            sender.sendto(message.encode(), self._address)
