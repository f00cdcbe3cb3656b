"""Reads the bytes of a content file to text, and refuses every file that is not plain, honest UTF-8 text."""

import os
import re
import stat
from pathlib import Path

from game.content.faults import TOP, At, FaultLog

MOST_BYTES = 512 * 1024
"""The largest file that is read. The longest level is a tenth of it."""

# Left-to-right marks and overrides make a line look different from what it says; a tab's width depends on the editor.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff\U000e0000-\U000e0fff]"
)
NOT_PLAIN = re.compile("\t|" + FORBIDDEN.pattern)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"  # Windows Notepad writes it; it does no harm at the beginning


def read_text(path: Path, log: FaultLog) -> str | None:
    """Return the text of a file with line feeds as line ends, or None after noting why it cannot be read."""
    data = read_bytes(path, log)
    return None if data is None else text_of(data, log)


def text_of(data: bytes, log: FaultLog) -> str | None:
    """Return the text that the bytes of a file are, or None after noting why they are none."""
    text = _decode(data.removeprefix(_BOM), log)
    if text is None:
        return None
    text = text.replace("\r\n", "\n")
    return text if _is_plain(text, log) else None


def read_bytes(path: Path, log: FaultLog) -> bytes | None:
    """Return what is in a file, or None after noting why it cannot be read."""
    try:
        # Opened without waiting, because opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        log.add("unreadable-file", TOP, f"the file cannot be opened: {_reason(error)}", "check its name and place")
        return None
    try:
        return _contents(handle, log)
    except OSError as error:
        log.add("unreadable-file", TOP, f"the file cannot be read: {_reason(error)}", "try again, or copy it")
        return None
    finally:
        os.close(handle)


def _contents(handle: int, log: FaultLog) -> bytes | None:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        log.add("unreadable-file", TOP, "this is not a file but a folder or a device", "put a text file here")
        return None
    with os.fdopen(handle, "rb", closefd=False) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        log.add("file-too-large", TOP, f"the file is larger than {MOST_BYTES // 1024} KiB", "split it")
        return None
    return data


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "unknown reason").lower() if isinstance(error, OSError) else "its name is not possible"


def _decode(data: bytes, log: FaultLog) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith(_UTF16_MARKS):
            log.add("not-utf8", TOP, "the file is saved as UTF-16", "save it again as UTF-8")
            return None
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        log.add(
            "not-utf8",
            At(before.count(b"\n") + 1, column),
            f"byte {error.start + 1} of the file (0x{data[error.start]:02x}) is not UTF-8 text",
            "save the file again as UTF-8",
        )
        return None


def _is_plain(text: str, log: FaultLog) -> bool:
    is_plain = True
    seen_line = 0
    for found in NOT_PLAIN.finditer(text):
        is_plain = False
        at = place_in(text, found.start())
        if log.is_full:
            break
        if found[0] != "\t":
            log.add(
                "forbidden-character", at, f"the invisible character U+{ord(found[0]):04X} is not allowed", "delete it"
            )
        elif at.line != seen_line:
            log.add("tab", at, "a tab is not allowed", "use spaces; most editors can turn tabs into spaces")
            seen_line = at.line
    return is_plain


def place_in(text: str, offset: int) -> At:
    """Return the place of a character of the text."""
    return At(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
