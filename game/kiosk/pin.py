"""The PIN with which staff leave the kiosk: kept as a slow, salted hash, so that the file does not tell it."""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from itertools import pairwise

SHORTEST, LONGEST = 6, 12
FORM = r"^scrypt\$([0-9]{1,6})\$([0-9]{1,2})\$([0-9])\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$"
"""What a hash looks like in the configuration."""

_COST, _BLOCK, _LANES = 2**14, 8, 1
_MOST_COST, _MOST_BLOCK, _MOST_LANES = 2**17, 16, 4
_SALT_BYTES, _HASH_BYTES = 16, 32
_SPARE_BYTES = 1024 * 1024
_HASH = re.compile(FORM)
_NO_HASH = "this is not a line made by `kiosk pin`"


class BadPinError(ValueError):
    """Digits that cannot be a PIN, or a text that is no hash of one. The message repeats neither."""


@dataclass(frozen=True, slots=True)
class PinHash:
    """The hash of a PIN, made by `hash_of`. It is not shown when it is printed."""

    cost: int
    block: int
    lanes: int
    salt: bytes = field(repr=False)
    digest: bytes = field(repr=False)

    def fits(self, pin: str) -> bool:
        """Return whether this is the PIN. Takes some 50 ms, whatever is given."""
        given = _digest(pin, self.salt, self.cost, self.block, self.lanes)
        return hmac.compare_digest(given, self.digest)

    def written(self) -> str:
        """Return the hash as it stands in the configuration."""
        salt, digest = (base64.b64encode(each).decode("ascii") for each in (self.salt, self.digest))
        return f"scrypt${self.cost}${self.block}${self.lanes}${salt}${digest}"


def hash_of(pin: str, salt: bytes | None = None) -> PinHash:
    """Return the hash of a new PIN.

    Raises:
        BadPinError: it is not of 6 to 12 digits, or it is among the first that anybody tries.

    """
    if not (pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST):
        raise BadPinError(f"a PIN has {SHORTEST} to {LONGEST} digits and nothing else")
    if len({int(after) - int(before) for before, after in pairwise(pin)}) == 1:
        raise BadPinError("digits that are all the same or follow each other are what everybody tries first")
    salt = secrets.token_bytes(_SALT_BYTES) if salt is None else salt
    return PinHash(_COST, _BLOCK, _LANES, salt, _digest(pin, salt, _COST, _BLOCK, _LANES))


def read_hash(text: str) -> PinHash:
    """Return the hash that `PinHash.written` wrote.

    Raises:
        BadPinError: the text is none, or would take a kiosk too long to compare with.

    """
    found = _HASH.fullmatch(text)
    if found is None:
        raise BadPinError(_NO_HASH)
    cost, block, lanes = map(int, found.groups()[:3])
    try:
        salt, digest = (base64.b64decode(part, validate=True) for part in found.groups()[3:])
    except binascii.Error:
        raise BadPinError(_NO_HASH) from None
    is_quick = cost <= _MOST_COST and 1 <= block <= _MOST_BLOCK and 1 <= lanes <= _MOST_LANES
    is_power_of_two = cost >= 2 and cost & (cost - 1) == 0
    if not (is_quick and is_power_of_two and salt and len(digest) == _HASH_BYTES):
        raise BadPinError(_NO_HASH)
    return PinHash(cost, block, lanes, salt, digest)


def _digest(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    most_bytes = 128 * cost * block * lanes + _SPARE_BYTES
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=2 * most_bytes, dklen=_HASH_BYTES)
