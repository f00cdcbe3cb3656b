"""What lies under and behind everything: sky, shade, panels, artwork, signs."""

from game.canvas.canvas import Canvas
from game.canvas.geometry import Rect
from game.ui.frame import Frame
from game.ui.icons import paint_icon
from game.ui.looks.brush import ink_of
from game.ui.looks.sheets import SHEETS
from game.ui.looks.slab import Slab, paint_shadow, paint_slab
from game.ui.theme import Contrast
from game.ui.widgets import Artwork, Backdrop, Icon, Panel, Shade


def paint_backdrop(canvas: Canvas, backdrop: Backdrop, frame: Frame) -> None:
    colours = frame.theme.colours
    canvas.gradient(backdrop.rect, colours.sky_top, colours.sky_bottom)


def paint_shade(canvas: Canvas, shade: Shade, frame: Frame) -> None:
    r, g, b, *opacity = frame.theme.colours.shade
    canvas.rect(shade.rect, (r, g, b, round(shade.strength * (opacity[0] if opacity else 255))))


def paint_panel(canvas: Canvas, panel: Panel, frame: Frame) -> None:
    theme = frame.theme
    colours = theme.colours
    if panel.kind == "card":
        paint_slab(canvas, panel.rect, Slab(colours.card, colours.line, theme.border, theme.row_radius))
        return
    if panel.kind in SHEETS:
        SHEETS[panel.kind](canvas, panel.rect, theme)
        return
    radius = min(panel.rect.h / 2, theme.button_radius) if panel.kind == "pill" else theme.panel_radius
    edge = colours.line if theme.contrast is Contrast.HIGH else colours.paper
    paint_shadow(canvas, panel.rect, radius, theme)
    paint_slab(canvas, panel.rect, Slab(colours.paper, edge, theme.border, radius))


def paint_artwork(canvas: Canvas, artwork: Artwork, frame: Frame) -> None:
    if artwork.key is None:
        artwork.paint(canvas, artwork.rect, frame.now_s)
        return
    whole = Rect(0, 0, *artwork.rect.size)
    canvas.picture(artwork.key, artwork.rect, lambda local: artwork.paint(local, whole, frame.now_s))


def paint_sign(canvas: Canvas, icon: Icon, frame: Frame) -> None:
    colours = frame.theme.colours
    paint_icon(canvas, icon.name, icon.rect, ink_of(colours, icon.ink), colours.paper)
