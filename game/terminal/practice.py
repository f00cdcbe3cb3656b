"""Telling offers apart outside of the stories: one after the other, and what the verdicts come to."""

from collections.abc import Iterator

from game.content.words import Words
from game.records.level_progress import Judged
from game.records.practised import judged_before, practised
from game.story.action import Verdict
from game.story.practice import ENOUGH, Posted, all_offers, leaning, stack
from game.story.sensitivity import Verdicts, verdict_on
from game.terminal.desk import line_told
from game.terminal.terminal import Terminal

_ENOUGH, _NEXT = "enough", "next"


def practise(terminal: Terminal) -> None:
    """Deal offers of all stories until the player has enough. The first verdict on each goes into the progress.

    Raises:
        LeftError, InputEndedError: the player stops.

    """
    words, progress = terminal.words, terminal.progress
    offers = all_offers(terminal.library.levels.values())
    dealt = stack(offers, terminal.new_seed(), judged_before(progress.current))
    terminal.say_all(("", words("practice.title"), words("terminal.practice")))
    counted = Verdicts()
    for at, posted in enumerate(dealt, start=1):
        terminal.say_all(_offer(words, posted, at, len(dealt)))
        judged = _judged(terminal, posted)
        if judged is None:
            break
        counted += verdict_on(genuine=judged.genuine, stopped=judged.stopped)
        progress.change(practised(progress.current, posted.level, posted.offer.id, judged))
        terminal.say_all(_explained(words, posted, judged))
        if at < len(dealt) and not _wants_another(terminal, posted):
            break
    terminal.say_all(_result(words, counted))


def _judged(terminal: Terminal, posted: Posted) -> Judged | None:
    """Return the player's verdict; None for having enough."""
    words = terminal.words
    options = [(each.value, words(f"desk.{each.value}")) for each in Verdict]
    said = terminal.pick((*options, (_ENOUGH, words("practice.enough"))), (posted.origin, posted.destination))
    return None if said == _ENOUGH else Judged(posted.offer.genuine, stopped=said == Verdict.STOP)


def _wants_another(terminal: Terminal, posted: Posted) -> bool:
    options = ((_NEXT, terminal.words("practice.next")), (_ENOUGH, terminal.words("practice.enough")))
    return terminal.pick(options, (posted.origin, posted.destination)) == _NEXT


def _offer(words: Words, posted: Posted, at: int, count: int) -> Iterator[str]:
    where = [words(f"countries.{each}") for each in dict.fromkeys((posted.origin, posted.destination))]
    route = words("levels.route", origin=where[0], destination=where[1]) if where[1:] else where[0]
    yield ""
    yield words("terminal.practice_offer", at=at, count=count, route=route, sender=posted.offer.sender)
    for number, line in enumerate(posted.offer.lines.values(), start=1):
        yield words("terminal.offer_line", number=number, text=line.text, marked="").rstrip()
    yield words("desk.judge")


def _explained(words: Words, posted: Posted, judged: Judged) -> Iterator[str]:
    kind = "genuine" if judged.genuine else "false"
    yield ""
    yield words(f"desk.stopped_{kind}" if judged.stopped else f"desk.went_on_{kind}")
    for number, line in enumerate(posted.offer.lines.values(), start=1):
        yield line_told(words, number, line)


def _result(words: Words, counted: Verdicts) -> Iterator[str]:
    """Yield what the verdicts come to, as soon as there are enough to say something."""
    yield from ("", words("practice.result") + ":")
    if counted.judged < ENOUGH:
        yield words("practice.few", judged=counted.judged, enough=ENOUGH)
        return
    if counted.false_offers:
        yield words("practice.stopped", stopped=counted.hits, count=counted.false_offers)
    if counted.genuine_offers:
        yield words("practice.lost", lost=counted.false_alarms, count=counted.genuine_offers)
    found = leaning(counted)
    if found:
        yield words(f"practice.{found.value}")
