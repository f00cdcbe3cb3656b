"""Laws of spaced return: what is known comes back later and later, what is not known comes back tomorrow."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content.library import Library
from game.story.level import MessageId
from game.story.message import Message
from game.story.recall import GAPS, Memory, after, due, met, next_question, note_asked, scheduled

TODAY = 739_944
DAYS = st.integers(TODAY - 400, TODAY + 400)
MEMORIES = st.builds(Memory, stage=st.integers(0, len(GAPS) - 1), due=DAYS, asked=st.just(()))
MANY = st.dictionaries(st.sampled_from([MessageId(f"message-{number}") for number in range(9)]), MEMORIES)
ANSWERS = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30)


def test_a_message_known_each_time_comes_back_after_growing_gaps() -> None:
    memory, day, gaps = met(TODAY), TODAY, []
    for _ in range(8):
        gaps.append(memory.due - day)
        day = memory.due
        memory = after(memory, "one", right=True, confident=True, today=day)
    assert gaps == [1, 3, 7, 16, 35, 90, 90, 90]


@given(memory=MEMORIES, today=DAYS, confident=st.booleans())
def test_a_wrong_answer_starts_over_tomorrow(memory: Memory, today: int, confident: bool) -> None:
    again = after(memory, "one", right=False, confident=confident, today=today)
    assert (again.stage, again.due) == (0, today + 1)


@given(memory=MEMORIES, late=st.integers(0, 300))
def test_a_right_guess_comes_back_after_the_same_gap(memory: Memory, late: int) -> None:
    today = memory.due + late
    again = after(memory, "one", right=True, confident=False, today=today)
    assert (again.stage, again.due) == (memory.stage, today + GAPS[memory.stage])


@given(memory=MEMORIES, early=st.integers(1, 300), confident=st.booleans())
def test_practising_before_the_day_proves_nothing_and_costs_nothing(
    memory: Memory, early: int, confident: bool
) -> None:
    again = after(memory, "one", right=True, confident=confident, today=memory.due - early)
    assert (again.stage, again.due) == (memory.stage, memory.due)


@given(memories=MANY, today=DAYS)
def test_the_most_overdue_come_first_and_none_that_is_not_due(memories: dict[MessageId, Memory], today: int) -> None:
    asked = due(memories, today)
    assert [memories[message].due for message in asked] == sorted(memories[message].due for message in asked)
    assert set(asked) == {message for message, memory in memories.items() if memory.due <= today}


def test_a_message_is_not_asked_for_on_the_day_it_was_met_and_is_on_the_next() -> None:
    memories = scheduled({}, [MessageId("rec-no-rush")], TODAY)
    assert due(memories, TODAY) == ()
    assert due(memories, TODAY + 1) == ("rec-no-rush",)


@given(memories=MANY, new=st.sets(st.sampled_from([MessageId(f"message-{number}") for number in range(12)])))
def test_meeting_a_message_again_changes_nothing(memories: dict[MessageId, Memory], new: set[MessageId]) -> None:
    before = scheduled(memories, (), TODAY)
    now = scheduled(memories, new, TODAY)
    assert now.keys() == memories.keys() | new
    assert all(now[message] == before[message] for message in memories)
    assert scheduled(now, new, TODAY) == now


@given(memories=MANY, today=DAYS, back=st.integers(1, 4000))
def test_a_clock_set_back_loses_nothing_and_makes_nothing_due(
    memories: dict[MessageId, Memory], today: int, back: int
) -> None:
    now = scheduled(memories, (), today - back)
    assert now.keys() == memories.keys()
    assert all(now[message].stage == memory.stage for message, memory in memories.items())
    assert set(due(now, today - back)) == set(due(memories, today - back)) <= set(due(memories, today))


@given(memory=MEMORIES, ahead=st.integers(0, 4000))
def test_what_was_met_while_the_clock_ran_ahead_still_comes_back_in_its_gap(memory: Memory, ahead: int) -> None:
    message = MessageId("rec-no-rush")
    now = scheduled({message: Memory(memory.stage, TODAY + ahead)}, (), TODAY)
    assert TODAY <= now[message].due <= TODAY + GAPS[memory.stage]


@given(answers=ANSWERS, skips=st.lists(st.integers(0, 40), min_size=30, max_size=30))
def test_no_question_follows_itself_and_all_are_asked_before_one_returns(
    library: Library, answers: list[tuple[bool, bool]], skips: list[int]
) -> None:
    for message in library.messages.values():
        memory, day, asked = met(TODAY), TODAY, list[str]()
        for (right, confident), skip in zip(answers, skips, strict=False):
            day += skip
            asked.append(next_question(message, memory).id)
            memory = after(memory, asked[-1], right=right, confident=confident, today=day)
        count = len(message.checks)
        assert all(len(set(asked[at : at + count])) == len(asked[at : at + count]) for at in range(len(asked)))


def test_a_question_of_a_check_is_left_out_while_others_are_left(library: Library) -> None:
    message = _with_three(library)
    before, after_story, third = message.checks
    memory = note_asked(note_asked(met(TODAY), before), after_story)
    assert next_question(message, memory).id == third
    assert next_question(message, note_asked(memory, third)).id == before
    assert (memory.due, memory.stage) == (TODAY + 1, 0)


def _with_three(library: Library) -> Message:
    """Return a message with three questions."""
    message = next(iter(library.messages.values()))
    one, other = list(message.checks.values())[:2]
    return replace(message, checks={each.id: each for each in (one, other, replace(one, id="third"))})
