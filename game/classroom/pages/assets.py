"""The style sheets, scripts and fonts of the pages."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Asset(NamedTuple):
    """A file as it is served."""

    body: bytes
    content_type: str


_ASSETS: Final[Mapping[str, Asset]] = {}


def asset(name: str) -> Asset | None:
    """Return the asset with a name, or None if there is none. The name is what a request asks for: anything."""
    return _ASSETS.get(name)
