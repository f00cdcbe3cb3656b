"""Signatures of operators: Ed25519, in a file beside the one that is signed. Every byte of the file counts."""

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization as forms
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SIGNATURE_SUFFIX = ".sig"
PUBLIC_SUFFIX = ".pub"
_PURPOSE = b"before-you-go giving 1\n"
"""Signed along: a signature that was made for something else is worth nothing here."""
_PUBLIC_BYTES = 32
_SIGNATURE_BYTES = 64
_MOST_BYTES = 64 * 1024


class SigningError(Exception):
    """A key or a signature cannot be used. Its text says why."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that tells whether its owner signed something. It is no secret."""

    raw: bytes

    def __str__(self) -> str:
        """The line that stands in a file of public keys."""
        return base64.b64encode(self.raw).decode()

    @property
    def fingerprint(self) -> str:
        """What people read to each other to compare keys."""
        digest = hashlib.sha256(self.raw).hexdigest()[:32]
        return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def make_key(path: Path) -> PublicKey:
    """Write a new private key that its owner alone may read, and the public key beside it.

    Raises:
        SigningError: it cannot be written, or something is there already.

    """
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption())
    public = _public(key)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
        public_path(path).write_text(f"{public}\n", encoding="ascii")
    except OSError as error:
        raise SigningError(f"{path} cannot be written: {(error.strerror or 'unknown reason').lower()}") from None
    return public


def sign(path: Path, key_path: Path) -> PublicKey:
    """Write the signature of a file beside it, and return the key with which it can be verified.

    Raises:
        SigningError: the file or the key cannot be read, or the signature cannot be written.

    """
    try:
        key = forms.load_pem_private_key(key_path.read_bytes()[:_MOST_BYTES], password=None)
    except OSError as error:
        raise SigningError(f"{key_path} cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise SigningError(f"{key_path} is no private key that can be read here") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningError(f"{key_path} is a key of another kind; make one with: giving keygen")
    try:
        signature = base64.b64encode(key.sign(_PURPOSE + path.read_bytes())).decode()
        signature_path(path).write_text(f"{signature}\n", encoding="ascii")
    except OSError as error:
        raise SigningError(f"{path} cannot be signed: {(error.strerror or 'unknown reason').lower()}") from None
    return _public(key)


def signer_of(path: Path, data: bytes, trusted: tuple[PublicKey, ...]) -> PublicKey | None:
    """Return which of the trusted keys signed what is in a file; None if it is not signed at all.

    Raises:
        SigningError: the signature is none, or is not by a trusted key, or something was changed after it was signed.

    """
    beside = signature_path(path)
    try:
        if not beside.exists():
            return None
        with beside.open("rb") as file:
            signature = _decoded(file.read(_MOST_BYTES).decode("ascii"), _SIGNATURE_BYTES)
    except (OSError, ValueError):
        raise SigningError(f"{beside.name} is no signature; sign the file again") from None
    for key in trusted:
        try:
            Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, _PURPOSE + data)
        except (InvalidSignature, ValueError):
            continue
        return key
    raise SigningError("it was changed after it was signed, or signed by somebody who is not trusted here")


def read_public_keys(path: Path) -> tuple[PublicKey, ...]:
    """Return the keys in a file: one a line, and what follows a # is a remark.

    Raises:
        SigningError: it cannot be read, or a line is no key.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise SigningError(f"{path} cannot be read") from None
    lines = [line.partition("#")[0].strip() for line in text.split("\n")]
    try:
        return tuple(PublicKey(_decoded(line, _PUBLIC_BYTES)) for line in lines if line)
    except ValueError:
        raise SigningError(f"{path} holds a line that is no public key") from None


def signature_path(path: Path) -> Path:
    return path.with_name(path.name + SIGNATURE_SUFFIX)


def public_path(key_path: Path) -> Path:
    return key_path.with_name(key_path.name + PUBLIC_SUFFIX)


def _public(key: Ed25519PrivateKey) -> PublicKey:
    return PublicKey(key.public_key().public_bytes(forms.Encoding.Raw, forms.PublicFormat.Raw))


def _decoded(text: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None
    # There are several ways to write the last letter; only one is taken.
    if len(raw) != length or base64.b64encode(raw).decode() != text.strip():
        raise ValueError("another length or form")
    return raw
