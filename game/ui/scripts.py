"""Which script a letter is of, and where a word without spaces may be broken."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

LATIN = "text"
"""The family that draws Latin letters, figures, and everything without a family of its own."""

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0B80, 0x0BFF, "tamil"),
    (0x0E00, 0x0E7F, "thai"),
    (0x0E80, 0x0EFF, "lao"),
    (0x1000, 0x109F, "myanmar"),
    (0x1780, 0x17FF, "khmer"),
    (0x19E0, 0x19FF, "khmer"),
    (0x2E80, 0x9FFF, "han"),
    (0xA9E0, 0xA9FF, "myanmar"),
    (0xAA60, 0xAA7F, "myanmar"),
    (0xF900, 0xFAFF, "han"),
    (0xFF00, 0xFFEF, "han"),
    (0x20000, 0x3FFFF, "han"),
)
_STARTS = tuple(first for first, _, _ in _RANGES)

_STACKERS = "\u17d2\u1039"
"""Khmer coeng and Myanmar virama: the next letter hangs below, so it belongs to the same cluster."""
_LEADING_VOWELS = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
"""Thai and Lao vowels written before their consonant."""
_TRAILING_VOWELS = "\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6"
"""Thai and Lao vowels and signs that cannot begin a line."""
_OPENING = "（「『《〈【“‘([{"
_CLOSING = "，。、：；！？）」』》〉】”’)]},.:;!?%…"
_JOINERS = "\u200c\u200d"


def family(letter: str) -> str:
    """Name of the family of faces that draws the letter."""
    code = ord(letter)
    at = bisect_right(_STARTS, code) - 1
    if at >= 0 and code <= _RANGES[at][1]:
        return _RANGES[at][2]
    return LATIN


def script_runs(text: str) -> Iterator[tuple[str, str]]:
    """Pieces of one family each, as (family, piece). Joined they give the text again.

    Spaces and combining marks go with the letter before them. Figures and Latin punctuation are always a piece of the
    Latin family: script faces lack them, and a hotline number has to be readable.
    """
    if text.isascii():
        if text:
            yield LATIN, text
        return
    start, current = 0, ""
    for at, letter in enumerate(text):
        if current and (letter == " " or follows(letter)):
            continue
        found = family(letter)
        if current and found != current:
            yield current, text[start:at]
            start = at
        current = found
    if text:
        yield current, text[start:]


def follows(letter: str) -> bool:
    """Whether it belongs to the letter before it, whatever that is."""
    return letter in _JOINERS or unicodedata.category(letter) in {"Mn", "Mc", "Me"}


def clusters(word: str) -> list[str]:
    """The word in pieces between which a line may break when there is no better place."""
    pieces: list[str] = []
    for letter in word:
        if pieces and not _may_part(pieces[-1][-1], letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def is_ideograph(letter: str) -> bool:
    """Chinese and Japanese lines may break at almost every letter."""
    return family(letter) == "han"


def _may_part(before: str, after: str) -> bool:
    if follows(after) or before in _STACKERS or before in _JOINERS:
        return False
    return before not in _LEADING_VOWELS + _OPENING and after not in _TRAILING_VOWELS + _CLOSING
