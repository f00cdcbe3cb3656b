"""Splits the text of a passage into lines: `castid: speech`, or a stage direction."""

import re
from collections.abc import Collection

from game.content.faults import FaultLog, nearest_hint, quoted
from game.content.nodes import Scalar
from game.content.typography import set_quotes
from game.story.level import CastId, Line

_SPOKEN = re.compile(r"([a-z][a-z0-9-]*):(.*)")
_LOOKS_SPOKEN = re.compile(r"([A-Z][\w'-]{0,30}): ")


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a checked text, with typographic quotes."""
    return tuple(_line(line.strip()) for line in text.split("\n") if line.strip())


def count_words(text: str) -> int:
    """Return how many words players read; the names of speakers do not count."""
    return sum(len(line.text.split()) for line in lines_of(text))


def speakers_of(text: str) -> set[str]:
    """Return the cast ids that speak in the text."""
    return {line.speaker for line in lines_of(text) if line.speaker is not None}


def check_speakers(scalar: Scalar, cast: Collection[str], log: FaultLog) -> None:
    """Note every line whose speaker is not in the cast, or who says nothing."""
    for line, at in scalar.lines():
        if spoken := _SPOKEN.match(line.strip()):
            name, speech = spoken.groups()
            if name not in cast:
                hint = nearest_hint(name, cast) or "write a stage direction so that it does not start with `word:`"
                log.add("unknown-speaker", at, f"{quoted(name)} speaks, but is not in the cast", hint)
            elif not speech.strip():
                log.add(
                    "empty-speech", at, f"{quoted(name)} speaks, but says nothing", "write the speech on the same line"
                )
            elif not speech.startswith(" "):
                log.add("bad-form", at, f"a space is missing after '{name}:'", "write `castid: speech`")
        elif looks := _LOOKS_SPOKEN.match(line.strip()):
            name = looks[1].lower()
            if name in cast:
                message = f"{quoted(looks[1])} looks like a speaker, but would be shown as a stage direction"
                log.add("unknown-speaker", at, message, f"write '{name}:'")


def _line(line: str) -> Line:
    spoken = _SPOKEN.match(line)
    return Line(CastId(spoken[1]), set_quotes(spoken[2].strip())) if spoken else Line(None, set_quotes(line))
