"""What is written in the boxes of a story map: a place, what is learned there, and every way out of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from textwrap import wrap

from game.story.action import Action, Chance, Choose, Play
from game.story.level import Choice, Condition, Effect, FlagIs, Knows, Level, MeterIs, Passage, PassageId
from game.story.table import table_of

_LETTERS_A_LINE = 36


class Ink(Enum):
    """What a line is about."""

    TITLE = auto()
    PLAIN = auto()
    MESSAGE = auto()
    CHANCE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """One way from a place to another."""

    origin: PassageId
    to: PassageId
    action: Action
    told: str
    """What the author wrote for it, in full."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a box."""

    text: str
    ink: Ink
    link: Link | None = None
    """The way that begins at this line."""
    is_detail: bool = False
    """Whether it says more about the line above."""


def rows_of(level: Level, place: PassageId) -> tuple[Row, ...]:
    """Return the lines of a place's box, from the top."""
    ending = level.endings.get(place)
    if ending:
        return (Row(place, Ink.TITLE), Row(ending.outcome, Ink.NOTE), *_notes(ending.title, Ink.NOTE))
    passage = level.passages[place]
    kinds = ((offer.id, "genuine" if offer.genuine else "false") for offer in passage.offers.values())
    return (
        Row(place, Ink.TITLE),
        *(Row(f"learns {message}", Ink.MESSAGE) for message in passage.teaches),
        *(Row(f"offer {offer}: {kind}", Ink.NOTE) for offer, kind in kinds),
        *_ways(level, passage),
    )


def _ways(level: Level, passage: Passage) -> Iterator[Row]:
    exits = table_of(level)[passage.id]
    weights = sum(move.action.weight for move in exits.drawn if isinstance(move.action, Chance))
    for move in exits.choices:
        if isinstance(move.action, Choose | Play):
            choice = passage.choices[move.action.choice]
            yield from _choice(choice, Link(passage.id, move.to, move.action, f"{choice.text} {choice.because}"))
    for branch in passage.branches:
        moves = exits.decided if branch.chance is None else exits.drawn
        action = next(move.action for move in moves if move.to == branch.to)
        link = Link(passage.id, branch.to, action, branch.because)
        if branch.chance is None:
            yield Row("goes on", Ink.PLAIN, link)
            yield from _notes(_conditions(branch.when), Ink.NOTE)
        else:
            yield Row(f"chance {branch.chance} of {weights}", Ink.CHANCE, link)


def _choice(choice: Choice, link: Link) -> Iterator[Row]:
    yield Row(choice.id, Ink.MESSAGE if choice.uses else Ink.PLAIN, link)
    if choice.uses:
        yield Row(f"plays {choice.uses}", Ink.MESSAGE, is_detail=True)
    yield from _notes(_conditions(choice.when), Ink.NOTE)
    yield from _notes(_effect(choice.effect), Ink.NOTE)


def _notes(text: str, ink: Ink) -> Iterator[Row]:
    return (Row(line, ink, is_detail=True) for line in wrap(text, _LETTERS_A_LINE))


def _conditions(conditions: Iterable[Condition]) -> str:
    told = ", ".join(map(_condition, conditions))
    return f"when {told}" if told else ""


def _condition(condition: Condition) -> str:
    match condition:
        case MeterIs(meter, comparison, limit):
            return f"{meter} {comparison.value} {limit}"
        case FlagIs(flag, wanted):
            return flag if wanted else f"not {flag}"
        case Knows(message, wanted):
            return f"knows {message}" if wanted else f"not knows {message}"


def _effect(effect: Effect) -> str:
    meters = (f"{meter} {change:+}" for meter, change in effect.meters.items())
    flags = (*(f"sets {flag}" for flag in sorted(effect.set)), *(f"clears {flag}" for flag in sorted(effect.clear)))
    return ", ".join((*meters, *flags))
