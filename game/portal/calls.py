"""The calls that the portal knows, by the name under which limits, faults and the log speak of them."""

import re
from dataclasses import dataclass
from typing import Literal

from game.portal.stock import Scope

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Call:
    """A method and a path template; which scope it needs (None: no key), and which limit it counts for."""

    method: str
    template: str
    scope: Scope | None = None
    limit: Literal["reads", "pledges"] | None = None

    @property
    def name(self) -> str:
        """What the log calls it: a path with nothing of a person or a pledge in it."""
        return f"{self.method} {self.template}"

    @property
    def is_api(self) -> bool:
        return self.limit is not None


CALLS = (
    Call("GET", "/portal", None, "reads"),
    Call("GET", "/campaigns", "campaigns:read", "reads"),
    Call("GET", "/campaigns/{campaign_id}", "campaigns:read", "reads"),
    Call("POST", "/pledges", "pledges:create", "pledges"),
    Call("GET", "/pledges/{pledge_id}", "pledges:read-own", "reads"),
    Call("POST", "/pledges/{pledge_id}/cancel", "pledges:read-own", "reads"),
    Call("GET", "/p/{code}"),
    Call("POST", "/p/{code}"),
)
_PATTERNS = tuple(
    (call, re.compile((API if call.is_api else "") + re.sub(r"\{\w+\}", "([^/]+)", call.template))) for call in CALLS
)


@dataclass(frozen=True, slots=True)
class Found:
    """A call, and what its path names: a campaign, a pledge or a code; or nothing."""

    call: Call
    named: str


def find_call(method: str, path: str) -> Found | None:
    for call, pattern in _PATTERNS:
        if call.method == method and (match := pattern.fullmatch(path)):
            return Found(call, match[1] if match.groups() else "")
    return None
