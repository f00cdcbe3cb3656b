"""Which content a kiosk shows: a digest over the files, to compare kiosks with each other from afar."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

_DIGITS = 16
_SUFFIXES = (".yaml", ".wav")


def content_hash(folders: Iterable[Path]) -> str:
    """Return the digest of all content below the folders, by name and bytes. What cannot be read counts as empty."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(each for each in folder.rglob("*") if each.suffix in _SUFFIXES):
            name = file.relative_to(folder).as_posix().encode()
            try:
                data = file.read_bytes()
            except OSError:
                data = b""
            digest.update(b"%d %s %d\n%s" % (len(name), name, len(data), data))
    return digest.hexdigest()[:_DIGITS]
