"""What a class decides in a round, and what its votes come to.

A round asks one or several things: the choices of a passage, a verdict for each offer, an option for each part of a
task. Each is a poll, named by its field `pick.…`. A vote answers all polls of a round at once.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.classroom.session.walk import Need, Walk
from game.story.action import ActionId, Verdict, arrange, judge
from game.story.level import MessageId

CHOICE: Final = "pick.choice"
CARD: Final = "card:"
PICK: Final = "pick."

Picks = Mapping[str, str]
"""The value picked in each poll, by its field."""
Tally = Mapping[str, Mapping[str, int]]
"""How often each value was picked, by field."""


@dataclass(frozen=True, slots=True)
class PollOf:
    """A field, and the values that can be picked."""

    field: str
    values: tuple[str, ...]


def polls_of(walk: Walk) -> tuple[PollOf, ...]:
    """Return what is asked in this round; nothing where nothing can be picked."""
    match walk.need:
        case Need.CHOICE:
            return (PollOf(CHOICE, (*walk.choices, *(CARD + card for card in walk.cards))),)
        case Need.OFFERS if walk.passage:
            return tuple(PollOf(PICK + offer, tuple(Verdict)) for offer in walk.passage.offers)
        case Need.TASK:
            return tuple(PollOf(PICK + part.id, tuple(part.options)) for part in walk.open_parts)
        case _:
            return ()


def is_ballot(walk: Walk, picks: Picks) -> bool:
    """Say whether a vote answers every poll of the round, and nothing else."""
    polls = polls_of(walk)
    if not polls or picks.keys() != {poll.field for poll in polls}:
        return False
    task = walk.passage.task if walk.passage else None
    if task and task.kind.uses_options_once and len(set(picks.values())) < len(picks):
        return False
    return all(picks[poll.field] in poll.values for poll in polls)


def counted(walk: Walk, votes: Sequence[Picks], hands: Tally) -> Tally:
    """Return how often each value was picked, by votes and by raised hands."""
    tally = {poll.field: dict.fromkeys(poll.values, 0) for poll in polls_of(walk)}
    for field, counts in tally.items():
        ballots = Counter(picks[field] for picks in votes if field in picks)
        for value in counts:
            counts[value] = ballots[value] + hands.get(field, {}).get(value, 0)
    return tally


def ahead(counts: Mapping[str, int]) -> frozenset[str]:
    """Return what has most votes: several in a tie, nothing without any vote."""
    most = max(counts.values(), default=0)
    return frozenset(value for value, count in counts.items() if count == most) if most else frozenset()


def majority(walk: Walk, tally: Tally) -> Picks | None:
    """Return what has most votes in each poll; None where a poll has no vote or a tie.

    Where no option can be picked for two parts, the clearest part comes first, and the others take the best of what is
    left.
    """
    task = walk.passage.task if walk.passage else None
    is_once = bool(task and task.kind.uses_options_once)
    picks: dict[str, str] = {}
    for field in sorted(tally, key=lambda field: -max(tally[field].values(), default=0)):
        left = {value: n for value, n in tally[field].items() if not (is_once and value in picks.values())}
        first = ahead(left)
        if len(first) != 1:
            return None
        picks[field] = next(iter(first))
    return picks or None


def actions_of(walk: Walk, picks: Picks) -> tuple[ActionId, ...]:
    """Return the actions that the picks of a whole round stand for; a card is none of them (see `card_in`)."""
    match walk.need:
        case Need.CHOICE:
            return (ActionId(picks[CHOICE]),)
        case Need.OFFERS:
            return tuple(judge(field.removeprefix(PICK), Verdict(value)).id for field, value in picks.items())
        case Need.TASK:
            return tuple(arrange(field.removeprefix(PICK), value).id for field, value in picks.items())
        case _:
            return ()


def card_in(picks: Picks) -> MessageId | None:
    """Return the card that is picked instead of a choice, if one is."""
    value = picks.get(CHOICE, "")
    return MessageId(value.removeprefix(CARD)) if value.startswith(CARD) else None


def offer_verdicts(walk: Walk, picks: Picks) -> dict[str, Verdict]:
    """Return the verdicts in a vote on offers, by offer."""
    if walk.need is not Need.OFFERS:
        return {}
    return {field.removeprefix(PICK): Verdict(value) for field, value in picks.items()}
