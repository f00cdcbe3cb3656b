"""A level's version: a digest of everything that decides how a playthrough goes, so that editing a text keeps saves."""

import hashlib
from collections.abc import Iterable

from game.story.level import Branch, Choice, Condition, Effect, Level, Passage
from game.story.task import Task

_DIGITS = 12


def version_of(level: Level) -> str:
    """Return the digest of ids, conditions, effects and targets; texts, stages and explanations do not count."""
    meters = [(meter.id, meter.start, meter.max) for meter in level.meters]
    rules: list[object] = [
        level.start,
        meters,
        sorted(level.carries),
        (level.wins.learn, level.wins.use),
        sorted(level.endings),
    ]
    # What came into the format later stands here only where it is used: older levels keep their version, and saves.
    if level.remembers:
        rules.append(sorted((flag, source.alone) for flag, source in level.remembers.items()))
    passages = [_passage(passage) for passage in level.passages.values()]
    return hashlib.sha256(repr((rules, passages)).encode()).hexdigest()[:_DIGITS]


def _passage(passage: Passage) -> tuple[object, ...]:
    choices = [_choice(choice) for choice in passage.choices.values()]
    offers = [(offer.id, sorted(offer.lines)) for offer in passage.offers.values()]
    task = () if passage.task is None else _task(passage.task)
    return (
        passage.id,
        sorted(passage.teaches),
        offers,
        choices,
        [_branch(branch) for branch in passage.branches],
        *task,
    )


def _task(task: Task) -> tuple[object, ...]:
    # The conditions on the counts are not here: they decide what is taken, and what was taken is in the playthrough.
    return (task.kind.value, [(part.id, sorted(part.options)) for part in task.parts.values()])


def _choice(choice: Choice) -> tuple[object, ...]:
    return (
        choice.id,
        _conditions(choice.when),
        choice.uses,
        _effect(choice.effect),
        choice.to,
    )


def _branch(branch: Branch) -> tuple[object, ...]:
    return branch.to, _conditions(branch.when), branch.chance


def _effect(effect: Effect) -> tuple[object, ...]:
    return sorted(effect.meters.items()), sorted(effect.set), sorted(effect.clear)


def _conditions(conditions: Iterable[Condition]) -> list[str]:
    return [repr(condition) for condition in conditions]
