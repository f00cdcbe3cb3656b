"""Ten thousand strangers play every level, doing whatever comes to hand."""

from random import Random

from game.story.action import Choose
from game.story.engine import actions, apply, has_ended, start
from game.story.level import Level, Passage
from game.story.playthrough import begin, next_draw
from game.story.task import Task, is_complete

STRANGERS = 10_000
MOST_STEPS = 200
MOST_TRIES = 1000


def test_nobody_gets_stuck(level: Level) -> None:
    chance = Random(level.id)
    flags = list(level.remembers)
    endings = set()
    for stranger in range(STRANGERS):
        memory = frozenset(flag for flag in flags if chance.random() < 0.5)
        playthrough = begin(level, stranger, memory)
        state = start(level, memory)
        for _ in range(MOST_STEPS):
            if has_ended(level, state):
                break
            drawn = next_draw(level, playthrough, state)
            action = drawn.id if drawn else chance.choice(actions(level, state)).id
            playthrough, state = playthrough.then(action), apply(level, state, action).state
        assert has_ended(level, state), f"stranger {stranger} is still at {state.place}"
        endings.add(state.place)
    assert endings == set(level.endings)


def test_every_way_of_doing_a_task_comes_to_a_choice_that_is_open(level: Level) -> None:
    chance = Random(level.id)
    for passage in (each for each in level.passages.values() if each.task):
        state = start(level)._replace(place=passage.id)
        open_now = {action.choice for action in actions(level, state) if isinstance(action, Choose)}
        come_to = {_choice(passage, passage.task, chance) for _ in range(STRANGERS // 10) if passage.task}
        assert come_to <= open_now
        assert len(come_to) >= 2, f"nearly every way of doing the task of {passage.id} comes to the same"


def _choice(passage: Passage, task: Task, chance: Random) -> str:
    for _ in range(MOST_TRIES):
        picked = {part.id: chance.choice(list(part.options)) for part in task.parts.values()}
        if is_complete(task, picked):
            choice = passage.comes_to(picked)
            assert choice
            return choice.id
    raise AssertionError(f"the task of {passage.id} cannot be completed")
