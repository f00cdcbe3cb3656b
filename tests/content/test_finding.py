"""Laws of looking for messages by words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.finding import filtered, findable, finds, folded
from game.content.library import load_library
from game.content.words import load_words
from game.paths import assets_dir, levels_dir
from game.story.message import Message

WORDS = load_words(assets_dir() / "words" / "en")
MESSAGES = tuple(load_library(levels_dir(), date(2026, 11, 23)).messages.values())


@given(st.text())
def test_case_and_accents_do_not_count(text: str) -> None:
    assert finds(text.upper(), folded(text.upper()))
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(("query", "text"), [("cafe", "Café"), ("CAFÉ", "cafe"), ("tet pay", "Pay before Tết")])
def test_words_are_found_however_they_are_written(query: str, text: str) -> None:
    assert finds(query, folded(text))
    assert not finds(f"{query} xyz", folded(text))


@pytest.mark.parametrize("message", MESSAGES[::10], ids=lambda message: message.id)
def test_a_message_is_found_by_each_of_its_parts(message: Message) -> None:
    for part in (message.title, message.text, message.more, WORDS(f"topics.{message.topic}")):
        assert message in filtered(MESSAGES, WORDS, query=part.upper())
    assert message in filtered(MESSAGES, WORDS, topic=message.topic, country=message.country)


def test_a_country_is_found_by_its_name_and_by_the_filter() -> None:
    named = filtered(MESSAGES, WORDS, query="singapore")
    there = filtered(MESSAGES, WORDS, country="SG")
    assert there
    assert {message.id for message in there} <= {message.id for message in named}
    assert {message.country for message in there} == {"SG"}


def test_nothing_looked_for_leaves_all_and_nonsense_leaves_none() -> None:
    assert filtered(MESSAGES, WORDS) == MESSAGES
    assert filtered(MESSAGES, WORDS, query="  ") == MESSAGES
    assert filtered(MESSAGES, WORDS, query="qqqq") == ()
    assert all("qqqq" not in findable(message, WORDS) for message in MESSAGES)
