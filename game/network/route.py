"""How another computer is reached: what an operator sets up."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timing:
    """How long is waited, in seconds."""

    connect: float = 3.05
    read: float = 8.0
    """Between two bytes."""
    exchange: float = 20.0
    """For one request and its whole reply."""
    call: float = 90.0
    """For a call with all its repetitions and the waits between them."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way to an API. Certificates are always checked; there is no way to say otherwise."""

    address: str
    """With the path of the API and without a slash at the end."""
    authorization: str = field(default="", repr=False)
    """The header that says who asks; empty if nobody has to."""
    ca_bundle: Path | None = None
    """Authorities to trust instead of the usual ones, for schools whose proxy opens TLS."""
    proxy: str | None = None
    timing: Timing = Timing()
