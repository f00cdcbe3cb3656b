"""Takes members out of what a portal said, each as what it has to be. What is not asked for is passed over."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from game.giving.cleaning import clean
from game.giving.errors import BadResponseError
from game.giving.money import MOST_MINOR, Money, is_currency

Said = Mapping[str, object]


def members(said: object) -> Said:
    """Raises `BadResponseError` if it is no object, as all functions here if something is not what it has to be."""
    if not isinstance(said, Mapping):
        raise BadResponseError("there should be an object")
    return said


def items(said: Said, name: str) -> list[object]:
    """Nothing if it is not there."""
    found = said.get(name)
    if found is None:
        return []
    if not isinstance(found, list):
        raise BadResponseError(f"'{name}' should be a list")
    return found


def text(said: Said, name: str, most: int) -> str:
    """A text that somebody reads, made harmless."""
    cleaned = optional_text(said, name, most)
    if not cleaned:
        raise BadResponseError(f"'{name}' is missing")
    return cleaned


def optional_text(said: Said, name: str, most: int) -> str:
    found = said.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise BadResponseError(f"'{name}' should be a text")
    return clean(found, most)


def token(said: Said, name: str, form: re.Pattern[str]) -> str:
    """A text that a program reads, taken as it is."""
    found = said.get(name)
    if not isinstance(found, str) or not form.fullmatch(found):
        raise BadResponseError(f"'{name}' has another form")
    return found


def whole(said: Said, name: str, least: int, most: int) -> int:
    found = said.get(name)
    # A bool is an int to isinstance, and 1.0 is equal to one: neither is meant.
    if type(found) is not int or not least <= found <= most:
        raise BadResponseError(f"'{name}' should be a whole number in its bounds")
    return found


def optional_whole(said: Said, name: str, least: int, most: int) -> int | None:
    return None if said.get(name) is None else whole(said, name, least, most)


def moment(said: Said, name: str) -> datetime:
    found = said.get(name)
    try:
        told = datetime.fromisoformat(found) if isinstance(found, str) else None
        if told is None or told.tzinfo is None:
            raise BadResponseError(f"'{name}' should be a moment with its zone")
        return told.astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadResponseError(f"'{name}' should be a moment") from None


def optional_moment(said: Said, name: str) -> datetime | None:
    return None if said.get(name) is None else moment(said, name)


def money(said: Said, name: str) -> Money:
    found = members(said.get(name))
    currency = found.get("currency")
    if not isinstance(currency, str) or not is_currency(currency):
        raise BadResponseError(f"'{name}' has no known currency")
    return Money(whole(found, "amount_minor", 0, MOST_MINOR), currency)


def optional_money(said: Said, name: str) -> Money | None:
    return None if said.get(name) is None else money(said, name)
