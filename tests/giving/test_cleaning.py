"""Texts from outside do no harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.giving.cleaning import clean


@given(st.text(st.characters(codec=None), max_size=200), st.integers(1, 60))
def test_a_cleaned_text_is_one_short_line_without_hidden_characters(text: str, most: int) -> None:
    cleaned = clean(text, most)
    assert len(cleaned) <= most
    assert cleaned == cleaned.strip()
    assert not [char for char in cleaned if char not in "\u200c\u200d" and unicodedata.category(char)[0] == "C"]
    assert not set(cleaned) & set("\n\r\t\u2028\u2029")


@given(st.text(st.characters(codec=None), max_size=200), st.integers(1, 60))
def test_cleaning_again_changes_nothing(text: str, most: int) -> None:
    once = clean(text, most)
    assert clean(once, most) == once


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("pay\u202eton\u2066\u2069", "payton"),
        ("a\x00b\x1b[31mc\x9b", "ab[31mc"),
        ("one\r\n\u2028two", "one two"),
        ("<b onclick=x>hi</b> [link](http://x)", "<b onclick=x>hi</b> [link](http://x)"),
        ("\ud800\U000e0041\ue000x\ufeff", "x"),
        ("क्\u200dष", "क्\u200dष"),
        ("a" + "\u0301" * 200 + "b", "a" + "\u0301" * 6 + "b"),
        ("x" * 1_000_000, "x" * 59 + "…"),
    ],
)
def test_hostile_texts_are_shown_harmlessly(hostile: str, shown: str) -> None:
    assert clean(hostile, 60) == shown
