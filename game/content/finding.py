"""Finding messages by words, whatever their case and accents."""

import unicodedata
from collections.abc import Collection

from game.content.words import Words
from game.story.message import Message

ANYWHERE = "any"
"""Stands in for a country code where a message holds everywhere."""


def folded(text: str) -> str:
    """Return the text without what a search does not look at: case and accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def country_of(message: Message, words: Words) -> str:
    """Return the name of the country it holds in, or nothing if it holds everywhere."""
    return "" if message.country == ANYWHERE else words(f"countries.{message.country}")


def findable(message: Message, words: Words) -> str:
    """Return all that a search looks at, folded: title, text, more, topic and country."""
    topic = words(f"topics.{message.topic}")
    return folded("\n".join((message.title, message.text, message.more, topic, country_of(message, words))))


def finds(query: str, found_in: str) -> bool:
    """Say whether every word of a query is in a text that is folded."""
    return all(word in found_in for word in folded(query).split())


def filtered(
    messages: Collection[Message], words: Words, *, query: str = "", topic: str = "", country: str = ""
) -> tuple[Message, ...]:
    """Return the messages that have all the words of a query, a topic and a country; what is empty leaves all."""
    return tuple(
        message
        for message in messages
        if topic in ("", message.topic)
        and country in ("", message.country)
        and (not query or finds(query, findable(message, words)))
    )
