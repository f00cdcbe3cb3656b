"""The colours of panels, controls and words, in a normal and a high-contrast edition.

Text colours reach 4.5:1 on every ground they are used on, 7:1 in high contrast (tests hold that). Fills come from the
Okabe-Ito palette, which stays apart under every kind of colour vision; no fill is the only sign of anything.
"""

from typing import NamedTuple

from game.canvas.canvas import Colour


class Palette(NamedTuple):
    """Colours by what they are for."""

    paper: Colour
    """Ground of panels."""
    card: Colour
    """Ground of what lies on a panel: message cards, fields."""
    dim: Colour
    """Ground of what is closed or unknown."""
    wash: Colour
    """Ground of a choice."""
    wash_lit: Colour
    """Ground of a choice that has the focus."""
    line: Colour
    """Borders that only decorate."""
    edge: Colour
    """Borders of controls."""
    ink: Colour
    """Words."""
    soft: Colour
    """Words of less weight."""
    dim_ink: Colour
    """Words on `dim`."""
    teal: Colour
    """The accent."""
    teal_lit: Colour
    """The accent under focus or a finger."""
    teal_edge: Colour
    """The side of a teal brick."""
    on_teal: Colour
    gold: Colour
    """Act now."""
    gold_lit: Colour
    gold_edge: Colour
    gold_wash: Colour
    on_gold: Colour
    good: Colour
    """Words and signs of approval."""
    good_wash: Colour
    warning: Colour
    """Words and signs of warning."""
    warning_wash: Colour
    shadow: Colour
    shade: Colour
    """Laid over the view below a dialog."""
    sky_top: Colour
    sky_bottom: Colour
    ring_dark: Colour
    ring_light: Colour
    fills: tuple[Colour, Colour, Colour, Colour]
    """Bricks of the gauges, one colour a gauge."""
    empty: Colour
    """Ground of the bricks that a gauge has not got."""


NORMAL = Palette(
    paper=(253, 249, 240),
    card=(255, 255, 255),
    dim=(240, 235, 224),
    wash=(231, 242, 240),
    wash_lit=(208, 232, 228),
    line=(222, 214, 196),
    edge=(112, 137, 135),
    ink=(27, 35, 41),
    soft=(82, 88, 92),
    dim_ink=(98, 95, 86),
    teal=(0, 112, 101),
    teal_lit=(0, 93, 84),
    teal_edge=(0, 74, 67),
    on_teal=(255, 255, 255),
    gold=(247, 181, 0),
    gold_lit=(255, 201, 51),
    gold_edge=(160, 112, 0),
    gold_wash=(255, 247, 224),
    on_gold=(43, 32, 0),
    good=(0, 102, 72),
    good_wash=(222, 243, 233),
    warning=(152, 56, 0),
    warning_wash=(255, 235, 218),
    shadow=(40, 34, 60, 13),
    shade=(18, 26, 38, 150),
    sky_top=(123, 189, 216),
    sky_bottom=(255, 230, 199),
    ring_dark=(12, 34, 64),
    ring_light=(255, 255, 255),
    fills=((0, 158, 115), (213, 94, 0), (0, 114, 178), (204, 121, 167)),
    empty=(233, 227, 213),
)

HIGH_CONTRAST = NORMAL._replace(
    paper=(255, 255, 255),
    dim=(244, 244, 244),
    wash=(255, 255, 255),
    wash_lit=(214, 240, 236),
    line=(60, 60, 60),
    edge=(0, 0, 0),
    ink=(0, 0, 0),
    soft=(32, 32, 32),
    dim_ink=(64, 64, 64),
    teal=(0, 72, 65),
    teal_lit=(0, 48, 43),
    teal_edge=(0, 0, 0),
    gold=(255, 200, 0),
    gold_lit=(255, 221, 102),
    gold_edge=(0, 0, 0),
    gold_wash=(255, 250, 235),
    on_gold=(0, 0, 0),
    good=(0, 74, 52),
    good_wash=(235, 250, 243),
    warning=(110, 38, 0),
    warning_wash=(255, 245, 236),
    shadow=(0, 0, 0, 18),
    shade=(0, 0, 0, 190),
    ring_dark=(0, 60, 150),
    empty=(255, 255, 255),
)
