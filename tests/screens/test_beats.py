"""How a passage is divided into beats."""

from hypothesis import given
from hypothesis import strategies as st

from game.screens.beats import MOST_WORDS, Beat, beats
from game.story.level import CastId, Line

SPEAKERS = st.sampled_from([None, CastId("sari"), CastId("rini")])
TEXTS = st.integers(1, 30).map(lambda count: " ".join(["word"] * count))
LINES = st.lists(st.builds(Line, SPEAKERS, TEXTS), max_size=9)


def said(name: str, words: int) -> Line:
    return Line(CastId(name), " ".join(["word"] * words))


@given(LINES)
def test_every_line_is_told_once_and_in_order(lines: list[Line]) -> None:
    assert [line for beat in beats(lines) for line in beat.lines] == lines


@given(LINES)
def test_only_the_last_beat_may_have_two_speakers_or_many_words(lines: list[Line]) -> None:
    for beat in beats(lines)[:-1]:
        assert len({line.speaker for line in beat.lines if line.speaker}) <= 1
        assert beat.words <= MOST_WORDS or len(beat.lines) == 1


def test_a_short_last_word_is_told_with_what_it_answers() -> None:
    lines = (said("rini", 20), said("sari", 1))
    assert beats(lines) == (Beat(lines),)
    assert beats(lines)[0].speaker == "sari"


def test_a_long_answer_stands_alone() -> None:
    assert len(beats((said("rini", 20), said("sari", 20)))) == 2
