"""Every size, duration and text style of the interface, fitted to a window."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, NamedTuple

from game.canvas.canvas import Colour, TextStyle
from game.canvas.geometry import Size
from game.ui.palette import HIGH_CONTRAST, NORMAL, Palette

TextRole = Literal["title", "heading", "speech", "narration", "body", "strong", "small", "label", "button"]


class Contrast(StrEnum):
    """Editions of the palette."""

    NORMAL = "normal"
    HIGH = "high"


class Face(NamedTuple):
    """Size in pixels of a 1280 x 720 window at 100 %."""

    size: float
    bold: bool = False
    italic: bool = False


FACES: Mapping[TextRole, Face] = {
    "title": Face(40, bold=True),
    "heading": Face(24, bold=True),
    "speech": Face(22),
    "narration": Face(20, italic=True),
    "body": Face(18),
    "strong": Face(18, bold=True),
    "small": Face(16),
    "label": Face(17),
    "button": Face(18, bold=True),
}

GRID = 8.0
DESIGN_SIDES = (720.0, 1280.0)
"""The shorter and the longer side of the window that the sizes are drawn for."""
LEAST_UNIT = 0.75
LEAST_TEXT_PX = 14.0
LEAST_TARGET_PX = 48.0
TOUCH_TARGET_PX = 60.0
"""For whoever stands before a large screen and reaches out: 90 pixels at 1920 x 1080."""


class Theme(NamedTuple):
    """Sizes in device pixels, times in seconds. Make one with `make_theme`."""

    unit: float
    """1.0 in a window of 1280 x 720."""
    text_scale: float
    """1.0 to 2.0, the player's wish."""
    contrast: Contrast
    moves: bool
    """False when the player wants reduced motion."""
    colours: Palette
    styles: Mapping[TextRole, TextStyle]
    target: float
    """Least width and height of anything that can be pressed."""

    accept_s: float = 0.35
    """After something was chosen nothing else is chosen for so long: a second tap is no second decision."""
    seeing_s: float = 0.9
    """Whoever presses on and on sees in this time that there is something to decide."""
    appear_s: float = 0.25
    """A panel or a card comes in."""
    build_s: float = 0.8
    """A diorama is built brick by brick."""

    def space(self, steps: float) -> float:
        """So many steps of the 8-unit grid, in whole pixels."""
        return float(round(steps * GRID * self.unit))

    def text(self, role: TextRole, colour: Colour | None = None) -> TextStyle:
        """The style for a role, in its own colour or another."""
        style = self.styles[role]
        if colour is None or colour == style.colour:
            return style
        return TextStyle(style.size_px, colour, style.bold, style.italic)

    @property
    def key(self) -> tuple[float, str]:
        """What painted chrome depends on, for the keys of pictures."""
        return (self.unit, self.contrast.value)

    @property
    def border(self) -> float:
        """Thickness of borders."""
        return float(max(2 if self.contrast is Contrast.HIGH else 1, round(1.5 * self.unit)))

    @property
    def thick(self) -> float:
        """Thickness of borders that say something (chosen, fitting, act now)."""
        return float(max(2, round(3 * self.unit)))

    @property
    def ring(self) -> float:
        """Thickness of the dark band of the focus ring; a light one lies on either side."""
        return float(max(3, round(3 * self.unit)))

    @property
    def halo(self) -> float:
        """Thickness of each light band of the focus ring."""
        return float(max(2, round(1.5 * self.unit)))

    @property
    def gap(self) -> float:
        """Between neighbours; a focus ring fits in."""
        return max(self.space(1.25), self.ring + 2 * self.halo)

    @property
    def pad(self) -> float:
        """Between the edge of a panel and what lies in it."""
        return self.space(3)

    @property
    def frame_pad(self) -> float:
        """What the frame of a phone, a book or a page takes of its edge, beside the usual pad."""
        return self.space(2)

    @property
    def margin(self) -> float:
        """Between the window's edge and the panels."""
        return self.space(2.5)

    @property
    def panel_radius(self) -> float:
        """Roundness of panels."""
        return self.space(2)

    @property
    def row_radius(self) -> float:
        """Roundness of choices and cards."""
        return self.space(1.25)

    @property
    def button_radius(self) -> float:
        """Roundness of buttons: a full half circle at their least height."""
        return self.target / 2

    @property
    def shadow_reach(self) -> float:
        """How far a soft shadow falls."""
        return self.space(1)

    @property
    def icon(self) -> float:
        """Side of an icon beside text of the button style: grows with the text."""
        return float(round(self.styles["button"].size_px * 1.25))

    @property
    def scroll_step(self) -> float:
        """Pixels that one notch of a wheel, or one arrow key, scrolls."""
        return float(round(self.styles["body"].size_px * 3))

    @property
    def fade(self) -> float:
        """Depth of the edge of a scroll area in which its content fades out."""
        return self.space(4)

    @property
    def drag_slop(self) -> float:
        """A finger that travels less is pressing, one that travels more is scrolling."""
        return self.space(1.5)

    @property
    def em(self) -> float:
        """Pixels of the body text: how much fits is best counted in these."""
        return self.styles["body"].size_px


def make_theme(
    size: Size,
    text_scale: float = 1.0,
    contrast: Contrast = Contrast.NORMAL,
    *,
    moves: bool = True,
    target_px: float = LEAST_TARGET_PX,
) -> Theme:
    """The theme for a window of `size` pixels. `text_scale` outside 1..2 is brought inside.

    `target_px` is the least side of a control in a window of 1280 x 720, and in every smaller one.
    """
    short, long = min(size), max(size)
    unit = max(LEAST_UNIT, round(min(short / DESIGN_SIDES[0], long / DESIGN_SIDES[1]), 3))
    scale = min(2.0, max(1.0, text_scale))
    colours = HIGH_CONTRAST if contrast is Contrast.HIGH else NORMAL
    return Theme(
        unit=unit,
        text_scale=scale,
        contrast=contrast,
        moves=moves,
        colours=colours,
        styles={role: _style(face, unit, scale, colours) for role, face in FACES.items()},
        target=float(round(max(target_px, target_px * unit))),
    )


def _style(face: Face, unit: float, scale: float, colours: Palette) -> TextStyle:
    size_px = float(round(max(LEAST_TEXT_PX, face.size * unit) * scale))
    return TextStyle(size_px, colours.ink, face.bold, face.italic)
