"""What a pair of checks shows is told as it is."""

from hypothesis import given
from hypothesis import strategies as st

from game.story.answer import Answered, Confidence
from game.story.gain import gain, sureness
from game.story.level import MessageId

_MESSAGES = st.sampled_from([MessageId(f"message-{number}") for number in range(7)])
_SURE = st.none() | st.sampled_from(Confidence)
CHECKS = st.lists(
    st.builds(Answered, message=_MESSAGES, right=st.booleans(), confidence=_SURE),
    unique_by=lambda answer: answer.message,
)


def _check(**answers: bool) -> list[Answered]:
    return [Answered(MessageId(message), right) for message, right in answers.items()]


def test_what_was_lost_is_told_like_what_was_learned() -> None:
    before = _check(a=False, b=True, c=False, d=True, only_before=True)
    after = _check(a=True, b=True, c=False, d=False, only_after=True)
    shown = gain(before, after)
    assert (shown.learned, shown.kept, shown.still_open, shown.lost) == (("a",), ("b",), ("c",), ("d",))
    assert shown.net == 0


@given(before=CHECKS, after=CHECKS)
def test_each_message_asked_about_twice_counts_once_and_no_other(before: list[Answered], after: list[Answered]) -> None:
    shown = gain(before, after)
    counted = [*shown.learned, *shown.kept, *shown.still_open, *shown.lost]
    both = {each.message for each in before} & {each.message for each in after}
    assert sorted(counted) == sorted(both)
    right = [sum(each.right for each in check if each.message in both) for check in (before, after)]
    assert shown.net == right[1] - right[0]


def test_confidence_is_averaged_for_right_and_wrong_answers_apart() -> None:
    answers = [
        Answered(MessageId("a"), right=True, confidence=Confidence.SURE),
        Answered(MessageId("b"), right=True, confidence=Confidence.GUESS),
        Answered(MessageId("c"), right=False, confidence=Confidence.SURE),
        Answered(MessageId("d"), right=False, confidence=None),
    ]
    shown = sureness(answers)
    assert (shown.when_right, shown.when_wrong, shown.sure_but_wrong) == (1.0, 2.0, ("c",))


def test_without_confidence_nothing_is_said_about_it() -> None:
    shown = sureness(_check(a=True, b=False))
    assert (shown.when_right, shown.when_wrong, shown.sure_but_wrong) == (None, None, ())


@given(answers=CHECKS)
def test_confidence_lies_between_a_guess_and_sure(answers: list[Answered]) -> None:
    shown = sureness(answers)
    assert all(mean is None or 0 <= mean <= 2 for mean in (shown.when_right, shown.when_wrong))
    assert len(shown.sure_but_wrong) <= sum(not each.right for each in answers)
