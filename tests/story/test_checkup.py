"""Laws of the questions before and after a level."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from game.content.library import Library
from game.story.answer import Answered, Confidence
from game.story.checkup import ASKED, Asked, Moment, questions, to_recall
from game.story.level import Level, MessageId
from game.story.recall import Memory, met, note_asked
from tests.story.walks import SEEDS

AFTER = Moment.AFTER
TODAY = 739_944


def _ask(library: Library, seed: int, moment: Moment) -> dict[MessageId, Asked]:
    """Ask about every message there is, a check's worth at a time."""
    asks = tuple(library.messages)
    parts = [asks[at : at + ASKED] for at in range(0, len(asks), ASKED)]
    return {asked.message: asked for part in parts for asked in questions(part, library.messages, seed, moment)}


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


@given(seed=SEEDS)
def test_a_level_asks_about_its_messages_once_and_about_five_at_most(library: Library, level: Level, seed: int) -> None:
    before, after = (questions(level.asks, library.messages, seed, moment) for moment in Moment)
    drawn = [each.message for each in before]
    assert drawn == [each.message for each in after] == [message for message in level.asks if message in drawn]
    assert len(drawn) == len(set(drawn)) == min(ASKED, len(level.asks))


@given(seed=SEEDS, count=st.integers(0, 10))
def test_of_many_messages_five_are_drawn_and_the_same_before_and_after(library: Library, seed: int, count: int) -> None:
    asks = tuple(library.messages)[:count]
    before, after = (questions(asks, library.messages, seed, moment) for moment in Moment)
    assert [each.message for each in before] == [each.message for each in after]
    assert len({each.message for each in before}) == min(ASKED, count)
    assert all(one.question.id != other.question.id for one, other in zip(before, after, strict=True))


def test_over_runs_every_message_is_asked_about_equally_often(library: Library) -> None:
    asks, runs = tuple(library.messages)[:10], 2000
    seen = Counter(each.message for seed in range(runs) for each in questions(asks, library.messages, seed, AFTER))
    assert set(seen) == set(asks)
    assert all(abs(times / runs - ASKED / len(asks)) < 0.05 for times in seen.values())


def test_messages_that_are_not_there_are_not_asked_about(library: Library) -> None:
    asks = (MessageId("gone"), *tuple(library.messages)[:3])
    assert [each.message for each in questions(asks, library.messages, 7, AFTER)] == list(asks[1:])


@given(seed=SEEDS)
def test_five_of_the_messages_that_are_due_are_asked_for_most_overdue_first(library: Library, seed: int) -> None:
    names = list(library.messages)[:7]
    memories = {message: Memory(0, TODAY - place) for place, message in enumerate(names)}
    memories |= {MessageId("gone"): Memory(0, TODAY - 90), list(library.messages)[8]: Memory(0, TODAY + 1)}
    asked = to_recall(library.messages, memories, TODAY, seed)
    assert [each.message for each in asked] == names[:1:-1]
    assert all(sorted(each.answers) == sorted((each.question.right, *each.question.wrong)) for each in asked)


@given(seed=SEEDS)
def test_what_is_recalled_is_asked_in_other_words_than_the_last_time(library: Library, seed: int) -> None:
    for asked in _ask(library, seed, AFTER).values():
        memories = {asked.message: note_asked(met(TODAY), asked.question.id)}
        (again,) = to_recall(library.messages, memories, TODAY + 1, seed)
        assert again.question.id != asked.question.id


@given(seed=SEEDS, confidence=st.sampled_from(Confidence))
def test_an_answer_is_kept_with_its_question_and_confidence(
    library: Library, seed: int, confidence: Confidence
) -> None:
    for asked in _ask(library, seed, AFTER).values():
        for place in range(len(asked.answers)):
            given_ = asked.answered(place, confidence)
            assert given_ == Answered(asked.message, asked.is_right(place), confidence, asked.question.id)
        assert asked.answered(None, confidence) == Answered(asked.message, right=False, question=asked.question.id)
