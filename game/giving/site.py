"""Where a portal is, and how to get there: what an operator sets up."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from game.giving.campaign import Environment
from game.giving.checkout import LOOPBACK
from game.giving.errors import UnsafeAddressError
from game.network.route import Route, Timing


@dataclass(frozen=True, slots=True)
class Site:
    """A portal to talk to. Certificates are always checked; there is no way to say otherwise.

    Raises:
        UnsafeAddressError: the address is neither https, nor http to this computer for a sandbox.

    """

    address: str
    """With the path of the API, as in `https://portal.example/api/v1`."""
    environment: Environment
    key: str = field(default="", repr=False)
    """The key of this device; empty if the portal needs none."""
    ca_bundle: Path | None = None
    """Authorities to trust instead of the usual ones, for schools whose proxy opens TLS."""
    proxy: str | None = None
    timing: Timing = field(default_factory=Timing)

    def __post_init__(self) -> None:
        if not _is_safe(self.address, is_sandbox=self.environment is Environment.SANDBOX):
            raise UnsafeAddressError("the portal is neither https nor a sandbox on this computer")

    @property
    def route(self) -> Route:
        """How its portal is called."""
        said = f"Bearer {self.key}" if self.key else ""
        return Route(self.address, said, self.ca_bundle, self.proxy, self.timing)


def _is_safe(address: str, *, is_sandbox: bool) -> bool:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and " " not in address and "\\" not in address
    if not plain or not host or "@" in parts.netloc or parts.query or parts.fragment or address.endswith("/"):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_sandbox and host in LOOPBACK)
