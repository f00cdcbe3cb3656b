"""Makes texts from outside harmless: they are shown as they are read, on one line, and no longer than planned."""

import re
import unicodedata

_KEPT_JOINERS = "\u200c\u200d"
"""Needed to write many languages of South Asia; they turn no text around."""
_SPACES = re.compile(r"[\s\u2028\u2029]+")


def clean(text: str, most: int) -> str:
    """Return the text without control, formatting, private and unknown characters, cut to `most` characters.

    What turns the reading direction around is among them; markup stays, since texts are drawn as they are.
    """
    spaced = _SPACES.sub(" ", text[: most * 8])
    plain = "".join(char for char in spaced if char in _KEPT_JOINERS or unicodedata.category(char)[0] != "C").strip()
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
