"""Makes texts from outside harmless: they are shown as they are read, on one line, and no longer than planned."""

import re
import unicodedata
from collections.abc import Iterator

_KEPT_JOINERS = "\u200c\u200d"
"""Needed to write many languages of South Asia; they turn no text around."""
_SPACES = re.compile(r"[\s\u2028\u2029]+")
_MOST_MARKS = 6
"""More than any language puts on one letter. A pile of them would be drawn over the lines above and below."""


def clean(text: str, most: int) -> str:
    """Return the text without control, formatting, private and unknown characters, cut to `most` characters.

    What turns the reading direction around is among them; markup stays, since texts are drawn as they are.
    """
    plain = "".join(_harmless(_SPACES.sub(" ", text[: most * 8]))).strip()
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def _harmless(text: str) -> Iterator[str]:
    marks = 0
    for char in text:
        kind = unicodedata.category(char)[0]
        marks = marks + 1 if kind == "M" else 0
        if char in _KEPT_JOINERS or (kind != "C" and marks <= _MOST_MARKS):
            yield char
