"""Reads JSON from outside: exact numbers, no name twice, nothing nested deeper than the contract needs."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from game.giving.errors import BadResponseError

MOST_DEPTH = 20


def read_json(body: bytes) -> object:
    """Return what a body says; numbers with a point are `Decimal`.

    Raises:
        BadResponseError: it is no JSON in UTF-8, has NaN or a name twice, or is nested too deeply.

    """
    try:
        said: object = json.loads(
            body.decode("utf-8"), parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_without_twins
        )
    except (ValueError, RecursionError, InvalidOperation):
        raise BadResponseError("the body is no strict JSON") from None
    if _is_too_deep(said):
        raise BadResponseError("the body is nested too deeply")
    return said


def _no_number(name: str) -> object:
    raise ValueError(name)


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    said = dict(pairs)
    if len(said) != len(pairs):
        raise ValueError("a name is there twice")
    return said


def _is_too_deep(said: object) -> bool:
    layer = [said]
    for _ in range(MOST_DEPTH):
        layer = [inner for outer in layer for inner in _members(outer) if isinstance(inner, (Mapping, list))]
        if not layer:
            return False
    return True


def _members(said: object) -> Iterable[object]:
    if isinstance(said, Mapping):
        return said.values()
    return said if isinstance(said, list) else ()
