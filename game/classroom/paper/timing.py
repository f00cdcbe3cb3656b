"""How the minutes of a lesson are spent."""

from collections.abc import Mapping
from math import ceil
from typing import Final, Literal, NamedTuple

from game.content.words import Words

Minutes = Literal[45, 90]
LESSONS: Final[tuple[Minutes, ...]] = (45, 90)

_SLOWER: Final[Mapping[Minutes, float]] = {45: 1.3, 90: 1.7}
"""How much longer a story takes together than alone; with more time, more is talked about on the way."""
_LONGEST_TALK: Final = 14
_SHORTEST: Final = 4
"""Fewer minutes are not worth beginning something."""


class Step(NamedTuple):
    """A step of a lesson."""

    minutes: int
    title: str
    how: str


def steps(reading: int, lesson: Minutes, words: Words) -> tuple[Step, ...]:
    """Return the steps of a lesson with a story of so many minutes of reading. Their minutes add up to the lesson.

    There are none if the story leaves no time to talk about it.
    """
    story = ceil(reading * _SLOWER[lesson])
    plan = _long(story, lesson, words) if lesson > LESSONS[0] else _short(story, lesson, words)
    return plan if all(step.minutes >= _SHORTEST for step in plan if step.title != words("plan.story")) else ()


def _short(story: int, lesson: int, words: Words) -> tuple[Step, ...]:
    begin = (_welcome(5, words), _before(4, words), _story(story, words))
    end = (_after(5, words), _close(4, words))
    left = _left(lesson, begin, end)
    # A short story leaves time to see what another choice would have changed.
    again = left - _LONGEST_TALK
    second = (_second_way(again, words),) if again >= _SHORTEST else ()
    talk = _left(left, second)
    return (*begin, Step(talk, words("plan.talk"), words("plan.talk_how")), *second, *end)


def _long(story: int, lesson: int, words: Words) -> tuple[Step, ...]:
    begin = (
        _welcome(8, words),
        _before(5, words),
        _story(story, words),
        Step(20, words("plan.groups"), words("plan.groups_how")),
    )
    end = (
        _after(6, words),
        Step(10, words("plan.facts"), words("plan.facts_how")),
        _close(6, words),
    )
    return (*begin, _second_way(_left(lesson, begin, end), words), *end)


def _left(lesson: int, *parts: tuple[Step, ...]) -> int:
    return lesson - sum(step.minutes for part in parts for step in part)


def _welcome(minutes: int, words: Words) -> Step:
    return Step(minutes, words("plan.welcome"), words("plan.welcome_how"))


def _before(minutes: int, words: Words) -> Step:
    return Step(minutes, words("plan.check_before"), words("plan.check_before_how"))


def _story(minutes: int, words: Words) -> Step:
    return Step(minutes, words("plan.story"), words("plan.story_how"))


def _second_way(minutes: int, words: Words) -> Step:
    return Step(minutes, words("plan.second_way"), words("plan.second_way_how"))


def _after(minutes: int, words: Words) -> Step:
    return Step(minutes, words("plan.check_after"), words("plan.check_after_how"))


def _close(minutes: int, words: Words) -> Step:
    return Step(minutes, words("plan.close"), words("plan.close_how"))
