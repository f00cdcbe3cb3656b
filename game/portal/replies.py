"""How values become replies: JSON, entity tags, and "not modified"."""

import hashlib
import json
from collections.abc import Mapping

from fastapi.responses import Response

JSON = "application/json"
PROBLEM = "application/problem+json"
VARY = {"Vary": "Authorization, Accept-Language"}


def dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def send(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    media_type = PROBLEM if status >= 400 else JSON
    return Response(dump(value), status, {**VARY, "Cache-Control": "no-store", **(headers or {})}, media_type)


def send_or_not_modified(value: object, held: str | None, headers: Mapping[str, str]) -> Response:
    """Send a value, or say that what the caller holds (`If-None-Match`) is the same."""
    body = dump(value)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {**VARY, **headers, "ETag": tag}
    if held is not None and _matches(held, tag):
        return Response(status_code=304, headers=told)
    return Response(body, 200, told, JSON)


def _matches(held: str, tag: str) -> bool:
    tags = [each.strip().removeprefix("W/") for each in held.split(",")]
    return tag in tags or tags == ["*"]
