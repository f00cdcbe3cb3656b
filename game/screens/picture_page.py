"""A sheet of paper beside a picture: beside it in a wide window, below it in every other."""

from collections.abc import Hashable, Sequence

from game.canvas.geometry import Rect
from game.screens.chrome import back_button, corner
from game.screens.picture import Picture
from game.screens.services import Services
from game.ui import sizes
from game.ui.arrange import Anchor, Item, panel
from game.ui.frame import Frame, Shape
from game.ui.view import View
from game.ui.widgets import Tag, Widget

PAPER_SHARE = 0.54
"""Of a wide window's width."""
TALL_SHARE = 0.66
"""Of a tall window's height, at most."""


def picture_page(
    services: Services,
    picture: Picture,
    label: str,
    items: Sequence[Item],
    frame: Frame,
    *,
    default_focus: str = "",
    turn: Hashable = None,
    has_back: bool = False,
) -> View:
    """Return a page whose paper carries the items and `label` on a tag at its edge."""
    tag = Tag(label=label)
    tag_w = min(sizes.width(tag, frame), frame.page.w - 2 * frame.theme.pad)
    tag_h = sizes.height(tag, tag_w, frame)
    # The tag never reaches so far into the paper that it could cover the first line.
    above = tag_h - min(tag_h / 2, frame.theme.pad - frame.theme.gap)
    room, anchor = _room(frame, above, has_back=has_back)
    placed = panel("paper", label, items, room, frame, anchor=anchor)
    paper = placed[0].rect
    on_edge = sizes.place(tag, Rect(paper.x + frame.theme.pad, paper.y - above, tag_w, tag_h), frame)
    art = picture.artwork(frame, _beside(frame, paper))
    back = (back_button(frame, services),) if has_back else ()
    widgets: tuple[Widget, ...] = (art, *placed, on_edge, *back, *corner(frame, services))
    return View(widgets, default_focus=default_focus, turn=turn)


def _room(frame: Frame, above: float, *, has_back: bool) -> tuple[Rect, Anchor]:
    """Where the paper may lie, with room above it for a part of the tag, and where in it."""
    theme, page = frame.theme, frame.page
    if frame.shape is Shape.WIDE:
        above += theme.target + theme.gap if has_back else 0.0
        return Rect(page.x, page.y + above, page.w * PAPER_SHARE, page.h - above), "bottom"
    top = page.y + theme.target + theme.gap + above
    if frame.shape is Shape.TALL:
        top = max(top, page.bottom - page.h * TALL_SHARE)
    return Rect(page.x, top, page.w, page.bottom - top), "bottom"


def _beside(frame: Frame, paper: Rect) -> Rect:
    """Where the figures are seen: the largest room that the paper leaves."""
    theme, page = frame.theme, frame.page
    top = page.y + theme.target + theme.gap
    if frame.shape is Shape.WIDE:
        x = paper.right + theme.gap
        return Rect(x, top, page.right - x, page.bottom - top)
    # On a small window hardly anything is left; the figures then look out from behind the paper.
    return Rect(page.x, top, page.w, max(paper.y - theme.gap - top, 2 * theme.target))
