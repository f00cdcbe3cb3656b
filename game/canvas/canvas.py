"""The port every painter draws through. Front ends implement it; tests record it."""

from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from game.canvas.geometry import Point, Rect, Size

Colour = tuple[int, int, int] | tuple[int, int, int, int]
"""Red, green, blue and maybe opacity, each 0..255. Without the fourth part the colour is opaque."""


class TextStyle(NamedTuple):
    """How one run of text looks.

    `family` names a set of faces that cover one script ("text" is Latin; others are named by `game.ui.text`);
    the front end chooses the font and shapes the script.
    """

    size_px: float
    colour: Colour
    bold: bool = False
    italic: bool = False
    family: str = "text"


class TextMeasure(Protocol):
    """Asks the fonts of the front end how large text will be. Colour never matters."""

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width in pixels of one line of one script."""
        ...

    def line_height(self, style: TextStyle) -> float:
        """Height in pixels of the line box, from the top of the ascenders to the foot of the descenders."""
        ...


class Canvas(Protocol):
    """A surface in device pixels. Later calls paint over earlier ones; nothing is painted outside it.

    Shapes painted straight on a canvas may have rough edges. What should look smooth goes through `picture`.
    """

    @property
    def size(self) -> Size:
        """Width and height of this surface."""
        ...

    @property
    def visible(self) -> Rect:
        """The part that can be painted now, within the clip; of zero size when there is none."""
        ...

    def fill(self, colour: Colour) -> None:
        """Cover all (within the clip)."""
        ...

    def gradient(self, rect: Rect, top: Colour, bottom: Colour) -> None:
        """Fill with a vertical blend."""
        ...

    def rect(self, rect: Rect, colour: Colour, *, radius: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by `radius` pixels."""
        ...

    def outline(self, rect: Rect, colour: Colour, *, width: float, radius: float = 0.0) -> None:
        """The border of a rectangle, `width` pixels thick, drawn inside the edge."""
        ...

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon of at least three corners."""
        ...

    def ellipse(self, rect: Rect, colour: Colour) -> None:
        """A filled ellipse that touches all four edges of `rect`."""
        ...

    def line(self, points: Sequence[Point], colour: Colour, *, width: float) -> None:
        """An open line through at least two points, with round joints and ends."""
        ...

    def text(self, at: Point, text: str, style: TextStyle) -> None:
        """One line in one script; `at` is the top-left of its line box."""
        ...

    def picture(self, key: Hashable, rect: Rect, paint: Callable[["Canvas"], None], *, alpha: float = 1.0) -> None:
        """Show a smoothed picture that is painted once and kept.

        `paint` gets a transparent canvas of `rect.size` with its own origin (0, 0) at the top-left. The result is kept
        under (key, rect.size), so the key must name everything else the painting depends on. Pictures may be nested.
        `alpha` is 0..1 and applies to this showing only.
        """
        ...

    def layer(self, key: Hashable, rect: Rect, paint: Callable[["Canvas"], None]) -> None:
        """Show a large opaque ground that stays the same for many frames, so that other things can move on it.

        `paint` gets this canvas, or one with the same coordinates, and has to cover all of `rect`. What it paints is
        kept as it is, without smoothing, under (key, rect); layers may be nested. Few layers are kept.
        """
        ...

    def prepare(self, key: Hashable, rect: Rect, paint: Callable[["Canvas"], None], *, is_layer: bool = False) -> bool:
        """Make a picture or a layer now that will be shown later; return False if it is there already."""
        ...

    def clip(self, rect: Rect) -> AbstractContextManager[None]:
        """Within the `with` block nothing outside `rect` (and outside the clip before) is painted."""
        ...
