"""Quotes as players read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.typography import set_quotes


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"Tonight? Then yes."', "“Tonight? Then yes.”"),
        ("Sari's brother, last term's bill", "Sari’s brother, last term’s bill"),
        ('He says "no" (or "\'maybe\'").', "He says “no” (or “‘maybe’”)."),
        ("the girls' room", "the girls’ room"),
        ("no quotes at all", "no quotes at all"),
    ],
)
def test_quotes_are_set_as_in_a_book(typed: str, read: str) -> None:
    assert set_quotes(typed) == read


@given(st.text(alphabet="ab \"'(“-.,\n", max_size=40))
def test_only_quotes_change_and_setting_them_twice_changes_nothing(text: str) -> None:
    once = set_quotes(text)
    assert len(once) == len(text)
    assert set_quotes(once) == once
