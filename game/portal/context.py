"""What the gate knows of a request, for whoever answers it."""

from dataclasses import dataclass
from typing import cast

from fastapi import Request

from game.portal.access import Caller

KEY = "portal.context"


@dataclass(frozen=True, slots=True)
class Context:
    """Who calls, under which id; `work_s` is how long the work is made to take."""

    request_id: str
    caller: Caller | None = None
    work_s: float = 0.0


def context(request: Request) -> Context:
    return cast("Context", request.scope[KEY])


def caller(request: Request) -> Caller:
    found = context(request).caller
    if found is None:  # the gate lets nobody through without a key, except to calls that need none
        raise LookupError(request.scope["path"])
    return found
