"""Turns shapes into JSON Schema (2020-12), with which editors complete fields, explain them and underline mistakes."""

from typing import assert_never

from game.content.shape import (
    Day,
    Either,
    File,
    Form,
    ListOf,
    MapOf,
    Number,
    OneOf,
    Record,
    ScalarShape,
    Screenplay,
    Shape,
    Text,
    Truth,
    Whole,
)

Schema = dict[str, object]


def schema_of_file(file: File) -> Schema:
    """Return the schema of a whole file."""
    head: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": file.title}
    return {**head, "description": file.about, **schema_of(file.shape)}


def schema_of(shape: Shape) -> Schema:
    """Return the schema that accepts what `check_shape` accepts, as far as JSON Schema can tell."""
    match shape:
        case ListOf(item, least, most, unique):
            counts: Schema = {"minItems": least, "maxItems": most, "uniqueItems": unique}
            return {"type": "array", "items": schema_of(item), **counts}
        case MapOf():
            return {"type": "object", **_keys(shape), "minProperties": shape.least, "maxProperties": shape.most}
        case Record():
            return _record(shape)
        case Either(scalar, items, entries):
            return {"anyOf": [schema_of(each) for each in (scalar, items, entries) if each is not None]}
        case _:
            return _scalar(shape)


def _keys(shape: MapOf) -> Schema:
    names = {"pattern": shape.key.pattern, "maxLength": shape.key.most}
    return {"propertyNames": names, "additionalProperties": schema_of(shape.value)}


def _record(shape: Record) -> Schema:
    properties = {name: {"description": field.about, **schema_of(field.shape)} for name, field in shape.fields.items()}
    schema: Schema = {"type": "object", "properties": properties}
    schema["additionalProperties"] = schema_of(shape.rest.value) if shape.rest is not None else False
    if shape.exactly_one:
        return {**schema, "minProperties": 1, "maxProperties": 1}
    required = [name for name, field in shape.fields.items() if field.required]
    return {**schema, "required": required} if required else schema


def _scalar(shape: ScalarShape) -> Schema:
    match shape:
        case Whole(least, most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Number(lowest, highest):
            return {"type": "number", "minimum": lowest, "maximum": highest}
        case Truth():
            return {"type": "boolean"}
        case OneOf(names):
            return {"enum": list(names)}
        case Text() | Screenplay() | Form() | Day():
            return {"type": "string", **_text(shape)}
        case _:
            assert_never(shape)


def _text(shape: Text | Screenplay | Form | Day) -> Schema:
    match shape:
        case Text(most) | Screenplay(most):
            return {"minLength": 1, "maxLength": most}
        case Form(pattern, _, most):
            return {"pattern": pattern, "maxLength": most}
        case Day():
            return {"format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
