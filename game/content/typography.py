"""Straight quotes, as authors type them, into the curly ones players read."""

import re

_OPENING = re.compile(r"""(^|[\s(\[“‘—–-])(["'])(?=\S)""")
_CURLY_OPEN = {'"': "“", "'": "‘"}


def set_quotes(text: str) -> str:
    """Return the text with typographic quotes and apostrophes; everything else stays as it is."""
    if '"' not in text and "'" not in text:
        return text
    opened = _OPENING.sub(lambda found: found[1] + _CURLY_OPEN[found[2]], text)
    # A quote that opens right behind another one (“‘) is only seen once the first has been turned.
    opened = _OPENING.sub(lambda found: found[1] + _CURLY_OPEN[found[2]], opened)
    return opened.replace('"', "”").replace("'", "’")
