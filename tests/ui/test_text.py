"""Laws of wrapping and of script runs."""

import unicodedata
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.canvas.canvas import TextStyle
from game.ui.scripts import clusters, script_runs
from game.ui.text import TextBlock, Typesetter
from tests.fakes import FakeMeasure

STYLE = TextStyle(20, (0, 0, 0))
THAI, KHMER, LAO, MYANMAR, TAMIL, HAN = "ภาษาไทย", "ភាសាខ្មែរ", "ພາສາລາວ", "မြန်မာဘာသာ", "தமிழ்", "不要付钱"

letters = st.sampled_from(list("abcdefghijM.,-/ \n\u200b1234é") + list(THAI + KHMER + LAO + MYANMAR + TAMIL + HAN))
texts = st.text(letters, max_size=80)


def set_text(text: str, width: float = 200) -> TextBlock:
    return Typesetter(FakeMeasure()).block(text, STYLE, width)


def lines(text: str, width: float = 200) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in set_text(text, width).lines]


@given(texts, st.integers(30, 400))
def test_no_letter_is_lost_or_moved(text: str, width: int) -> None:
    kept = "".join("".join(lines(text, width)).split())
    assert kept == "".join(text.replace("\u200b", "").split())


@given(texts, st.integers(60, 400))
def test_no_line_is_too_wide_unless_it_is_a_single_cluster(text: str, width: int) -> None:
    for line in set_text(text, width).lines:
        whole = "".join(run.text for run in line.runs)
        assert line.width <= width or len(clusters(whole)) == 1


@given(texts, st.integers(30, 400))
def test_no_line_begins_with_a_mark_that_belongs_to_the_letter_before(text: str, width: int) -> None:
    first, *others = lines(text, width)
    joined = "".join([first, *others])
    for line in others:
        cut_inside_word = not any(space in text for space in (" ", "\n", "\u200b"))
        if line and cut_inside_word and joined[0] != line[0]:
            assert unicodedata.category(line[0]) not in {"Mn", "Mc"}


@given(texts)
def test_lines_lie_below_each_other_and_make_up_the_block(text: str) -> None:
    block = set_text(text)
    assert block.height == sum(line.height for line in block.lines)
    assert [line.y for line in block.lines] == sorted(line.y for line in block.lines)
    assert block.width == max(line.width for line in block.lines)


@given(texts)
def test_runs_joined_are_the_text(text: str) -> None:
    assert "".join(piece for _, piece in script_runs(text)) == text


@pytest.mark.parametrize(
    ("name", "word"),
    [("thai", THAI), ("khmer", KHMER), ("lao", LAO), ("myanmar", MYANMAR), ("tamil", TAMIL), ("han", HAN)],
)
def test_a_hotline_number_in_any_script_is_set_in_latin_figures(name: str, word: str) -> None:
    assert list(script_runs(f"{word} 1343 {word}")) == [(name, f"{word} "), ("text", "1343 "), (name, word)]


def test_words_wrap_at_spaces_and_at_zero_width_spaces() -> None:
    assert lines("one two three", 80) == ["one two", "three"]
    assert lines(f"{THAI}\u200b{THAI}", 90) == [THAI, THAI]


def test_a_dash_between_words_may_end_a_line_but_one_in_a_number_may_not() -> None:
    assert lines("well-known", 60) == ["well-", "known"]
    assert lines("tel 1800-339", 100) == ["tel", "1800-339"]


def test_chinese_wraps_between_letters_but_not_before_a_full_stop() -> None:
    assert lines("不要付钱。", 45) == ["不要付", "钱。"]


def test_khmer_stacked_letters_stay_together() -> None:
    assert clusters(KHMER) == ["ភា", "សា", "ខ្មែ", "រ"]


def test_thai_vowels_stay_with_their_consonant() -> None:
    assert clusters("ไทยเป็นน้ำ") == ["ไท", "ย", "เป็", "น", "น้ำ"]


class WholePixels(FakeMeasure):
    """Measures as fonts do: every piece takes whole pixels."""

    def width(self, text: str, style: TextStyle) -> float:
        return float(ceil(super().width(text, style)))


def test_a_text_as_wide_as_its_line_is_not_broken() -> None:
    text, typesetter = "Money in the jar, and a few words more", Typesetter(WholePixels())
    assert len(typesetter.block(text, STYLE, typesetter.width(text, STYLE)).lines) == 1


def test_the_same_text_is_set_once() -> None:
    typesetter = Typesetter(FakeMeasure())
    assert typesetter.block("one two", STYLE, 80) is typesetter.block("one two", STYLE, 80)


def test_empty_text_still_takes_a_line() -> None:
    assert set_text("").height == FakeMeasure().line_height(STYLE)
