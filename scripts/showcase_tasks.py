"""One shot of each kind of task, half done and explained, found in the levels by its kind."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from game.story.level import Level, Passage
from game.story.task import TaskKind
from visit import Visit


def task_shots() -> Iterator[tuple[str, Callable[[Visit], None]]]:
    """Yield two shots a kind: a name, and what brings a visit there."""
    for kind in TaskKind:
        name = kind.value.replace("_", "-")
        yield f"task-{name}", partial(_half_done, kind=kind)
        yield f"task-{name}-explained", partial(_explained, kind=kind)


def _half_done(visit: Visit, kind: TaskKind) -> None:
    level, passage = first_with(visit, kind)
    _open(visit, level, passage)
    lines = [each for each in visit.control_ids if each.startswith("ask:")]
    for line in lines[::2]:
        visit.use(line)
    if passage.task and kind is TaskKind.BUDGET:  # what costs something comes last
        for part in list(passage.task.parts.values())[: len(passage.task.parts) // 2]:
            visit.use(f"pick:{part.id}:{list(part.options)[-1]}")
    elif passage.task and not lines:
        for _ in range(len(passage.task.parts) // 2):
            visit.settle(most=1)


def _explained(visit: Visit, kind: TaskKind) -> None:
    _half_done(visit, kind)
    visit.settle()
    visit.use("desk-reveal")


def first_with(visit: Visit, kind: TaskKind) -> tuple[Level, Passage]:
    """The first passage with such a task in the campaign, else in any level."""
    levels = [*(visit.library.levels[each] for each in visit.library.campaign.levels), *visit.library.levels.values()]
    passages = ((level, passage) for level in levels for passage in level.passages.values())
    return next((level, passage) for level, passage in passages if passage.task and passage.task.kind is kind)


def _open(visit: Visit, level: Level, passage: Passage) -> None:
    """Begin the level at the passage: the way there does not matter."""
    visit.open(visit.routes.play(visit.running(replace(level, start=passage.id), ()), None))
    visit.use_while_there("next")
    visit.use("desk")
