"""Offers and tasks as they lie on the table of a page."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.classroom.session.polls import polls_of
from game.classroom.session.walk import Need, Walk
from game.classroom.views.parts import OfferView, Option, Poll, TaskView, Turn
from game.content.words import Words
from game.story.action import Verdict, arrange, judge, mark
from game.story.level import Level, Offer, Sign
from game.story.task import MONTHS, NEVER, Part, Task, TaskKind, count, is_complete
from game.story.task import Option as TaskOption

Weigh = Callable[[str, Option], Option]
"""Adds votes to an option of a poll, by the poll's field."""


def own_offers(walk: Walk) -> tuple[OfferView, ...]:
    """Return the offers of the passage with marks and verdicts, for somebody who plays alone."""
    passage = walk.passage
    offers = passage.offers.values() if passage else ()
    return tuple(_own_offer(walk, offer) for offer in offers)


def class_offers(walk: Walk, weigh: Weigh) -> tuple[OfferView, ...]:
    """Return the offers of the passage, of which the class judges each as a whole."""
    passage = walk.passage
    offers = passage.offers.values() if passage else ()
    return tuple(_class_offer(walk, offer, weigh) for offer in offers)


def own_task(walk: Walk, words: Words) -> TaskView | None:
    """Return the task of the passage for somebody who plays alone."""
    return _task(walk, words, lambda part: f"note.{part.id}", lambda part, option: arrange(part, option).id, _plain)


def class_task(walk: Walk, words: Words, weigh: Weigh) -> TaskView | None:
    """Return the task of the passage for a class that votes on it."""
    return _task(walk, words, lambda part: f"pick.{part.id}", lambda _part, option: option, weigh)


def class_polls(walk: Walk, texts: Mapping[str, str], weigh: Weigh) -> tuple[Poll, ...]:
    """Return the polls of a round about choices; `texts` has what each value says."""
    if walk.need is not Need.CHOICE:
        return ()
    return tuple(
        Poll(poll.field, "", tuple(weigh(poll.field, Option(value, texts[value])) for value in poll.values))
        for poll in polls_of(walk)
    )


def _own_offer(walk: Walk, offer: Offer) -> OfferView:
    marks, said, is_told = walk.marks, walk.verdicts.get(offer.id), walk.is_explained
    lines = []
    for line in offer.lines.values():
        sign = marks.get((offer.id, line.id))
        options = tuple(
            Option(mark(offer.id, line.id, each).id, "", word=f"desk.{each.value}", is_picked=sign is each)
            for each in Sign
        )
        lines.append(_line(f"note.{offer.id}.{line.id}", line.text, options, walk, offer, line.id))
    verdict = tuple(
        Option(judge(offer.id, each).id, "", word=f"desk.{each.value}", is_picked=said is each) for each in Verdict
    )
    return OfferView(
        offer.sender,
        tuple(lines),
        _verdict(Poll(f"note.{offer.id}", "", verdict), offer, said if is_told else None),
        offer.genuine if is_told else None,
    )


def _class_offer(walk: Walk, offer: Offer, weigh: Weigh) -> OfferView:
    said, field = walk.verdicts.get(offer.id), f"pick.{offer.id}"
    lines = tuple(_line(field, line.text, (), walk, offer, line.id) for line in offer.lines.values())
    verdict = tuple(
        weigh(field, Option(each.value, "", word=f"desk.{each.value}", is_picked=said is each)) for each in Verdict
    )
    told = said if walk.is_explained else None
    return OfferView(
        offer.sender,
        lines,
        _verdict(Poll(field, "", verdict), offer, told),
        offer.genuine if walk.is_explained else None,
    )


def _line(field: str, text: str, options: tuple[Option, ...], walk: Walk, offer: Offer, line: str) -> Poll:
    poll, written = Poll(field, text, options), offer.lines[line]
    return replace(poll, told=written.because, sign=written.sign.value) if walk.is_explained else poll


def _verdict(poll: Poll, offer: Offer, said: Verdict | None) -> Poll:
    return poll if said is None else replace(poll, is_right=(said is Verdict.STOP) != offer.genuine)


def _plain(_field: str, option: Option) -> Option:
    return option


def _task(
    walk: Walk, words: Words, field: Callable[[Part], str], value: Callable[[str, str], str], weigh: Weigh
) -> TaskView | None:
    task = walk.passage.task if walk.passage else None
    if task is None:
        return None
    is_talk = task.kind.is_told_turn_by_turn
    shown = walk.open_parts if not walk.is_explained else () if is_talk else tuple(task.parts.values())
    parts = tuple(_part(walk, part, field(part), value, weigh) for part in shown)
    return TaskView(
        kind=task.kind.value,
        ask=task.ask,
        note=task.note,
        partner=_partner(walk.level, task),
        turns=tuple(_turns(walk, task)) if is_talk else (),
        parts=parts,
        picks_once=task.kind.uses_options_once,
        sum=_sum(walk, task, words),
    )


def _part(walk: Walk, part: Part, field: str, value: Callable[[str, str], str], weigh: Weigh) -> Poll:
    picked = walk.picked.get(part.id) if walk.is_explained else walk.arrangement.get(part.id)
    options = tuple(
        weigh(
            field,
            Option(
                value(part.id, option.id),
                option.text,
                word="" if option.text else f"task.option_{option.id}",
                is_picked=picked == option.id,
            ),
        )
        for option in part.options.values()
    )
    poll = Poll(field, part.text, options, said=part.said)
    chosen = part.options.get(picked or "")
    if not walk.is_explained or chosen is None:
        return poll
    return replace(poll, told=part.because or chosen.because, is_right=chosen.is_right)


def _turns(walk: Walk, task: Task) -> list[Turn]:
    arranged = walk.arrangement
    answered = [(part, part.options[arranged[part.id]]) for part in task.parts.values() if part.id in arranged]
    return [_turn(part, option, is_told=walk.is_explained) for part, option in answered]


def _turn(part: Part, option: TaskOption, *, is_told: bool) -> Turn:
    heard = tuple(line.strip() for line in part.text.split("\n") if line.strip())
    told, right = (option.because or part.because, option.is_right) if is_told else ("", None)
    return Turn(heard, option.text, option.answer, told, right)


def _partner(level: Level, task: Task) -> str:
    return level.cast[task.partner].name if task.partner else ""


def _sum(walk: Walk, task: Task, words: Words) -> str:
    counts = count(task, walk.picked)
    match task.kind:
        case TaskKind.BUDGET if is_complete(task, walk.picked):
            months = counts[MONTHS]
            return words("task.never") if months == NEVER else words("task.months", count=months)
        case TaskKind.WAGE_BOOK:
            return words("task.total", count=counts["amount"], unit=task.note)
        case _:
            return ""
