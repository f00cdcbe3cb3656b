"""The offer desk as text: lines with numbers, marks put on them, and what they tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

from game.content.words import Words
from game.story.action import Judge, Mark, Verdict, judge, mark
from game.story.level import Offer, OfferLine, Passage, Sign
from game.story.offers import OfferScore, score

_SIGNS = {"good": Sign.GOOD, "warning": Sign.WARNING, "none": None}


@dataclass(frozen=True, slots=True)
class Desk:
    """The offers of one passage. Their lines are numbered through, from 1."""

    words: Words
    passage: Passage

    def lines(self, marks: Mapping[tuple[str, str], Sign]) -> Iterator[str]:
        """Yield the offers line by line, with the marks put on them so far."""
        yield ""
        yield self.words("terminal.desk")
        number = 0
        for place, offer in enumerate(self.passage.offers.values(), start=1):
            yield self.words("terminal.offer", number=place, sender=offer.sender)
            for line in offer.lines.values():
                number += 1
                sign = marks.get((offer.id, line.id))
                marked = self.words("terminal.marked", sign=self.words(f"desk.{sign.value}")) if sign else ""
                yield self.words("terminal.offer_line", number=number, text=line.text, marked=marked).rstrip()

    def mark(self, number: str, sign: str) -> Mark | None:
        """Return the action of marking the line with a number, or None if there is no such line or sign."""
        lines = self._all_lines()
        place = int(number) if number.isdecimal() else 0
        if not 1 <= place <= len(lines) or sign not in _SIGNS:
            return None
        offer, line = lines[place - 1]
        return mark(offer.id, line.id, _SIGNS[sign])

    def judge(self, number: str, verdict: str) -> Judge | None:
        """Return the note that judges the offer with a number, or None if there is no such offer or verdict."""
        offers, place = list(self.passage.offers), int(number) if number.isdecimal() else 0
        if not 1 <= place <= len(offers) or verdict not in tuple(Verdict):
            return None
        return judge(offers[place - 1], Verdict(verdict))

    def explained(self, marks: Mapping[tuple[str, str], Sign]) -> Iterator[str]:
        """Yield how well the marks tell the lines apart, then what each line tells."""
        yield ""
        total = reduce(add, (score(offer, marks) for offer in self.passage.offers.values()), OfferScore(0, 0, 0, 0))
        warnings, good = total.hits + total.misses, total.false_alarms + total.correct_rejections
        yield self.words("desk.hits", found=total.hits, count=warnings)
        yield self.words("terminal.misses", count=total.misses)
        yield self.words("desk.false_alarms", count=total.false_alarms, good=good)
        for offer in self.passage.offers.values():
            kind = self.words("desk.genuine" if offer.genuine else "desk.false")
            yield self.words("terminal.offer_kind", sender=offer.sender, kind=kind)
        for number, (_, line) in enumerate(self._all_lines(), start=1):
            yield line_told(self.words, number, line)

    def _all_lines(self) -> list[tuple[Offer, OfferLine]]:
        return [(offer, line) for offer in self.passage.offers.values() for line in offer.lines.values()]


def line_told(words: Words, number: int, line: OfferLine) -> str:
    """Return what a line of an offer is, and why."""
    sign = words("desk.was_warning" if line.sign is Sign.WARNING else "desk.was_good")
    return words("terminal.line_told", number=number, sign=sign, because=line.because)
