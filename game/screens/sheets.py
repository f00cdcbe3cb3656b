"""Whether a window has room for two sheets of paper."""

from game.ui.frame import Frame, Shape

ROOMY_EMS = 50.0
"""From this height on, two sheets can lie one below the other in a portrait window."""


def has_room_for_two(frame: Frame) -> bool:
    """Say whether two sheets fit, beside each other or one below the other, so that both can be read well."""
    match frame.shape:
        case Shape.WIDE:
            return True
        case Shape.TALL:
            return frame.size.h >= ROOMY_EMS * frame.theme.em
        case Shape.TIGHT:
            return False
