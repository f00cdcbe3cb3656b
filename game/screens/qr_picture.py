"""A QR code that a phone can read off the screen."""

from functools import lru_cache
from typing import Literal

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.widgets import Artwork

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
"""Cameras want these, whatever the colours of the interface."""
QUIET = 4
"""Modules of white around the code."""
LEAST_MODULE_PX = 4

Redundancy = Literal["l", "m"]
"""How much of a code may be hidden or dirty: 7 or 15 per cent. On a screen nothing is; `m` helps with glare."""


def qr_picture(text: str, label: str, most_px: float, redundancy: Redundancy = "m") -> Artwork:
    """Return a code of at most so many pixels a side, if its modules can still be read then.

    Each module is a whole number of pixels, and never smaller than a camera sees.
    """
    modules = _modules(text, redundancy)
    count = len(modules) + 2 * QUIET
    module = max(LEAST_MODULE_PX, int(most_px / count))

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        canvas.rect(rect, WHITE)
        for y, row in enumerate(modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    at_x, at_y = rect.x + (x + QUIET) * module, rect.y + (y + QUIET) * module
                    canvas.rect(Rect(at_x, at_y, module, module), BLACK)

    side = float(count * module)
    return Artwork(paint=paint, label=label, shows=("code", text), rect=Rect(0, 0, side, side))


def forget_codes() -> None:
    """Keep no code that was made: what it says belonged to somebody."""
    _modules.cache_clear()


@lru_cache(maxsize=1)
def _modules(text: str, redundancy: Redundancy) -> tuple[tuple[bool, ...], ...]:
    import segno  # noqa: PLC0415 (needed only where there is a code to show)

    made = segno.make(text, error=redundancy, micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
