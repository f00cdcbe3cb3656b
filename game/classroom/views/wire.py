"""Views as JSON: objects with the names of the fields, and `page` with the name of the view."""

from dataclasses import fields, is_dataclass
from enum import Enum


def as_json(value: object) -> object:
    """Return a view, or a part of one, as JSON values. Enums become their values, nicknames lists."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        name = type(value).__name__
        return {"page": name, **named} if name.endswith("Page") else named
    if isinstance(value, Enum):
        return as_json(value.value)
    if isinstance(value, list | tuple):
        return [as_json(each) for each in value]
    if isinstance(value, dict):
        return {str(name): as_json(each) for name, each in value.items()}
    return value
