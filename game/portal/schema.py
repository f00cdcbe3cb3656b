"""The OpenAPI document that the portal serves: what FastAPI writes of the calls, put into the words of the contract."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from game.portal.replies import PROBLEM
from game.portal.wire import Problem

Told = dict[str, Any]
"""A part of an OpenAPI document: any JSON."""

_TEXT = {"schema": {"type": "string"}}
_SECONDS = {"schema": {"type": "integer", "minimum": 1}}
_PROBLEM_BODY = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}

CACHED: Mapping[str, Told] = {"ETag": _TEXT, "Cache-Control": _TEXT}
POLLED: Mapping[str, Told] = {"ETag": _TEXT, "Retry-After": _SECONDS}
TAKEN: Mapping[str, Told] = {"Location": _TEXT, "Idempotency-Replayed": {"schema": {"type": "boolean"}}}
NOT_MODIFIED: Mapping[int | str, Told] = {"304": {"description": "Not modified"}}
PROBLEM_REPLY: Told = {"description": "RFC 9457 problem", "content": _PROBLEM_BODY}
PURGE_REPLY: Told = {"description": "Consent withdrawn; delete every cached copy.", "content": _PROBLEM_BODY}
SLOW_DOWN_REPLY: Told = {
    "description": "Slow down",
    "headers": {"Retry-After": {"required": True, **_SECONDS}},
    "content": _PROBLEM_BODY,
}


def replies(headers: Mapping[str, Told], others: Mapping[int | str, Told], success: int = 200) -> dict[int | str, Told]:
    """Return the replies of a call for FastAPI, which adds the body of the success itself."""
    return {success: {"description": "As asked for", "headers": dict(headers)}, **others}


def document(app: FastAPI) -> Told:
    """Return the document of an app."""
    told = get_openapi(
        title=app.title, version=app.version, summary=app.summary, routes=app.routes, servers=app.servers
    )
    components = told["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        components.pop(unused, None)
    components["Problem"] = _problem_schema(components)
    for operations in told["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", ()):
                parameter["schema"] = _without_null(parameter["schema"])
    return told


def _problem_schema(components: Told) -> Told:
    schema = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    components.update(schema.pop("$defs", {}))
    return schema


def _without_null(schema: Told) -> Told:
    """Return the schema of a parameter that can be left out, but is never null: nothing in an address can be."""
    kinds = [each for each in schema.get("anyOf", ()) if each != {"type": "null"}]
    if len(kinds) != 1:
        return schema
    return {**{name: value for name, value in schema.items() if name not in ("anyOf", "default")}, **kinds[0]}
