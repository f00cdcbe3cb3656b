"""A store of painted surfaces that forgets the longest unused ones when it grows too large."""

from collections.abc import Hashable
from dataclasses import dataclass, field

import pygame


@dataclass(slots=True)
class SurfaceStore:
    """Surfaces under keys, together at most `limit_bytes` of pixels.

    A surface larger than the limit is never kept. Whoever gets a surface from here must not paint on it.
    """

    limit_bytes: int
    held_bytes: int = 0
    _surfaces: dict[Hashable, pygame.Surface] = field(default_factory=dict)

    def get(self, key: Hashable) -> pygame.Surface | None:
        """The surface under the key, which thereby counts as just used."""
        surface = self._surfaces.pop(key, None)
        if surface is not None:
            self._surfaces[key] = surface
        return surface

    def keep(self, key: Hashable, surface: pygame.Surface) -> None:
        """Store under a key that is not in use, and forget others as needed."""
        if surface_bytes(surface) > self.limit_bytes:
            return
        self._surfaces[key] = surface
        self.held_bytes += surface_bytes(surface)
        while self.held_bytes > self.limit_bytes:
            oldest = next(iter(self._surfaces))
            self.held_bytes -= surface_bytes(self._surfaces.pop(oldest))

    def resize(self, limit_bytes: int) -> None:
        """Set a new limit and forget everything: pictures for another window size are of no more use."""
        self.limit_bytes = limit_bytes
        self.held_bytes = 0
        self._surfaces.clear()


def surface_bytes(surface: pygame.Surface) -> int:
    """Size of the pixels."""
    return surface.get_pitch() * surface.get_height()
