"""What can be wrong with a call, as problem details (RFC 9457)."""

from collections.abc import Mapping, Sequence
from enum import Enum

from game.portal.wire import Detail, Problem

_TYPES = "https://portal.example/problems/"


class Kind(Enum):
    """A type of problem: the end of its address, its status, its title, and whether the same call can work later."""

    MALFORMED = "malformed", 400, "The request cannot be read", False
    IDEMPOTENCY_KEY_MISSING = "idempotency-key-missing", 400, "An Idempotency-Key is needed", False
    UNAUTHORIZED = "unauthorized", 401, "This needs a key that the portal knows", False
    CHANNEL_NOT_ALLOWED = "channel-not-allowed", 403, "This key may not do this", False
    NOT_FOUND = "not-found", 404, "There is no such thing", False
    REQUEST_IN_PROGRESS = "request-in-progress", 409, "The first request with this key is still running", True
    CAMPAIGN_WITHDRAWN = "campaign-withdrawn", 410, "This campaign was withdrawn", False
    VALIDATION_ERROR = "validation-error", 422, "The request is not valid", False
    AMOUNT_OUT_OF_RANGE = "amount-out-of-range", 422, "The amount is too small or too large", False
    CURRENCY_NOT_SUPPORTED = "currency-not-supported", 422, "This currency is not taken", False
    CAMPAIGN_CLOSED = "campaign-closed", 422, "This campaign takes no more pledges", False
    IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused", 422, "This Idempotency-Key belongs to another request", False
    RATE_LIMITED = "rate-limited", 429, "Too many requests", True
    MAINTENANCE = "maintenance", 503, "The portal is being looked after", True

    def __init__(self, name: str, status: int, title: str, retryable: bool) -> None:  # noqa: FBT001 - Enum's own way
        self.type = _TYPES + name
        self.status = status
        self.title = title
        self.retryable = retryable


class RefusedError(Exception):
    """A call that is not carried out. Whoever answers the call turns it into a problem."""

    def __init__(
        self,
        kind: Kind,
        detail: str = "",
        errors: Sequence[Detail] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail or kind.title)
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = dict(headers or {})


def slow_down(kind: Kind, seconds: float, detail: str = "") -> RefusedError:
    """Return a refusal that says when to come again."""
    return RefusedError(kind, detail, headers={"Retry-After": str(max(1, int(seconds + 0.999)))})


def problem(refused: RefusedError, instance: str, request_id: str) -> Problem:
    told: Problem = {
        "type": refused.kind.type,
        "title": refused.kind.title,
        "status": refused.kind.status,
        "instance": instance,
        "request_id": request_id,
        "retryable": refused.kind.retryable,
    }
    if refused.detail:
        told["detail"] = refused.detail
    if refused.errors:
        told["errors"] = list(refused.errors)
    return told


def plain_problem(status: int, title: str, instance: str, request_id: str) -> Problem:
    """Return a problem that is no more than its HTTP status, such as a method that a path does not have."""
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "instance": instance,
        "request_id": request_id,
        "retryable": False,
    }
