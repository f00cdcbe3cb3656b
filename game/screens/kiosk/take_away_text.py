"""What a visitor takes along: what they learned and who helps, as plain text in pieces that phones read off a screen.

Plain text, and no address: it needs no network then and later, tells nobody who looked, and nobody has to keep a page
alive for it. Nothing is stored on the phone unless its owner wants that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.content.helplines import INTERNATIONAL, Helpline, is_police
from game.content.words import Words
from game.story.message import Message

MOST_BYTES: Final = 620
"""In UTF-8. That makes a code of 85 modules, which phones at an arm's length read at four pixels a module."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One code: what it is about, and all it says."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text of the code."""
        return "\n".join((self.title, *self.lines))


def pieces(
    words: Words, messages: Sequence[Message], helplines: Sequence[Helpline], countries: Sequence[str]
) -> tuple[Piece, ...]:
    """Return what was learned, then who helps: in these countries first, and everywhere."""
    learned = [words("kiosk.take_message", title=each.title, text=each.text) for each in messages]
    helping = list(_helping(words, helplines, countries))
    return (
        *_divided(words("kiosk.take_learned"), learned),
        *_divided(words("kiosk.take_helping"), helping),
    )


def _helping(words: Words, helplines: Sequence[Helpline], countries: Sequence[str]) -> Iterator[str]:
    """Those who can be reached, country by country; police never first."""
    for country in dict.fromkeys((*countries, INTERNATIONAL)):
        here = [each for each in helplines if each.country == country and (each.phone or each.url)]
        if here:
            yield words(f"countries.{country}")
        for each in sorted(here, key=is_police):
            way = each.phone or each.url
            yield words("kiosk.take_helper", name=each.name, way=way, year=each.page_year or each.as_of)


def _divided(title: str, lines: Sequence[str]) -> Iterator[Piece]:
    """The lines in order, in as few pieces as they need. No line is longer than a piece."""
    begun: list[str] = []
    for line in lines:
        if begun and len(Piece(title, (*begun, line)).text.encode()) > MOST_BYTES:
            yield Piece(title, tuple(begun))
            begun = []
        begun.append(line)
    if begun:
        yield Piece(title, tuple(begun))
