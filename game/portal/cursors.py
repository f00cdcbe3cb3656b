"""Where a list goes on: a cursor that only this portal can write, good for a day and for the same filters."""

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass

from game.portal.clock import Clock
from game.portal.problems import Kind, RefusedError

_GOOD_FOR_S = 24 * 60 * 60
_TAG_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Cursors:
    """Writes and reads cursors."""

    secret: bytes
    clock: Clock

    def write(self, after: str, filters: str) -> str:
        """Return the cursor of the page that begins behind the campaign with an id."""
        told = json.dumps([after, filters, int(self.clock.now())]).encode()
        return base64.urlsafe_b64encode(self._tag(told) + told).decode()

    def read(self, cursor: str, filters: str) -> str:
        """Return the id of the campaign behind which the page begins.

        Raises:
            RefusedError: the cursor is not ours, too old, or of a list with other filters.

        """
        try:
            raw = base64.b64decode(cursor.encode(), altchars=b"-_", validate=True)
        except (UnicodeEncodeError, binascii.Error, ValueError):
            raise _bad("is not a cursor of this portal") from None
        tag, told = raw[:_TAG_LENGTH], raw[_TAG_LENGTH:]
        if not hmac.compare_digest(tag, self._tag(told)):
            raise _bad("is not a cursor of this portal")
        after, of_filters, written = json.loads(told)
        if not 0 <= self.clock.now() - written < _GOOD_FOR_S:
            raise _bad("is too old")
        if of_filters != filters:
            raise _bad("belongs to a list with other filters")
        return str(after)

    def _tag(self, told: bytes) -> bytes:
        return hmac.digest(self.secret, b"cursor" + told, hashlib.sha256)[:_TAG_LENGTH]


def _bad(why: str) -> RefusedError:
    return RefusedError(Kind.MALFORMED, errors=[{"parameter": "cursor", "detail": why}])
