"""The words of the stories: nobody is blamed, nobody is a thing, and no number is one that nobody has read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from urllib.parse import urlsplit

import pytest

from game.content.library import Library
from game.story.level import Level

NEVER = {
    "slave": r"slaves?",
    "maid": r"maids?",
    "servant": r"servants?",
    "helper": r"helpers?",
    "victim": r"victims?",
    "the girls": r"the girls",
    "illegal person": r"illegals|illegal (person|people|worker|workers|migrant|migrants)",
    "rescued": r"rescu(e|es|ed|ing)",
    "escaped": r"escap(e|es|ed|ing)",
    "game over": r"game over",
    "wrong answer": r"wrong answers?",
    "millions of": r"millions of slaves",
}
"""What the project's ethics page writes otherwise."""
LAW = r"victims should not be punished|they are victims, they are not criminals|scam-victims-not-criminals"
"""Where the ethics page keeps the word: in what a guideline or the United Nations say of people's rights."""
BLAME = (
    r"(should|ought to) have (?!(it|them|a|the)\b)\w+|too trusting|(her|your|their|own) (own )?fault"
    r"|na[iï]ve|gullible|stupid"
)
NOTHING_CERTAIN = {"MM"}
"""Countries for which nobody could read a number on an official page; the international helplines stand for them."""
_TELEPHONE = re.compile(r"\+?\d(?:[ -]?\d){5,}")
_OFFICIAL = re.compile(r"(.*\.)?((gov|go|gob|gouv|mil)(\.[a-z]{2})?|int)")


def _texts(value: object) -> Iterator[str]:
    """Return every text below a value; ids come along, and have to be as decent as the rest."""
    match value:
        case str():
            yield value
        case Mapping():
            for key, each in value.items():
                yield from (*_texts(key), *_texts(each))
        case tuple() | frozenset():
            for each in value:
                yield from _texts(each)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))
        case _:
            pass  # numbers and days


def _found(pattern: str, texts: Iterator[str]) -> list[str]:
    rests = ((text, re.sub(LAW, "", text, flags=re.IGNORECASE)) for text in texts)
    return [text for text, rest in rests if re.search(rf"\b({pattern})\b", rest, re.IGNORECASE)]


@pytest.mark.parametrize("pattern", NEVER.values(), ids=NEVER)
def test_the_stories_say_it_otherwise(level: Level, pattern: str) -> None:
    assert _found(pattern, _texts(level)) == []


@pytest.mark.parametrize("pattern", NEVER.values(), ids=NEVER)
def test_the_messages_say_it_otherwise(library: Library, pattern: str) -> None:
    """Titles and organisations of sources are what they are."""
    for message in library.messages.values():
        told = (message.title, message.text, message.more, *message.checks.values())
        assert _found(pattern, _texts(told)) == []


def test_the_stories_blame_nobody(level: Level) -> None:
    assert _found(BLAME, _texts(level)) == []


def test_the_messages_blame_nobody(library: Library) -> None:
    """A wrong answer may: that is one of the ways in which an answer is wrong."""
    for message in library.messages.values():
        checks = [replace(check, wrong=()) for check in message.checks.values()]
        assert _found(BLAME, _texts((message.title, message.text, message.more, *checks))) == []


@pytest.mark.parametrize(
    "words", ["two maids", "a slave", "they rescued her", "an illegal worker", "She should have asked", "Her own fault"]
)
def test_the_search_finds_what_it_is_for(words: str) -> None:
    assert any(_found(pattern, iter([words])) for pattern in (*NEVER.values(), BLAME))


def test_no_story_and_no_message_has_a_telephone_number(library: Library, level: Level) -> None:
    """Numbers live in helplines.yaml alone, where each has the page on which it was read."""
    told = (message.text + message.more for message in library.messages.values())
    written = _texts(replace(level, version=""))  # a digest may look like a number by chance
    assert [text for text in (*written, *told) if _TELEPHONE.search(text)] == []


def test_every_number_was_read_on_an_official_page(library: Library) -> None:
    numbered = [helpline for helpline in library.helplines if helpline.phone]
    assert numbered
    for helpline in numbered:
        page, own = _host(helpline.read_at), _host(helpline.url)
        assert _OFFICIAL.fullmatch(page) or page == own or page.endswith(f".{own}"), helpline.id
        assert helpline.page_year > 0, helpline.id


def test_who_helps_is_told_for_every_country_of_a_story(library: Library, level: Level) -> None:
    countries = {helpline.country for helpline in library.helplines}
    assert {level.origin, level.destination, "international"} <= countries | NOTHING_CERTAIN


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
