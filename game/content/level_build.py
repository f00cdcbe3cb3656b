"""Builds a level from nodes that were checked and have no errors."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.content.conditions import parse_condition
from game.content.level_names import LevelNames, conditions_in
from game.content.nodes import Entries
from game.content.screenplay import lines_of
from game.content.task_build import build_after, build_task
from game.content.typography import set_quotes
from game.story.level import (
    Better,
    Branch,
    CastId,
    Character,
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
    MessageId,
    Meter,
    MeterId,
    Offer,
    OfferLine,
    Outcome,
    Passage,
    PassageId,
    Prompt,
    Remembered,
    Seat,
    Sign,
    Stage,
    WinRule,
)
from game.story.version import version_of


def build_level(level_id: str, root: Entries, names: LevelNames) -> Level:
    """Return the level. The nodes must have passed every check."""
    passages = {PassageId(name): _passage(name, each) for name, each in root.entries("passages").records()}
    carries = frozenset(MessageId(scalar.text) for scalar in root.scalars("carries"))
    level = Level(
        id=LevelId(level_id),
        version="",
        title=root.prose("title"),
        seat=Seat(root.text("seat")),
        origin=root.text("from"),
        destination=root.text("to"),
        minutes=root.whole("minutes"),
        ages=root.whole("ages"),
        content_note=root.prose("content_note"),
        summary=root.prose("summary"),
        cast={CastId(name): _character(name, each) for name, each in root.entries("cast").records()},
        meters=tuple(_meter(name, each) for name, each in root.entries("meters").records()),
        flags=tuple(FlagId(flag) for flag in names.flags),
        messages=_messages((*names.carried, *names.taught, *names.used), passages),
        carries=carries,
        asks=tuple(MessageId(scalar.text) for scalar in root.scalars("asks")),
        wins=WinRule(root.entries("wins").whole("learn"), root.entries("wins").whole("use")),
        start=PassageId(root.text("start")),
        passages=passages,
        endings={PassageId(name): _ending(name, each) for name, each in root.entries("endings").records()},
        remembers={FlagId(name): _remembered(each) for name, each in root.entries("remembers").records()},
        aims=tuple(set_quotes(scalar.text.strip()) for scalar in root.scalars("aims")),
        discuss=tuple(_prompt(name, each) for name, each in root.entries("discuss").records()),
    )
    return replace(level, version=version_of(level))


def _messages(named: Iterable[str], passages: Mapping[PassageId, Passage]) -> tuple[MessageId, ...]:
    found = dict.fromkeys(MessageId(name) for name in named)
    for passage in passages.values():
        conditions = [each.when for each in passage.choices.values()] + [each.when for each in passage.branches]
        found |= {each.message: None for when in conditions for each in when if isinstance(each, Knows)}
    return tuple(found)


def _remembered(source: Entries) -> Remembered:
    return Remembered(LevelId(source.text("level")), FlagId(source.text("flag")), _truth(source, "alone"))


def _prompt(name: str, prompt: Entries) -> Prompt:
    at = prompt.text("at")
    return Prompt(name, prompt.prose("ask"), prompt.prose("listen_for"), PassageId(at) if at else None)


def _character(name: str, character: Entries) -> Character:
    return Character(CastId(name), character.prose("name"), character.text("figure"), character.prose("role"))


def _meter(name: str, meter: Entries) -> Meter:
    better = Better(meter.text("better"))
    return Meter(MeterId(name), meter.prose("label"), meter.whole("start"), meter.whole("max"), better)


def _passage(name: str, passage: Entries) -> Passage:
    teaches = passage.entries("teaches")
    return Passage(
        id=PassageId(name),
        stage=_stage(passage.entries("stage")),
        text=lines_of(passage.prose("text")),
        teaches={MessageId(message): teaches.prose(message) for message in teaches.keys},
        offers={each: _offer(each, offer) for each, offer in passage.entries("offers").records()},
        choices={ChoiceId(each): _choice(each, choice) for each, choice in passage.entries("choices").records()},
        branches=_branches(passage),
        task=build_task(passage),
    )


def _stage(stage: Entries) -> Stage:
    figures = stage.entries("figures")
    return Stage(stage.text("set"), stage.text("time"), {CastId(each): figures.text(each) for each in figures.keys})


def _offer(name: str, offer: Entries) -> Offer:
    lines = {each: _offer_line(each, line) for each, line in offer.entries("lines").records()}
    return Offer(name, offer.prose("from"), _truth(offer, "genuine"), lines)


def _offer_line(name: str, line: Entries) -> OfferLine:
    message = line.text("message")
    return OfferLine(
        name,
        line.prose("text"),
        Sign(line.text("sign")),
        line.prose("because"),
        MessageId(message) if message else None,
    )


def _truth(record: Entries, field: str) -> bool:
    return record.text(field).lower() == "true"


def _choice(name: str, choice: Entries) -> Choice:
    uses = choice.text("uses")
    return Choice(
        id=ChoiceId(name),
        text=choice.prose("text"),
        when=_conditions(choice),
        uses=MessageId(uses) if uses else None,
        effect=_effect(choice.entries("effect")),
        reply=lines_of(choice.prose("reply")),
        because=choice.prose("because"),
        to=PassageId(choice.text("to")),
        after=build_after(choice),
    )


def _conditions(holder: Entries) -> tuple[Condition, ...]:
    parsed = (parse_condition(atom.text) for atom in conditions_in(holder))
    return tuple(condition for condition in parsed if condition is not None)


def _effect(effect: Entries) -> Effect:
    return Effect(
        meters={MeterId(name): effect.whole(name) for name in effect.keys if name not in ("set", "clear")},
        set=frozenset(FlagId(scalar.text) for scalar in effect.scalars("set")),
        clear=frozenset(FlagId(scalar.text) for scalar in effect.scalars("clear")),
    )


def _branches(passage: Entries) -> tuple[Branch, ...]:
    if to := passage.scalar("to"):
        return (Branch(PassageId(to.text), (), None, ""),)
    return tuple(_branch(branch) for branch in passage.items("to") if isinstance(branch, Entries))


def _branch(branch: Entries) -> Branch:
    chance = branch.whole("chance") if "chance" in branch.values else None
    return Branch(PassageId(branch.text("to")), _conditions(branch), chance, branch.prose("because"))


def _ending(name: str, ending: Entries) -> Ending:
    debrief = ending.entries("debrief")
    return Ending(
        id=PassageId(name),
        outcome=Outcome(ending.text("outcome")),
        title=ending.prose("title"),
        stage=_stage(ending.entries("stage")),
        text=lines_of(ending.prose("text")),
        debrief=Debrief(debrief.prose("choice"), debrief.prose("chance"), debrief.prose("system")),
    )
