"""What a refusal of the portal means: by the type of its problem, and by its status where that is not known."""

from collections.abc import Mapping

from game.giving.errors import (
    AmountError,
    BadResponseError,
    ClosedError,
    ConflictError,
    DonationError,
    InvalidError,
    NotAllowedHereError,
    NotFoundError,
    RateLimitedError,
    TooSlowError,
    UnauthorizedError,
    UnavailableError,
    WithdrawnError,
)

_BY_TYPE: Mapping[str, type[DonationError]] = {
    "malformed": InvalidError,
    "idempotency-key-missing": InvalidError,
    "unauthorized": UnauthorizedError,
    "channel-not-allowed": NotAllowedHereError,
    "not-found": NotFoundError,
    "request-in-progress": ConflictError,
    "campaign-withdrawn": WithdrawnError,
    "validation-error": InvalidError,
    "amount-out-of-range": AmountError,
    "currency-not-supported": AmountError,
    "campaign-closed": ClosedError,
    "idempotency-key-reused": ConflictError,
    "rate-limited": RateLimitedError,
    "maintenance": UnavailableError,
}
_BY_STATUS: Mapping[int, type[DonationError]] = {
    400: InvalidError,
    401: UnauthorizedError,
    403: NotAllowedHereError,
    404: NotFoundError,
    408: TooSlowError,
    409: ConflictError,
    410: WithdrawnError,
    422: InvalidError,
    425: UnavailableError,
    429: RateLimitedError,
}
_IN_PROGRESS = "request-in-progress"
_AGAIN = (408, 425, 429)


def refusal(status: int, said: object, after: float | None) -> DonationError:
    """Return the error that a reply without success stands for. Titles and details are not taken over."""
    kind = _kind(said)
    again = status in _AGAIN or status >= 500 or (status == 409 and kind == _IN_PROGRESS)
    by_status = _BY_STATUS.get(status, UnavailableError if status >= 500 else BadResponseError)
    return _BY_TYPE.get(kind, by_status)(f"the portal answered {status}", after=after, retryable=again)


def _kind(said: object) -> str:
    kind = said.get("type") if isinstance(said, Mapping) else None
    return kind.rstrip("/").rsplit("/", 1)[-1] if isinstance(kind, str) else ""
