"""What of a crashed game's last words may be kept: where in the code it was, and the kind of the error.

Messages of errors are dropped: they repeat values, and a value may be something that a visitor typed.
"""

import re
from collections.abc import Iterable
from pathlib import PurePath

MOST_LINES = 40
_FRAME = re.compile(r'  File "([^"]+)", line ([0-9]+),? in (\S+)')
_KIND = re.compile(r"(?:[A-Za-z_]\w*\.)*([A-Z]\w*(?:Error|Exception|Interrupt|Exit|Iteration))(?::.*)?")
_FATAL = re.compile(r"Fatal Python error: ([A-Za-z ]+)")


def harmless(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the places of a traceback and the kinds of errors in what a game wrote to its standard error."""
    kept = tuple(told for line in lines if (told := _told(line.rstrip())))
    return kept[-MOST_LINES:]


def _told(line: str) -> str | None:
    if frame := _FRAME.fullmatch(line):
        return f"{'/'.join(PurePath(frame[1]).parts[-2:])}:{frame[2]}:{frame[3]}"
    if found := _FATAL.match(line) or _KIND.fullmatch(line):
        return found[1].strip().replace(" ", "-")
    return None
