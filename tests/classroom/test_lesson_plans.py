"""Every level has a lesson plan with all a teacher needs, and its minutes add up."""

from collections import Counter

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.paper.document import Heading, Together
from game.classroom.paper.lesson_plan import lesson_plan, opening
from game.classroom.paper.timing import LESSONS, Minutes, steps
from game.classroom.paper.typeface import font_file
from game.story.level import Level
from tests.classroom.papers import library, texts_of, words

LEVELS = [library().levels[name] for chapter in library().campaign.chapters for name in chapter.levels]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.id)
def test_a_plan_holds_all_a_teacher_needs(level: Level) -> None:
    told = "\n".join(texts_of(lesson_plan(level, library().messages, words())))
    wanted = [level.title, level.content_note, str(level.ages), *level.aims]
    for prompt in level.discuss:
        wanted += [prompt.ask, prompt.listen_for]
    for name in level.asks:
        message = library().messages[name]
        wanted += [message.title, message.text, message.source.organisation, str(message.as_of)]
        for question in message.checks.values():
            wanted += [question.ask, question.right, *question.wrong, question.because]
    for ending in level.endings.values():
        wanted += [ending.title, ending.debrief.system]
    for passage in level.passages.values():
        for offer in passage.offers.values():
            wanted += [line.because for line in offer.lines.values()]
    assert [text for text in wanted if text not in told] == []
    assert words()("plan.tells_no_secret") in told
    assert words()("plan.before_home") in told


@given(st.integers(1, 60), st.sampled_from(LESSONS))
def test_the_minutes_add_up_or_the_story_is_too_long(reading: int, lesson: Minutes) -> None:
    plan = steps(reading, lesson, words())
    if not plan:
        assert reading > 15
        return
    assert sum(step.minutes for step in plan) == lesson
    story = next(step for step in plan if step.title == words()("plan.story"))
    assert story.minutes >= reading
    assert all(step.minutes >= 4 for step in plan if step is not story)
    assert plan[-1].title == words()("plan.close")


def test_the_answers_begin_on_a_page_of_their_own() -> None:
    blocks = lesson_plan(LEVELS[0], library().messages, words()).blocks
    begins = [block.text for block in blocks if isinstance(block, Heading) and block.begins_page]
    assert begins == [words()("plan.answers")]


def test_questions_stay_with_their_answers() -> None:
    plan = lesson_plan(LEVELS[0], library().messages, words())
    firsts = [block.blocks[0] for block in plan.blocks if isinstance(block, Together)]
    kept = [block.text for block in firsts if isinstance(block, Heading)]
    asks = [each.ask for name in LEVELS[0].asks for each in library().messages[name].checks.values()]
    assert Counter(asks) <= Counter(kept)


@given(st.text(alphabet="ab c.", min_size=1, max_size=200))
def test_a_place_is_named_by_whole_words(text: str) -> None:
    shown = opening(text)
    assert len(shown) <= 66
    assert text.startswith(shown.removesuffix(" …"))


def test_the_typeface_has_every_letter_of_every_plan() -> None:
    for bold in (False, True):
        known = TTFont(font_file(bold=bold)).getBestCmap()
        for level in LEVELS:
            text = "".join(texts_of(lesson_plan(level, library().messages, words())))
            assert {letter for letter in text if ord(letter) not in known and not letter.isspace()} == set()
