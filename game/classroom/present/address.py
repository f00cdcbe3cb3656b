"""Where pupils find the class."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """The address the server is reached at, without a slash at its end."""

    base: str

    def join(self, code: str) -> str:
        """Return what the QR of a session holds."""
        return f"{self.base}/join/{code}"
