"""Views out of the JSON that `views.wire` made of them: checked, because the other side may be anything."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")


class NotAViewError(Exception):
    """The JSON is not what was expected. The text names the place, and holds nothing that was received."""


def read(kind: type[_Value], value: object) -> _Value:
    """Return the value of a type; fields that a newer server adds are passed over.

    Raises:
        NotAViewError: it is none.

    """
    found: _Value = _read(kind, value, kind.__name__)
    return found


def read_one_of(kinds: UnionType, value: object) -> Any:  # noqa: ANN401 (one of the kinds; the caller names them)
    """Return one of several pages, which says by `page` which one it is.

    Raises:
        NotAViewError: it is none of them.

    """
    named = {kind.__name__: kind for kind in get_args(kinds)}
    name = value.get("page") if isinstance(value, dict) else None
    if not isinstance(name, str) or name not in named:
        raise NotAViewError(f"expected one of {', '.join(named)}")
    return read(named[name], value)


def _read(kind: Any, value: object, at: str) -> Any:  # noqa: ANN401 (types are values here)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if value is None and NoneType in inner else _read_union(inner, value, at)
    if origin is tuple:
        return _read_tuple(inner, value, at)
    if origin is Mapping:
        if not isinstance(value, dict):
            raise NotAViewError(f"{at}: expected an object")
        return value
    while hasattr(kind, "__supertype__"):  # a NewType
        kind = kind.__supertype__
    if is_dataclass(kind):
        return _read_fields(kind, value, at)
    return _read_plain(kind, value, at)


def _read_union(inner: tuple[Any, ...], value: object, at: str) -> Any:  # noqa: ANN401 (types are values here)
    kinds = [each for each in inner if each is not NoneType]
    if len(kinds) != 1:
        raise NotAViewError(f"{at}: expected a single kind")
    return _read(kinds[0], value, at)


def _read_tuple(inner: tuple[Any, ...], value: object, at: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise NotAViewError(f"{at}: expected a list")
    kinds = [inner[0]] * len(value) if inner[1:] == (...,) else list(inner)
    if len(kinds) != len(value):
        raise NotAViewError(f"{at}: expected {len(kinds)} values")
    return tuple(_read(kind, each, f"{at}[{n}]") for n, (kind, each) in enumerate(zip(kinds, value, strict=True)))


def _read_fields(kind: Any, value: object, at: str) -> Any:  # noqa: ANN401 (types are values here)
    if not isinstance(value, dict):
        raise NotAViewError(f"{at}: expected an object")
    hints = _hints(kind)
    missing = [each.name for each in fields(kind) if each.name not in value]
    if missing:
        raise NotAViewError(f"{at}: '{missing[0]}' is missing")
    return kind(**{each.name: _read(hints[each.name], value[each.name], f"{at}.{each.name}") for each in fields(kind)})


def _read_plain(kind: Any, value: object, at: str) -> Any:  # noqa: ANN401 (types are values here)
    if issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError as error:
            raise NotAViewError(f"{at}: expected a {kind.__name__}") from error
    if issubclass(kind, tuple):  # a named tuple
        return kind(*_read_tuple(tuple(_hints(kind).values()), value, at))
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise NotAViewError(f"{at}: expected a {kind.__name__}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
