"""Entries of a journal as JSON, and back."""

from collections.abc import Mapping
from typing import Final, get_args

from pydantic import TypeAdapter, ValidationError

from game.classroom.session.entries import Entry

_ADAPTERS: Final[Mapping[str, TypeAdapter[Entry]]] = {each.__name__: TypeAdapter(each) for each in get_args(Entry)}


class BrokenEntryError(Exception):
    """An entry is not one of ours: the file was changed by something else, or by a later version of the game."""


def written(entry: Entry) -> tuple[str, str]:
    """Return the kind of an entry, and the rest as JSON."""
    kind = type(entry).__name__
    return kind, _ADAPTERS[kind].dump_json(entry).decode()


def read(kind: str, body: str) -> Entry:
    """Return the entry that `written` made this of.

    Raises:
        BrokenEntryError: it is none of ours.

    """
    try:
        return _ADAPTERS[kind].validate_json(body)
    except (KeyError, ValidationError) as error:
        raise BrokenEntryError(f"an entry of the kind {kind!r} cannot be read: {error}") from error
