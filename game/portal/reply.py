"""A reply on its way out, whole, so that it can still be changed."""

import json
from dataclasses import dataclass, field, replace
from typing import Any, Self

from game.portal.replies import dump


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, headers by their names in lower case, and the body. `cut` is after how many bytes the line breaks."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: int | None = None

    def with_headers(self, **headers: str) -> Self:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **named})

    def with_body(self, body: bytes) -> Self:
        return replace(self, body=body).with_headers(content_length=str(len(body)))

    @property
    def value(self) -> Any:  # noqa: ANN401 - any JSON
        """What the body says, or None if it says nothing."""
        return json.loads(self.body) if self.body else None

    def with_value(self, value: object) -> Self:
        return self.with_body(dump(value))
