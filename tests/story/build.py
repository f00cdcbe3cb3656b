"""Small levels built in code: the shortest way to say what a test needs of a level."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.story.level import (
    Better,
    Branch,
    Choice,
    ChoiceId,
    Condition,
    Debrief,
    Effect,
    Ending,
    FlagId,
    Knows,
    Level,
    LevelId,
    Line,
    MessageId,
    Meter,
    MeterId,
    Offer,
    Outcome,
    Passage,
    PassageId,
    Seat,
    Stage,
    WinRule,
)
from game.story.version import version_of

NO_STAGE = Stage("nowhere", "day", {})


def choice(
    to: str,
    *,
    uses: str | None = None,
    when: Sequence[Condition] = (),
    sets: Sequence[str] = (),
    clears: Sequence[str] = (),
    **meters: int,
) -> Choice:
    """Return a choice that leads to a place; its id is given by `passage`."""
    changes = {MeterId(meter): change for meter, change in meters.items()}
    effect = Effect(changes, frozenset(map(FlagId, sets)), frozenset(map(FlagId, clears)))
    message = MessageId(uses) if uses else None
    return Choice(ChoiceId(""), "…", tuple(when), message, effect, (), "…", PassageId(to))


def branch(to: str, *, when: Sequence[Condition] = (), chance: int | None = None) -> Branch:
    """Return a branch that leads to a place."""
    return Branch(PassageId(to), tuple(when), chance, "")


def passage(
    *, teaches: Sequence[str] = (), offers: Sequence[Offer] = (), branches: Sequence[Branch] = (), **choices: Choice
) -> Passage:
    """Return a passage; its id is given by `level`."""
    return Passage(
        PassageId(""),
        NO_STAGE,
        (Line(None, "…"),),
        {MessageId(message): "somebody" for message in teaches},
        {offer.id: offer for offer in offers},
        {ChoiceId(name): replace(one, id=ChoiceId(name)) for name, one in choices.items()},
        tuple(branches),
    )


def ending(outcome: str = "safe", system: str = "a rule") -> Ending:
    """Return an ending; its id is given by `level`."""
    return Ending(PassageId(""), Outcome(outcome), "…", NO_STAGE, (), Debrief("…", "…", system))


def level(
    passages: Mapping[str, Passage],
    endings: Mapping[str, Ending],
    *,
    meters: Mapping[str, tuple[int, int]] | None = None,
    flags: Sequence[str] = (),
    carries: Sequence[str] = (),
    wins: tuple[int, int] = (1, 1),
) -> Level:
    """Return a level that starts at its first passage; `meters` maps an id to (start, max)."""
    built = Level(
        id=LevelId("test"), version="", title="Test", seat=Seat.WORKER, origin="ID", destination="SG", minutes=1,
        ages=12, content_note="", summary="", cast={}, asks=(), wins=WinRule(*wins),
        meters=tuple(Meter(MeterId(one), one, *limits, Better.HIGH) for one, limits in (meters or {}).items()),
        flags=tuple(map(FlagId, flags)),
        messages=_messages(passages, carries),
        carries=frozenset(map(MessageId, carries)),
        start=PassageId(next(iter(passages))),
        passages={PassageId(name): replace(one, id=PassageId(name)) for name, one in passages.items()},
        endings={PassageId(name): replace(one, id=PassageId(name)) for name, one in endings.items()},
    )  # fmt: skip
    return replace(built, version=version_of(built))


def _messages(passages: Mapping[str, Passage], carries: Sequence[str]) -> tuple[MessageId, ...]:
    named = [MessageId(message) for message in carries]
    for one in passages.values():
        named += one.teaches
        for option in one.choices.values():
            named += [option.uses] if option.uses else []
            named += [atom.message for atom in option.when if isinstance(atom, Knows)]
    return tuple(dict.fromkeys(named))


def deep_level(length: int) -> Level:
    """Return a level with 3 choices in each of `length` passages; its states grow about threefold with each."""
    names = [f"passage-{number}" for number in range(length)]
    passages = {}
    for number, name in enumerate(names):
        onward, later = (names[number + step] if number + step < length else "home" for step in (1, 2))
        passages[name] = passage(
            teaches=[f"message-{number}"],
            stay=choice(onward, savings=1),
            dare=choice(later, sets=[f"flag-{number % 8}"], debt=1),
            tell=choice(onward, uses=f"message-{number}", contacts=1),
        )
    meters = {"savings": (2, 2 + length), "debt": (0, length), "contacts": (3, 3 + length)}
    return level(passages, {"home": ending()}, meters=meters, flags=[f"flag-{number}" for number in range(8)])
