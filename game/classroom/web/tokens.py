"""Who somebody is: tokens on devices, and digests of them here. A token is random, and is kept on its device alone."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from typing import Final

from game.classroom.ids import SessionId

_FORM: Final = re.compile(r"[A-Za-z0-9_-]{32,64}")
_PIN_DIGITS: Final = 6


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(24)


def is_token(text: str) -> bool:
    """Say whether a text has the form of a token."""
    return bool(_FORM.fullmatch(text))


def seat_digest(session: SessionId, token: str) -> str:
    """Return what is kept of a seat's token. In another session the same device has another digest."""
    return hashlib.sha256(f"{session}/{token}".encode()).hexdigest()


def new_pin() -> str:
    """Return a PIN for the teacher."""
    return f"{secrets.randbelow(10**_PIN_DIGITS):0{_PIN_DIGITS}}"


class FormTokens:
    """Proves that a form was made for the device that sends it. The secret stays the same over restarts."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, token: str) -> str:
        """Return the token of forms for a device."""
        return hmac.new(self._secret, token.encode(), hashlib.sha256).hexdigest()[:32]

    def fits(self, given: str, token: str) -> bool:
        """Say whether a form has the token of the device that sends it."""
        return bool(token) and hmac.compare_digest(_encoded(given), self.of(token).encode())


class Teachers:
    """The devices of teachers: those that knew the PIN, or opened the link that is good once."""

    def __init__(self, digests: Iterable[str], pin: str) -> None:
        self._digests = set(digests)
        self._pin = pin
        self._key: str | None = new_token()

    @property
    def key(self) -> str:
        """The link that is good once; empty once it was used."""
        return self._key or ""

    def is_pin(self, given: str) -> bool:
        """Say whether this is the PIN."""
        return hmac.compare_digest(_encoded(given), self._pin.encode())

    def use_key(self, given: str) -> bool:
        """Say whether this is the key, and let it be good no more."""
        is_right = self._key is not None and hmac.compare_digest(_encoded(given), self._key.encode())
        if is_right:
            self._key = None
        return is_right

    def knows(self, token: str) -> bool:
        """Say whether a token is a teacher's."""
        return bool(token) and teacher_digest(token) in self._digests

    def add(self, token: str) -> str:
        """Let a device be a teacher's; return the digest to keep."""
        digest = teacher_digest(token)
        self._digests.add(digest)
        return digest

    def remove(self, token: str) -> str:
        """Let a device be a teacher's no more; return its digest."""
        digest = teacher_digest(token)
        self._digests.discard(digest)
        return digest


def teacher_digest(token: str) -> str:
    """Return what is kept of a teacher's token."""
    return hashlib.sha256(f"teacher/{token}".encode()).hexdigest()


def _encoded(given: str) -> bytes:
    """Return a text that anybody may have sent: JSON can hold halves of letters, which nothing here is equal to."""
    return given.encode(errors="replace")
