"""Where a class is: what somebody reads off the projector and types, or pastes."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from game.classroom.session.join_code import as_typed

PORT: Final = 8470
"""The port of a class if none is named."""
_NAME: Final = re.compile(r"[A-Za-z0-9.:_-]{1,253}")
_JOIN: Final = re.compile(r"/join/([A-Za-z]{4})/?")


class BadAddressError(ValueError):
    """Nobody can find a class by what was given."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a class is."""

    base: str
    """Such as http://192.168.1.20:8470."""
    code: str = ""
    """The code, if the address was that of a QR code."""

    @property
    def shown(self) -> str:
        """The address as people write it."""
        return self.base.removeprefix("http://")


def place_in(text: str) -> Place:
    """Return what an address says: 192.168.1.20, 192.168.1.20:8470, http://192.168.1.20:8470/join/ABCD.

    Raises:
        BadAddressError: it is none.

    """
    given = text.strip()
    try:
        parts = urlsplit(given if "://" in given else f"//{given}")
        host, port = parts.hostname or "", parts.port or PORT
    except ValueError as error:
        raise BadAddressError(text) from error
    is_plain = parts.scheme in ("", "http") and not (parts.query or parts.fragment or parts.username or parts.password)
    code = _JOIN.fullmatch(parts.path)
    if not is_plain or not _NAME.fullmatch(host) or not (code or parts.path in ("", "/")):
        raise BadAddressError(text)
    return Place(f"http://{f'[{host}]' if ':' in host else host}:{port}", as_typed(code[1]) if code else "")
