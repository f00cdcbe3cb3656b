"""The address for paying as a QR code that a phone can read off the screen."""

from functools import lru_cache

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.giving.checkout import Checkout
from game.ui.frame import Frame
from game.ui.widgets import Artwork

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
"""Cameras want these, whatever the colours of the interface."""
QUIET = 4
"""Modules of white around the code."""
LEAST_MODULE_PX = 4
SHARE = 0.4
"""Of the shorter side of the window."""


def code(checkout: Checkout, label: str, frame: Frame) -> Artwork:
    """Return the code of an address that has passed every check; each module is a whole number of pixels."""
    modules = _modules(checkout.url)
    count = len(modules) + 2 * QUIET
    module = max(LEAST_MODULE_PX, int(SHARE * min(frame.size) / count))

    def paint(canvas: Canvas, rect: Rect, _now_s: float) -> None:
        canvas.rect(rect, WHITE)
        for y, row in enumerate(modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    at_x, at_y = rect.x + (x + QUIET) * module, rect.y + (y + QUIET) * module
                    canvas.rect(Rect(at_x, at_y, module, module), BLACK)

    side = float(count * module)
    return Artwork(paint=paint, label=label, shows=("code", checkout.url), rect=Rect(0, 0, side, side))


@lru_cache(maxsize=1)
def _modules(url: str) -> tuple[tuple[bool, ...], ...]:
    import segno  # noqa: PLC0415 (needed only by whoever gives)

    made = segno.make(url, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
