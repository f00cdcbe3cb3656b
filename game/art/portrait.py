"""Head and shoulders of a figure, for speaker tags and the history."""

from game.art.doll import WIDE, Doll
from game.art.figures import Facing, FigurePainter, Pose
from game.art.light import LIGHTS, mixed
from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.content.asset_library import AssetLibrary
from game.content.assets import Mood

SHOWN_HIGH = 122.0
"""How much of the figure is seen, in units of the doll, from the top of the hair down."""

ROUNDING = 0.26
CROWN = 14.0
PAPER = (255, 246, 226)


def paint_portrait(
    canvas: Canvas, rect: Rect, library: AssetLibrary, figure: str, mood: Mood, *, facing: Facing = "right"
) -> None:
    """Paint a portrait as large as fits, in the middle of `rect`. An unknown figure gives the empty card."""
    side = max(8, int(min(rect.w, rect.h)))
    area = Rect(round(rect.centre.x - side / 2), round(rect.centre.y - side / 2), side, side)
    look = library.figure(figure)
    tint = LIGHTS["day"].tint

    def paint(inner: Canvas) -> None:
        colours = library.palette.colours
        back = mixed(PAPER, colours.get(look.top_accent, PAPER), 0.35) if look else PAPER
        inner.rect(Rect(0, 0, side, side), back, radius=side * ROUNDING)
        if look is None:
            return
        scale = side / SHOWN_HIGH
        doll = Doll(inner, scale, 1 if facing == "right" else -1, dx=(SHOWN_HIGH - WIDE) / 2, dy=-CROWN)
        FigurePainter(look, library.palette, tint).paint_body(doll, Pose(mood, facing))

    canvas.picture(("portrait", figure, mood, facing), area, paint)
