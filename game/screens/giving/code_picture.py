"""The address for paying as a code on the screen."""

from game.giving.checkout import Checkout
from game.screens.qr_picture import qr_picture
from game.ui.frame import Frame
from game.ui.widgets import Artwork

SHARE = 0.4
"""Of the shorter side of the window."""


def code(checkout: Checkout, label: str, frame: Frame) -> Artwork:
    """Return the code of an address that has passed every check."""
    return qr_picture(checkout.url, label, SHARE * min(frame.size))
