"""Laws of tasks: what is counted is counted exactly, and something is always come to."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.action import Choose, arrange
from game.story.comparison import Comparison
from game.story.engine import NotOpenError, actions, apply, start
from game.story.level import ChoiceId, Passage
from game.story.playthrough import begin, from_json, replay, step_back, to_json
from game.story.proof.chances import chances
from game.story.proof.future import merge
from game.story.proof.graph import explore
from game.story.proof.promises import Promise, breaches
from game.story.proof.tasks import rewards, ways_to
from game.story.task import (
    LEFT,
    MONTHS,
    NEVER,
    OWED,
    CountIs,
    Option,
    Part,
    Task,
    TaskKind,
    all_counts,
    count,
    is_complete,
    standing,
)
from tests.story.build import choice, ending, level, passage

_COUNTS = st.dictionaries(st.sampled_from(["rest", "people"]), st.integers(-3, 3), max_size=2)


def option(name: str, **counts: int) -> Option:
    return Option(name, name, counts, None, "", "")


def part(name: str, *options: Option) -> Part:
    return Part(name, name, "", {each.id: each for each in options}, "", None)


def task(kind: TaskKind, *parts: Part) -> Task:
    return Task(kind, "What?", "", None, {each.id: each for each in parts})


def packing(things: int) -> Task:
    well = Option("bag", "bag", {"right": 1, "wrong": 0}, is_right=True, answer="", because="")
    badly = Option("box", "box", {"right": 0, "wrong": 1}, is_right=False, answer="", because="")
    return task(TaskKind.PACKING, *(part(f"thing-{number}", well, badly) for number in range(things)))


def at_least(name: str, limit: int) -> tuple[CountIs, ...]:
    return (CountIs(name, Comparison.AT_LEAST, limit),)


def with_task(made: Task, limit: int) -> Passage:
    well = replace(choice("home"), after=at_least("right", limit))
    return replace(passage(well=well, badly=replace(choice("help"), after=())), task=made)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    kind = draw(st.sampled_from([TaskKind.PACKING, TaskKind.REST_DAY]))
    names = ["a", "b", "c", "d"]
    parts = []
    for number in range(draw(st.integers(1, 4))):
        few = draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
        parts.append(part(f"part-{number}", *(option(name, **draw(_COUNTS)) for name in few)))
    return task(kind, *parts)


@given(tasks())
def test_all_ways_of_doing_a_task_are_counted_exactly(made: Task) -> None:
    one_by_one: Counter[tuple[tuple[str, int], ...]] = Counter()
    for picked in product(*(each.options for each in made.parts.values())):
        arrangement = dict(zip(made.parts, picked, strict=True))
        if is_complete(made, arrangement):
            one_by_one[tuple(sorted(count(made, arrangement).items()))] += 1
    at_once: Counter[tuple[tuple[str, int], ...]] = Counter()
    for counts, ways in all_counts(made):
        at_once[tuple(sorted(counts.items()))] += ways
    assert at_once == one_by_one


@pytest.mark.parametrize(
    ("owed", "left", "months"),
    [(0, 3, 0), (-2, -1, 0), (6, 3, 2), (7, 3, 3), (1, 0, NEVER), (5, -2, NEVER), (400, 1, NEVER)],
)
def test_a_debt_takes_as_many_months_as_it_takes(owed: int, left: int, months: int) -> None:
    made = task(TaskKind.BUDGET, part("row", option("way", **{OWED: owed, LEFT: left})))
    assert count(made, {"row": "way"})[MONTHS] == months


def test_nothing_is_planned_twice() -> None:
    both = (option("sleep", rest=1), option("choir", people=1))
    made = task(TaskKind.REST_DAY, part("morning", *both), part("evening", *both))
    assert not is_complete(made, {"morning": "sleep", "evening": "sleep"})
    assert is_complete(made, {"morning": "sleep", "evening": "choir"})
    assert not is_complete(made, {"morning": "sleep"})


def test_what_is_planned_again_moves_there() -> None:
    both = (option("sleep", rest=1), option("choir", people=1))
    made = task(TaskKind.REST_DAY, part("morning", *both), part("evening", *both))
    story = level({"day": with_task(made, 1)}, {"home": ending(), "help": ending("help")})
    playthrough = begin(story, 1)
    for note in (arrange("evening", "choir"), arrange("morning", "choir"), arrange("evening", "choir")):
        playthrough = playthrough.then(note.id)
    picked = replay(story, playthrough).arrangement(story.start)
    assert standing(made, picked) == {"evening": "choir"}
    assert not is_complete(made, standing(made, picked)), "the morning is empty again"


def test_what_is_arranged_is_noted_and_kept_and_moves_nothing() -> None:
    story = level({"bags": with_task(packing(2), 2)}, {"home": ending(), "help": ending("help")})
    state = start(story)
    playthrough = begin(story, 1)
    for note in (arrange("thing-0", "box"), arrange("thing-0", "bag"), arrange("thing-1", "bag")):
        assert apply(story, state, note.id).state == state
        playthrough = playthrough.then(note.id)
    replayed = replay(story, from_json(to_json(playthrough)))
    arranged = replayed.arrangement(story.start)
    assert arranged == {"thing-0": "bag", "thing-1": "bag"}
    come_to = story.passages[story.start].comes_to(arranged)
    assert come_to
    assert come_to.id == "well"
    done = playthrough.then(next(each.id for each in actions(story, state) if isinstance(each, Choose)))
    assert step_back(story, done) == playthrough, "what was arranged is still there"
    with pytest.raises(NotOpenError):
        apply(story, state, arrange("thing-0", "roof").id)


def test_blind_players_pick_among_all_ways_of_doing_a_task() -> None:
    story = level({"bags": with_task(packing(3), 3)}, {"home": ending(), "help": ending("help")})
    assert ways_to(story.passages[story.start]) == {ChoiceId("well"): 1, ChoiceId("badly"): 7}
    assert chances(merge(explore(story))).blind == pytest.approx(1 / 8)


@pytest.mark.parametrize(
    ("limit", "promise"),
    [(1, Promise.TASK_TAKES_THOUGHT), (4, Promise.TASK_COMES_TO), (0, Promise.TASK_CAN_BE_DONE), (3, None)],
)
def test_a_task_has_to_be_worth_doing(limit: int, promise: Promise | None) -> None:
    story = level({"bags": with_task(packing(3), limit)}, {"home": ending(), "help": ending("help")})
    found = {breach.promise for breach in breaches(merge(explore(story)))}
    broken = found & {Promise.TASK_COMES_TO, Promise.TASK_CAN_BE_DONE, Promise.TASK_TAKES_THOUGHT}
    assert promise in broken if promise else not broken
    assert rewards(story.passages[story.start]) is (limit in (1, 3))
