"""Laws of the questions before and after a level."""

from collections import Counter

from hypothesis import given

from game.content.library import Library
from game.story.checkup import Asked, Moment, questions
from game.story.level import Level, MessageId
from tests.story.walks import SEEDS


def _ask(library: Library, seed: int, moment: Moment) -> dict[MessageId, Asked]:
    """Ask about every message there is."""
    return {asked.message: asked for asked in questions(tuple(library.messages), library.messages, seed, moment)}


@given(seed=SEEDS)
def test_the_question_after_is_another_one_than_the_question_before(library: Library, seed: int) -> None:
    before, after = _ask(library, seed, Moment.BEFORE), _ask(library, seed, Moment.AFTER)
    assert before.keys() == after.keys() == library.messages.keys()
    assert all(before[message].question != after[message].question for message in before)
    assert all(before[message].question.ask != after[message].question.ask for message in before)


@given(seed=SEEDS)
def test_the_right_answer_is_among_the_answers_exactly_once(library: Library, seed: int) -> None:
    for moment in Moment:
        for message, asked in _ask(library, seed, moment).items():
            assert asked.question in library.messages[message].checks.values()
            assert sorted(asked.answers) == sorted((asked.question.right, *asked.question.wrong))
            assert [asked.is_right(place) for place in range(len(asked.answers))].count(True) == 1


@given(seed=SEEDS)
def test_the_same_seed_asks_the_same(library: Library, seed: int) -> None:
    for moment in Moment:
        assert _ask(library, seed, moment) == _ask(library, seed, moment)


def test_over_seeds_every_question_comes_before_and_after_in_every_order(library: Library) -> None:
    """Neither is a question always the one before, nor the right answer always at one place."""
    seen = Counter[tuple[MessageId, str, Moment, int]]()
    for seed in range(200):
        for moment in Moment:
            for message, asked in _ask(library, seed, moment).items():
                seen[message, asked.question.id, moment, asked.answers.index(asked.question.right)] += 1
    for known in library.messages.values():
        for question in known.checks.values():
            for moment in Moment:
                for place in range(1 + len(question.wrong)):
                    assert seen[known.id, question.id, moment, place] > 0


def test_a_level_asks_about_each_of_its_messages_once(library: Library, level: Level) -> None:
    for moment in Moment:
        asked = questions(level.asks, library.messages, seed=7, moment=moment)
        assert [each.message for each in asked] == list(level.asks)
