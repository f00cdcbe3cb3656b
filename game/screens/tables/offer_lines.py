"""The lines of an offer, to be marked as good signs or warnings, and what each of them tells."""

from collections.abc import Mapping
from typing import Final

from game.content.words import Words
from game.story.action import ActionId, mark
from game.story.level import Offer, OfferLine, Sign
from game.ui.widgets import LineMark, MarkButton
from game.ui.widgets import Sign as MarkSign

MARK: Final = "mark:"

Marks = Mapping[tuple[str, str], Sign]
"""The sign put on a line, by (offer, line)."""


def offer_lines(words: Words, offer: Offer, marks: Marks, *, is_revealed: bool) -> list[LineMark]:
    """Return the lines with their marks. Once they are revealed, each is explained, and no mark can be moved."""
    signs = ((each, marks.get((offer.id, each.id))) for each in offer.lines.values())
    return [_line(words, offer, each, sign, is_revealed=is_revealed) for each, sign in signs]


def marked(control_id: str, marks: Marks) -> tuple[tuple[str, str], Sign | None]:
    """Return which line a mark button is about, and the sign that pressing it leaves there.

    Pressing a mark that is there takes it back.
    """
    named, _, sign = control_id.removeprefix(MARK).partition("=")
    offer, _, each = named.partition("/")
    wanted = Sign(sign)
    return (offer, each), None if marks.get((offer, each)) is wanted else wanted


def mark_action(control_id: str, marks: Marks) -> ActionId:
    """Return the action of pressing a mark button in a story."""
    (offer, each), sign = marked(control_id, marks)
    return mark(offer, each, sign).id


def _line(words: Words, offer: Offer, each: OfferLine, sign: Sign | None, *, is_revealed: bool) -> LineMark:
    verdict, right = "", None
    if is_revealed:
        told = words("desk.was_warning" if each.sign is Sign.WARNING else "desk.was_good")
        verdict, right = f"{told} {each.because}", (sign is Sign.WARNING) == (each.sign is Sign.WARNING)

    def button(shown: MarkSign) -> MarkButton:
        word, is_on = words(f"desk.{shown.value}"), sign is Sign(shown.value)
        return MarkButton(
            id=f"{MARK}{offer.id}/{each.id}={shown.value}",
            label=f"{each.text} {word}",
            word=word,
            sign=shown,
            on=is_on,
            state=words("desk.marked") if is_on else "",
            enabled=not is_revealed,
        )

    good, warning = button(MarkSign.GOOD), button(MarkSign.WARNING)
    return LineMark(text=each.text, good=good, warning=warning, verdict=verdict, right=right)
